import { GraphQLError } from "graphql";
import { presentable } from "../schema/errors.ts";

/**
 * Turns whatever went wrong into what a caller may read. What is our fault is handed to `report` and masked: its text may
 * hold anything. The code is UNAVAILABLE; whether a write was done is unknown then, and found out by repeating it.
 */
export function present(error: unknown, report: (error: unknown) => void): GraphQLError {
  const shown = presentable(error);
  if (shown !== null) return shown;
  report(error);
  const located = error instanceof GraphQLError ? { nodes: error.nodes ?? null, path: error.path ?? null } : {};
  return new GraphQLError(ourFault, { ...located, extensions: { code: "UNAVAILABLE" } });
}

/** What is told of a fault of ours, on every transport. */
export const ourFault =
  "Something went wrong on our side. Try again. Whether a write was done is unknown; repeating it with the same idempotencyKey is safe.";
