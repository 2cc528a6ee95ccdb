/** Every code that a call can fail with: those of the forum, and three for what happens before the forum answers. */
export const errorCodes = [
  "UNAUTHENTICATED",
  "FORBIDDEN",
  "NOT_FOUND",
  "BAD_USER_INPUT",
  "CONFLICT",
  "CURSOR_INVALID",
  "CURSOR_EXPIRED",
  "RATE_LIMITED",
  "LIMIT_EXCEEDED",
  "UNAVAILABLE",
  /** Nobody answered: the address is wrong, the network is down, or the answer did not come in time. */
  "UNREACHABLE",
  /** An answer that no forum should give: a fault of the forum, or something between that is not the forum. */
  "UNEXPECTED",
  /** The caller's own signal ended the call. */
  "ABORTED",
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/**
 * What every call throws. `code` says what to do about it, `field` names the input field that was refused, and
 * `retryAfterMs` says when a forum that is asked too often wants to be asked again.
 *
 * A write that failed with UNREACHABLE or UNEXPECTED may have happened: repeat it with the same idempotency key.
 */
export class TocsinError extends Error {
  override readonly name = "TocsinError";
  readonly code: ErrorCode;
  readonly field: string | undefined;
  readonly retryAfterMs: number | undefined;

  constructor(
    code: ErrorCode,
    message: string,
    details: { readonly field?: string; readonly retryAfterMs?: number; readonly cause?: unknown } = {},
  ) {
    super(message, "cause" in details ? { cause: details.cause } : undefined);
    this.code = code;
    this.field = details.field;
    this.retryAfterMs = details.retryAfterMs;
  }
}

/** The first of the errors of a GraphQL answer; the others are kept as its cause. */
export function fromGraphqlErrors(errors: readonly unknown[]): TocsinError {
  const [first] = errors;
  const { message, extensions } = record(first);
  const { code, field, retryAfterMs } = record(extensions);
  const known = errorCodes.find((candidate) => candidate === code) ?? "UNEXPECTED";
  return new TocsinError(known, typeof message === "string" ? message : "The forum answered with an error.", {
    ...(typeof field === "string" ? { field } : {}),
    ...(typeof retryAfterMs === "number" ? { retryAfterMs } : {}),
    cause: errors,
  });
}

/** Whatever was thrown, as a TocsinError. */
export function asTocsinError(error: unknown): TocsinError {
  if (error instanceof TocsinError) return error;
  const name = error instanceof Error ? error.name : "";
  if (name === "AbortError") return new TocsinError("ABORTED", "The call was ended.", { cause: error });
  if (name === "TimeoutError")
    return new TocsinError("UNREACHABLE", "The forum did not answer in time.", { cause: error });
  const reason = error instanceof Error && error.cause instanceof Error ? error.cause.message || error.cause.name : "";
  return new TocsinError("UNREACHABLE", `The forum cannot be reached${reason === "" ? "" : `: ${reason}`}.`, {
    cause: error,
  });
}

/** Unknown data as something whose fields can be asked for. */
export function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {}; // every object is one
}
