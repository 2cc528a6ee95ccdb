import { and, gt, inArray, lte, or, eq } from "drizzle-orm";
import type { ItemEntry, Logged } from "../../domain/entries.ts";
import type { ItemFilter } from "../../domain/filter.ts";
import type { Connection, Dialect } from "../dialect.ts";
import { loadStates, revisionOfRow } from "../item-rows.ts";
import type { Rights } from "../rights.ts";
import { loadSubjects } from "../subjects.ts";
import type { Tables } from "../tables.ts";
import { logPositions } from "../visible.ts";
import type { FeedPlace } from "./cursor.ts";
import type { Event, Loaded } from "./tell.ts";
import { eventOf } from "./tell.ts";

/** How many entries are looked at in one go. */
const chunkSize = 200;

export type EventPage = {
  readonly events: readonly Event[];
  /** Where to go on: behind the last event, or behind everything where there is no more. */
  readonly end: FeedPlace;
  readonly hasMore: boolean;
};

/**
 * Reads what a viewer is told behind a place and up to `until`, at most `limit` events. The one way in which the log is read for
 * anybody. The rights must be looked up when `until` was the head or later: no entry is told by rights that are older than itself.
 */
export async function readEvents(
  dialect: Dialect,
  rights: Rights,
  { from, until, limit, filter }: { from: FeedPlace; until: number; limit: number; filter: ItemFilter },
): Promise<EventPage> {
  const { reader, tables } = dialect;
  const events: Event[] = [];
  let position = from.position;
  while (position < until) {
    const found = await reader.rows<{ position: number }>(
      logPositions(tables, rights.everHeld, {
        after: position,
        until,
        limit: Math.min(chunkSize, limit + 1),
      }),
    );
    if (found.length === 0) break;
    const entries = await readEntries(
      reader,
      tables,
      found.map((row) => row.position),
    );
    const loaded = await loadEntries(reader, tables, entries);
    const states = await loadStates(reader, tables, itemIdsOf(entries));
    const subjects = await loadSubjects(reader, tables, subjectIdsOf(entries));
    for (const entry of loaded) {
      const { itemId, subjectId } = namedBy(entry.logged);
      const now = { item: states.get(itemId ?? ""), subject: subjects.get(subjectId ?? "") };
      const event = eventOf(entry, now, rights, filter, from.quietUntil);
      if (event !== null && events.length === limit) {
        return { events, end: { ...from, position: events.at(-1)?.position ?? from.position }, hasMore: limit > 0 };
      }
      if (event !== null) events.push(event);
      position = entry.logged.position;
    }
  }
  return { events, end: { ...from, position: Math.max(until, from.position) }, hasMore: false };
}

/** The entries behind one position and up to another, for the tail. */
export async function readEntriesBetween(
  on: Connection,
  { log }: Tables,
  after: number,
  until: number,
  limit: number,
): Promise<Logged[]> {
  return on.db
    .select()
    .from(log)
    .where(and(gt(log.position, after), lte(log.position, until)))
    .orderBy(log.position)
    .limit(limit);
}

async function readEntries(on: Connection, { log }: Tables, positions: readonly number[]): Promise<Logged[]> {
  return on.db
    .select()
    .from(log)
    .where(inArray(log.position, [...positions]))
    .orderBy(log.position);
}

/** The item and the subject that an entry is about. */
export function namedBy({ entry }: Logged): { readonly itemId: string | null; readonly subjectId: string | null } {
  switch (entry.type) {
    case "item":
      return { itemId: entry.itemId, subjectId: null };
    case "activity":
      return entry;
    case "rights":
    case "envelope":
    case "access":
    case "quiet":
      return { itemId: null, subjectId: null };
  }
}

export function itemIdsOf(entries: readonly Logged[]): string[] {
  return entries.flatMap((logged) => namedBy(logged).itemId ?? []);
}

export function subjectIdsOf(entries: readonly Logged[]): string[] {
  return entries.flatMap((logged) => namedBy(logged).subjectId ?? []);
}

/** Adds the revisions around each change. */
export async function loadEntries(
  on: Connection,
  { revisions: r }: Tables,
  entries: readonly Logged[],
): Promise<Loaded[]> {
  const changes = entries.map(({ entry }) => entry).filter((entry): entry is ItemEntry => entry.type === "item");
  const wanted = changes.map(({ itemId, revision }) =>
    and(eq(r.itemId, itemId), inArray(r.revision, [revision - 1, revision])),
  );
  const rows =
    wanted.length === 0
      ? []
      : await on.db
          .select()
          .from(r)
          .where(or(...wanted));
  const found = new Map(rows.map((row) => [`${row.itemId} ${row.revision}`, revisionOfRow(row)]));
  return entries.map((logged) => {
    const { entry } = logged;
    if (entry.type !== "item") return { logged, before: null, after: null };
    return {
      logged,
      before: found.get(`${entry.itemId} ${entry.revision - 1}`) ?? null,
      after: found.get(`${entry.itemId} ${entry.revision}`) ?? null,
    };
  });
}
