import type { Client, PeerFields } from "../sdk/index.ts";
import { UsageError } from "./exit-codes.ts";
import { nearNames } from "./near.ts";

export const peerArgument = ["<peer>", "the other forum, by name, address or id"] as const;

/** The peer that was named. */
export async function peerOf<T extends PeerFields>(peers: readonly T[], word: string): Promise<T> {
  const wanted = word.trim().toLowerCase();
  const found = peers.filter(
    ({ id, forumId, name, url }) =>
      [id, forumId, name.toLowerCase(), url].includes(wanted) || URL.parse(url)?.host === wanted,
  );
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  const near = nearNames(word, peers).map(({ name }) => name);
  const advice = near.length === 0 ? "`tocsin peer list` shows which there are." : `Near to it: ${near.join("; ")}.`;
  throw new UsageError(`There is no peer called "${word}". ${advice}`, { field: "peer" });
}

export async function peerId(client: Client, word: string): Promise<string> {
  return /^per_\w+$/.test(word) ? word : (await peerOf(await client.peers.list(), word)).id;
}
