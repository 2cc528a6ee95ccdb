/** What an entry of the log says, as a closed union. Readers of the log meet nothing else. */
import type { StreamName } from "./federation/streams.ts";
import type { Key } from "./policy.ts";
import type { ActivityChange } from "./vocabulary.ts";

/** Something became visible, changed, or went: `before` and `after` are the keys that it was and is addressed to. */
export type ItemEntry = {
  readonly type: "item";
  readonly act: "publish" | "revise" | "withdraw" | "relay";
  readonly itemId: string;
  readonly revision: number;
  readonly before: readonly Key[];
  readonly after: readonly Key[];
};

/**
 * Something happened around an item or a group: `subjectId` is what it happened to, a comment or a ballot. `before` and `after` are
 * the subject's own keys, `within` what has to be held besides, and `itemKeys` those of the item at that moment.
 */
export type ActivityEntry = {
  readonly type: "activity";
  readonly change: ActivityChange;
  readonly subjectId: string;
  readonly itemId: string | null;
  /** The group that it happened in or that looks after the item. */
  readonly groupId: string | null;
  readonly before: readonly Key[];
  readonly after: readonly Key[];
  readonly within: Key | null;
  readonly itemKeys: readonly Key[] | null;
  /** Who is told, of those who see the subject; null: all of them. */
  readonly to: readonly Key[] | null;
};

/** A keyring changed. The key is the one that all of the accounts concerned hold, such as `org:…` or `account:…`. */
export type RightsEntry = { readonly type: "rights"; readonly key: Key };

/** A token, account or organisation ended: connections that rest on it are closed. */
export type AccessEntry = {
  readonly type: "access";
  readonly subject: "token" | "account" | "organization" | "peer";
  readonly id: string;
};

/** What an entry can be found by: the keys that it concerns, and its item. Nobody holds the key of an item. */
export type LogKey = Key | `item:${string}`;

/** Something changed that no feed tells: a draft, a sighting, an answer, the directory. `itemId`: other forums are to be told of the item again. */
export type QuietEntry = { readonly type: "quiet"; readonly what: string; readonly itemId?: string };

/** Which envelope: the place of one on the stream of a forum. */
export type EnvelopePlace = { readonly forumId: string; readonly stream: StreamName; readonly sequence: number };

/** An envelope lies on a stream, for the peers that hold its key: our own, or one of another forum that is passed on. */
export type EnvelopeEntry = EnvelopePlace & { readonly type: "envelope"; readonly key: Key };

export type Entry = ItemEntry | ActivityEntry | RightsEntry | AccessEntry | EnvelopeEntry | QuietEntry;

/** An entry in its place. Positions are in commit order and are never used twice. */
export type Logged<E extends Entry = Entry> = { readonly position: number; readonly at: string; readonly entry: E };
