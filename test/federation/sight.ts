/** Who sees what, said in plain words from the table of labels. It knows nothing of keys, and imports nothing of the product. */
import type { Label, Org, Person, Sector, Tlp } from "./world.ts";
import { nameOf, organizationSectors, orgOf } from "./world.ts";

export type Relay = { readonly to: Org; readonly by: Org; readonly asClient: boolean };

/** To whom an item goes in one forum: at home all that its author said, elsewhere what has come of it. */
export type Address = {
  readonly tlp: Tlp;
  /** By name, as `nameOf` gives it: organisations, persons, and groups and sectors of this forum. */
  readonly organizations: readonly string[];
  readonly persons: readonly string[];
  readonly groups: readonly number[];
  readonly sectors: readonly Sector[];
  /** Nobody is named: TLP:GREEN is for the whole community. */
  readonly toAll: boolean;
  readonly origin: Org;
  /** Who wrote the text, where TLP:RED shows it to them. */
  readonly authors: readonly Person[];
  readonly draft: boolean;
  readonly relays: readonly Relay[];
};

/** Who is in the groups of a forum. */
export type Groups = readonly ReadonlySet<string>[];

/** In every forum the second organisation is a client of the first. */
export const isClient = (provider: Org, client: Org): boolean =>
  provider.forum === client.forum && provider.organization === 0 && client.organization === 1;

export function isWide({ organizations, groups, sectors, persons }: Label): boolean {
  return organizations.length + groups.length + sectors.length + persons.length === 0;
}

/** Whether somebody at home in a forum is entitled to an item there; null is an anonymous visitor. */
export function entitled(person: Person | null, address: Address, groups: Groups): boolean {
  const { tlp, draft } = address;
  if (person === null) return tlp === "CLEAR" && !draft;
  const own = orgOf(person);
  const wrote = address.authors.some((author) => nameOf(author) === nameOf(person));
  if (tlp === "RED") return wrote || (!draft && address.persons.includes(nameOf(person)));
  if (draft) return nameOf(own) === nameOf(address.origin);
  return isForAllOf(own, address, groups) || address.groups.some((at) => groups[at]?.has(nameOf(person)));
}

/** Whether whoever belongs to an organisation of a forum is entitled to an item that is there, and no draft nor for persons. */
export function isForAllOf(org: Org, address: Address, groups: Groups): boolean {
  const { tlp, toAll, organizations, sectors, relays } = address;
  if (tlp === "CLEAR" || (tlp === "GREEN" && toAll)) return true;
  if (nameOf(org) === nameOf(address.origin) || organizations.includes(nameOf(org))) return true;
  if (sectors.some((sector) => sector === organizationSectors[org.organization])) return true;
  if (address.groups.some((at) => groups[at]?.has(nameOf(org)))) return true;
  return relays.some(({ to, by, asClient }) => nameOf(to) === nameOf(org) && (!asClient || isClient(by, org)));
}

/** Whether a recipient may pass an item on to an organisation by its label. */
export function mayPass(tlp: Tlp, by: Org, to: Org): boolean {
  const own = nameOf(by) === nameOf(to);
  switch (tlp) {
    case "RED":
      return false;
    case "AMBER_STRICT":
      return own;
    case "AMBER":
      return own || isClient(by, to);
    case "GREEN":
    case "CLEAR":
      return true;
  }
}

/** Those of a forum who are named in so many words: by its author, or by whoever has passed it on. */
export function namedIn(address: Address, forum: number): { organizations: string[]; persons: string[] } {
  const relayed = address.relays.flatMap(({ to, asClient }) => (asClient ? [] : [nameOf(to)]));
  const here = (name: string): boolean => name.split(" ")[1]?.startsWith(`${forum}.`) ?? false;
  return {
    organizations: [...new Set([...address.organizations, ...relayed])].filter(here),
    persons: address.persons.filter(here),
  };
}

/** The members of a forum's groups that are organisations. */
export function organizationsIn(groups: Groups, which: readonly number[]): string[] {
  return which.flatMap((at) => [...(groups[at] ?? [])].filter((name) => name.startsWith("org ")));
}
