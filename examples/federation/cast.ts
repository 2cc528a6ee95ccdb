import type { PeerAgreementInput, Sector } from "../../clients/sdk/index.ts";

/** Everybody here is invented. Keys are what the example calls its people by. */
export type ForumKey = "north" | "atlantic" | "pacific";
export type OrganizationKey = "fjord" | "nordic" | "brightwater" | "agency" | "coral" | "bureau";
export type PersonKey = "astrid" | "aksel" | "anna" | "bea" | "bruno" | "berit" | "chiyo" | "caleb" | "cora";

type Organization = {
  readonly forum: ForumKey;
  readonly name: string;
  readonly sector: Sector;
  readonly country: string;
};
type Person = { readonly organization: OrganizationKey; readonly name: string };

export const forums: Readonly<Record<ForumKey, string>> = {
  north: "Northern Forum",
  atlantic: "Atlantic Forum",
  pacific: "Pacific Forum",
};

export const organizations: Readonly<Record<OrganizationKey, Organization>> = {
  fjord: { forum: "north", name: "Fjord Labs", sector: "COMPANY", country: "NO" },
  nordic: { forum: "north", name: "Nordic Office for AI Safety", sector: "GOVERNMENT", country: "SE" },
  brightwater: { forum: "atlantic", name: "Brightwater Models", sector: "COMPANY", country: "IE" },
  agency: { forum: "atlantic", name: "Atlantic Safety Agency", sector: "GOVERNMENT", country: "PT" },
  coral: { forum: "pacific", name: "Coral Systems", sector: "COMPANY", country: "NZ" },
  bureau: { forum: "pacific", name: "Pacific Bureau for AI", sector: "GOVERNMENT", country: "JP" },
};

export const people: Readonly<Record<PersonKey, Person>> = {
  astrid: { organization: "fjord", name: "Astrid Lund" },
  aksel: { organization: "fjord", name: "Aksel Berg" },
  anna: { organization: "nordic", name: "Anna Holm" },
  bea: { organization: "brightwater", name: "Bea Kelly" },
  bruno: { organization: "brightwater", name: "Bruno Walsh" },
  berit: { organization: "agency", name: "Berit Costa" },
  chiyo: { organization: "coral", name: "Chiyo Mori" },
  caleb: { organization: "coral", name: "Caleb Ngata" },
  cora: { organization: "bureau", name: "Cora Ito" },
};

/** The one group, of the Pacific Forum. Brightwater is in it, though it is at home elsewhere. */
export const group = { forum: "pacific", name: "Incident cell", member: "brightwater" } as const;

/** Who follows whom: a ring. */
export const followPairs: readonly (readonly [follower: ForumKey, followed: ForumKey])[] = [
  ["north", "atlantic"],
  ["atlantic", "pacific"],
  ["pacific", "north"],
];

/** All labels, one community, and TLP:GREEN through one forum in between. */
export const agreed: PeerAgreementInput = { community: true, hops: 2 };

export const forumKeys = Object.keys(forums) as ForumKey[]; // the table's own keys
export const organizationKeys = Object.keys(organizations) as OrganizationKey[]; // likewise
export const personKeys = Object.keys(people) as PersonKey[]; // likewise

export function forumOf(person: PersonKey): ForumKey {
  return organizations[people[person].organization].forum;
}
