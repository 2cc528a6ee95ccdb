import { eq, inArray } from "drizzle-orm";
import type { Subject } from "../domain/subjects.ts";
import type { Connection } from "./dialect.ts";
import { insertRows } from "./insert-rows.ts";
import type { Tables } from "./tables.ts";

/** Subjects by id, for the log's readers and for commands, which decide by key themselves. */
export async function loadSubjects(
  on: Connection,
  { subjectKeys: s }: Tables,
  ids: readonly string[],
): Promise<Map<string, Subject>> {
  if (ids.length === 0) return new Map();
  const rows = await on.db
    .select()
    .from(s)
    .where(inArray(s.subjectId, [...new Set(ids)]))
    .orderBy(s.subjectId, s.key);
  const found = new Map<string, Subject>();
  for (const { subjectId: id, key, itemId, within } of rows)
    found.set(id, { id, itemId, within, keys: [...(found.get(id)?.keys ?? []), key] });
  return found;
}

/** Writes who sees a subject, in the place of what was there. */
export async function storeSubject(
  on: Connection,
  { subjectKeys: s }: Tables,
  { id: subjectId, itemId, within, keys }: Subject,
): Promise<void> {
  await on.db.delete(s).where(eq(s.subjectId, subjectId));
  await insertRows(
    on.db,
    s,
    [...new Set(keys)].map((key) => ({ subjectId, key, itemId, within })),
  );
}
