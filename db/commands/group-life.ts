import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Charter } from "../../domain/charters.ts";
import { badInput, ForumError } from "../../domain/errors.ts";
import type { GroupMover } from "../../domain/groups.ts";
import { groupSteps, may } from "../../domain/groups.ts";
import { loadCharters } from "../groups.ts";
import type { CommandContext, Handler } from "./command.ts";
import { memberOf } from "./command.ts";
import { makeMove, requireDemand } from "./group-moves.ts";
import { openGroup, requireAct, tellGroup } from "./group-seats.ts";
import { nameGroup } from "./name-group.ts";
import { conflict } from "./write-item.ts";

/** Whoever reads the charter of a group reads every version. */
const maxCharters = 50;

export const proposeGroup: Handler<"proposeGroup"> = async (context, { name, description, charter }) => {
  const { tx, dialect } = context;
  const { member } = memberOf(context);
  const groupId = await nameGroup(context, { name, description });
  await tx.db.insert(dialect.tables.workingGroups).values({ groupId, state: "PROPOSED", proposerId: member.accountId });
  await writeCharter(context, groupId, charter, 1);
  await sign(context, groupId, 1);
  await tellGroup(context, groupId);
  return { id: groupId };
};

export const signOn: Handler<"signOn"> = async (context, { groupId, signed }) => {
  const { tx, dialect } = context;
  const { signOns: s } = dialect.tables;
  const { member } = memberOf(context);
  const { state } = await openGroup(context, groupId);
  if (state !== "PROPOSED") throw conflict("Only a proposal can be signed on to.");
  const [newest] = await loadCharters(tx, dialect.tables, groupId);
  const version = newest?.version ?? 1;
  if (signed) await sign(context, groupId, version);
  else {
    const own = and(eq(s.groupId, groupId), eq(s.version, version), eq(s.organizationId, member.organizationId));
    await tx.db.delete(s).where(own);
  }
  await tellGroup(context, groupId);
  return { id: groupId };
};

export const draftCharter: Handler<"draftCharter"> = async (context, { groupId, charter }) => {
  const { tx, dialect } = context;
  const { member } = memberOf(context);
  const group = await openGroup(context, groupId);
  if (group.state === "PROPOSED") {
    if (group.proposerId !== member.accountId) throw new ForumError("FORBIDDEN", "Whoever proposed it writes it.");
  } else {
    requireAct(group, "draftCharter");
    if (group.state !== "RECHARTERING") throw conflict(`The group is ${group.state}: move it to RECHARTERING first.`);
  }
  const [newest] = await loadCharters(tx, dialect.tables, groupId);
  const version = (newest?.version ?? 0) + 1;
  if (version > maxCharters) throw conflict(`A group has at most ${maxCharters} versions of its charter.`);
  await writeCharter(context, groupId, charter, version);
  if (group.state === "PROPOSED") await sign(context, groupId, version);
  await tellGroup(context, groupId);
  return { id: groupId };
};

export const moveGroup: Handler<"moveGroup"> = async (context, { groupId, move, reason }) => {
  const { member } = memberOf(context);
  const group = await openGroup(context, groupId);
  const step = groupSteps[group.state][move];
  if (step === null)
    throw new ForumError("CONFLICT", `The group is ${group.state}: from there it cannot ${move}.`, { field: "move" });
  const movers: GroupMover[] = [
    ...(member.role === "STEWARD" ? (["STEWARD"] as const) : []),
    ...(group.proposerId === member.accountId ? (["PROPOSER"] as const) : []),
    ...(may(group.roles, "moveGroup") ? (["CHAIR"] as const) : []),
  ];
  if (!step.by.some((mover) => movers.includes(mover)))
    throw new ForumError(
      "FORBIDDEN",
      `This is for ${step.by.filter((mover) => mover !== "CLOCK").join(" or ")} to do.`,
    );
  const [newest] = await loadCharters(context.tx, context.dialect.tables, groupId);
  for (const demand of step.demands) await requireDemand(demand, { context, group, newest, reason });
  await makeMove(context, group, { move, step, reason, newest });
  return { id: groupId };
};

async function writeCharter(
  context: CommandContext,
  groupId: string,
  charter: Charter,
  version: number,
): Promise<void> {
  const { tx, dialect } = context;
  const { accounts: a, charters } = dialect.tables;
  const { member } = memberOf(context);
  const chairs = await tx.db
    .select({ id: a.id, listed: a.listed })
    .from(a)
    .where(and(inArray(a.id, [...charter.chairIds]), isNull(a.homeForumId)));
  const known = chairs.filter(({ id, listed }) => listed || id === member.accountId);
  if (known.length < charter.chairIds.length)
    throw badInput("charter.chairs", "The charter names somebody who is not in the directory of this forum.");
  await tx.db.insert(charters).values({ groupId, version, charter, authorId: member.accountId, at: tx.at });
}

async function sign(context: CommandContext, groupId: string, version: number): Promise<void> {
  const { tx, dialect } = context;
  const { organizationId, accountId } = memberOf(context).member;
  const row = { groupId, version, organizationId, accountId, at: tx.at };
  await tx.db.insert(dialect.tables.signOns).values(row).onConflictDoNothing();
}
