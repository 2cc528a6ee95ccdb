import { and, eq, inArray } from "drizzle-orm";
import type { Revision } from "../domain/items.ts";
import type { Content } from "../domain/kinds.ts";
import { isOrigin, maySee } from "../domain/policy.ts";
import type { Tlp } from "../domain/tlp.ts";
import { loadVisible, revisionOfRow, visibleAmong } from "./item-rows.ts";
import type { ItemReadContext } from "./read-items.ts";

export type RevisionChange = { readonly field: string; readonly before: string | null; readonly after: string | null };
export type RevisionView = {
  readonly revision: number;
  readonly at: string;
  readonly content: Content;
  readonly tlp: Tlp;
  /** What differs from the newest earlier revision that the viewer may read; empty for the first. */
  readonly changes: readonly RevisionChange[];
};

/** Which of an item's revisions are asked for: the newest `last`, or the newest before a number. */
export type RevisionRange = { readonly last: number; readonly before: number | null };

/**
 * The revisions of items that the viewer may read, oldest first: an earlier one needs its own label and audience and sight of the
 * item now; the newest needs sight of the item.
 */
export async function readRevisions(
  { dialect, rights }: ItemReadContext,
  ids: readonly string[],
  { last, before }: RevisionRange,
): Promise<RevisionView[][]> {
  const { reader, tables } = dialect;
  const { revisions: r } = tables;
  const items = await loadVisible(reader, tables, rights.ring, ids);
  const keys = await reader.db
    .select({ itemId: r.itemId, revision: r.revision, keys: r.keys })
    .from(r)
    .where(inArray(r.itemId, [...items.keys()]))
    .orderBy(r.itemId, r.revision);
  const readable = keys.filter(
    (row) => row.revision === items.get(row.itemId)?.revision || maySee(row.keys, rights.ring),
  );
  return Promise.all(
    ids.map(async (id) => {
      const originId = items.get(id)?.originId ?? "";
      const numbers = readable.filter(({ itemId }) => itemId === id).map(({ revision }) => revision);
      const wanted = numbers.filter((number) => before === null || number < before).slice(-(last + 1));
      if (last === 0 || wanted.length === 0) return [];
      const rows = await reader.db
        .select()
        .from(r)
        .where(and(eq(r.itemId, id), inArray(r.revision, wanted)))
        .orderBy(r.revision);
      const ends = rows.flatMap(({ relations }) => relations.map(({ itemId }) => itemId));
      const sight: Sight = {
        isOrigin: isOrigin(originId, rights.member),
        ends: await visibleAmong(reader, tables, rights.ring, ends),
      };
      // One more than was asked for is read, for what has changed since.
      return historyOf(rows.map(revisionOfRow), sight).slice(-last);
    }),
  );
}

/** What of a revision is shown: the audience to the origin alone, of its relations those whose other end is seen now. */
type Sight = { readonly isOrigin: boolean; readonly ends: ReadonlySet<string> };

function historyOf(revisions: readonly Revision[], sight: Sight): RevisionView[] {
  return revisions.map((after, place) => ({
    revision: after.revision,
    at: after.at,
    content: after.content,
    tlp: after.label.tlp,
    changes: changesBetween(revisions[place - 1], after, sight),
  }));
}

function changesBetween(before: Revision | undefined, after: Revision, sight: Sight): RevisionChange[] {
  if (before === undefined) return [];
  const old = new Map(fieldsOf(before, sight));
  return fieldsOf(after, sight).flatMap(([field, value]) => {
    const previous = old.get(field) ?? null;
    return previous === value ? [] : [{ field, before: previous, after: value }];
  });
}

function fieldsOf({ content, label, relations }: Revision, sight: Sight): [string, string | null][] {
  const ends = relations.filter(({ itemId }) => sight.ends.has(itemId)).map(({ type, itemId }) => `${type} ${itemId}`);
  const fields: [string, unknown][] = [
    ["tlp", label.tlp],
    ["attribution", label.attribution],
    ...(sight.isOrigin ? [["audience", label.audience] satisfies [string, unknown]] : []),
    ...Object.entries(content.envelope),
    ...Object.entries(content.details),
    ["relations", [...new Set(ends)].sort()],
  ];
  return fields.map(([field, value]) => [
    field,
    value === null || typeof value === "string" ? value : JSON.stringify(value),
  ]);
}
