import { and, eq } from "drizzle-orm";
import { charterEnd } from "../../domain/charters.ts";
import { badInput, ForumError } from "../../domain/errors.ts";
import type { GroupDemand, GroupMove, GroupStep } from "../../domain/groups.ts";
import { leastSignOns } from "../../domain/groups.ts";
import { accountKey, orgKey } from "../../domain/policy.ts";
import type { CharterVersion } from "../groups.ts";
import { loadSeats } from "../groups.ts";
import { cancelTimer, setTimer } from "../timers/set.ts";
import type { CommandContext } from "./command.ts";
import type { OpenGroup } from "./group-seats.ts";
import { requireOther, seat, tellGroup } from "./group-seats.ts";
import { accountById } from "./members.ts";

export type Asked = {
  readonly context: CommandContext;
  readonly group: OpenGroup;
  readonly newest: CharterVersion | undefined;
  readonly reason: string | null;
};

/** Refuses a move whose demand is not met. */
export async function requireDemand(demand: GroupDemand, { context, group, newest, reason }: Asked): Promise<void> {
  const { tx, dialect } = context;
  const unmet = (message: string): ForumError => new ForumError("CONFLICT", message, { field: "move" });
  switch (demand) {
    case "REASON":
      if (reason === null) throw badInput("reason", "Say why.");
      return;
    case "SIGN_ONS": {
      const { length } = await signersOf(context, group.groupId, newest?.version ?? 0);
      if (length < leastSignOns)
        throw unmet(`${leastSignOns} organisations have to sign on to the newest charter; ${length} did.`);
      return;
    }
    case "NEW_CHARTER":
      if (newest === undefined || newest.version === group.charterVersion)
        throw unmet("There is no new charter to approve: write one first.");
      return;
    case "WILLING_CHAIRS": {
      const seats = await loadSeats(tx, dialect.tables, group.groupId);
      const signers = await signersOf(context, group.groupId, newest?.version ?? 0);
      const willing = new Set([
        ...seats.map(({ member }) => member),
        ...signers.map((one) => orgKey(one.organizationId)),
      ]);
      for (const id of newest?.charter.chairIds ?? []) {
        const { organizationId } = await accountById(context, id);
        if (!willing.has(accountKey(id)) && !willing.has(orgKey(organizationId)))
          throw unmet("A chair that the charter names is not in the group, and its organisation has not signed on.");
      }
      return;
    }
    case "RUNNING_CHARTER":
      if (group.charterEndsAt !== null && group.charterEndsAt <= tx.at)
        throw unmet("The charter has run out: the group needs a new one.");
  }
}

export type Move = {
  readonly move: GroupMove;
  readonly step: GroupStep;
  readonly reason: string | null;
  readonly newest: CharterVersion | undefined;
};

/** Moves a group, and keeps who did it and why. */
export async function makeMove(
  context: CommandContext,
  group: OpenGroup,
  { move, step, reason, newest }: Move,
): Promise<void> {
  const { tx, dialect, actor } = context;
  const { workingGroups: w, groupHistory } = dialect.tables;
  const { groupId, state: from, roles: _, ...status } = group;
  const approved = move === "CHARTER" && newest !== undefined ? await approve(context, group, newest) : {};
  const row = { ...status, ...approved, groupId, state: step.to };
  await tx.db.insert(w).values(row).onConflictDoUpdate({ target: w.groupId, set: row });
  if (step.to === "CLOSED" || step.to === "CONCLUDED")
    await cancelTimer(context, { kind: "endCharter", subjectId: groupId });
  const earlier = await tx.db
    .select({ id: groupHistory.id })
    .from(groupHistory)
    .where(eq(groupHistory.groupId, groupId));
  await tx.db.insert(groupHistory).values({
    id: `${groupId} ${String(earlier.length + 1).padStart(6, "0")}`,
    groupId,
    move,
    from,
    to: step.to,
    accountId: typeof actor === "string" ? null : actor.accountId,
    reason,
    charterVersion: row.charterVersion,
    at: tx.at,
  });
  await tellGroup(context, groupId);
}

/**
 * Puts a charter in force: its chairs chair the group from now on, and whoever signed on to a proposal is in it. A steward does this for
 * others alone: what comes in must not be of its own organisation.
 */
async function approve(
  context: CommandContext,
  { groupId, state }: OpenGroup,
  { version, charter, authorId }: CharterVersion,
) {
  const { tx, dialect } = context;
  const { charters: c, groupRoles: r } = dialect.tables;
  const signers = state === "PROPOSED" ? await signersOf(context, groupId, version) : [];
  for (const id of [...charter.chairIds, authorId])
    requireOther(context, (await accountById(context, id)).organizationId);
  for (const { organizationId } of signers) requireOther(context, organizationId);
  for (const id of [...charter.chairIds, ...signers.map(({ accountId }) => accountId)])
    await seat(context, groupId, accountKey(id));
  await tx.db.delete(r).where(and(eq(r.groupId, groupId), eq(r.role, "CHAIR")));
  const chairs = charter.chairIds.map((id) => ({
    groupId,
    member: accountKey(id),
    role: "CHAIR" as const,
    since: tx.at,
  }));
  await tx.db.insert(r).values(chairs);
  const approved = and(eq(c.groupId, groupId), eq(c.version, version));
  await tx.db.update(c).set({ approvedAt: tx.at }).where(approved);
  const charterEndsAt = charterEnd(tx.at, charter.durationMonths);
  await setTimer(context, { kind: "endCharter", subjectId: groupId, due: charterEndsAt });
  return { charterVersion: version, charterEndsAt };
}

function signersOf({ tx, dialect }: CommandContext, groupId: string, version: number) {
  const { signOns: s } = dialect.tables;
  return tx.db
    .select({ organizationId: s.organizationId, accountId: s.accountId })
    .from(s)
    .where(and(eq(s.groupId, groupId), eq(s.version, version)));
}
