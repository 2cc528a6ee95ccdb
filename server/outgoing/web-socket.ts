import { WebSocket as Socket } from "ws";
import type { Guard } from "./guard.ts";

export type SocketLimits = { readonly maxMessageBytes: number; readonly timeoutMs: number };

/** `WebSocket` for a client, through the one way out: looked at like any call, redirected nowhere, with messages of bounded size. */
export function guardedWebSocket(guard: Guard, { maxMessageBytes, timeoutMs }: SocketLimits): typeof WebSocket {
  const Guarded = class extends Socket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols, {
        agent: guard.agent(new URL(url).protocol === "wss:"),
        handshakeTimeout: timeoutMs,
        maxPayload: maxMessageBytes,
        followRedirects: false,
        perMessageDeflate: false, // a compressed bomb
      });
    }
  };
  return Guarded as unknown as typeof WebSocket; // ws keeps to the interface of browsers, but for events that nobody here listens to
}
