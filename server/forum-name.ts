import type { ForumName } from "./stix/identities.ts";

/** How the forum is named to other tools: by the address that it is known by. */
export function forumName(address: string): ForumName {
  return { id: address, name: `Tocsin at ${new URL(address).host}`, origin: address };
}
