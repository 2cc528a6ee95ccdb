import { GraphQLError } from "graphql";
import { ForumError } from "../domain/errors.ts";

/** A refusal as callers get it: the stable code, and what helps to act on it, in `extensions`. */
export function refusal(error: ForumError, at?: GraphQLError): GraphQLError {
  return new GraphQLError(error.message, {
    nodes: at?.nodes ?? null,
    path: at?.path ?? null,
    extensions: {
      code: error.code,
      ...(error.field === undefined ? {} : { field: error.field }),
      ...(error.retryAfterMs === undefined ? {} : { retryAfterMs: error.retryAfterMs }),
    },
  });
}

/**
 * An error of an execution as a caller may read it, or null where it is our fault and must be masked.
 *
 * 1. A ForumError anywhere in the chain of causes keeps its code.
 * 2. A GraphQLError that carries a code was made to be read.
 * 3. What graphql itself says of a document or of variables, it says before any resolver runs: no `path`. A scalar's refusal
 *    has an `originalError` and is no fault of ours for that.
 */
export function presentable(error: unknown): GraphQLError | null {
  if (error instanceof ForumError) return refusal(error);
  if (!(error instanceof GraphQLError)) return null;
  const cause = rootCause(error);
  if (cause instanceof ForumError) return refusal(cause, error);
  if (typeof error.extensions["code"] === "string") return error;
  const ours = cause !== undefined && !(cause instanceof GraphQLError);
  if (ours) return null;
  return new GraphQLError(error.message, {
    nodes: error.nodes ?? null,
    source: error.source ?? null,
    positions: error.positions ?? null,
    path: error.path ?? null,
    extensions: { ...error.extensions, code: "BAD_USER_INPUT" },
  });
}

function rootCause(error: GraphQLError): Error | undefined {
  let cause = error.originalError;
  while (cause instanceof GraphQLError && cause.originalError !== undefined) cause = cause.originalError;
  return cause;
}
