/** Every code that a caller can meet, with what it is for. */
export const errorCodes = {
  UNAUTHENTICATED: "A token or session that is not valid, or none where one is needed.",
  FORBIDDEN: "The viewer may see it but not do this.",
  NOT_FOUND: "It does not exist, or the viewer may not see it: the same answer in both cases.",
  BAD_USER_INPUT: "The input cannot be taken; `field` is the path of the offending input field.",
  CONFLICT: "Somebody was faster, or the state no longer allows it.",
  CURSOR_INVALID: "Not a cursor that this forum gave to this viewer.",
  CURSOR_EXPIRED: "A cursor of an earlier state of this forum (restored from a backup): start again.",
  RATE_LIMITED: "Too many operations; `retryAfterMs` says when to come back.",
  LIMIT_EXCEEDED: "The operation is too deep, too wide or too large.",
  UNAVAILABLE:
    "Not now, try again. Where it does not say that nothing was written, repeat a write with its idempotencyKey.",
} as const;
export type ErrorCode = keyof typeof errorCodes;

/** A refusal that a caller can act on. Everything else that is thrown is our fault and is masked. */
export class ForumError extends Error {
  override readonly name = "ForumError";
  readonly code: ErrorCode;
  readonly field: string | undefined;
  readonly retryAfterMs: number | undefined;

  constructor(
    code: ErrorCode,
    message: string,
    details: { field?: string; retryAfterMs?: number; cause?: unknown } = {},
  ) {
    super(message, "cause" in details ? { cause: details.cause } : undefined);
    this.code = code;
    this.field = details.field;
    this.retryAfterMs = details.retryAfterMs;
  }
}

export function badInput(field: string, message: string): ForumError {
  return new ForumError("BAD_USER_INPUT", message, { field });
}

/** One sentence for absent, hidden and malformed alike: nothing in it may depend on which it was. */
export function notFound(): ForumError {
  return new ForumError("NOT_FOUND", "There is no such thing, or you may not see it.");
}
