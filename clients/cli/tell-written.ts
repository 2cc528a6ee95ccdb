import type { ItemDetail, ItemFields, WrittenFields } from "../sdk/index.ts";
import { hanging } from "./layout.ts";
import type { Output } from "./output.ts";
import { oneLine } from "./printable.ts";
import { recipients } from "./recipients.ts";

/** Says what a write has done. */
export async function tellWritten(out: Output, written: WrittenFields, done: string): Promise<void> {
  await tell(out, written, doneLines(out, written.item, done));
}

/** The same, and to whom the item went. */
export async function tellSent(
  out: Output,
  written: WrittenFields,
  done: string,
  to: string | null = recipients(written.item),
): Promise<void> {
  const { item } = written;
  const sent = to === null ? [] : hanging(out, `${out.label(item.tlp)}  `, `It went to: ${to}.`);
  await tell(out, written, [...doneLines(out, item, done), ...sent]);
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
