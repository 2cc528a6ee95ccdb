import type { ReadParts } from "./door.ts";
import type { ForumName } from "./stix/identities.ts";

/** How the forum is named to other tools: by the address that it is known by, and by an id that outlives the address. */
export function forumName({ store, address }: Pick<ReadParts, "store" | "address">): ForumName {
  return { id: store.forumId, name: `Tocsin at ${new URL(address()).host}`, origin: address() };
}
