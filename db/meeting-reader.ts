import { and, asc, desc, eq, gt, inArray, lte } from "drizzle-orm";
import type { MeetingRule } from "../domain/groups.ts";
import { seesAttendance } from "../domain/groups.ts";
import type { MeetingRecord, MeetingState } from "../domain/meetings.ts";
import { groupRolesIn } from "./group-reader.ts";
import type { ItemReadContext } from "./read-items.ts";
import type { Tables } from "./tables.ts";
import { isSubjectVisible } from "./visible.ts";

export type MeetingView = {
  readonly id: string;
  readonly groupId: string;
  readonly title: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place: string | null;
  readonly agenda: readonly string[];
  readonly rule: MeetingRule;
  readonly state: MeetingState;
  readonly record: MeetingRecord | null;
  /** Who was there; null where that is not for the viewer. */
  readonly attendeeIds: readonly string[] | null;
};

/** The meetings of groups, for one viewer. */
export class MeetingReader {
  readonly #context: () => Promise<ItemReadContext>;
  readonly #now: () => Date;

  constructor(context: () => Promise<ItemReadContext>, now: () => Date) {
    this.#context = context;
    this.#now = now;
  }

  async byIds(ids: readonly string[]): Promise<(MeetingView | null)[]> {
    const { dialect, rights } = await this.#context();
    const { meetings: m } = dialect.tables;
    const rows = await dialect.reader.db
      .select()
      .from(m)
      .where(and(inArray(m.id, [...ids]), isSubjectVisible(dialect.tables, rights.ring, m.id)));
    const views = await this.#meetingViews(rows);
    return ids.map((id) => views.get(id) ?? null);
  }

  /** The meetings of groups: those to come, the next first, or those that were, the last first. */
  async of(
    groupIds: readonly string[],
    { upcoming, first }: { readonly upcoming: boolean; readonly first: number },
  ): Promise<MeetingView[][]> {
    const { dialect, rights } = await this.#context();
    const { meetings: m } = dialect.tables;
    const now = this.#now().toISOString();
    const found = await Promise.all(
      groupIds.map((id) =>
        dialect.reader.db
          .select()
          .from(m)
          .where(
            and(
              eq(m.groupId, id),
              upcoming ? gt(m.endsAt, now) : lte(m.endsAt, now),
              isSubjectVisible(dialect.tables, rights.ring, m.id),
            ),
          )
          .orderBy(upcoming ? asc(m.startsAt) : desc(m.startsAt), m.id)
          .limit(first),
      ),
    );
    const views = await this.#meetingViews(found.flat());
    return found.map((rows) => rows.flatMap(({ id }) => views.get(id) ?? []));
  }

  async #meetingViews(rows: readonly Tables["meetings"]["$inferSelect"][]): Promise<Map<string, MeetingView>> {
    const context = await this.#context();
    const { dialect } = context;
    const { attendance: a } = dialect.tables;
    const ids = rows.map(({ id }) => id);
    if (ids.length === 0) return new Map();
    const attended = await dialect.reader.db.select().from(a).where(inArray(a.meetingId, ids)).orderBy(a.accountId);
    const views = new Map<string, MeetingView>();
    const roles = await groupRolesIn(
      context,
      rows.map(({ groupId }) => groupId),
    );
    for (const { at: _, ...row } of rows) {
      const shown = seesAttendance(row.rule, roles.get(row.groupId) ?? []);
      const attendeeIds = attended.filter(({ meetingId }) => meetingId === row.id).map(({ accountId }) => accountId);
      views.set(row.id, { ...row, attendeeIds: shown ? attendeeIds : null });
    }
    return views;
  }
}
