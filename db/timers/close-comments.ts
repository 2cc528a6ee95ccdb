import { and, eq } from "drizzle-orm";
import { isOver } from "../../domain/practices.ts";
import { tellActivity } from "../commands/activity.ts";
import { practiceOf } from "../practices.ts";
import { loadSubjects } from "../subjects.ts";
import type { TimerHandler } from "./handlers.ts";

/** The time for comments on a practice ends: a command that comes later is refused by the instant, whether or not this has run. */
export const closeComments: TimerHandler = async (context, itemId) => {
  const { tx, dialect } = context;
  const { practiceDecisions: d } = dialect.tables;
  const state = await practiceOf(tx, dialect.tables, itemId);
  if (state === null || !isOver(state.closesAt, tx.at)) return;
  const [decision] = await tx.db
    .select({ id: d.id })
    .from(d)
    .where(and(eq(d.itemId, itemId), eq(d.version, state.version)));
  if (decision === undefined) return;
  const subject = (await loadSubjects(tx, dialect.tables, [decision.id])).get(decision.id);
  if (subject !== undefined)
    await tellActivity(context, { change: "COMMENTS_CLOSED", subject, groupId: state.groupId });
};
