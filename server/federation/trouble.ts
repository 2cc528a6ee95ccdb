/** What went wrong with a peer, in words for stewards, and how long to leave it alone. */
import { TocsinError } from "../../clients/sdk/index.ts";
import { ForumError } from "../../domain/errors.ts";
import { NotReached } from "../outgoing/guard.ts";
import { NotBelieved } from "./jws.ts";
import { NoDocument } from "./read-document.ts";

/** Why a peer is left alone for a while, where nothing is wrong with the connection. */
export class Rest extends Error {
  override readonly name = "Rest";
  readonly ms: number;

  constructor(why: string, ms: number) {
    super(why);
    this.ms = ms;
  }
}

export type Trouble = {
  readonly message: string;
  /** Null: longer each time. */
  readonly restMs: number | null;
  /** Whether the other side has not agreed, or no longer. */
  readonly isRefused: boolean;
};

const firstMs = 1_000;
const longestMs = 300_000;
const longestMessage = 300;
/** Between the two, it is asked again whether the other side has agreed. */
const refusedMs = [15_000, 30_000] as const;

/** Null for what is a fault of ours: nobody else is told of its text. */
export function troubleOf(error: unknown, jitter: number): Trouble | null {
  if (error instanceof Rest) return trouble(error.message, error.ms);
  if (error instanceof NotReached) return trouble(`It cannot be asked: ${error.message}.`);
  if (error instanceof NoDocument) return trouble(`Its document cannot be read: ${error.message}.`);
  if (error instanceof NotBelieved) return trouble(error.message);
  if (error instanceof ForumError) return trouble(`It sends what is not understood (${error.field}): ${error.message}`);
  if (!(error instanceof TocsinError)) return null;
  if (error.cause instanceof NotReached) return troubleOf(error.cause, jitter);
  const [least, most] = refusedMs;
  switch (error.code) {
    case "UNAUTHENTICATED":
      return { message: refused, restMs: Math.round(least + jitter * (most - least)), isRefused: true };
    case "RATE_LIMITED":
      return trouble("It has been asked too often; it says when to come back.", error.retryAfterMs ?? null);
    case "UNREACHABLE":
      return trouble(plain(error.message));
    default:
      return trouble(`It answers ${error.code}: ${plain(error.message)}`);
  }
}

const refused =
  "It does not take us for a peer: its stewards have not agreed yet, or the exchange rests there or has ended.";

function trouble(message: string, restMs: number | null = null): Trouble {
  return { message: message.slice(0, longestMessage), restMs, isRefused: false };
}

/** What another server says is shown to stewards: as one line, without what a terminal would obey. */
function plain(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, " ").slice(0, longestMessage);
}

/** How long to leave a peer alone that has failed so many times in a row: from a second, doubling, to five minutes, spread by `jitter` (0 to 1). */
export function backOffMs(failures: number, jitter: number): number {
  return Math.round(Math.min(longestMs, firstMs * 2 ** Math.min(failures, 20)) * (0.5 + jitter / 2));
}
