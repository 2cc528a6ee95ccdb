import type { Client, ItemDetail, ItemFields, WrittenFields } from "../sdk/index.ts";
import { hanging } from "./layout.ts";
import type { Output } from "./output.ts";
import { oneLine } from "./printable.ts";
import { deliveryLines } from "./render-delivery.ts";
import { recipients } from "./recipients.ts";

/** Says what a write has done. */
export async function tellWritten(out: Output, written: WrittenFields, done: string): Promise<void> {
  await tell(out, written, doneLines(out, written.item, done));
}

/** The same, and to whom the item went; and whom of those named at other forums it does not reach. */
export async function tellSent(
  out: Output,
  client: Client,
  written: WrittenFields,
  done: string,
  to: string | null = recipients(written.item),
): Promise<void> {
  const { item } = written;
  const sent = to === null ? [] : hanging(out, `${out.label(item.tlp)}  `, `It went to: ${to}.`);
  await tell(out, written, [...doneLines(out, item, done), ...sent]);
  for (const line of await notSent(out, client, item)) await out.note(line);
}

/** What is addressed to somebody at another forum does not go there against the agreement with it: the author is told at once. */
async function notSent(out: Output, client: Client, { id, audience }: ItemFields): Promise<string[]> {
  const named = [...(audience?.organizations ?? []), ...(audience?.accounts ?? [])].map(({ name }) => name);
  if (!named.some((name) => name.includes(" @ "))) return [];
  const deliveries = (await client.peers.deliveries(id))?.deliveries ?? [];
  return deliveries
    .filter(({ name: forum, state }) => state === "NOT_SENT" && named.some((name) => name.includes(` @ ${forum}`)))
    .flatMap((delivery) => deliveryLines(out, delivery));
}

export async function tellDraft(out: Output, item: ItemFields): Promise<void> {
  await out.either({ id: item.id, revision: item.revision, status: item.status, item }, () => [
    `${out.label(item.tlp)}  Kept as the draft ${item.id}: ${oneLine(item.title)}`,
    `Publish it with: tocsin publish --id ${item.id}`,
  ]);
}

export async function tellItem(out: Output, item: ItemDetail, done: string): Promise<void> {
  await out.either({ id: item.id, item }, () => [`${out.label(item.tlp)}  ${done} ${item.id}: ${oneLine(item.title)}`]);
}

async function tell(out: Output, { item, cursor }: WrittenFields, lines: readonly string[]): Promise<void> {
  await out.either({ id: item.id, revision: item.revision, status: item.status, cursor, item }, () => lines);
}

function doneLines(out: Output, item: ItemFields, done: string): string[] {
  return hanging(
    out,
    `${out.label(item.tlp)}  `,
    `${done} ${item.id}, revision ${item.revision}: ${oneLine(item.title)}`,
  );
}
