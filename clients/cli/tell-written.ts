import type { ItemDetail, ItemFields, WrittenFields } from "../sdk/index.ts";
import type { Output } from "./output.ts";
import { oneLine } from "./printable.ts";

/** Says what a write has done. */
export async function tellWritten(out: Output, { item, cursor }: WrittenFields, done: string): Promise<void> {
  await out.either({ id: item.id, revision: item.revision, status: item.status, cursor, item }, () => [
    `${out.label(item.tlp)}  ${done} ${item.id}, revision ${item.revision}: ${oneLine(item.title)}`,
  ]);
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
