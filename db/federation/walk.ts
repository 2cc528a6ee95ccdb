/** Going through all that a stream shows or is to show, a piece at a time: what is to be shown comes before what is to be hidden. */
import type { StreamName } from "../../domain/federation/streams.ts";
import type { Dialect } from "../dialect.ts";
import type { Draft } from "./batch.ts";
import { nextTold, nextWanted } from "./candidates.ts";
import { loadOwed } from "./owed.ts";
import type { Progress, Step, Walk } from "./progress.ts";
import { firstStep } from "./progress.ts";

/** How many items are looked up at once. */
const pageSize = 1_000;

export type Stepped = { readonly drafts: readonly Draft[]; readonly next: Progress };

export async function walkOn(
  dialect: Dialect,
  { here, at }: { readonly here: string; readonly at: string },
  progress: Progress,
  walk: Walk,
  most: number,
): Promise<Stepped> {
  const [stream, ...others] = walk.streams;
  if (stream === undefined) return { drafts: [], next: { ...progress, until: walk.through, walk: null } };
  const piece = await nextPiece(dialect, here, stream, walk.step, most);
  if (piece === null) return { drafts: [], next: finished(progress, walk, stream, others) };
  const owed = await loadOwed(dialect.reader, dialect, {
    here,
    at,
    itemIds: piece.ids,
    opened: [stream],
    only: stream,
  });
  return { drafts: owed.flat(), next: { ...progress, walk: { ...walk, step: piece.next } } };
}

type Piece = { readonly ids: readonly string[]; readonly next: Step };

/** null: the stream has been gone through. */
async function nextPiece(
  dialect: Dialect,
  here: string,
  stream: StreamName,
  step: Step,
  most: number,
): Promise<Piece | null> {
  if (step.part === "told") {
    const ids = await nextTold(dialect, here, stream, step.after, most);
    const last = ids.at(-1);
    return last === undefined ? null : { ids, next: { part: "told", after: last } };
  }
  let { after, ids } = step;
  if (ids.length === 0) {
    const found = await nextWanted(dialect, stream, after, pageSize);
    after = found.at(-1) ?? after;
    ids = found.map(({ itemId }) => itemId);
  }
  if (ids.length === 0) return { ids, next: { part: "told", after: "" } };
  return { ids: ids.slice(0, most), next: { part: "wanted", after, ids: ids.slice(most) } };
}

function finished(progress: Progress, walk: Walk, stream: StreamName, others: readonly StreamName[]): Progress {
  const isOpened = stream.startsWith("to:") || progress.opened.includes(stream);
  return {
    ...progress,
    opened: isOpened ? progress.opened : [...progress.opened, stream],
    walked: new Map(progress.walked).set(stream, walk.began),
    walk: { ...walk, streams: others, step: firstStep },
  };
}
