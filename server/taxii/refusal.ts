/** What is refused here: a status of HTTP, and the error resource that says why. It never says more than GraphQL does. */
import { ForumError } from "../../domain/errors.ts";
import { CallerGone, TooLate } from "../body.ts";

export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly status: number;
  readonly title: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, title: string, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.status = status;
    this.title = title;
    this.headers = headers;
  }
}

/** The same for absent, hidden and malformed ids. */
export function notThere(): Refusal {
  return new Refusal(404, "Not Found", "There is no such thing, or you may not see it.");
}

export function badRequest(message: string): Refusal {
  return new Refusal(400, "Bad Request", message);
}

/** Most clients know Basic alone: the token is the password. */
const challenge = { "www-authenticate": 'Basic realm="Tocsin", charset="UTF-8", Bearer realm="Tocsin"' };

export function needsToken(message: string): Refusal {
  return new Refusal(401, "Unauthorized", message, challenge);
}

/** A failure as its caller may read it; null for what is our fault, and undefined where nobody is there to be answered. */
export function refusalOf(error: unknown): Refusal | null | undefined {
  if (error instanceof Refusal) return error;
  if (error instanceof CallerGone) return undefined;
  if (error instanceof TooLate) {
    return new Refusal(408, "Request Timeout", "The request did not come in time.", { connection: "close" });
  }
  if (!(error instanceof ForumError)) return null;
  const { code, message, retryAfterMs = 0 } = error;
  switch (code) {
    case "UNAUTHENTICATED":
      return needsToken(message);
    case "FORBIDDEN":
      return new Refusal(403, "Forbidden", message);
    case "NOT_FOUND":
      return notThere();
    case "RATE_LIMITED":
      return new Refusal(429, "Too Many Requests", message, { "retry-after": String(Math.ceil(retryAfterMs / 1_000)) });
    case "LIMIT_EXCEEDED":
      return new Refusal(413, "Content Too Large", message);
    case "UNAVAILABLE":
      return new Refusal(503, "Service Unavailable", message);
    default:
      return badRequest(message);
  }
}

/** The error resource (section 3.6.1). */
export function errorResource({ status, title, message }: Refusal): string {
  return JSON.stringify({ title, description: message, http_status: String(status) });
}
