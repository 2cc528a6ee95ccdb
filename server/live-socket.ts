import type { IncomingMessage } from "node:http";
import type { WebSocket as ProtocolSocket } from "graphql-ws";
import type { WebSocket } from "ws";
import type { ForumError } from "../domain/errors.ts";
import type { Caller } from "./auth.ts";
import type { Closing } from "./closing.ts";
import { closeCodes, closeReason } from "./closing.ts";
import type { Config } from "./config.ts";
import type { Connections } from "./connections.ts";
import { judgeMessage } from "./messages.ts";
import { Outbox } from "./outbox.ts";
import type { Room } from "./room.ts";
import type { SlowReaders } from "./slow-readers.ts";
import type { Telemetry } from "./telemetry.ts";

export type LiveSocketParts = {
  readonly config: Pick<Config, "maxWaitingBytes" | "maxMessageBytes" | "heartbeatMs">;
  readonly connections: Connections;
  /** What may wait for a caller, on all its connections together. */
  readonly room: Room;
  readonly slowReaders: SlowReaders;
  readonly telemetry: Telemetry;
};

/** What runs on a socket: told once, when the socket ends or begins to end. */
type Ended = (code: number, reason: string) => void;

const tooSlow = "reader too slow; resume from your cursor";

/** One websocket with its heartbeat, its outbox and its end. Closing it ends at once all that runs on it. */
export class LiveSocket {
  readonly request: IncomingMessage;
  caller: Caller | null = null;
  /** Called once it is known who is at the other end. */
  identified: () => void = () => {};
  readonly #socket: WebSocket;
  readonly #parts: LiveSocketParts;
  readonly #outbox: Outbox;
  readonly #heartbeat: NodeJS.Timeout;
  readonly #unwatch: () => void;
  readonly #refusals = new Map<string, ForumError>();
  #release: () => void = () => {};
  #ended: Ended | null = null;
  #isEnded = false;
  #isSilent = false;

  constructor(socket: WebSocket, request: IncomingMessage, parts: LiveSocketParts) {
    this.request = request;
    this.#socket = socket;
    this.#parts = parts;
    this.#outbox = new Outbox(socket, parts.config.maxWaitingBytes, () => this.close("tooSlow", tooSlow));
    this.#heartbeat = setInterval(() => this.#beat(), parts.config.heartbeatMs).unref();
    this.#unwatch = parts.slowReaders.watch({
      waitingBytes: () => this.#outbox.waitingBytes,
      taken: () => this.#outbox.taken,
      largestBytes: () => this.#outbox.largestBytes,
      tooSlow: () => this.close("tooSlow", tooSlow),
    });
    parts.telemetry.opened("websocket");
    socket.on("pong", () => this.#hear());
    socket.on("ping", () => this.#hear());
    socket.on("error", () => {}); // the "close" that follows says what there is to say
    socket.once("close", (code, reason) => this.#end(code, reason.toString()));
  }

  /** The socket as graphql-ws wants it. */
  protocolSocket(): ProtocolSocket {
    return {
      protocol: this.#socket.protocol,
      send: (text) => this.send(text),
      close: (code = 1000, reason = "") => this.#close(code, reason),
      onMessage: (handle) => {
        this.#socket.on("message", (data, isBinary) => {
          this.#hear();
          if (this.#isEnded) return;
          if (isBinary || !Buffer.isBuffer(data)) return this.close("badRequest", "send text, not binary data");
          const judged = judgeMessage(data, this.#parts.config.maxMessageBytes);
          if (judged.verdict === "bad message") return this.close("badRequest", judged.problem);
          handle(judged.verdict === "good" ? data.toString() : this.#withoutContent(judged)).catch((error: unknown) =>
            this.#fail(error),
          );
        });
      },
    };
  }

  /** Resolves when there is room for the next message. */
  send(text: string): Promise<void> {
    return this.#isEnded ? Promise.resolve() : this.#outbox.send(text);
  }

  /** Says who is at the other end; false where the caller holds too many connections already. */
  hold(caller: Caller): boolean {
    const release = this.#parts.connections.hold({ caller, end: (...why) => this.close(...why) });
    if (release === null) return false;
    this.caller = caller;
    this.identified();
    if (this.#isEnded) {
      release();
    } else {
      this.#release = release;
      this.#outbox.share = this.#parts.room.open(caller);
    }
    return true;
  }

  /** Why an operation that has just come is refused, whatever it says; asked once. */
  takeRefusal(id: string): ForumError | undefined {
    const refusal = this.#refusals.get(id);
    this.#refusals.delete(id);
    return refusal;
  }

  onEnded(ended: Ended): void {
    this.#ended = ended;
  }

  close(closing: Closing, reason: string = closeCodes[closing].meaning): void {
    if (!this.#isEnded) this.#parts.telemetry.closing("websocket", closing, closeCodes[closing].code);
    this.#close(closeCodes[closing].code, reason);
  }

  #close(code: number, reason: string): void {
    if (this.#isEnded) return;
    const short = closeReason(reason);
    this.#socket.close(code, short);
    this.#end(code, short);
  }

  #end(code: number, reason: string): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    clearInterval(this.#heartbeat);
    this.#unwatch();
    this.#release();
    this.#outbox.clear();
    this.#parts.telemetry.closed("websocket");
    this.#ended?.(code, reason);
  }

  /** A bad operation goes through the protocol like any other, so that it ends alone; graphql-ws would close the socket. */
  #withoutContent({ id, refusal }: { id: string; refusal: ForumError }): string {
    this.#refusals.set(id, refusal);
    return JSON.stringify({ type: "subscribe", id, payload: { query: "" } });
  }

  #hear(): void {
    this.#isSilent = false;
  }

  /** A peer that did not answer the last ping is gone, unless the ping stands behind data that still waits. */
  #beat(): void {
    if (this.#isSilent && this.#outbox.waitingBytes === 0)
      return this.close("tooSlow", "no answer to a ping; resume from your cursor");
    this.#isSilent = true;
    this.#socket.ping();
  }

  #fail(error: unknown): void {
    this.#parts.telemetry.fault(error, "handling a message");
    this.close("internal");
  }
}
