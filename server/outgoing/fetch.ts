import type { Agent } from "node:http";
import { NotReached } from "./guard.ts";
import type { Outgoing } from "./outgoing.ts";

export type FetchLimits = { readonly maxBytes: number; readonly timeoutMs: number; readonly agent?: Agent };

/** `fetch` for a client that posts text and reads the answer, through the one way out. */
export function guardedFetch(outgoing: Outgoing, limits: FetchLimits): typeof fetch {
  return async (input, { method, headers, body, signal } = {}) => {
    if (method !== "POST" || typeof body !== "string" || input instanceof Request)
      throw new NotReached("only text is sent to peers");
    const sent = Object.fromEntries(new Headers(headers ?? {}));
    const answer = await outgoing.post(String(input), body, {
      ...limits,
      headers: sent,
      ...(signal == null ? {} : { signal }),
    });
    if (answer.status < 200 || answer.status > 599) throw new NotReached(`it answers with HTTP ${answer.status}`);
    const type = answer.headers["content-type"];
    const retryAfter = answer.headers["retry-after"];
    return new Response(statusesWithoutBody.has(answer.status) ? null : new Uint8Array(answer.body), {
      status: answer.status,
      headers: {
        ...(type === undefined ? {} : { "content-type": type }),
        ...(retryAfter === undefined ? {} : { "retry-after": retryAfter }),
      },
    });
  };
}

const statusesWithoutBody: ReadonlySet<number> = new Set([204, 205, 304]);
