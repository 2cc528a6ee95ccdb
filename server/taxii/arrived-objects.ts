/** The objects of what arrived: for each arrival, in order, those that it brings. */
import type { Arrived } from "../../db/arrived.ts";
import type { Arrival } from "../../db/log/arrival.ts";
import type { Earlier, RelationMark } from "../../db/read-earlier.ts";
import type { Reader } from "../../db/reader.ts";
import { tlpLabels } from "../../domain/tlp.ts";
import type { ItemView } from "../../domain/view.ts";
import { paps, sectors } from "../../domain/vocabulary.ts";
import type { ForumName } from "../stix/identities.ts";
import { classIdentity, forumIdentity, organizationIdentity } from "../stix/identities.ts";
import { extensionDefinition } from "../stix/extension.ts";
import { papMarking, tlpMarking } from "../stix/markings.ts";
import type { Then } from "../stix/revoked-since.ts";
import { revokedSince } from "../stix/revoked-since.ts";
import { toStix } from "../stix/to-stix.ts";
import type { StixCache, Written } from "./stix-cache.ts";
import { write } from "./stix-cache.ts";

export type ObjectParts = {
  readonly reader: Reader;
  readonly arrived: Arrived;
  readonly forum: ForumName;
  readonly cache: StixCache;
  /** Whether the reader sees the directory. */
  readonly isMember: boolean;
};

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
export async function objectsOf(parts: ObjectParts, arrivals: readonly Arrival[]): Promise<(readonly Written[])[]> {
  const { arrived, cache, isMember } = parts;
  const items = arrivals.filter((each) => each.type === "item");
  const marks = Map.groupBy(await arrived.relationMarks(items.map(({ itemId }) => itemId)), ({ sourceId }) => sourceId);
  const earlier = await arrived.earlier(items.map(({ itemId, revision }) => ({ itemId, revision })));
  const found = new Map<Arrival, readonly Written[]>();
  const missing: Missing[] = [];
  for (const [at, item] of items.entries()) {
    const related = marks.get(item.itemId) ?? [];
    const before = toldBefore(item, earlier[at]);
    const key = keyOf(item, related, before, isMember);
    const kept = cache.get(key);
    if (kept === undefined) missing.push({ item, key, before });
    else found.set(item, kept);
  }
  if (missing.length > 0) await make(parts, missing, marks, found);
  await addHidden(parts, arrivals, found);
  await addOrganizations(parts, arrivals, found);
  return arrivals.map((arrival) => found.get(arrival) ?? []);
}

type ItemArrival = Extract<Arrival, { type: "item" }>;
type Missing = { readonly item: ItemArrival; readonly key: string; readonly before: Earlier };

async function make(
  { reader, arrived, forum, cache, isMember }: ObjectParts,
  missing: readonly Missing[],
  marks: ReadonlyMap<string, unknown>,
  found: Map<Arrival, readonly Written[]>,
): Promise<void> {
  const related = missing.filter(({ item }) => marks.has(item.itemId)).map(({ item }) => item.itemId);
  const relations = related.length === 0 ? [] : await reader.relations(related);
  const relationsOf = new Map(related.map((itemId, at) => [itemId, relations[at] ?? []]));
  const views = await arrived.items(missing.map(({ item }) => item));
  const named = new Map(await namesOf(reader, isMember ? views : []));
  for (const [at, { item, key, before }] of missing.entries()) {
    const view = views[at] ?? null;
    if (view === null) continue;
    const context = { ...nothingElse, forum, organizations: named, relations: relationsOf.get(item.itemId) ?? [] };
    const then = await thenOf({ reader, arrived }, item.itemId, before);
    const objects = [...toStix(view, context).own, ...revokedSince(view, then, context)].map(write);
    cache.keep(key, item.itemId, objects);
    found.set(item, objects);
  }
}

const nothingElse = { edition, sightings: [], answers: [], forKeeping: false } as const;

/** What there may be to revoke. Of an item that is withdrawn no relations are told. */
function toldBefore(
  { withdrawn }: ItemArrival,
  { revisions, relations }: Earlier = { revisions: [], relations: [] },
): Earlier {
  return { revisions, relations: withdrawn ? [] : relations };
}

async function thenOf(
  { reader, arrived }: Pick<ObjectParts, "reader" | "arrived">,
  itemId: string,
  { revisions, relations }: Earlier,
): Promise<Then> {
  if (revisions.length === 0) return { contents: [], relations: [] };
  const views = await arrived.items(revisions.map((revision) => ({ itemId, revision })));
  const ends = relations.length === 0 ? [] : await reader.items(relations.map(({ targetId }) => targetId));
  return {
    contents: views.flatMap((view) => view?.content ?? []),
    relations: relations.flatMap(({ type }, at) => {
      const item = ends[at] ?? null;
      return item === null ? [] : [{ type, item }];
    }),
  };
}

/** All on which the objects of an item depend, but for the names of organisations, which stand in objects of their own. */
function keyOf(
  { itemId, revision, withdrawn, isNewest }: ItemArrival,
  relations: readonly RelationMark[],
  before: Earlier,
  isMember: boolean,
): string {
  const textOf = ({ type, targetId, tlp, status }: RelationMark): string =>
    `${type} ${targetId} ${tlp} ${status === "DRAFT"}`;
  const were = [before.revisions.join(" "), ...before.relations.map(textOf)];
  return [itemId, revision, withdrawn, isNewest, isMember, ...relations.map(textOf), "before", ...were].join("|");
}

/** Visitors see no directory: to them everybody is one of a class. */
async function namesOf(reader: Reader, views: readonly (ItemView | null)[]) {
  const ids = [...new Set(views.flatMap((view) => view?.originId ?? []))];
  const organizations = await reader.directory.namedOrganizations(ids);
  return organizations.flatMap((each) => (each === null ? [] : [[each.id, each] as const]));
}

/** What the viewer had and may not see any more is revoked, and says nothing else. */
async function addHidden(
  { arrived, forum }: Pick<ObjectParts, "arrived" | "forum">,
  arrivals: readonly Arrival[],
  found: Map<Arrival, readonly Written[]>,
): Promise<void> {
  const hidden = arrivals.filter((each) => each.type === "hidden");
  if (hidden.length === 0) return;
  const views = await arrived.lastSeen(hidden);
  for (const [at, arrival] of hidden.entries()) {
    const view = views[at] ?? null;
    if (view === null) continue;
    const context = { ...nothingElse, forum, organizations: new Map(), relations: [] };
    found.set(arrival, toStix(view, context).own.map(write));
  }
}

async function addOrganizations(
  { reader, cache }: Pick<ObjectParts, "reader" | "cache">,
  arrivals: readonly Arrival[],
  found: Map<Arrival, readonly Written[]>,
): Promise<void> {
  const named = arrivals.filter((each) => each.type === "organization");
  if (named.length === 0) return;
  const organizations = await reader.directory.organizations(named.map(({ organizationId }) => organizationId));
  for (const [at, arrival] of named.entries()) {
    const organization = organizations[at] ?? null;
    if (organization === null) continue;
    const { id, sector, name } = organization;
    const key = [id, sector, name].join("|");
    const kept = cache.get(key);
    const objects = kept ?? [write(organizationIdentity(organization, "GREEN", edition))];
    if (kept === undefined) cache.keep(key, id, objects);
    found.set(arrival, objects);
  }
}
