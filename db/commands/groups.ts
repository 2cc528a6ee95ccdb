import { and, eq, isNull } from "drizzle-orm";
import { badInput, ForumError } from "../../domain/errors.ts";
import { mayAdmit, orgKey } from "../../domain/policy.ts";
import { requireHome } from "../in-directory.ts";
import type { Handler } from "./command.ts";
import { memberKey, openGroup, requireElsewhere, requireOther, requireWork, seat, unseat } from "./group-seats.ts";
import { organizationById } from "./members.ts";
import { nameGroup } from "./name-group.ts";

export const addGroup: Handler<"addGroup"> = async (context, { name, description }) => {
  const id = await nameGroup(context, { name, description });
  await context.tx.append({ type: "quiet", what: "addGroup" });
  return { id };
};

export const joinGroup: Handler<"joinGroup"> = async (context, { groupId, member }) => {
  const group = await openGroup(context, groupId);
  const named = await memberKey(context, member);
  const { key, organizationId } = named;
  requireOther(context, organizationId);
  requireElsewhere(context, group, named);
  requireWork(group, "ADMIT");
  await seat(context, groupId, key);
  return { id: groupId };
};

export const leaveGroup: Handler<"leaveGroup"> = async (context, { groupId, member }) => {
  const group = await openGroup(context, groupId);
  const { key } = await memberKey(context, member);
  await unseat(context, group, key);
  return { id: groupId };
};

export const addClient: Handler<"addClient"> = async (context, { providerId, clientId }) => {
  const { tx, dialect, actor } = context;
  const { clients: c } = dialect.tables;
  requireHome(await organizationById(context, providerId), "provider");
  requireHome(await organizationById(context, clientId), "client");
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
