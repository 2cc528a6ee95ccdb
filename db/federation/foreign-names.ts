/** What members of other forums are called here: their own name, and that of their forum. */
import { eq, inArray } from "drizzle-orm";
import type { Address } from "../../domain/federation/addresses.ts";
import { nameThere } from "../../domain/federation/names.ts";
import { foldName } from "../../domain/people.ts";
import type { Sector } from "../../domain/vocabulary.ts";
import type { Connection } from "../dialect.ts";
import type { Tx } from "../log/commit.ts";
import type { Tables } from "../tables.ts";
import { localId } from "./hashes.ts";

/** Which organisation has which name, as names are told from others. */
export async function loadNames(on: Connection, { organizations: o }: Tables): Promise<Map<string, string>> {
  const rows = await on.db.select({ id: o.id, name: o.name }).from(o);
  return new Map(rows.map(({ id, name }) => [foldName(name), id]));
}

/** No forum gives its members the name of another's: where one is taken, the end of the id is added, or all of it. */
export function foreignName(names: ReadonlyMap<string, string>, id: string, ownName: string, peerName: string): string {
  const isFree = (name: string): boolean => (names.get(foldName(name)) ?? id) === id;
  const [name, withEnd, withId] = wishesFor(id, ownName, peerName);
  return isFree(name) ? name : isFree(withEnd) ? withEnd : withId;
}

/** Who has one of the names that an organisation may get: found by their index, however many organisations there are. */
async function holdersOf(
  on: Connection,
  { organizations: o }: Tables,
  ...[id, ownName, peerName]: Parameters<typeof wishesFor>
): Promise<Map<string, string>> {
  const rows = await on.db
    .select({ id: o.id, name: o.name })
    .from(o)
    .where(inArray(o.name, wishesFor(id, ownName, peerName)));
  return new Map(rows.map((row) => [foldName(row.name), row.id]));
}

export function isNamedSo(row: { id: string; name: string }, ownName: string, peerName: string): boolean {
  return wishesFor(row.id, ownName, peerName).includes(row.name);
}

function wishesFor(id: string, ownName: string, peerName: string): [string, string, string] {
  const name = nameThere(ownName, peerName);
  return [name, `${name} (${id.slice(-8)})`, `${name} (${id})`];
}

/** What an item tells of the organisation that it comes from. */
export type ForeignOrigin = {
  readonly address: Address;
  readonly name: string;
  readonly sector: Sector;
  readonly country: string | null;
};

/**
 * Writes down the organisation that an item of another forum names as its origin, and returns its id here. Being named makes it none that
 * can be addressed.
 */
export async function keepForeignOrigin(
  tx: Tx,
  tables: Tables,
  { address, name: ownName, sector, country }: ForeignOrigin,
  { here, peerName }: { readonly here: string; readonly peerName: string },
): Promise<string> {
  const { organizations: o } = tables;
  const id = localId("organization", address, here);
  const [known] = await tx.db.select().from(o).where(eq(o.id, id));
  const isNamed = known !== undefined && isNamedSo(known, ownName, peerName);
  if (isNamed && known.sector === sector && known.country === country) return id;
  const name = isNamed
    ? known.name
    : foreignName(await holdersOf(tx, tables, id, ownName, peerName), id, ownName, peerName);
  const since = await tx.append({ type: "quiet", what: "keepForeignOrigin" });
  if (known === undefined) {
    const home = { homeForumId: address.forumId, homeId: address.id };
    await tx.db.insert(o).values({ id, ...home, name, sector, country, reachable: false, createdAt: tx.at, since });
  } else {
    await tx.db.update(o).set({ name, sector, country, since }).where(eq(o.id, id));
  }
  return id;
}
