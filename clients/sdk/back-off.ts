import type { TocsinError } from "./errors.ts";
import { asTocsinError } from "./errors.ts";

const firstMs = 250;
export const longestWaitMs = 30_000;

/** How long to wait before the next attempt: doubling up to a limit, spread by `jitter` (0 to 1) over its upper half. */
export function backOffMs(attempt: number, jitter: number, longestMs: number = longestWaitMs): number {
  const full = Math.min(longestMs, firstMs * 2 ** Math.min(attempt, 30));
  return Math.round(full * (0.5 + jitter / 2));
}

/** How long to wait after an error, which may say so itself. */
export function waitMs(error: TocsinError, attempt: number, jitter: number, longestMs?: number): number {
  const asked = error.code === "RATE_LIMITED" ? (error.retryAfterMs ?? 0) : 0;
  return Math.max(asked, backOffMs(attempt, jitter, longestMs));
}

/** Resolves after a time, or at once when the signal ends. */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const done = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal?.addEventListener("abort", done);
  });
}

/** Whether nothing was written, or nobody knows: then the same call with the same idempotency key does no harm. */
function mayPass(error: TocsinError): boolean {
  return error.code === "UNREACHABLE" || error.code === "UNAVAILABLE" || error.code === "RATE_LIMITED";
}

/** Repeats a call that may be repeated, as long as its errors may pass. */
export async function retrying<T>(
  call: () => Promise<T>,
  { retries, signal }: { readonly retries: number; readonly signal?: AbortSignal | undefined },
): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await call();
    } catch (thrown) {
      const error = asTocsinError(thrown);
      if (!mayPass(error) || attempt >= retries || signal?.aborted) throw error;
      await pause(waitMs(error, attempt, Math.random()), signal);
    }
  }
}
