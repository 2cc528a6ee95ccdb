import type { ErrorCode } from "./errors.ts";
import { asTocsinError, fromGraphqlErrors, record, TocsinError } from "./errors.ts";

/** What the close codes of the websocket mean. Every other code is a connection that broke. */
const meanings: Readonly<Record<number, { readonly code: ErrorCode; readonly message: string }>> = {
  4400: { code: "UNEXPECTED", message: "The forum did not understand this client." },
  4401: { code: "UNAUTHENTICATED", message: "The forum wants a token." },
  4403: { code: "UNAUTHENTICATED", message: "The token is not valid, or no longer." },
  4406: { code: "UNEXPECTED", message: "The address does not speak graphql-transport-ws. Is it a forum?" },
  4413: { code: "UNAVAILABLE", message: "The reader was too slow; it resumes from its cursor." },
  4429: { code: "RATE_LIMITED", message: "Too many connections." },
  4500: { code: "UNAVAILABLE", message: "The forum met a fault." },
};

/** What graphql-ws ends a subscription with: the errors of the operation, a close event, or something that was thrown. */
export function fromSocketEnd(end: unknown): TocsinError {
  if (Array.isArray(end)) return fromGraphqlErrors(end);
  const { code, reason } = record(end);
  if (typeof code !== "number") {
    return end instanceof Error && !("code" in end) ? asTocsinError(end) : unreachable(end);
  }
  const meaning = meanings[code];
  if (meaning === undefined) return unreachable(end, code);
  const said = typeof reason === "string" && reason !== "" ? ` (${reason})` : "";
  return new TocsinError(meaning.code, `${meaning.message}${said}`, { cause: end });
}

function unreachable(cause: unknown, code?: number): TocsinError {
  const detail = code === undefined ? "" : ` (${code})`;
  return new TocsinError("UNREACHABLE", `The connection to the forum broke${detail}.`, { cause });
}
