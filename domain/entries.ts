/** What an entry of the log says, as a closed union. Readers of the log meet nothing else. */
import type { Key } from "./policy.ts";

/** Something became visible, changed, or went: `before` and `after` are the keys that it was and is addressed to. */
export type ItemEntry = {
  readonly type: "item";
  readonly act: "publish" | "revise" | "withdraw" | "relay";
  readonly itemId: string;
  readonly revision: number;
  readonly before: readonly Key[];
  readonly after: readonly Key[];
};

/** A keyring changed. The key is the one that all of the accounts concerned hold, such as `org:…` or `account:…`. */
export type RightsEntry = { readonly type: "rights"; readonly key: Key };

/** A token, account or organisation ended: connections that rest on it are closed. */
export type AccessEntry = {
  readonly type: "access";
  readonly subject: "token" | "account" | "organization";
  readonly id: string;
};

/** What an entry can be found by: the keys that it concerns, and its item. Nobody holds the key of an item. */
export type LogKey = Key | `item:${string}`;

/** Something changed that no feed tells: a draft, a sighting, an answer, the directory. */
export type QuietEntry = { readonly type: "quiet"; readonly what: string };

export type Entry = ItemEntry | RightsEntry | AccessEntry | QuietEntry;

/** An entry in its place. Positions are in commit order and are never used twice. */
export type Logged<E extends Entry = Entry> = { readonly position: number; readonly at: string; readonly entry: E };
