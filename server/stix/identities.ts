/** Who says something: an organisation as far as the attribution allows, else a class of which nobody is named. */
import type { Tlp } from "../../domain/tlp.ts";
import type { Attribution, Sector } from "../../domain/vocabulary.ts";
import { ownId } from "./ids.ts";
import type { TlpEdition } from "./markings.ts";
import { tlpMarking } from "./markings.ts";
import { stixObject, type StixObject } from "./stix-object.ts";

export type ForumName = { readonly id: string; readonly name: string; readonly origin: string };
export type Named = { readonly id: string; readonly name: string; readonly sector: Sector };

/** An identity has no history here: it bears one time, whatever it is called. */
const since = "2026-11-01T00:00:00.000Z";

/** Words of industry-sector-ov, an open vocabulary that all tools know. */
const sectorWords: Readonly<Record<Sector, string>> = {
  COMPANY: "technology",
  GOVERNMENT: "government",
  ACADEMIA: "education",
  CIVIL_SOCIETY: "non-profit",
};
const sectorNames: Readonly<Record<Sector, string>> = {
  COMPANY: "A company",
  GOVERNMENT: "A government body",
  ACADEMIA: "An academic institution",
  CIVIL_SOCIETY: "A civil-society organisation",
};

/** Who is a member is for members, unless it has said something to everybody. */
const namesMarkedAs: Readonly<Record<Tlp, Tlp>> = {
  RED: "GREEN",
  AMBER_STRICT: "GREEN",
  AMBER: "GREEN",
  GREEN: "GREEN",
  CLEAR: "CLEAR",
};

export function forumIdentity(forum: ForumName, edition: TlpEdition): StixObject {
  return identity(ownId("identity", forum.id), forum.name, "system", null, "CLEAR", edition);
}

/** Whoever is not named: the same object for all of a sector, or of the forum, so that nothing in it tells one from another. */
export function classIdentity(forum: ForumName, sector: Sector | null, edition: TlpEdition): StixObject {
  const name = sector === null ? "A member" : sectorNames[sector];
  return identity(
    ownId("identity", forum.id, sector ?? "any"),
    `${name} of ${forum.name}`,
    "class",
    sector,
    "CLEAR",
    edition,
  );
}

export function organizationIdentity({ id, name, sector }: Named, tlp: Tlp, edition: TlpEdition): StixObject {
  return identity(organizationIdentityId(id), name, "organization", sector, namesMarkedAs[tlp], edition);
}

export function organizationIdentityId(organizationId: string): string {
  return ownId("identity", organizationId);
}

/** The origin as a bundle names it. A bundle is made to be handed on: it names nobody whom the attribution withholds, to nobody. */
export function originIdentity(
  origin: { readonly attribution: Attribution; readonly organization: Named | null; readonly sector: Sector | null },
  { forum, edition, tlp }: { readonly forum: ForumName; readonly edition: TlpEdition; readonly tlp: Tlp },
): StixObject {
  const { attribution, organization, sector } = origin;
  if (attribution === "ORGANIZATION" && organization !== null) return organizationIdentity(organization, tlp, edition);
  return classIdentity(forum, attribution === "ANONYMOUS" ? null : sector, edition);
}

function identity(
  id: string,
  name: string,
  identityClass: "organization" | "class" | "system",
  sector: Sector | null,
  tlp: Tlp,
  edition: TlpEdition,
): StixObject {
  const marking = tlpMarking(tlp, edition);
  return stixObject(id, {
    created: since,
    modified: since,
    name,
    identity_class: identityClass,
    sectors: sector === null ? [] : [sectorWords[sector]],
    object_marking_refs: marking === null ? [] : [marking.id],
  });
}
