import { uuidOf } from "../../domain/ids.ts";
import type { Content } from "../../domain/kinds.ts";
import type { RelayScope } from "../../domain/tlp.ts";
import { labelRules } from "../../domain/tlp.ts";
import type { ItemView } from "../../domain/view.ts";
import type { Severity } from "../../domain/vocabulary.ts";
import { changedAt, proseOf } from "../prose.ts";
import { uuidV5 } from "../stix/ids.ts";
import type { ForumName, Named } from "../stix/identities.ts";
import { originIdentity } from "../stix/identities.ts";
import type { Attribute, MispObject } from "./attributes.ts";
import { attributesOf, inheritDistribution, objectsOf, placeFacts } from "./attributes.ts";
import { factsOf } from "./facts.ts";
import type { Tag } from "./tags.ts";
import { tagsOf, withdrawnTags } from "./tags.ts";

/** What an event and its line in the manifest have in common. */
export type Head = {
  readonly info: string;
  readonly date: string;
  readonly timestamp: string;
  readonly analysis: string;
  readonly threat_level_id: string;
  readonly Orgc: { readonly name: string; readonly uuid: string };
  readonly Tag: readonly Tag[];
};
export type MispEvent = Head & {
  readonly uuid: string;
  readonly distribution: string;
  readonly Attribute: readonly Attribute[];
  readonly Object: readonly MispObject[];
  readonly EventReport: readonly Readonly<Record<string, unknown>>[];
  readonly [property: string]: unknown;
};
/** What belongs to an item: who may be named as its origin, and what earlier revisions said, as far as the viewer may read them. */
export type EventContext = {
  readonly forum: ForumName;
  readonly origin: Named | null;
  readonly earlier: readonly Content[];
};

/** MISP's levels: 1 high, 2 medium, 3 low, 4 undefined. */
const threatLevels: Readonly<Record<Severity, string>> = { CRITICAL: "1", HIGH: "1", MEDIUM: "2", LOW: "3" };
const undefinedLevel = "4";
const completed = "2";

/**
 * MISP's distributions: 0 is the own organisation, 3 everybody. Those between reach the organisations of a MISP server and of its
 * neighbours, who are not the members of this forum.
 */
const distributions: Readonly<Record<RelayScope, string>> = {
  NOBODY: "0",
  OWN_ORGANIZATION: "0",
  CLIENTS: "0",
  COMMUNITY: "0",
  ANYONE: "3",
};

export function headOf(item: ItemView, { forum, origin }: Pick<EventContext, "forum" | "origin">): Head {
  const { content, tlp, withdrawal, attribution, originSector } = item;
  const { envelope, kind } = content;
  const who = originIdentity(
    { attribution, organization: origin, sector: originSector },
    { forum, tlp, edition: "2.0" },
  );
  const isWithdrawn = withdrawal !== null;
  return {
    info: isWithdrawn ? "Withdrawn" : envelope.title,
    date: (item.publishedAt ?? "").slice(0, 10),
    timestamp: timestampOf(item),
    analysis: completed,
    threat_level_id: isWithdrawn ? undefinedLevel : threatLevels[envelope.severity],
    Orgc: { name: String(who["name"]), uuid: who.id.slice("identity--".length) },
    Tag: isWithdrawn ? withdrawnTags(tlp) : tagsOf(tlp, kind, envelope),
  };
}

export function eventOf(item: ItemView, context: EventContext): MispEvent {
  const { content, tlp, withdrawal } = item;
  const head = headOf(item, context);
  const uuid = uuidOf(item.id);
  const frame = { eventUuid: uuid, timestamp: head.timestamp };
  const isWithdrawn = withdrawal !== null;
  const now = isWithdrawn ? [] : factsOf(item.id, content);
  const placed = placeFacts(item.id, now, isWithdrawn ? [...context.earlier, content] : context.earlier);
  return {
    uuid,
    ...head,
    publish_timestamp: head.timestamp,
    published: true,
    distribution: distributions[labelRules[tlp].relay],
    sharing_group_id: "0",
    extends_uuid: "",
    Attribute: attributesOf(placed, frame),
    Object: objectsOf(placed, frame),
    EventReport: [
      {
        uuid: uuidV5(uuid, "EventReport"),
        name: head.info,
        content: proseOf(item),
        distribution: inheritDistribution,
        timestamp: head.timestamp,
        deleted: isWithdrawn,
      },
    ],
  };
}

/**
 * MISP takes a new version for one when its timestamp, in seconds, is greater. Counting the changes in keeps two of one second apart, at
 * the price of a few seconds.
 */
function timestampOf(item: ItemView): string {
  const changes = item.revision - 1 + (item.withdrawal === null ? 0 : 1);
  return String(Math.floor(Date.parse(changedAt(item)) / 1_000) + changes);
}
