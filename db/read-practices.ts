/** Practices as a viewer is shown them: where they stand, their versions, and the decisions that made these. */
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Content } from "../domain/kinds.ts";
import { isOriginWithheld, maySee, seesDirectory } from "../domain/policy.ts";
import type { MoveRule } from "../domain/stage-moves.ts";
import type { Tlp } from "../domain/tlp.ts";
import type { Stage } from "../domain/vocabulary.ts";
import { loadVisible } from "./item-rows.ts";
import type { Counted } from "./newest-first.ts";
import { newestFirst } from "./newest-first.ts";
import type { PageArgs } from "./page.ts";
import { practicesOf } from "./practices.ts";
import type { ItemReadContext } from "./read-items.ts";
import { isSubjectVisible, isVisible } from "./visible.ts";

export type PracticeView = {
  readonly itemId: string;
  readonly stage: Stage;
  /** For members; null for visitors, who are shown no directory. */
  readonly groupId: string | null;
  readonly version: number;
  readonly adoptedVersion: number | null;
  readonly since: string;
  readonly closesAt: string | null;
  /** null where the viewer does not see it. */
  readonly successorId: string | null;
};

/** Where practices stand that the viewer sees; null for what it does not see, and for what no group looks after. */
export async function readPractices(
  { dialect, rights }: ItemReadContext,
  ids: readonly string[],
): Promise<(PracticeView | null)[]> {
  const { reader, tables } = dialect;
  const seen = await loadVisible(reader, tables, rights.ring, ids);
  const states = await practicesOf(reader, tables, [...seen.keys()]);
  const successorIds = [...states.values()].flatMap(({ successorId }) => successorId ?? []);
  const successors = await loadVisible(reader, tables, rights.ring, successorIds);
  return ids.map((id) => {
    const state = states.get(id);
    if (state === undefined) return null;
    const { successorId } = state;
    return {
      ...state,
      groupId: seesDirectory(rights.member) ? state.groupId : null,
      successorId: successorId !== null && successors.has(successorId) ? successorId : null,
    };
  });
}

export type VersionView = {
  readonly itemId: string;
  readonly version: number;
  readonly stage: Stage;
  readonly at: string;
  readonly revision: number;
  readonly tlp: Tlp;
  readonly content: Content;
};

/**
 * The versions of practices, oldest first, as far as the revision that each froze may be read: an earlier one needs its own label and
 * sight of the item now.
 */
export async function readVersions(
  { dialect, rights }: ItemReadContext,
  ids: readonly string[],
): Promise<VersionView[][]> {
  const { reader, tables } = dialect;
  const { practiceVersions: v, revisions: r } = tables;
  const seen = await loadVisible(reader, tables, rights.ring, ids);
  if (seen.size === 0) return ids.map(() => []);
  const rows = await reader.db
    .select({ itemId: v.itemId, version: v.version, stage: v.stage, at: v.at, revision: v.revision, row: r })
    .from(v)
    .innerJoin(r, and(eq(r.itemId, v.itemId), eq(r.revision, v.revision)))
    .where(inArray(v.itemId, [...seen.keys()]))
    .orderBy(v.itemId, v.version);
  const readable = rows.filter(
    ({ itemId, revision, row }) => revision === seen.get(itemId)?.revision || maySee(row.keys, rights.ring),
  );
  return ids.map((id) =>
    readable
      .filter(({ itemId }) => itemId === id)
      .map(({ row: { tlp, content }, ...version }) => ({ ...version, tlp, content })),
  );
}

export type DecisionView = {
  readonly id: string;
  readonly itemId: string;
  readonly version: number;
  readonly from: Stage | null;
  readonly to: Stage;
  readonly rule: MoveRule | "PROPOSE";
  readonly at: string;
  /** Who made it; null where that would say where the practice comes from, though that is withheld. */
  readonly accountId: string | null;
  readonly organizationId: string | null;
  readonly reason: string | null;
  readonly closesAt: string | null;
  /** null where the viewer does not see it, as with the practice that took the place of this. */
  readonly ballotId: string | null;
  readonly successorId: string | null;
  readonly objectionIds: readonly string[];
};

/** Decisions that the viewer sees, of practices or by their own ids, oldest first. */
export async function readDecisions(
  { dialect, rights }: ItemReadContext,
  of: { readonly itemIds: readonly string[] } | { readonly ids: readonly string[] },
): Promise<DecisionView[]> {
  const { reader, tables } = dialect;
  const { practiceDecisions: d, ballots: b } = tables;
  const wanted = "ids" in of ? inArray(d.id, [...of.ids]) : inArray(d.itemId, [...of.itemIds]);
  const rows = await reader.db
    .select()
    .from(d)
    .where(and(wanted, isSubjectVisible(tables, rights.ring, d.id)))
    .orderBy(d.itemId, d.version);
  const others = rows.flatMap(({ itemId, successorId }) => (successorId === null ? [itemId] : [itemId, successorId]));
  const ballotIds = rows.flatMap(({ ballotId }) => ballotId ?? []);
  const [items, shownBallots] = await Promise.all([
    loadVisible(reader, tables, rights.ring, others),
    ballotIds.length === 0
      ? []
      : reader.db
          .select({ id: b.id })
          .from(b)
          .where(and(inArray(b.id, ballotIds), isSubjectVisible(tables, rights.ring, b.id))),
  ]);
  return rows.flatMap(({ objections, groupId: _groupId, ...row }) => {
    const item = items.get(row.itemId);
    if (item === undefined) return [];
    const { originId, label } = item;
    const origin = { originId, attribution: label.attribution };
    const withheld = row.rule === "PROPOSE" && isOriginWithheld(row.organizationId, origin, rights.member);
    const successorId = row.successorId !== null && items.has(row.successorId) ? row.successorId : null;
    const who = withheld ? { accountId: null, organizationId: null } : {};
    const ballotId = shownBallots.some(({ id }) => id === row.ballotId) ? row.ballotId : null;
    return [{ ...row, ballotId, successorId, objectionIds: objections, ...who }];
  });
}

export type PracticePageArgs = PageArgs & {
  readonly groupId: string | null;
  readonly stages: readonly Stage[] | null;
};

/** The practices that groups look after and that the viewer sees, those that moved last first. */
export function readPracticePage(
  context: ItemReadContext,
  { groupId, stages, ...args }: PracticePageArgs,
): Promise<Counted<string>> {
  const { rights } = context;
  const { tables } = context.dialect;
  const { practices: p, items: i } = tables;
  const words = (stages ?? []).map((stage) => sql`${stage}`);
  const wanted = [
    isVisible(tables, rights.ring, p.itemId),
    sql`${i.status} = ${"PUBLISHED"}`,
    ...(groupId === null ? [] : [seesDirectory(rights.member) ? sql`${p.groupId} = ${groupId}` : sql`false`]),
    ...(stages === null ? [] : [words.length === 0 ? sql`false` : sql`${p.stage} IN (${sql.join(words, sql`, `)})`]),
  ];
  const listed = {
    from: sql`${p} JOIN ${i} ON ${i.id} = ${p.itemId}`,
    where: sql.join(wanted, sql` AND `),
    id: p.itemId,
    at: p.since,
  };
  return newestFirst(context, { list: "practices", order: "newest" }, listed, args);
}
