/** What hangs on an item: relays, sightings, answers. Each is read for items that the viewer is known to see. */
import { inArray, sql } from "drizzle-orm";
import type { ItemState } from "../domain/items.ts";
import type { Member } from "../domain/people.ts";
import { byName } from "../domain/people-view.ts";
import { isOrigin, isOriginWithheld } from "../domain/policy.ts";
import type { AnswerState } from "../domain/vocabulary.ts";
import { loadVisible } from "./item-rows.ts";
import type { ItemReadContext } from "./read-items.ts";
import { readRecipients } from "./recipients.ts";
import type { Tables } from "./tables.ts";

export type RelayView = {
  readonly organizationId: string;
  readonly byId: string;
  readonly at: string;
  readonly active: boolean;
};
export type SightingView = {
  readonly id: string;
  readonly organizationId: string | null;
  /** Whether whoever reported it wants to be named to others. */
  readonly attributed: boolean;
  readonly count: number;
  readonly firstSeen: string;
  readonly lastSeen: string;
  readonly note: string | null;
  readonly at: string;
};
export type SightingSummary = {
  readonly reports: number;
  readonly count: number;
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
  readonly entries: readonly SightingView[];
};
export type AnswerView = {
  readonly organizationId: string;
  readonly state: AnswerState;
  readonly note: string | null;
  readonly acknowledgedAt: string | null;
  readonly at: string | null;
};
export type AnswerTally = {
  readonly acknowledged: number;
  readonly underStudy: number;
  readonly affected: number;
  readonly notAffected: number;
  readonly mitigated: number;
  readonly noAnswer: number | null;
  readonly entries: readonly AnswerView[] | null;
  readonly own: AnswerView | null;
};

async function visible({ dialect, rights }: ItemReadContext, ids: readonly string[]): Promise<Map<string, ItemState>> {
  return loadVisible(dialect.reader, dialect.tables, rights.ring, ids);
}

/** Who passed an item on to whom: for the origin, null for everyone else. */
export async function readRelays(
  context: ItemReadContext,
  ids: readonly string[],
): Promise<(readonly RelayView[] | null)[]> {
  const { dialect, rights } = context;
  const items = await visible(context, ids);
  const own = [...items.values()].filter(({ originId }) => isOrigin(originId, rights.member)).map(({ id }) => id);
  const { relays } = dialect.tables;
  const rows =
    own.length === 0
      ? []
      : await dialect.reader.db.select().from(relays).where(inArray(relays.itemId, own)).orderBy(relays.at, relays.id);
  return ids.map((id) =>
    own.includes(id)
      ? rows
          .filter(({ itemId }) => itemId === id)
          .map(({ organizationId, byOrganizationId, at, endedAt }) => ({
            organizationId,
            byId: byOrganizationId,
            at,
            active: endedAt === null,
          }))
      : null,
  );
}

/** How many reports of an item are read at most, the newest; the numbers are of all. */
export const maxSightings = 100;

/**
 * Who saw it too. An organisation that did not want to be named is shown to itself only, the origin's own reports name nobody where the
 * origin is withheld, and visitors are shown numbers alone.
 */
export async function readSightings(context: ItemReadContext, ids: readonly string[]): Promise<SightingSummary[]> {
  const { dialect, rights } = context;
  const items = await visible(context, ids);
  const { sightings: s } = dialect.tables;
  if (items.size === 0) return ids.map(() => noSightings);
  const ofItems = inArray(s.itemId, [...items.keys()]);
  const [sums, newest] = await Promise.all([
    dialect.reader.rows<{ item_id: string; reports: number; count: number; first_seen: string; last_seen: string }>(
      sql`SELECT ${s.itemId} AS item_id, count(*) AS reports, CAST(sum(${s.count}) AS bigint) AS count,
                 min(${s.firstSeen}) AS first_seen, max(${s.lastSeen}) AS last_seen
          FROM ${s} WHERE ${ofItems} GROUP BY ${s.itemId}`,
    ),
    dialect.reader.rows<{ id: string }>(
      sql`SELECT id FROM (
            SELECT ${s.id} AS id, row_number() OVER (PARTITION BY ${s.itemId} ORDER BY ${s.at} DESC, ${s.id} DESC) AS place FROM ${s} WHERE ${ofItems}
          ) AS placed WHERE place <= ${maxSightings}`,
    ),
  ]);
  const rows =
    newest.length === 0
      ? []
      : await dialect.reader.db
          .select()
          .from(s)
          .where(
            inArray(
              s.id,
              newest.map(({ id }) => id),
            ),
          )
          .orderBy(s.at, s.id);
  return ids.map((id) => {
    const item = items.get(id);
    const sum = sums.find(({ item_id }) => item_id === id);
    if (item === undefined || sum === undefined) return noSightings;
    return {
      reports: sum.reports,
      count: sum.count,
      firstSeen: sum.first_seen,
      lastSeen: sum.last_seen,
      entries: rows.filter(({ itemId }) => itemId === id).map((row) => sightingView(row, item, rights.member)),
    };
  });
}

const noSightings: SightingSummary = { reports: 0, count: 0, firstSeen: null, lastSeen: null, entries: [] };

function sightingView(row: Tables["sightings"]["$inferSelect"], item: ItemState, member: Member | null): SightingView {
  const { id, organizationId, attributed, count, firstSeen, lastSeen, note, at } = row;
  const betrays = isOriginWithheld(
    organizationId,
    { originId: item.originId, attribution: item.label.attribution },
    member,
  );
  const named = member !== null && (organizationId === member.organizationId || (attributed && !betrays));
  return {
    id,
    organizationId: named ? organizationId : null,
    attributed,
    count,
    firstSeen,
    lastSeen,
    note: member === null ? null : note,
    at,
  };
}

/** Where the recipients stand: the tally for everyone who sees the item, who said what for the origin, and one's own answer. */
export async function readAnswers(context: ItemReadContext, ids: readonly string[]): Promise<AnswerTally[]> {
  const { dialect, rights } = context;
  const items = await visible(context, ids);
  const { answers } = dialect.tables;
  const rows =
    items.size === 0
      ? []
      : await dialect.reader.db
          .select()
          .from(answers)
          .where(inArray(answers.itemId, [...items.keys()]));
  return Promise.all(
    ids.map(async (id) => {
      const item = items.get(id);
      const given = rows
        .filter(({ itemId }) => itemId === id)
        .map(({ organizationId, state, note, acknowledgedAt, at }) => ({
          organizationId,
          state,
          note,
          acknowledgedAt,
          at,
        }));
      const tally = (state: AnswerState): number => given.filter((answer) => answer.state === state).length;
      const entries =
        item !== undefined && isOrigin(item.originId, rights.member) ? await withSilent(context, item, given) : null;
      return {
        acknowledged: given.length,
        underStudy: tally("UNDER_STUDY"),
        affected: tally("AFFECTED"),
        notAffected: tally("NOT_AFFECTED"),
        mitigated: tally("MITIGATED"),
        noAnswer: entries?.filter(({ state }) => state === "NO_ANSWER").length ?? null,
        entries,
        own: given.find(({ organizationId }) => organizationId === rights.member?.organizationId) ?? null,
      };
    }),
  );
}

async function withSilent(
  context: ItemReadContext,
  item: ItemState,
  given: readonly AnswerView[],
): Promise<AnswerView[]> {
  const answered = new Set(given.map(({ organizationId }) => organizationId));
  const recipients = await readRecipients(context.dialect, item);
  const silent = recipients
    .filter((id) => !answered.has(id) && id !== item.originId)
    .map((organizationId): AnswerView => ({
      organizationId,
      state: "NO_ANSWER",
      note: null,
      acknowledgedAt: null,
      at: null,
    }));
  const { organizations: o } = context.dialect.tables;
  const organizations = await context.dialect.reader.db.select({ id: o.id, name: o.name }).from(o);
  const answers = new Map([...given, ...silent].map((answer) => [answer.organizationId, answer]));
  return organizations.sort(byName).flatMap(({ id }) => answers.get(id) ?? []);
}
