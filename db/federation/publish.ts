/** Writes what was signed into our streams. */
import { and, eq, gte, inArray, isNull } from "drizzle-orm";
import type { StreamName } from "../../domain/federation/streams.ts";
import { streamKey } from "../../domain/policy.ts";
import type { Connection, Dialect } from "../dialect.ts";
import { readStreamsFrom } from "../forum.ts";
import { insertRows } from "../insert-rows.ts";
import type { Tx } from "../log/commit.ts";
import type { Tables } from "../tables.ts";
import type { Draft, PublishBatch, Signed, StreamHead } from "./batch.ts";
import { loadOwed } from "./owed.ts";
import { readPlace, writePlace } from "./progress.ts";

/** Where some of our streams stand. */
export async function readHeads(
  on: Connection,
  tables: Tables,
  here: string,
  names: Iterable<StreamName>,
): Promise<Map<StreamName, StreamHead>> {
  const { streams: s } = tables;
  const wanted = [...names];
  const rows = await on.db
    .select({ stream: s.stream, sequence: s.sequence, hash: s.hash, keyNumber: s.keyNumber })
    .from(s)
    .where(and(eq(s.forumId, here), inArray(s.stream, wanted)));
  const beginning: StreamHead = { sequence: await readStreamsFrom(on, tables), hash: null, keyNumber: 0 };
  return new Map([
    ...wanted.map((stream): [StreamName, StreamHead] => [stream, beginning]),
    ...rows.map(({ stream, ...head }): [StreamName, StreamHead] => [stream, head]),
  ]);
}

type Signature = { readonly signed: readonly Signed[]; readonly keyNumber: number };
/** The place as it is written now, and up to where nothing is owed. */
type Written = { readonly base: number | null; readonly until: number | null };

/** null: the batch is not what is owed now, and nothing was written. */
export async function writeBatch(
  tx: Tx,
  dialect: Dialect,
  here: string,
  batch: PublishBatch,
  { signed, keyNumber }: Signature,
): Promise<Written | null> {
  const { tables } = dialect;
  const place = await readPlace(tx, tables);
  if ((place?.position ?? null) !== batch.fromPosition) return null;
  const names = new Set(batch.drafts.map(({ stream }) => stream));
  const heads = await readHeads(tx, tables, here, names);
  if (!isSame(heads, batch.streams)) return null;
  if (!(await maySign(tx, tables, keyNumber, heads))) return null;
  if (!(await isOwedStill(tx, dialect, here, batch, names))) return null;
  checkPlaces(batch, signed);
  const hadHead = tx.head();
  await writeEnvelopes(tx, tables, here, batch, signed, keyNumber);
  if (batch.toPosition === null) return { base: null, until: null };
  // what was just appended asks for nothing
  const position = hadHead === batch.toPosition ? tx.head() : batch.toPosition;
  await writePlace(tx, tables, { position, opened: batch.next.opened });
  return { base: position, until: position };
}

function isSame(now: ReadonlyMap<StreamName, StreamHead>, then: ReadonlyMap<StreamName, StreamHead>): boolean {
  return (
    now.size === then.size &&
    [...now].every(([stream, { sequence, hash }]) => {
      const before = then.get(stream);
      return before?.sequence === sequence && before.hash === hash;
    })
  );
}

/** The newest key that is not revoked signs, and none that is older than the one that signed before. */
async function maySign(
  tx: Tx,
  { forumKeys: k }: Tables,
  keyNumber: number,
  heads: ReadonlyMap<StreamName, StreamHead>,
): Promise<boolean> {
  if ([...heads.values()].some((head) => head.keyNumber > keyNumber)) return false;
  const keys = await tx.db
    .select({ number: k.number })
    .from(k)
    .where(and(isNull(k.revokedAt), gte(k.number, keyNumber)));
  const [any] = keys.length > 0 ? keys : await tx.db.select({ number: k.number }).from(k).limit(1);
  return keys.length === 0 ? any === undefined : keys.every(({ number }) => number === keyNumber);
}

async function isOwedStill(
  tx: Tx,
  dialect: Dialect,
  here: string,
  { drafts }: PublishBatch,
  names: ReadonlySet<StreamName>,
): Promise<boolean> {
  const itemIds = [...new Set(drafts.map(({ itemId }) => itemId))];
  const owed = await loadOwed(tx, dialect, { here, at: tx.at, itemIds, opened: [...names], only: null });
  const now = new Map(owed.flat().map((draft) => [placeOf(draft), draft.digest]));
  return drafts.every((draft) => now.get(placeOf(draft)) === draft.digest);
}

function placeOf({ stream, itemId, head }: Draft): string {
  return `${stream} ${itemId} ${head.act} ${head.revision}`;
}

function checkPlaces({ drafts, streams }: PublishBatch, signed: readonly Signed[]): void {
  const next = new Map([...streams].map(([stream, { sequence }]) => [stream, sequence]));
  const fits = signed.every(({ stream, sequence }, at) => {
    const place = (next.get(stream) ?? 0) + 1;
    next.set(stream, place);
    return drafts[at]?.stream === stream && sequence === place;
  });
  if (!fits || signed.length !== drafts.length) throw new Error("what was signed is not the batch that was handed out");
}

async function writeEnvelopes(
  tx: Tx,
  tables: Tables,
  here: string,
  { drafts }: PublishBatch,
  signed: readonly Signed[],
  keyNumber: number,
): Promise<void> {
  const { envelopes, streamItems: i, streams: s } = tables;
  const rows = drafts.flatMap((draft, at) => {
    const one = signed[at];
    return one === undefined ? [] : [{ draft, ...one }];
  });
  await insertRows(
    tx.db,
    envelopes,
    rows.map(({ draft: { itemId, head }, stream, sequence, hash, bytes }) => {
      const { act, revision, at } = head;
      const place = { forumId: here, stream, sequence, hash, bytes, itemId, act, revision, at };
      return { ...place, route: [], peerId: null, refusedAs: null, refusal: null, passedOn: false };
    }),
  );
  for (const [stream, ofStream] of Map.groupBy(rows, (row) => row.stream)) {
    const ids = ofStream.map(({ draft }) => draft.itemId);
    await tx.db.delete(i).where(and(eq(i.forumId, here), eq(i.stream, stream), inArray(i.itemId, ids)));
    await insertRows(
      tx.db,
      i,
      ofStream.map(({ draft: { itemId, head, digest }, sequence }) => {
        return { forumId: here, stream, itemId, sequence, revision: head.revision, act: head.act, digest, claim: null };
      }),
    );
    const last = ofStream.at(-1);
    if (last === undefined) continue;
    const row = { forumId: here, stream, sequence: last.sequence, hash: last.hash, keyNumber, at: tx.at };
    await tx.db
      .insert(s)
      .values(row)
      .onConflictDoUpdate({ target: [s.forumId, s.stream], set: row });
  }
  for (const { stream, sequence } of rows)
    await tx.append({ type: "envelope", key: streamKey(stream), forumId: here, stream, sequence });
}
