import { and, eq, isNull, ne } from "drizzle-orm";
import { badInput, notFound } from "../../domain/errors.ts";
import { parseAddress } from "../../domain/federation/addresses.ts";
import { holdsAtSign } from "../../domain/federation/names.ts";
import { streamTo } from "../../domain/federation/streams.ts";
import { newId } from "../../domain/ids.ts";
import { parseText } from "../../domain/parse.ts";
import { sameName } from "../../domain/people.ts";
import { accountKey, streamKey } from "../../domain/policy.ts";
import { requireHome } from "../in-directory.ts";
import type { CommandContext, Handler } from "./command.ts";
import { conflict } from "./write-item.ts";

const maxNameLength = 200;

export const addOrganization: Handler<"addOrganization"> = async (context, { name, sector, country }) => {
  const { tx, dialect } = context;
  const { organizations } = dialect.tables;
  const id = newId("organization");
  await checkOrganization(context, id, { name, country });
  const since = await tx.append({ type: "quiet", what: "addOrganization" });
  await tx.db.insert(organizations).values({ id, name, sector, country, createdAt: tx.at, since });
  return { id };
};

export const updateOrganization: Handler<"updateOrganization"> = async (
  context,
  { organizationId: id, ...changes },
) => {
  const { tx, dialect } = context;
  const { organizations } = dialect.tables;
  requireHome(await organizationById(context, id), "id");
  await checkOrganization(context, id, changes);
  const since = await tx.append({ type: "quiet", what: "updateOrganization" });
  if (Object.keys(changes).length > 0)
    await tx.db
      .update(organizations)
      .set({ ...changes, since })
      .where(eq(organizations.id, id));
  return { id };
};

export const suspendOrganization: Handler<"suspendOrganization"> = async (
  context,
  { organizationId: id, suspended },
) => {
  const { tx, dialect } = context;
  const { organizations } = dialect.tables;
  const organization = await organizationById(context, id);
  if (suspended) await keepSteward(context, ({ organizationId }) => organizationId === id);
  await tx.db
    .update(organizations)
    .set({ suspendedAt: suspended ? tx.at : null })
    .where(eq(organizations.id, id));
  await tx.append(
    suspended ? { type: "access", subject: "organization", id } : { type: "quiet", what: "resumeOrganization" },
  );
  await tellHome(context, organization);
  return { id };
};

export const addAccount: Handler<"addAccount"> = async (context, { organizationId, name, email, role, listed }) => {
  const { tx, dialect } = context;
  const { accounts } = dialect.tables;
  requireHome(await organizationById(context, organizationId), "organization");
  checkName(name);
  parseText(email, "email", maxNameLength, true);
  if (!/^[^\s@]+@[^\s@]+$/.test(email) || parseAddress("account", email.toLowerCase()) !== null)
    throw badInput("email", "Give an e-mail address.");
  const [taken] = await tx.db.select({ id: accounts.id }).from(accounts).where(eq(accounts.email, email.toLowerCase()));
  if (taken !== undefined) throw conflict("There is an account with this e-mail address already.");
  const id = newId("account");
  const since = await tx.append({ type: "quiet", what: "addAccount" });
  await tx.db
    .insert(accounts)
    .values({ id, organizationId, name, email: email.toLowerCase(), role, listed, since, createdAt: tx.at });
  return { id };
};

export const updateAccount: Handler<"updateAccount"> = async (context, { accountId: id, ...changes }) => {
  const { tx, dialect } = context;
  const { accounts } = dialect.tables;
  const account = await accountById(context, id);
  requireHome(account, "id");
  if (changes.name !== undefined) checkName(changes.name);
  if (changes.role !== undefined && changes.role !== "STEWARD")
    await keepSteward(context, (steward) => steward.id === id);
  if (Object.keys(changes).length > 0) await tx.db.update(accounts).set(changes).where(eq(accounts.id, id));
  const newRole = changes.role !== undefined && changes.role !== account.role;
  await tx.append(newRole ? { type: "rights", key: accountKey(id) } : { type: "quiet", what: "updateAccount" });
  return { id };
};

export const suspendAccount: Handler<"suspendAccount"> = async (context, { accountId: id, suspended }) => {
  const { tx, dialect } = context;
  const { accounts } = dialect.tables;
  const account = await accountById(context, id);
  if (suspended) await keepSteward(context, (steward) => steward.id === id);
  await tx.db
    .update(accounts)
    .set({ suspendedAt: suspended ? tx.at : null })
    .where(eq(accounts.id, id));
  await tx.append(suspended ? { type: "access", subject: "account", id } : { type: "quiet", what: "resumeAccount" });
  await tellHome(context, account);
  return { id };
};

/** What goes to the forum where somebody is at home is something else from here on. */
async function tellHome(
  { tx }: CommandContext,
  { homeForumId }: { readonly homeForumId: string | null },
): Promise<void> {
  if (homeForumId !== null) await tx.append({ type: "rights", key: streamKey(streamTo(homeForumId)) });
}

/** A steward may step down, but not as the last one: only the operator could make another then. */
async function keepSteward(
  { tx, dialect, actor }: CommandContext,
  leaves: (steward: { readonly id: string; readonly organizationId: string }) => boolean,
): Promise<void> {
  if (actor === "operator") return;
  const { accounts: a, organizations: o } = dialect.tables;
  const stewards = await tx.db
    .select({ id: a.id, organizationId: a.organizationId })
    .from(a)
    .innerJoin(o, eq(o.id, a.organizationId))
    .where(and(eq(a.role, "STEWARD"), isNull(a.suspendedAt), isNull(o.suspendedAt)));
  if (stewards.every(leaves)) throw conflict("The forum would be left without a steward: make another one first.");
}

export async function organizationById({ tx, dialect }: CommandContext, id: string) {
  const { organizations } = dialect.tables;
  const [row] = await tx.db.select().from(organizations).where(eq(organizations.id, id));
  if (row === undefined) throw notFound();
  return row;
}

export async function accountById({ tx, dialect }: CommandContext, id: string) {
  const { accounts } = dialect.tables;
  const [row] = await tx.db.select().from(accounts).where(eq(accounts.id, id));
  if (row === undefined) throw notFound();
  return row;
}

/** Nobody is called as if it were at home at another forum. */
function checkName(name: string): void {
  parseText(name, "name", maxNameLength, true);
  if (holdsAtSign(name))
    throw badInput("name", "The sign @ stands between the name of a member of another forum and that of its forum.");
}

async function checkOrganization(
  { tx, dialect }: CommandContext,
  id: string,
  { name, country }: { name?: string; country?: string | null },
): Promise<void> {
  const { organizations: o } = dialect.tables;
  if (country !== undefined && country !== null && !/^[A-Z]{2}$/.test(country)) {
    throw badInput("country", "Give a country as two capital letters (ISO 3166-1 alpha-2), such as GB.");
  }
  if (name === undefined) return;
  checkName(name);
  const others = await tx.db.select({ name: o.name }).from(o).where(ne(o.id, id));
  if (others.some((other) => sameName(other.name, name)))
    throw conflict("There is an organisation of this name already.");
}
