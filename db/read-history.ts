import { inArray } from "drizzle-orm";
import type { ItemState, Revision } from "../domain/items.ts";
import type { Content } from "../domain/kinds.ts";
import { maySee } from "../domain/policy.ts";
import type { Tlp } from "../domain/tlp.ts";
import type { RelationType } from "../domain/vocabulary.ts";
import { loadVisible, revisionOfRow } from "./item-rows.ts";
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

/**
 * The revisions of items that the viewer may read, oldest first: an earlier one needs its own label and audience and sight of the
 * item now; the newest needs sight of the item.
 */
export async function readRevisions(
  { dialect, rights }: ItemReadContext,
  ids: readonly string[],
): Promise<RevisionView[][]> {
  const { reader, tables } = dialect;
  const { revisions: r } = tables;
  const items = await loadVisible(reader, tables, rights.ring, ids);
  const rows = await reader.db
    .select()
    .from(r)
    .where(inArray(r.itemId, [...items.keys()]))
    .orderBy(r.itemId, r.revision);
  const readable = rows.filter(
    (row) => row.revision === items.get(row.itemId)?.revision || maySee(row.keys, rights.ring),
  );
  return ids.map((id) => historyOf(readable.filter((row) => row.itemId === id).map(revisionOfRow)));
}

function historyOf(revisions: readonly Revision[]): RevisionView[] {
  return revisions.map(({ revision, at, content, label }, place) => ({
    revision,
    at,
    content,
    tlp: label.tlp,
    changes: changesBetween(revisions[place - 1], { content, label }),
  }));
}

type State = Pick<Revision, "content" | "label">;

function changesBetween(before: State | undefined, after: State): RevisionChange[] {
  if (before === undefined) return [];
  const old = new Map(fieldsOf(before));
  return fieldsOf(after).flatMap(([field, value]) => {
    const previous = old.get(field) ?? null;
    return previous === value ? [] : [{ field, before: previous, after: value }];
  });
}

function fieldsOf({ content, label }: State): [string, string | null][] {
  const fields: [string, unknown][] = [
    ["tlp", label.tlp],
    ["attribution", label.attribution],
    ...Object.entries(content.envelope),
    ...Object.entries(content.details),
  ];
  return fields.map(([field, value]) => [
    field,
    value === null || typeof value === "string" ? value : JSON.stringify(value),
  ]);
}

export type RelationEnd = { readonly type: RelationType; readonly item: ItemState };

/** What items say of others (`source`), or what others say of them (`target`), as far as the viewer sees both ends. */
export async function readRelations(
  { dialect, rights }: ItemReadContext,
  ids: readonly string[],
  side: "source" | "target",
): Promise<RelationEnd[][]> {
  const { reader, tables } = dialect;
  const { relations: r } = tables;
  const [near, far] = side === "source" ? [r.sourceId, r.targetId] : [r.targetId, r.sourceId];
  const rows = await reader.db
    .select({ type: r.type, nearId: near, farId: far })
    .from(r)
    .where(inArray(near, [...new Set(ids)]))
    .orderBy(r.type, far);
  const seen = await loadVisible(
    reader,
    tables,
    rights.ring,
    rows.flatMap(({ nearId, farId }) => [nearId, farId]),
  );
  return ids.map((id) =>
    rows.flatMap(({ type, nearId, farId }) => {
      const item = seen.get(farId);
      return nearId === id && seen.has(nearId) && item !== undefined ? [{ type, item }] : [];
    }),
  );
}
