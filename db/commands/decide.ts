import { eq } from "drizzle-orm";
import { newId } from "../../domain/ids.ts";
import type { ItemState } from "../../domain/items.ts";
import type { PracticeState } from "../../domain/practices.ts";
import { isStandingObjection } from "../../domain/practices.ts";
import type { MoveRule } from "../../domain/stage-moves.ts";
import type { Stage } from "../../domain/vocabulary.ts";
import { cancelTimer, setTimer } from "../timers/set.ts";
import { tellActivity } from "./activity.ts";
import type { CommandContext } from "./command.ts";
import { memberOf } from "./command.ts";

/** A move that was found to be allowed. `state` is null for a practice that is proposed. */
export type Decided = {
  readonly item: ItemState;
  readonly state: PracticeState | null;
  readonly groupId: string;
  readonly to: Stage;
  readonly rule: MoveRule | "PROPOSE";
  readonly closesAt: string | null;
  readonly reason: string | null;
  readonly ballotId: string | null;
  readonly successorId: string | null;
};

/**
 * Moves a practice: freezes its newest revision as a version, leaves a record, sets or stops the clock of its comments, and tells
 * whoever sees it. Returns the position.
 */
export async function decide(context: CommandContext, decided: Decided): Promise<number> {
  const { tx, dialect } = context;
  const { practices, practiceVersions, practiceDecisions } = dialect.tables;
  const { item, state, groupId, to, rule, closesAt, reason, ballotId, successorId } = decided;
  const { member } = memberOf(context);
  const version = (state?.version ?? 0) + 1;
  const id = newId("decision");
  const row: PracticeState = {
    itemId: item.id,
    groupId,
    stage: to,
    version,
    adoptedVersion: to === "ADOPTED" ? version : (state?.adoptedVersion ?? null),
    since: tx.at,
    closesAt,
    successorId,
  };
  await tx.db.insert(practices).values(row).onConflictDoUpdate({ target: practices.itemId, set: row });
  await tx.db
    .insert(practiceVersions)
    .values({ itemId: item.id, version, revision: item.revision, stage: to, at: tx.at });
  await tx.db.insert(practiceDecisions).values({
    id,
    itemId: item.id,
    groupId,
    version,
    from: state?.stage ?? null,
    to,
    rule,
    at: tx.at,
    accountId: member.accountId,
    organizationId: member.organizationId,
    reason,
    closesAt,
    ballotId,
    successorId,
    objections: await standingObjections(context, item.id),
  });
  const timer = { kind: "closeComments", subjectId: item.id } as const;
  if (closesAt === null) await cancelTimer(context, timer);
  else await setTimer(context, { ...timer, due: closesAt });
  return tellActivity(context, {
    change: "STAGE_CHANGED",
    subject: { id, itemId: item.id, within: null, keys: item.keys },
    groupId,
  });
}

async function standingObjections({ tx, dialect }: CommandContext, itemId: string): Promise<string[]> {
  const { practiceComments: c } = dialect.tables;
  const rows = await tx.db.select().from(c).where(eq(c.itemId, itemId)).orderBy(c.at, c.id);
  return rows.filter(isStandingObjection).map(({ id }) => id);
}
