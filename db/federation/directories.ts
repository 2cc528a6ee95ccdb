/** Who is at home where: our members as peers are told of them, and theirs as they are known here. */
import { and, eq, inArray, isNull } from "drizzle-orm";
import { printAddress } from "../../domain/federation/addresses.ts";
import type { MemberAtHome } from "../../domain/federation/directory.ts";
import { nameThere } from "../../domain/federation/names.ts";
import { streamTo } from "../../domain/federation/streams.ts";
import { foldName } from "../../domain/people.ts";
import { byName } from "../../domain/people-view.ts";
import { streamKey } from "../../domain/policy.ts";
import type { Connection, Dialect } from "../dialect.ts";
import { insertRows } from "../insert-rows.ts";
import type { Tx } from "../log/commit.ts";
import type { Tables } from "../tables.ts";
import { foreignName, isNamedSo, loadNames } from "./foreign-names.ts";
import { localId } from "./hashes.ts";

/** Our own organisations that have agreed to be named elsewhere, by name. */
export async function readOwnDirectory({ reader, tables }: Dialect): Promise<MemberAtHome[]> {
  const { organizations: o, accounts: a } = tables;
  const shared = and(isNull(o.homeForumId), eq(o.reachable, true), isNull(o.suspendedAt));
  const organizations = await reader.db
    .select({ id: o.id, name: o.name, sector: o.sector, country: o.country })
    .from(o)
    .where(shared);
  const rows = await reader.db
    .select({ id: a.id, name: a.name, organizationId: a.organizationId })
    .from(a)
    .innerJoin(o, eq(o.id, a.organizationId))
    .where(and(shared, eq(a.listed, true), isNull(a.suspendedAt)));
  const accounts = Map.groupBy(rows.sort(byName), ({ organizationId }) => organizationId);
  return organizations.sort(byName).map((organization) => ({
    ...organization,
    accounts: (accounts.get(organization.id) ?? []).map(({ id, name }) => ({ id, name })),
  }));
}

type OrganizationRow = Tables["organizations"]["$inferSelect"];
type AccountRow = Tables["accounts"]["$inferSelect"];
type OrganizationFacts = Pick<OrganizationRow, "id" | "name" | "sector" | "country"> & { readonly homeId: string };
type AccountFacts = Pick<AccountRow, "id" | "name" | "organizationId"> & { readonly homeId: string };
type Members = { readonly organizations: OrganizationFacts[]; readonly accounts: AccountFacts[] };
type Peer = { readonly forumId: string; readonly name: string };

/** What is new, what is otherwise and who is gone, where a peer's directory is compared with what is known of it. */
type Differences = {
  readonly made: Members;
  readonly changed: Members;
  readonly gone: readonly string[];
  /** Whether others can be addressed than before. */
  readonly reach: boolean;
};

/** Whether a peer's directory says anything new, which costs no write transaction to find out. */
export async function isDirectoryNew(
  dialect: Dialect,
  here: string,
  peerId: string,
  told: readonly MemberAtHome[],
): Promise<boolean> {
  const peer = await peerOf(dialect.reader, dialect.tables, peerId);
  if (peer === null) return false;
  const { made, changed, reach } = await compare(dialect.reader, dialect.tables, { here, peer, told });
  return reach || [made, changed].some(({ organizations, accounts }) => organizations.length + accounts.length > 0);
}

/** So many members can be otherwise at once: a peer that turns all of them round again and again holds up nobody who writes. */
const changedAtOnce = 1_000;

/** Takes a peer's directory as it is now: who is in it can be addressed from here, and who is gone no longer. */
export async function noteDirectory(
  tx: Tx,
  tables: Tables,
  here: string,
  peerId: string,
  told: readonly MemberAtHome[],
): Promise<void> {
  const { organizations: o, accounts: a } = tables;
  const peer = await peerOf(tx, tables, peerId);
  if (peer === null) return;
  const { made, changed, gone, reach } = await compare(tx, tables, { here, peer, told });
  const since = await tx.append({ type: "quiet", what: "noteDirectory" });
  const from = { homeForumId: peer.forumId, createdAt: tx.at, since };
  await insertRows(
    tx.db,
    o,
    made.organizations.map((row) => ({ ...row, ...from, reachable: true })),
  );
  await insertRows(
    tx.db,
    a,
    made.accounts.map((row) => {
      const email = printAddress({ id: row.homeId, forumId: peer.forumId }); // every account has an e-mail of its own
      return { ...row, ...from, email, role: "READER" as const, listed: true };
    }),
  );
  // the others the next time that the peer is asked
  for (const { id, ...facts } of changed.organizations.slice(0, changedAtOnce))
    await tx.db
      .update(o)
      .set({ ...facts, reachable: true, since })
      .where(eq(o.id, id));
  for (const { id, ...facts } of changed.accounts.slice(0, changedAtOnce))
    await tx.db
      .update(a)
      .set({ ...facts, listed: true })
      .where(eq(a.id, id));
  await forgetMembers(tx, tables, gone);
  if (reach) await tx.append({ type: "rights", key: streamKey(streamTo(peer.forumId)) });
}

/** Nobody of a forum can be addressed any longer. */
export async function forgetDirectory(tx: Tx, tables: Tables, forumId: string): Promise<void> {
  const known = await knownOf(tx, tables, forumId);
  await forgetMembers(tx, tables, [...known.organizations.keys(), ...known.accounts.keys()]);
}

async function forgetMembers(
  tx: Tx,
  { organizations: o, accounts: a }: Tables,
  gone: readonly string[],
): Promise<void> {
  for (let from = 0; from < gone.length; from += 1_000) {
    const ids = gone.slice(from, from + 1_000);
    await tx.db.update(o).set({ reachable: false }).where(inArray(o.id, ids));
    await tx.db.update(a).set({ listed: false }).where(inArray(a.id, ids));
  }
}

async function compare(
  on: Connection,
  tables: Tables,
  { here, peer, told }: { readonly here: string; readonly peer: Peer; readonly told: readonly MemberAtHome[] },
): Promise<Differences> {
  const known = await knownOf(on, tables, peer.forumId);
  const names = await loadNames(on, tables);
  const made: Members = { organizations: [], accounts: [] };
  const changed: Members = { organizations: [], accounts: [] };
  const now = new Set<string>();
  let reach = false;
  for (const { id: homeId, name: ownName, sector, country, accounts } of told) {
    const id = localId("organization", { id: homeId, forumId: peer.forumId }, here);
    if (now.has(id)) continue;
    now.add(id);
    const row = known.organizations.get(id);
    const isNamed = row !== undefined && isNamedSo(row, ownName, peer.name);
    const name = isNamed ? row.name : foreignName(names, id, ownName, peer.name);
    names.set(foldName(name), id);
    const facts = { id, homeId, name, sector, country };
    reach ||= row?.reachable !== true;
    if (row === undefined) made.organizations.push(facts);
    else if (!isNamed || !row.reachable || row.sector !== sector || row.country !== country)
      changed.organizations.push(facts);
    for (const account of accounts) {
      const accountId = localId("account", { id: account.id, forumId: peer.forumId }, here);
      if (now.has(accountId)) continue;
      now.add(accountId);
      const before = known.accounts.get(accountId);
      const there = nameThere(account.name, peer.name);
      const one = { id: accountId, homeId: account.id, name: there, organizationId: id };
      reach ||= before?.listed !== true;
      if (before === undefined) made.accounts.push(one);
      else if (before.name !== one.name || before.organizationId !== id || !before.listed) changed.accounts.push(one);
    }
  }
  const reached = [
    ...[...known.organizations.values()].filter(({ reachable }) => reachable),
    ...[...known.accounts.values()].filter(({ listed }) => listed),
  ];
  const gone = reached.map(({ id }) => id).filter((id) => !now.has(id));
  return { made, changed, gone, reach: reach || gone.length > 0 };
}

async function knownOf(
  on: Connection,
  { organizations: o, accounts: a }: Tables,
  forumId: string,
): Promise<{ organizations: Map<string, OrganizationRow>; accounts: Map<string, AccountRow> }> {
  const organizations = await on.db.select().from(o).where(eq(o.homeForumId, forumId));
  const accounts = await on.db.select().from(a).where(eq(a.homeForumId, forumId));
  return {
    organizations: new Map(organizations.map((row) => [row.id, row])),
    accounts: new Map(accounts.map((row) => [row.id, row])),
  };
}

async function peerOf(on: Connection, { peers: p }: Tables, id: string): Promise<Peer | null> {
  const [row] = await on.db.select({ forumId: p.forumId, name: p.name }).from(p).where(eq(p.id, id));
  return row ?? null;
}
