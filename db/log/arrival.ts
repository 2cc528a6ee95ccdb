/** What an entry of the log brings to a viewer who asks for what arrived. */
import { brings, orderOf } from "../../domain/arrivals.ts";
import type { ItemEntry, Logged } from "../../domain/entries.ts";
import { tell } from "../../domain/feed.ts";
import type { ItemKind } from "../../domain/kinds.ts";
import type { Key, Keys } from "../../domain/policy.ts";
import { groupKey, maySee } from "../../domain/policy.ts";
import type { Tlp } from "../../domain/tlp.ts";
import type { ItemStatus } from "../../domain/vocabulary.ts";
import type { Rights } from "../rights.ts";
import type { ArrivalPlace } from "../visible.ts";

/** Of what is asked: everything, or what is addressed to one group, or some kinds. */
export type ArrivalScope = {
  readonly groupId?: string;
  readonly kinds?: readonly ItemKind[];
  /** Whether the revisions before the present one are asked for, too. */
  readonly history?: boolean;
};

/** Something that the viewer has from a place on. `at` is the instant of that place, not of what came. */
export type Arrival = ArrivalPlace & { readonly at: string } & (
    | {
        readonly type: "item";
        readonly itemId: string;
        readonly revision: number;
        readonly withdrawn: boolean;
        readonly tlp: Tlp;
        /** Whether it is the item as it is now, and whether it is the earliest that the viewer may read. */
        readonly isNewest: boolean;
        readonly isFirst: boolean;
      }
    | HiddenItem
    | { readonly type: "organization"; readonly organizationId: string }
  );

/** What the viewer had and may not see any more. What it was told of it before, and nothing else. */
export type HiddenItem = {
  readonly type: "hidden";
  readonly itemId: string;
  readonly kind: ItemKind;
  readonly revision: number;
  readonly publishedAt: string;
  /** The label under which the viewer had it. */
  readonly tlp: Tlp;
};

/** An entry at a place, with the instant of the place. */
export type Row = ArrivalPlace & { readonly logged: Logged<ItemEntry>; readonly at: string };
export type ItemFacts = {
  readonly id: string;
  readonly kind: ItemKind;
  readonly status: ItemStatus;
  readonly tlp: Tlp;
  readonly revision: number;
  readonly publishedAt: string | null;
  readonly keys: readonly Key[];
};
export type RevisionFacts = { readonly revision: number; readonly tlp: Tlp; readonly keys: readonly Key[] };
export type Known = {
  readonly items: ReadonlyMap<string, ItemFacts>;
  /** By item, ascending; of those items alone that need them. */
  readonly revisions: ReadonlyMap<string, readonly RevisionFacts[]>;
  /** Of those alone that the viewer does not see, in order. */
  readonly entries: ReadonlyMap<string, readonly Logged<ItemEntry>[]>;
};

/** What an entry brought to a viewer at a place, by the rights and the state of the item of now; null for nothing. */
export function arrivalOf(row: Row, known: Known, rights: Rights, scope: ArrivalScope): Arrival | null {
  const { order, position, at } = row;
  const { entry } = row.logged;
  const item = known.items.get(entry.itemId);
  if (item === undefined || !(scope.kinds?.includes(item.kind) ?? true)) return null;
  const place = { order, position, at };
  const revisions = known.revisions.get(entry.itemId) ?? [];
  if (!maySee(item.keys, rights.ring))
    return order === position ? hidden(row, place, item, known, rights, scope) : null;
  const ring = keysOfScope(rights.ring, scope);
  const withdrawn = item.status === "WITHDRAWN";
  const isNewest = brings(entry, { keys: item.keys, revision: item.revision, withdrawn }, ring);
  const readable = revisions.filter(({ revision, keys }) => revision === item.revision || maySee(keys, ring));
  const isEarlier = scope.history === true && !withdrawn && isRevision(entry, item, readable);
  if (!isNewest && !isEarlier) return null;
  if (orderOf(position, entry, ring, rights.cameToHold) !== order) return null; // it stands at its other place
  const tlp = readable.find(({ revision }) => revision === entry.revision)?.tlp ?? item.tlp;
  const isFirst = withdrawn || (readable[0]?.revision ?? item.revision) === entry.revision;
  return { ...place, type: "item", itemId: item.id, revision: entry.revision, withdrawn, tlp, isNewest, isFirst };
}

/** Whether an entry made an earlier revision that the viewer may still read, as db/read-history.ts decides it. */
function isRevision({ act, revision }: ItemEntry, item: ItemFacts, readable: readonly RevisionFacts[]): boolean {
  const makes = act === "publish" || act === "revise";
  return makes && revision < item.revision && readable.some((one) => one.revision === revision);
}

/** The last HIDDEN that a feed tells of an item, where it stands. */
function hidden(
  { logged: { entry, position } }: Row,
  place: ArrivalPlace & { at: string },
  item: ItemFacts,
  known: Known,
  rights: Rights,
  scope: ArrivalScope,
): Arrival | null {
  const hides = (one: Logged<ItemEntry>): boolean => {
    const ringThen = keysOfScope(rights.before(one.position).ring, scope);
    return (
      tell(one.entry, { ringNow: rights.ring, ringThen, visibleNow: false, subjectVisibleNow: false })?.change ===
      "HIDDEN"
    );
  };
  if (known.entries.get(item.id)?.findLast(hides)?.position !== position) return null;
  const before = known.revisions.get(item.id)?.find(({ revision }) => revision === entry.revision - 1);
  if (before === undefined || item.publishedAt === null) return null;
  const { id: itemId, kind, publishedAt } = item;
  return { ...place, type: "hidden", itemId, kind, revision: entry.revision, publishedAt, tlp: before.tlp };
}

/** The keys among some that a scope looks at. */
export function keysOfScope(keys: Keys, { groupId }: ArrivalScope): Keys {
  if (groupId === undefined) return keys;
  const key = groupKey(groupId);
  return new Set(keys.has(key) ? [key] : []);
}
