import { and, eq, isNull } from "drizzle-orm";
import type { GroupMember } from "../../domain/commands.ts";
import { badInput, ForumError, notFound } from "../../domain/errors.ts";
import { newId } from "../../domain/ids.ts";
import { parseText } from "../../domain/parse.ts";
import { sameName } from "../../domain/people.ts";
import type { Key } from "../../domain/policy.ts";
import { accountKey, mayAdmit, orgKey } from "../../domain/policy.ts";
import type { CommandContext, Handler } from "./command.ts";
import { accountById, organizationById } from "./members.ts";
import { conflict } from "./write-item.ts";

export const addGroup: Handler<"addGroup"> = async ({ tx, dialect }, { name, description }) => {
  const { groups } = dialect.tables;
  parseText(name, "name", 200, true);
  if (description !== null) parseText(description, "description", 2_000, false);
  const others = await tx.db.select({ name: groups.name }).from(groups);
  if (others.some((other) => sameName(other.name, name))) throw conflict("There is a group of this name already.");
  const id = newId("group");
  await tx.db.insert(groups).values({ id, name, description, createdAt: tx.at });
  await tx.append({ type: "quiet", what: "addGroup" });
  return { id };
};

export const joinGroup: Handler<"joinGroup"> = async (context, { groupId, member }) => {
  const { tx, dialect, actor } = context;
  const { memberships: m } = dialect.tables;
  const { key, organizationId } = await memberOfGroup(context, groupId, member);
  if (!mayAdmit(organizationId, actor)) {
    throw new ForumError(
      "FORBIDDEN",
      "A steward admits nobody of its own organisation to a group; ask another steward, or the operator.",
    );
  }
  const [active] = await tx.db
    .select()
    .from(m)
    .where(and(eq(m.groupId, groupId), eq(m.member, key), isNull(m.until)));
  if (active !== undefined) return { id: groupId };
  const since = await tx.append({ type: "rights", key });
  await tx.db.insert(m).values({ groupId, member: key, since, until: null });
  return { id: groupId };
};

export const leaveGroup: Handler<"leaveGroup"> = async (context, { groupId, member }) => {
  const { tx, dialect } = context;
  const { memberships: m } = dialect.tables;
  const { key } = await memberOfGroup(context, groupId, member);
  const active = and(eq(m.groupId, groupId), eq(m.member, key), isNull(m.until));
  const [found] = await tx.db.select().from(m).where(active);
  if (found === undefined) return { id: groupId };
  const until = await tx.append({ type: "rights", key });
  await tx.db.update(m).set({ until }).where(active);
  return { id: groupId };
};

export const addClient: Handler<"addClient"> = async (context, { providerId, clientId }) => {
  const { tx, dialect, actor } = context;
  const { clients: c } = dialect.tables;
  await organizationById(context, providerId);
  await organizationById(context, clientId);
  if (!mayAdmit(clientId, actor)) {
    throw new ForumError(
      "FORBIDDEN",
      "A steward makes its own organisation nobody's client; ask another steward, or the operator.",
    );
  }
  if (providerId === clientId) throw badInput("client", "An organisation cannot be its own client.");
  const [active] = await tx.db
    .select()
    .from(c)
    .where(and(eq(c.providerId, providerId), eq(c.clientId, clientId), isNull(c.until)));
  if (active !== undefined) return { id: providerId };
  const since = await tx.append({ type: "rights", key: orgKey(clientId) });
  await tx.db.insert(c).values({ providerId, clientId, since, until: null });
  return { id: providerId };
};

export const removeClient: Handler<"removeClient"> = async (context, { providerId, clientId }) => {
  const { tx, dialect } = context;
  const { clients: c } = dialect.tables;
  await organizationById(context, providerId);
  await organizationById(context, clientId);
  const active = and(eq(c.providerId, providerId), eq(c.clientId, clientId), isNull(c.until));
  const [found] = await tx.db.select().from(c).where(active);
  if (found === undefined) return { id: providerId };
  const until = await tx.append({ type: "rights", key: orgKey(clientId) });
  await tx.db.update(c).set({ until }).where(active);
  return { id: providerId };
};

async function memberOfGroup(
  context: CommandContext,
  groupId: string,
  member: GroupMember,
): Promise<{ key: Key; organizationId: string }> {
  const { groups } = context.dialect.tables;
  const [group] = await context.tx.db.select({ id: groups.id }).from(groups).where(eq(groups.id, groupId));
  if (group === undefined) throw notFound();
  if ("accountId" in member) {
    const { id, organizationId } = await accountById(context, member.accountId);
    return { key: accountKey(id), organizationId };
  }
  const { id } = await organizationById(context, member.organizationId);
  return { key: orgKey(id), organizationId: id };
}
