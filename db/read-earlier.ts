/** What items were before a revision, as far as the viewer may still read it: for readers who have kept what is no part of the item any more. */
import { inArray } from "drizzle-orm";
import { maySee } from "../domain/policy.ts";
import type { Tlp } from "../domain/tlp.ts";
import type { ItemStatus, RelationType } from "../domain/vocabulary.ts";
import { visibleAmong } from "./item-rows.ts";
import type { ItemReadContext } from "./read-items.ts";

/** Which state of an item is meant. */
export type Version = { readonly itemId: string; readonly revision: number };

/** A relation of an item that the viewer sees to another: all by which it shows that anything of it has changed. */
export type RelationMark = {
  readonly sourceId: string;
  readonly type: RelationType;
  readonly targetId: string;
  readonly tlp: Tlp;
  readonly status: ItemStatus;
};

export type Earlier = {
  /** The revisions before it that the viewer may read, the oldest first. */
  readonly revisions: readonly number[];
  /** What these pointed at and the viewer sees now, in one order. */
  readonly relations: readonly RelationMark[];
};

/** So far back it is looked: whoever has missed more revisions than these keeps what the oldest of them had. */
const most = 50;

/** For each version, in order. */
export async function readEarlier(context: ItemReadContext, versions: readonly Version[]): Promise<Earlier[]> {
  const { dialect, rights } = context;
  const { revisions: r, items: i } = dialect.tables;
  const { db } = dialect.reader;
  const revised = new Set(versions.flatMap(({ itemId, revision }) => (revision > 1 ? [itemId] : [])));
  if (revised.size === 0) return versions.map(() => ({ revisions: [], relations: [] }));
  const rows = await db
    .select({ itemId: r.itemId, revision: r.revision, keys: r.keys, relations: r.relations })
    .from(r)
    .where(inArray(r.itemId, [...revised]))
    .orderBy(r.itemId, r.revision);
  const readable = rows.filter(({ keys }) => maySee(keys, rights.ring));
  const ends = [...new Set(readable.flatMap(({ relations }) => relations.map(({ itemId }) => itemId)))];
  const seen = await visibleAmong(dialect.reader, dialect.tables, rights.ring, ends);
  const facts =
    seen.size === 0
      ? []
      : await db
          .select({ id: i.id, tlp: i.tlp, status: i.status })
          .from(i)
          .where(inArray(i.id, [...seen]));
  const known = new Map(facts.map(({ id, ...fact }) => [id, fact]));
  return versions.map(({ itemId, revision }) => {
    const before = readable.filter((row) => row.itemId === itemId && row.revision < revision).slice(-most);
    const relations = before.flatMap((row) =>
      row.relations.flatMap(({ type, itemId: targetId }) => {
        const fact = known.get(targetId);
        return fact === undefined ? [] : [{ sourceId: itemId, type, targetId, ...fact }];
      }),
    );
    const distinct = new Map(relations.map((mark) => [`${mark.targetId} ${mark.type}`, mark]));
    return {
      revisions: before.map((row) => row.revision),
      relations: [...distinct].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, mark]) => mark),
    };
  });
}
