/** Comments on practices as a viewer is shown them. */
import type { SQL } from "drizzle-orm";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { badInput } from "../domain/errors.ts";
import { may } from "../domain/groups.ts";
import { seesDirectory } from "../domain/policy.ts";
import { draftStages } from "../domain/practices.ts";
import type { CommentType, Disposition } from "../domain/vocabulary.ts";
import { groupRolesIn } from "./group-reader.ts";
import { loadVisible } from "./item-rows.ts";
import type { Counted } from "./newest-first.ts";
import { newestFirst, withLoaded } from "./newest-first.ts";
import type { PageArgs } from "./page.ts";
import { practicesOf } from "./practices.ts";
import type { ItemReadContext } from "./read-items.ts";
import type { Tables } from "./tables.ts";
import { isSubjectVisible } from "./visible.ts";

export type CommentAnswer = {
  readonly disposition: Disposition;
  readonly reason: string | null;
  readonly answeredIn: number | null;
  readonly at: string;
};
export type CommentView = {
  readonly id: string;
  readonly itemId: string;
  readonly version: number;
  readonly clause: string | null;
  readonly type: CommentType;
  readonly text: string;
  readonly proposedChange: string | null;
  readonly at: string;
  /** Who wrote it; both null for a visitor. */
  readonly accountId: string | null;
  readonly organizationId: string | null;
  /** The name that a visitor gave, if it gave one. */
  readonly visitorName: string | null;
  readonly disposition: Disposition;
  readonly objection: string | null;
  readonly objectedAt: string | null;
  /** What the group said to it, and to the objection. */
  readonly answers: readonly CommentAnswer[];
};

/** Which comments of a practice: the oldest `first` behind one of them. */
export type CommentRange = {
  readonly first: number;
  readonly after: string | null;
  readonly clause: string | null;
  readonly dispositions: readonly Disposition[] | null;
};
export type CommentCounts = { readonly total: number; readonly open: number; readonly objections: number };

type Row = Tables["practiceComments"]["$inferSelect"];

/** The comments on practices that the viewer sees, oldest first. */
export function readComments(
  context: ItemReadContext,
  ids: readonly string[],
  range: CommentRange,
): Promise<CommentView[][]> {
  const { tables } = context.dialect;
  const { practiceComments: c } = tables;
  const { clause, dispositions } = range;
  return Promise.all(
    ids.map((id) =>
      commentsWhere(
        context,
        [
          eq(c.itemId, id),
          isSubjectVisible(tables, context.rights.ring, c.id),
          ...(clause === null ? [] : [eq(c.clause, clause)]),
          ...(dispositions === null ? [] : [inArray(c.disposition, [...dispositions])]),
        ],
        range,
      ),
    ),
  );
}

/**
 * The comments of visitors that wait to be let in: for those who answer the practice's comments, null for everybody else. They are no
 * subjects yet, so that nothing but this shows them.
 */
export async function readWaiting(
  context: ItemReadContext,
  ids: readonly string[],
  range: Pick<CommentRange, "first" | "after">,
): Promise<(CommentView[] | null)[]> {
  const { practiceComments: c } = context.dialect.tables;
  const moderated = await moderatedBy(context, ids);
  return Promise.all(
    ids.map(async (id) =>
      moderated.has(id) ? commentsWhere(context, [eq(c.itemId, id), eq(c.moderation, "WAITING")], range) : null,
    ),
  );
}

/** How many they are, for the same viewers. */
export async function readWaitingCounts(context: ItemReadContext, ids: readonly string[]): Promise<(number | null)[]> {
  const { reader, tables } = context.dialect;
  const { practiceComments: c } = tables;
  const moderated = await moderatedBy(context, ids);
  if (moderated.size === 0) return ids.map(() => null);
  const rows = await reader.rows<{ item_id: string; waiting: number }>(
    sql`SELECT ${c.itemId} AS item_id, count(*) AS waiting FROM ${c}
        WHERE ${inArray(c.itemId, [...moderated])} AND ${c.moderation} = ${"WAITING"} GROUP BY ${c.itemId}`,
  );
  const counts = new Map(rows.map((row) => [row.item_id, row.waiting]));
  return ids.map((id) => (moderated.has(id) ? (counts.get(id) ?? 0) : null));
}

/** Those of the practices whose comments of visitors the viewer lets in. */
async function moderatedBy(context: ItemReadContext, ids: readonly string[]): Promise<Set<string>> {
  const { dialect, rights } = context;
  const seen = await loadVisible(dialect.reader, dialect.tables, rights.ring, ids);
  const states = [...(await practicesOf(dialect.reader, dialect.tables, [...seen.keys()])).values()];
  const roles = await groupRolesIn(
    context,
    states.map(({ groupId }) => groupId),
  );
  const own = states.filter(({ groupId }) => may(roles.get(groupId) ?? [], "disposeComment"));
  return new Set(own.map(({ itemId }) => itemId));
}

/** A page of the comments without an answer on the practices that a group is making, newest first, as far as the viewer sees them. */
export async function readOpenComments(
  context: ItemReadContext,
  groupId: string,
  args: PageArgs,
): Promise<Counted<CommentView>> {
  const { rights } = context;
  const { tables } = context.dialect;
  const { practiceComments: c, practices: p, items: i } = tables;
  const wanted = [
    seesDirectory(rights.member) ? eq(p.groupId, groupId) : sql`false`,
    inArray(p.stage, [...draftStages]),
    eq(i.status, "PUBLISHED"),
    eq(c.disposition, "OPEN"),
    isSubjectVisible(tables, rights.ring, c.id),
  ];
  const listed = {
    from: sql`${c} JOIN ${p} ON ${p.itemId} = ${c.itemId} JOIN ${i} ON ${i.id} = ${c.itemId}`,
    where: sql.join(wanted, sql` AND `),
    id: c.id,
    at: c.at,
  };
  const page = await newestFirst(context, { list: "open comments", order: "newest" }, listed, args);
  return withLoaded(page, async (ids) => {
    const found = await readCommentsById(context, ids);
    return new Map(found.flatMap((comment) => (comment === null ? [] : [[comment.id, comment] as const])));
  });
}

/** Comments by id, as far as they are seen. */
export async function readCommentsById(
  context: ItemReadContext,
  ids: readonly string[],
): Promise<(CommentView | null)[]> {
  const { tables } = context.dialect;
  const { practiceComments: c } = tables;
  const visible = isSubjectVisible(tables, context.rights.ring, c.id);
  const found = await commentsWhere(context, [inArray(c.id, [...ids]), visible], { first: ids.length, after: null });
  const byId = new Map(found.map((comment) => [comment.id, comment]));
  return ids.map((id) => byId.get(id) ?? null);
}

export async function readCommentCounts(
  { dialect, rights }: ItemReadContext,
  ids: readonly string[],
): Promise<CommentCounts[]> {
  const { reader, tables } = dialect;
  const { practiceComments: c } = tables;
  const rows = await reader.rows<{ item_id: string; total: number; open: number; objections: number }>(
    sql`SELECT ${c.itemId} AS item_id, count(*) AS total,
               sum(CASE WHEN ${c.disposition} = ${"OPEN"} THEN 1 ELSE 0 END) AS open,
               sum(CASE WHEN ${c.type} = ${"OBJECTION"} THEN 1 ELSE 0 END) AS objections
        FROM ${c} WHERE ${inArray(c.itemId, [...ids])} AND ${isSubjectVisible(tables, rights.ring, c.id)} GROUP BY ${c.itemId}`,
  );
  const counts = new Map(rows.map((row) => [row.item_id, row]));
  return ids.map((id) => {
    const { total = 0, open = 0, objections = 0 } = counts.get(id) ?? {};
    return { total, open, objections };
  });
}

async function commentsWhere(
  { dialect: { reader, tables } }: ItemReadContext,
  conditions: readonly SQL[],
  { first, after }: Pick<CommentRange, "first" | "after">,
): Promise<CommentView[]> {
  const { practiceComments: c } = tables;
  const [place] =
    after === null
      ? []
      : await reader.db
          .select()
          .from(c)
          .where(and(...conditions, eq(c.id, after)));
  if (after !== null && place === undefined) throw badInput("after", "There is no such comment in this list.");
  const behind = place === undefined ? [] : [sql`(${c.at}, ${c.id}) > (${place.at}, ${place.id})`];
  const rows = await reader.db
    .select()
    .from(c)
    .where(and(...conditions, ...behind))
    .orderBy(asc(c.at), asc(c.id))
    .limit(first);
  const { commentAnswers: a } = tables;
  const ids = rows.map(({ id }) => id);
  const answers =
    ids.length === 0
      ? []
      : await reader.db.select().from(a).where(inArray(a.commentId, ids)).orderBy(a.commentId, a.round);
  return rows.map((row) =>
    viewOf(
      row,
      answers.filter(({ commentId }) => commentId === row.id),
    ),
  );
}

function viewOf(
  { moderation: _m, moderatedBy: _by, objected: _o, ...row }: Row,
  answers: readonly CommentAnswer[],
): CommentView {
  return {
    ...row,
    answers: answers.map(({ disposition, reason, answeredIn, at }) => ({ disposition, reason, answeredIn, at })),
  };
}
