import type { Store } from "../db/store.ts";
import type { AccessEntry } from "../domain/entries.ts";
import type { Caller } from "./auth.ts";
import { keyOf } from "./callers.ts";
import type { Config } from "./config.ts";
import type { Telemetry } from "./telemetry.ts";

export type Held = {
  readonly caller: Caller;
  /** Ends the connection because the right to it has ended or is another, or because nobody can say; the sentence is for its reader. */
  readonly end: (closing: "forbidden" | "otherStreams" | "internal", reason: string) => void;
};

/** setTimeout takes no more. */
const maxTimeoutMs = 2_147_483_647;

/**
 * The connections that stay open, of every transport. They end with what they rest on: the token (revoked or expired), the
 * account, the organisation. How many a token may hold is counted here.
 */
export class Connections {
  readonly #store: Store;
  readonly #config: Pick<Config, "maxSocketsPerToken" | "maxSocketsPerAddress">;
  readonly #telemetry: Telemetry;
  readonly #held = new Map<string, Set<Held>>();
  readonly #stopListening: () => void;

  constructor(store: Store, config: Pick<Config, "maxSocketsPerToken" | "maxSocketsPerAddress">, telemetry: Telemetry) {
    this.#store = store;
    this.#config = config;
    this.#telemetry = telemetry;
    this.#stopListening = store.onAccessEnded(({ subject, id }) => {
      for (const [key, [first]] of this.#held) if (first && concerns(first, subject, id)) void this.#endIfInactive(key);
    });
  }

  /** Takes a connection in and gives the way to let it go, or null where the caller holds too many already. */
  hold(held: Held): (() => void) | null {
    const { viewer, expiresAt } = held.caller;
    const member = viewer.kind !== "anonymous";
    const key = keyOf(held.caller);
    const others = this.#held.get(key) ?? new Set();
    if (others.size >= (member ? this.#config.maxSocketsPerToken : this.#config.maxSocketsPerAddress)) return null;
    this.#held.set(key, others.add(held));
    if (member) void this.#endIfInactive(key); // what ended between the check of the token and now was not heard here
    const cancel =
      expiresAt === null ? () => {} : at(Date.parse(expiresAt), () => held.end("forbidden", "the token has expired"));
    return () => {
      cancel();
      others.delete(held);
      if (others.size === 0 && this.#held.get(key) === others) this.#held.delete(key);
    };
  }

  [Symbol.dispose](): void {
    this.#stopListening();
  }

  /** All connections of a key have the same token. The store knows whose account and organisation that is. */
  async #endIfInactive(key: string): Promise<void> {
    const [first] = this.#held.get(key) ?? [];
    if (first === undefined) return;
    try {
      const standing = await this.#store.standing(first.caller.viewer);
      if (standing === "other") this.#endAll(key, "otherStreams", "what you may follow has changed");
      if (standing === "ended") this.#endAll(key, "forbidden", "the token, its account or its organisation has ended");
    } catch (error) {
      this.#telemetry.fault(error, "asking whether a connection's right has ended");
      // When in doubt the connection ends. Its token may be good: its reader comes back, and is asked who it is.
      this.#endAll(key, "internal", "our fault; resume from your cursor");
    }
  }

  #endAll(key: string, ...why: Parameters<Held["end"]>): void {
    for (const held of this.#held.get(key) ?? []) held.end(...why);
  }
}

function concerns({ caller: { viewer } }: Held, subject: AccessEntry["subject"], id: string): boolean {
  if (viewer.kind === "anonymous") return false;
  if (viewer.kind === "peer") return subject === "peer" && viewer.peerId === id;
  if (subject === "token") return viewer.tokenId === id;
  return subject === "account" ? viewer.accountId === id : true;
}

function at(time: number, act: () => void): () => void {
  let timer: NodeJS.Timeout;
  const arm = (): void => {
    const left = time - Date.now();
    timer = left > maxTimeoutMs ? setTimeout(arm, maxTimeoutMs) : setTimeout(act, Math.max(0, left));
    timer.unref();
  };
  arm();
  return () => clearTimeout(timer);
}
