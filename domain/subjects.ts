import type { Key } from "./policy.ts";

/**
 * What hangs on an item, on a group or on both, such as a comment, a ballot or a post. It is seen by whoever sees the item and holds
 * one of its own keys: those under which it was written, so that nothing said in a small circle comes out when its item is opened.
 */
export type Subject = {
  readonly id: string;
  /** The item that it hangs on, where it hangs on one. */
  readonly itemId: string | null;
  /** A key that has to be held besides one of its own, such as that of the group that it belongs to. */
  readonly within: Key | null;
  readonly keys: readonly Key[];
};
