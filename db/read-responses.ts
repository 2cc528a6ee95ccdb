/** What hangs on an item: relays, sightings, answers. Each is read for items that the viewer is known to see. */
import { inArray } from "drizzle-orm";
import type { ItemState } from "../domain/items.ts";
import { isOrigin } from "../domain/policy.ts";
import type { AnswerState } from "../domain/vocabulary.ts";
import { loadVisible } from "./item-rows.ts";
import type { ItemReadContext } from "./read-items.ts";
import { readRecipients } from "./recipients.ts";

export type RelayView = {
  readonly organizationId: string;
  readonly byId: string;
  readonly at: string;
  readonly active: boolean;
};
export type SightingView = {
  readonly organizationId: string | null;
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

/** Who saw it too. An organisation that did not want to be named is shown to itself only; visitors are shown numbers alone. */
export async function readSightings(context: ItemReadContext, ids: readonly string[]): Promise<SightingSummary[]> {
  const { dialect, rights } = context;
  const items = await visible(context, ids);
  const { sightings } = dialect.tables;
  const rows =
    items.size === 0
      ? []
      : await dialect.reader.db
          .select()
          .from(sightings)
          .where(inArray(sightings.itemId, [...items.keys()]))
          .orderBy(sightings.at, sightings.id);
  const { member } = rights;
  return ids.map((id) => {
    const own = rows.filter(({ itemId }) => itemId === id);
    const times = (pick: "firstSeen" | "lastSeen"): string[] => own.map((row) => row[pick]).sort();
    return {
      reports: own.length,
      count: own.reduce((sum, { count }) => sum + count, 0),
      firstSeen: times("firstSeen").at(0) ?? null,
      lastSeen: times("lastSeen").at(-1) ?? null,
      entries: own.map(({ organizationId, attributed, count, firstSeen, lastSeen, note, at }) => ({
        organizationId:
          member !== null && (attributed || organizationId === member.organizationId) ? organizationId : null,
        count,
        firstSeen,
        lastSeen,
        note: member === null ? null : note,
        at,
      })),
    };
  });
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
  return [...given, ...silent].sort((a, b) => (a.organizationId < b.organizationId ? -1 : 1));
}
