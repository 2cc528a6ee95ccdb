/** Who sees what, said once more in plain words, by people and circles. It knows nothing of keys. */
import type { Attribution, Audience, Role, Sector, Severity, Tlp } from "./world.ts";

/** What somebody is at one moment; null is an anonymous visitor. */
export type Person = {
  readonly account: number;
  readonly organization: number;
  readonly sector: Sector;
  readonly role: Role;
  readonly groups: ReadonlySet<number>;
  /** The organisations whose registered client this person's organisation is. */
  readonly providers: ReadonlySet<number>;
} | null;

export type Passed = { readonly to: number; readonly by: number; readonly asClient: boolean };

/** To whom an item goes at one moment. */
export type Address = {
  readonly draft: boolean;
  readonly tlp: Tlp;
  readonly audience: Audience;
  readonly origin: number;
  /** Who published it first, and who gave it this label. */
  readonly authors: readonly number[];
  readonly passed: readonly Passed[];
};

export function entitled(person: Person, address: Address): boolean {
  const { draft, tlp, audience, origin, authors } = address;
  if (person === null) return tlp === "CLEAR" && !draft;
  if (tlp === "RED") {
    if (authors.includes(person.account)) return true;
    return !draft && audience.accounts.includes(person.account);
  }
  const ofOrigin = person.organization === origin;
  if (draft) return ofOrigin && person.role !== "READER";
  if (ofOrigin || tlp === "CLEAR") return true;
  if (tlp === "GREEN" && !namesCircles(audience)) return true;
  return isNamed(person, audience) || wasPassed(person, address);
}

export function namesCircles({ organizations, groups, sectors }: Audience): boolean {
  return organizations.length > 0 || groups.length > 0 || sectors.length > 0;
}

function isNamed(person: NonNullable<Person>, { organizations, groups, sectors }: Audience): boolean {
  if (organizations.includes(person.organization)) return true;
  if (sectors.includes(person.sector)) return true;
  return groups.some((group) => person.groups.has(group));
}

export function wasPassed(person: NonNullable<Person>, { passed }: Address): boolean {
  for (const { to, by, asClient } of passed) {
    if (to !== person.organization) continue;
    if (!asClient) return true;
    if (person.providers.has(by)) return true;
  }
  return false;
}

/** The ways by which an item came to somebody who sees it, in one order. */
export function ways(person: Person, address: Address): string[] {
  const { audience, draft, tlp } = address;
  if (person === null) return ["PUBLIC"];
  const found: string[] = [];
  if (person.organization === address.origin) found.push("ORIGIN");
  if (tlp === "RED") {
    const reached = address.authors.includes(person.account) || (!draft && audience.accounts.includes(person.account));
    if (reached) found.push("PERSON");
  } else if (!draft) {
    if (person.organization !== address.origin && audience.organizations.includes(person.organization)) {
      found.push("ORGANIZATION");
    }
    for (const group of audience.groups) if (person.groups.has(group)) found.push(`GROUP group:${group}`);
    if (audience.sectors.includes(person.sector)) found.push("SECTOR");
    if (tlp === "GREEN" && !namesCircles(audience)) found.push("COMMUNITY");
    if (tlp === "CLEAR") found.push("PUBLIC");
  }
  if (wasPassed(person, address)) found.push("RELAY");
  return found.sort();
}

/** What a recipient may do with an item that is published. */
export const passingOn: Readonly<Record<Tlp, string>> = {
  RED: "NOBODY",
  AMBER_STRICT: "OWN_ORGANIZATION",
  AMBER: "CLIENTS",
  GREEN: "COMMUNITY",
  CLEAR: "ANYONE",
};

export function showsOrganization(attribution: Attribution): boolean {
  return attribution === "ORGANIZATION";
}

export function showsSector(attribution: Attribution): boolean {
  return attribution === "ORGANIZATION" || attribution === "SECTOR";
}

export const severityOrder: readonly Severity[] = ["LOW", "MEDIUM", "HIGH", "CRITICAL"];

export function sameAudience(a: Audience, b: Audience): boolean {
  const same = (x: readonly unknown[], y: readonly unknown[]): boolean =>
    x.every((one) => y.includes(one)) && y.every((one) => x.includes(one));
  return (
    same(a.organizations, b.organizations) &&
    same(a.groups, b.groups) &&
    same(a.sectors, b.sectors) &&
    same(a.accounts, b.accounts)
  );
}
