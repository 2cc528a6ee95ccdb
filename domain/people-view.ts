import type { Group, Member } from "./people.ts";
import type { Role, Sector } from "./vocabulary.ts";

/** An organisation as a viewer is shown it. `suspended` is for stewards. */
export type OrganizationView = {
  readonly id: string;
  readonly name: string;
  readonly sector: Sector;
  readonly country: string | null;
  /** The forum where it is at home; null with this one. */
  readonly forumId: string | null;
  readonly suspended: boolean | null;
  /** Whether other forums are told of it and its accounts; null with those of other forums, and for visitors. */
  readonly isShared: boolean | null;
};

/** An account as a viewer is shown it. What is nullable is for stewards and for the account itself. */
export type AccountView = {
  readonly id: string;
  readonly name: string;
  readonly organizationId: string;
  /** The forum where it is at home; null with this one. */
  readonly forumId: string | null;
  readonly role: Role | null;
  readonly email: string | null;
  readonly listed: boolean | null;
  readonly suspended: boolean | null;
};

export type GroupView = Group;

/** How much of the directory a viewer is shown: nothing but names that items carry, everybody listed, or everything. */
export type DirectorySight = "visitor" | "member" | "steward";

export function directorySight(member: Member | null): DirectorySight {
  if (member === null) return "visitor";
  return member.role === "STEWARD" ? "steward" : "member";
}

type Named = { readonly id: string; readonly name: string };

/** The order in which those who are named together are shown: the same on every store, and for everybody who is shown the same. */
export function byName(a: Named, b: Named): number {
  if (a.name !== b.name) return a.name < b.name ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
