import { groupSteps } from "../../domain/groups.ts";
import { makeMove } from "../commands/group-moves.ts";
import { loadGroupStatuses } from "../groups.ts";
import type { TimerHandler } from "./handlers.ts";

/** A charter has run out: a group at work rests until it has a new one. */
export const endCharter: TimerHandler = async (context, groupId, due) => {
  const status = (await loadGroupStatuses(context.tx, context.dialect.tables, [groupId])).get(groupId);
  const step = groupSteps.ACTIVE.PAUSE;
  if (status?.state !== "ACTIVE" || status.charterEndsAt !== due || step === null) return;
  const reason = "Its charter has run out.";
  await makeMove(context, { ...status, groupId, roles: [] }, { move: "PAUSE", step, reason, newest: undefined });
};
