import { CommanderError } from "commander";

export const exitCodes = { ok: 0, refused: 1, usage: 2, unreachable: 3, signIn: 4 } as const;

/** A command that was called in a way that cannot be meant. */
export class UsageError extends Error {
  override readonly name = "UsageError";
  /** What of an item or of the options was meant. */
  readonly field: string | undefined;

  constructor(message: string, { field }: { readonly field?: string } = {}) {
    super(message);
    this.field = field;
  }
}

/** Of refusals by a forum, and of what keeps `admin` from its database. */
const ofCode: Readonly<Partial<Record<string, number>>> = {
  USAGE: exitCodes.usage,
  UNREACHABLE: exitCodes.unreachable,
  UNAVAILABLE: exitCodes.unreachable,
  UNAUTHENTICATED: exitCodes.signIn,
};

export function exitCodeOf(error: unknown): number {
  if (error instanceof UsageError) return exitCodes.usage;
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
  return ofCode[refusal(error).code ?? ""] ?? exitCodes.refused;
}

/** What went wrong, as it is printed with --json. */
export function describeError(error: unknown): {
  code: string;
  message: string;
  field?: string;
  retryAfterMs?: number;
} {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof CommanderError) return { code: "USAGE", message: message.replace(/^error: /, "") };
  if (error instanceof UsageError) {
    const { field } = error;
    return field === undefined ? { code: "USAGE", message } : { code: "BAD_USER_INPUT", message, field };
  }
  const { code, field, retryAfterMs } = refusal(error);
  return {
    code: code ?? "UNEXPECTED",
    message,
    ...(field === undefined ? {} : { field }),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  };
}

/** The details of a refusal, of the SDK or of the store that `admin` works on. */
function refusal(error: unknown): { code?: string; field?: string; retryAfterMs?: number } {
  if (!(error instanceof Error)) return {};
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  const field = "field" in error && typeof error.field === "string" ? error.field : undefined;
  const retryAfterMs =
    "retryAfterMs" in error && typeof error.retryAfterMs === "number" ? error.retryAfterMs : undefined;
  return {
    ...(code === undefined ? {} : { code }),
    ...(field === undefined ? {} : { field }),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  };
}
