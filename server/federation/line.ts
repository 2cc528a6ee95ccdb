/** The line to one peer: a client of it that shows who we are, with bounds for what may come back. */
import type { Client } from "../../clients/sdk/index.ts";
import { createClient } from "../../clients/sdk/index.ts";
import type { FollowedPeer } from "../../db/federation/peers.ts";
import { guardedFetch } from "../outgoing/fetch.ts";
import type { Outgoing } from "../outgoing/outgoing.ts";
import { guardedWebSocket } from "../outgoing/web-socket.ts";
import { makeCredential } from "./credential.ts";
import type { OwnKeys } from "./keys.ts";

export type LineParts = {
  readonly forumId: string;
  readonly keys: OwnKeys;
  readonly outgoing: Outgoing;
  readonly now: () => Date;
};

export const lineLimits = {
  answerBytes: 16_777_216,
  /** An envelope, with what stands around it in a message. */
  messageBytes: 2_097_152,
  timeoutMs: 30_000,
  heartbeatMs: 15_000,
} as const;

/** Nothing is opened before it is asked for; disposing of it ends whatever is under way. */
export function openLine({ forumId, keys, outgoing, now }: LineParts, peer: FollowedPeer): Client {
  const { answerBytes: maxBytes, messageBytes: maxMessageBytes, timeoutMs, heartbeatMs } = lineLimits;
  return createClient({
    url: peer.url,
    token: async () =>
      makeCredential({ from: forumId, to: peer.forumId, url: peer.url, now: now() }, await keys.current()),
    fetch: guardedFetch(outgoing, { maxBytes, timeoutMs }),
    webSocket: guardedWebSocket(outgoing.guard, { maxMessageBytes, timeoutMs }),
    retries: 0,
    timeoutMs,
    heartbeatMs,
  });
}
