import type { RelationInput } from "./commands.ts";
import type { Address } from "./federation/addresses.ts";
import type { Content } from "./kinds.ts";
import type { Label } from "./label.ts";
import type { Key } from "./policy.ts";
import type { ItemStatus, Sector } from "./vocabulary.ts";

/** One revision of an item, as it was written: never changed, only added to. */
export type Revision = {
  readonly itemId: string;
  readonly revision: number;
  readonly at: string;
  readonly authorId: string;
  readonly content: Content;
  readonly label: Label;
  readonly relations: readonly RelationInput[];
};

/** An item as it is now, before anything is withheld from anybody. It stays inside domain and db. */
export type ItemState = {
  readonly id: string;
  /** Where it comes from, if that is another forum, and its id there. */
  readonly home: Address | null;
  readonly status: ItemStatus;
  readonly originId: string;
  readonly originSector: Sector;
  readonly authorIds: readonly string[];
  readonly revision: number;
  readonly content: Content;
  readonly label: Label;
  readonly publishedAt: string | null;
  readonly revisedAt: string | null;
  readonly withdrawal: { readonly reason: string; readonly at: string } | null;
  /** The keys that it is addressed to now: those of its label, and those that relays have added. */
  readonly keys: readonly Key[];
};
