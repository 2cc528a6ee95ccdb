/** The collections that a viewer has, and the API root that they lie under. One that a viewer has not does not exist for it. */
import type { ArrivalScope } from "../../db/log/arrival.ts";
import type { Reader } from "../../db/reader.ts";
import type { ItemKind } from "../../domain/kinds.ts";
import { itemKinds, kinds } from "../../domain/kinds.ts";
import type { Member } from "../../domain/people.ts";
import { mayContribute } from "../../domain/policy.ts";
import type { ForumName } from "../stix/identities.ts";
import { ownId } from "../stix/ids.ts";
import { stixType } from "./media-types.ts";

export const apiRoots = ["public", "members"] as const;
export type ApiRoot = (typeof apiRoots)[number];

export type Collection = {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly alias: string;
  /** What can be read; null where nothing can. */
  readonly scope: ArrivalScope | null;
  /** The one type of objects that it holds; null for all. */
  readonly onlyType: string | null;
  /** What becomes of what is written to it; null where nothing can be. */
  readonly writes: "drafts" | "items" | null;
};

/** The kinds whose detections are indicators. */
const detectable: readonly ItemKind[] = itemKinds.filter((kind) => "detection" in kinds[kind].fields);

/** All collections of a reader, with the names of its groups. */
export async function collectionsOf(reader: Reader, forum: ForumName): Promise<Collection[]> {
  const member = await reader.member();
  const groups = await reader.directory.groups(member?.groupIds ?? []);
  const collections = collectionsFor(
    member,
    groups.filter((group) => group !== null),
  );
  return collections.map((collection) => ({ ...collection, id: idOf(forum, collection.alias) }));
}

/** One collection, for what is in it: its group is called by its id. */
export function collectionOf(member: Member | null, forum: ForumName, id: string): Collection | null {
  const groups = (member?.groupIds ?? []).map((groupId) => ({ id: groupId, name: groupId }));
  const found = collectionsFor(member, groups).find(({ alias }) => idOf(forum, alias) === id);
  return found === undefined ? null : { ...found, id };
}

type Named = { readonly id: string; readonly name: string };
type Unnamed = Omit<Collection, "id">;

function collectionsFor(member: Member | null, groups: readonly Named[]): Unnamed[] {
  const make = (alias: string, title: string, description: string, more: Partial<Unnamed>): Unnamed => ({
    alias,
    title,
    description,
    scope: null,
    onlyType: null,
    writes: null,
    ...more,
  });
  const whose = member === null ? "everybody" : "you";
  return [
    make("everything", "Everything", `Every item that ${whose} may see.`, { scope: {} }),
    ...itemKinds.map((kind) =>
      make(kind.toLowerCase().replaceAll("_", "-"), titleOf(kind), kinds[kind].description, {
        scope: { kinds: [kind] },
      }),
    ),
    make("indicators", "Indicators", "The patterns of detections, and nothing else.", {
      scope: { kinds: detectable },
      onlyType: "indicator",
    }),
    ...groups.map(({ id: groupId, name }) =>
      make(`group-${groupId}`, name, `What is addressed to the group ${name}.`, { scope: { groupId } }),
    ),
    ...(member === null || !mayContribute(member.role) ? [] : inboxes.map((inbox) => make(...inbox))),
  ];
}

const inboxes: readonly [string, string, string, Partial<Collection>][] = [
  ["inbox", "Inbox for drafts", "What is written here is kept as drafts of your organisation.", { writes: "drafts" }],
  [
    "publish",
    "Inbox that publishes",
    "What is written here is published at once under its own label, where the label names its readers by itself.",
    { writes: "items" },
  ],
];

function titleOf(kind: ItemKind): string {
  const words = kind.toLowerCase().replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function idOf({ id }: ForumName, alias: string): string {
  return ownId("collection", id, alias).slice("collection--".length);
}

/** The collection resource (section 5.2.1). */
export function collectionResource({ id, title, description, alias, scope, writes }: Collection): object {
  return {
    id,
    title,
    description,
    alias,
    can_read: scope !== null,
    can_write: writes !== null,
    media_types: [stixType],
  };
}
