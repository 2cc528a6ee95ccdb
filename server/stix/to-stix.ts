/** Items of ours as objects of STIX 2.1. README.md holds the table. Nothing here reads anything: what it maps, a viewer was shown. */
import type { RelationView } from "../../db/reader.ts";
import type { AnswerView, SightingView } from "../../db/read-responses.ts";
import { tlpLabels } from "../../domain/tlp.ts";
import type { ItemView } from "../../domain/view.ts";
import { extensionDefinition } from "./extension.ts";
import type { ForumName, Named } from "./identities.ts";
import { classIdentity, forumIdentity, organizationIdentity, originIdentity } from "./identities.ts";
import type { Common } from "./main-object.ts";
import { mainObject, revokedObject, revokedPart } from "./main-object.ts";
import { mainId } from "./main-types.ts";
import type { TlpEdition } from "./markings.ts";
import { papMarking, tlpMarking } from "./markings.ts";
import { actors, answer, incidentReport, indicators, link, relation, sighting, software } from "./parts.ts";
import type { StixObject } from "./stix-object.ts";
import { stricter } from "./strictness.ts";

export type { StixObject } from "./stix-object.ts";
export type { ForumName, Named } from "./identities.ts";

/** What belongs to an item and has been read for the same viewer. */
export type StixContext = {
  readonly forum: ForumName;
  readonly edition: TlpEdition;
  /** The organisations that the viewer's answers name. */
  readonly organizations: ReadonlyMap<string, Named>;
  readonly relations: readonly RelationView[];
  readonly sightings: readonly SightingView[];
  readonly answers: readonly AnswerView[];
  /** Whether the audience and the answers go along, as far as the viewer is shown them: for its own keeping, not to hand on. */
  readonly forKeeping: boolean;
};

export type StixItem = {
  /** Markings, the definition of our extension, identities: what others point at. */
  readonly support: readonly StixObject[];
  /** The object that is the item, and its parts. Empty for what is not to be told in STIX. */
  readonly own: readonly StixObject[];
};

const nothing: StixItem = { support: [], own: [] };

/** All objects of one item, in an order in which each comes behind what it points at within it. */
export function toStix(item: ItemView, context: StixContext): StixItem {
  const { forum, edition } = context;
  const marking = tlpMarking(item.tlp, edition);
  if (item.publishedAt === null || marking === null) return nothing;
  const { pap } = item.content.envelope;
  const origin = originIdentity(
    { attribution: item.attribution, organization: named(context, item.originId), sector: item.originSector },
    { forum, edition, tlp: item.tlp },
  );
  const common: Common = {
    created: item.publishedAt,
    modified: item.withdrawal?.at ?? item.revisedAt ?? item.publishedAt,
    created_by_ref: origin.id,
    object_marking_refs: [marking.id, ...(pap === null ? [] : [papMarking(pap).id])],
  };
  if (item.status === "WITHDRAWN") {
    const unmarked = { ...common, object_marking_refs: [marking.id] };
    const own = [
      revokedObject(item, unmarked, { forum_id: forum.id, status: item.status, revision: item.revision }),
      ...partsOf(item, common, []).map((part) => revokedPart(part, unmarked)),
    ];
    return { support: support(context, own, [origin]), own };
  }
  const { people, own } = whole(item, context, common, origin);
  return { support: support(context, own, people), own };
}

function whole(
  item: ItemView,
  context: StixContext,
  common: Common,
  origin: StixObject,
): { readonly people: StixObject[]; readonly own: StixObject[] } {
  const { forum, edition } = context;
  const people = [origin];
  const who = (organizationId: string | null): string => {
    const known = named(context, organizationId);
    const identity =
      known === null ? classIdentity(forum, null, edition) : organizationIdentity(known, item.tlp, edition);
    people.push(identity);
    return identity.id;
  };
  const { kind, envelope } = item.content;
  const main = mainId(item.id, kind);
  const systems = envelope.affectedSystems.map((system) => software(system, common.object_marking_refs));
  const refs = [...systems, ...signsOf(item, common)].map(({ id }) => id);
  const object = mainObject(item, {
    common,
    forumId: forum.id,
    objectRefs: refs.length === 0 ? [origin.id] : refs,
    forKeeping: context.forKeeping,
  });
  const hasRefs = object["object_refs"] !== undefined;
  const own = [
    object,
    ...systems,
    ...(hasRefs ? [] : systems.map(({ id }) => link(item, common, "related-to", main, id))),
    ...partsOf(item, common, refs),
    ...context.relations.flatMap((each) => relationTo(item, each, common, edition)),
    ...context.sightings.map((seen) => sighting(item, common, who(sighterOf(item, seen)), seen)),
    ...(context.forKeeping ? context.answers : []).flatMap((given) =>
      given.at === null ? [] : [answer(item, common, who(given.organizationId), { ...given, at: given.at })],
    ),
  ];
  return { people, own: distinct(own) };
}

function signsOf(item: ItemView, common: Common): StixObject[] {
  return [...actors(item, common), ...indicators(item, common)];
}

/** The parts that say something of the item: they are revoked with it. */
function partsOf(item: ItemView, common: Common, refs: readonly string[]): StixObject[] {
  const { kind } = item.content;
  const main = mainId(item.id, kind);
  return [...signsOf(item, common), ...(kind === "INCIDENT" ? [incidentReport(item, common, [main, ...refs])] : [])];
}

/** Who saw it, as others may know: an organisation that wants to be named, and not where that would name a withheld origin. */
function sighterOf(item: ItemView, { organizationId, attributed }: SightingView): string | null {
  const betrays = organizationId === item.originId && item.attribution !== "ORGANIZATION";
  return attributed && !betrays ? organizationId : null;
}

/** What two items say of each other is as confidential as the stricter of them. What is still being written is not pointed at. */
function relationTo(item: ItemView, to: RelationView, common: Common, edition: TlpEdition): StixObject[] {
  const marking = tlpMarking(stricter(item.tlp, to.item.tlp), edition);
  if (marking === null || to.item.publishedAt === null) return [];
  return [relation(item, { ...common, object_marking_refs: [marking.id] }, to)];
}

function named({ organizations }: StixContext, id: string | null): Named | null {
  return id === null ? null : (organizations.get(id) ?? null);
}

/** Everything that the objects point at and that is not an item's: first the markings, then who and how, then by whom. */
function support(
  { forum, edition }: StixContext,
  own: readonly StixObject[],
  people: readonly StixObject[],
): StixObject[] {
  const identities = distinct([forumIdentity(forum, edition), ...people]);
  const definition = extensionDefinition(forum.origin, edition);
  const used = new Set([...own, ...definition, ...identities].flatMap(markingsOf));
  const markings = [
    ...tlpLabels.flatMap((tlp) => tlpMarking(tlp, edition) ?? []),
    ...(["RED", "AMBER", "GREEN", "CLEAR"] as const).map(papMarking),
  ];
  return [...markings.filter(({ id }) => used.has(id)), ...definition, ...identities];
}

function markingsOf({ object_marking_refs: refs }: StixObject): string[] {
  return Array.isArray(refs) ? refs.map(String) : [];
}

export function distinct(objects: readonly StixObject[]): StixObject[] {
  return [...new Map(objects.map((object) => [object.id, object])).values()];
}
