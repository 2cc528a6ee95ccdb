/** The objects of what arrived: for each arrival, in order, those that it brings. */
import type { Arrival } from "../../db/log/arrival.ts";
import type { Reader, RelationView } from "../../db/reader.ts";
import { tlpLabels } from "../../domain/tlp.ts";
import type { ItemView } from "../../domain/view.ts";
import { paps, sectors } from "../../domain/vocabulary.ts";
import type { ForumName } from "../stix/identities.ts";
import { classIdentity, forumIdentity, organizationIdentity } from "../stix/identities.ts";
import { extensionDefinition } from "../stix/extension.ts";
import { papMarking, tlpMarking } from "../stix/markings.ts";
import { toStix } from "../stix/to-stix.ts";
import type { StixCache, Written } from "./stix-cache.ts";
import { write } from "./stix-cache.ts";

export type ObjectParts = { readonly reader: Reader; readonly forum: ForumName; readonly cache: StixCache };

const edition = "2.0";

/** What every collection begins with, so that whatever comes later points at something that is known. */
export function beginning(forum: ForumName): Written[] {
  return [
    ...tlpLabels.flatMap((tlp) => tlpMarking(tlp, edition) ?? []),
    ...paps.map(papMarking),
    ...extensionDefinition(forum.origin, edition),
    forumIdentity(forum, edition),
    ...[null, ...sectors].map((sector) => classIdentity(forum, sector, edition)),
  ].map(write);
}

/** An arrival may bring nothing: an item that has been hidden since it was read of. */
export async function objectsOf(
  { reader, forum, cache }: ObjectParts,
  arrivals: readonly Arrival[],
): Promise<(readonly Written[])[]> {
  const items = arrivals.filter((each) => each.type === "item");
  const relations = await reader.relations(items.map(({ itemId }) => itemId));
  const isMember = (await reader.member()) !== null;
  const keys = new Map(items.map((item, at) => [item as Arrival, keyOf(item, relations[at] ?? [], isMember)]));
  const relationsOf = new Map(items.map((item, at) => [item as Arrival, relations[at] ?? []]));
  const found = new Map<Arrival, readonly Written[]>();
  const missing: Extract<Arrival, { type: "item" }>[] = [];
  for (const item of items) {
    const kept = cache.get(keys.get(item) ?? "");
    if (kept === undefined) missing.push(item);
    else found.set(item, kept);
  }
  const views = await reader.arrived.items(missing);
  const named = new Map(await namesOf(reader, isMember ? views : []));
  for (const [at, item] of missing.entries()) {
    const view = views[at] ?? null;
    if (view === null) continue;
    const context = { ...nothingElse, forum, organizations: named, relations: relationsOf.get(item) ?? [] };
    const objects = toStix(view, context).own.map(write);
    cache.keep(keys.get(item) ?? "", item.itemId, objects);
    found.set(item, objects);
  }
  await addHidden({ reader, forum, cache }, arrivals, found);
  await addOrganizations(reader, arrivals, found);
  return arrivals.map((arrival) => found.get(arrival) ?? []);
}

const nothingElse = { edition, sightings: [], answers: [], forKeeping: false } as const;

/** All on which the objects of an item depend, but for the names of organisations, which stand in objects of their own. */
function keyOf(
  { itemId, revision, withdrawn, isNewest }: Extract<Arrival, { type: "item" }>,
  relations: readonly RelationView[],
  isMember: boolean,
): string {
  const to = relations.map(({ type, item }) => `${type} ${item.id} ${item.tlp} ${item.publishedAt === null}`);
  return [itemId, revision, withdrawn, isNewest, isMember, ...to].join("|");
}

/** Visitors see no directory: to them everybody is one of a class. */
async function namesOf(reader: Reader, views: readonly (ItemView | null)[]) {
  const ids = [...new Set(views.flatMap((view) => view?.originId ?? []))];
  const organizations = await reader.namedOrganizations(ids);
  return organizations.flatMap((each) => (each === null ? [] : [[each.id, each] as const]));
}

/** What the viewer had and may not see any more is revoked, and says nothing else. */
async function addHidden(
  { reader, forum }: ObjectParts,
  arrivals: readonly Arrival[],
  found: Map<Arrival, readonly Written[]>,
): Promise<void> {
  const hidden = arrivals.filter((each) => each.type === "hidden");
  const views = await reader.arrived.lastSeen(hidden);
  for (const [at, arrival] of hidden.entries()) {
    const view = views[at] ?? null;
    if (view === null) continue;
    const context = { ...nothingElse, forum, organizations: new Map(), relations: [] };
    found.set(arrival, toStix(view, context).own.map(write));
  }
}

async function addOrganizations(
  reader: Reader,
  arrivals: readonly Arrival[],
  found: Map<Arrival, readonly Written[]>,
): Promise<void> {
  const named = arrivals.filter((each) => each.type === "organization");
  if (named.length === 0) return;
  const organizations = await reader.organizations(named.map(({ organizationId }) => organizationId));
  for (const [at, arrival] of named.entries()) {
    const organization = organizations[at] ?? null;
    if (organization !== null) found.set(arrival, [write(organizationIdentity(organization, "GREEN", edition))]);
  }
}
