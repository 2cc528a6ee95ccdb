/** What a generated federation is made of. Forums are numbered from 0; what is in one is numbered within it. It imports nothing of the product. */
import type { Attribution, Sector, Tlp } from "../worlds/world.ts";

export type { Attribution, Sector, Tlp };

export const mostForums = 5;
/** The same in every forum: two organisations, two groups, three accounts. */
export const organizationSectors: readonly Sector[] = ["COMPANY", "GOVERNMENT"];
/** The organisation of each account. */
export const accountHomes: readonly number[] = [0, 0, 1];
export const groupCount = 2;

export type Org = { readonly forum: number; readonly organization: number };
export type Person = { readonly forum: number; readonly account: number };
export type Seat = Org | Person;

export type Label = {
  readonly tlp: Tlp;
  readonly organizations: readonly Org[];
  /** Groups of the forum where the item is written. */
  readonly groups: readonly number[];
  readonly sectors: readonly Sector[];
  readonly persons: readonly Person[];
  readonly attribution: Attribution;
};

export type Direction = "SEND" | "RECEIVE" | "BOTH" | "NONE";
export type Agreement = {
  readonly direction: Direction;
  readonly labels: readonly Tlp[];
  readonly community: boolean;
  readonly groups: readonly number[];
  readonly hops: number;
};

/** What is done. Items, members and others are chosen by their place among those that it can be done to. */
export type Act =
  | { readonly type: "publish"; readonly by: Person; readonly label: Label; readonly relation: number | null }
  | { readonly type: "draft"; readonly by: Person; readonly label: Label }
  | { readonly type: "publishDraft"; readonly item: number }
  /** `label` is null where only the words change. */
  | { readonly type: "revise"; readonly item: number; readonly label: Label | null }
  | { readonly type: "withdraw"; readonly item: number }
  | { readonly type: "relay"; readonly item: number; readonly by: Person; readonly to: Org }
  | { readonly type: "join"; readonly forum: number; readonly group: number; readonly member: Seat }
  | { readonly type: "leave"; readonly forum: number; readonly group: number; readonly index: number }
  | { readonly type: "suspend"; readonly forum: number; readonly who: Seat }
  | { readonly type: "resume"; readonly forum: number; readonly index: number }
  | { readonly type: "reach"; readonly who: Org; readonly reachable: boolean }
  | { readonly type: "agree"; readonly forum: number; readonly peer: number; readonly agreement: Agreement }
  | { readonly type: "state"; readonly forum: number; readonly peer: number; readonly paused: boolean }
  | { readonly type: "remove"; readonly forum: number; readonly peer: number }
  | { readonly type: "cut"; readonly forum: number; readonly peer: number }
  | { readonly type: "heal" }
  | { readonly type: "restart" | "sign"; readonly forum: number }
  /** `forum` reads what its peer has for it. */
  | { readonly type: "pull"; readonly forum: number; readonly peer: number }
  | { readonly type: "reread"; readonly forum: number; readonly peer: number }
  | { readonly type: "settle" };

export type World = {
  readonly forums: number;
  /** Organisations that other forums are told of. */
  readonly reachable: readonly Org[];
  /** What each forum agrees to with another, where it does. */
  readonly agreements: readonly { readonly forum: number; readonly peer: number; readonly agreement: Agreement }[];
  readonly history: readonly Act[];
};

export const orgOf = ({ forum, account }: Person): Org => ({ forum, organization: accountHomes[account] ?? 0 });
export const isOrg = (seat: Seat): seat is Org => "organization" in seat;
export const nameOf = (seat: Seat): string =>
  isOrg(seat) ? `org ${seat.forum}.${seat.organization}` : `account ${seat.forum}.${seat.account}`;

/** Whoever has a name. */
export function seatOf(name: string): Seat {
  const [kind, place = ""] = name.split(" ");
  const [forum = -1, index = -1] = place.split(".").map(Number);
  return kind === "org" ? { forum, organization: index } : { forum, account: index };
}

/** Words that stand in the text of one revision of one item alone. */
export const markOf = (item: number, revision: number): string => `canary-${item}-${revision}-`;
