import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { ForumError } from "../domain/errors.ts";
import type { Caller } from "./auth.ts";
import { keyOf, networkOf, siteOf } from "./callers.ts";
import type { Config } from "./config.ts";

const minuteSeconds = 60;
const hourSeconds = 60 * minuteSeconds;

/** Counts the operations of a token, or of the anonymous visitors of an address, on every transport together. */
export class RateLimit {
  readonly #members: RateLimiterMemory;
  readonly #visitors: RateLimiterMemory;
  readonly #comments: RateLimiterMemory;
  readonly #siteComments: RateLimiterMemory;

  constructor(
    config: Pick<
      Config,
      "operationsPerMinute" | "anonymousOperationsPerMinute" | "visitorCommentsPerHour" | "siteCommentsPerHour"
    >,
  ) {
    this.#members = new RateLimiterMemory({ points: config.operationsPerMinute, duration: minuteSeconds });
    this.#visitors = new RateLimiterMemory({ points: config.anonymousOperationsPerMinute, duration: minuteSeconds });
    this.#comments = new RateLimiterMemory({ points: config.visitorCommentsPerHour, duration: hourSeconds });
    this.#siteComments = new RateLimiterMemory({ points: config.siteCommentsPerHour, duration: hourSeconds });
  }

  /** Counts one operation, or throws RATE_LIMITED. */
  async count(caller: Pick<Caller, "viewer" | "address">): Promise<void> {
    if (caller.viewer.kind !== "anonymous") await consume(this.#members, keyOf(caller));
    else await this.countAddress(caller.address);
  }

  /** Counts a knock at the door, such as a token that is not valid: guessing is as slow as asking. */
  async countAddress(address: string): Promise<void> {
    await consume(this.#visitors, networkOf(address));
  }

  /** Counts a comment that a visitor hands in, by its network and by its site: each takes the time of somebody who looks at it. */
  async countComment(address: string): Promise<void> {
    await consume(this.#comments, networkOf(address), "comments", "an hour");
    const site = siteOf(address);
    if (site !== null) await consume(this.#siteComments, site, "comments", "an hour");
  }
}

async function consume(limiter: RateLimiterMemory, key: string, what = "operations", span = "a minute"): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (outcome) {
    if (!(outcome instanceof RateLimiterRes)) throw outcome;
    const retryAfterMs = Math.max(1, Math.ceil(outcome.msBeforeNext));
    const seconds = Math.ceil(retryAfterMs / 1_000);
    const message = `Too many ${what}: at most ${limiter.points} ${span}. Try again in ${seconds} s.`;
    throw new ForumError("RATE_LIMITED", message, { retryAfterMs });
  }
}
