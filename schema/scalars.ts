import type { ValueNode } from "graphql";
import { GraphQLError, Kind } from "graphql";
import { ForumError } from "../domain/errors.ts";
import { parseInstant } from "../domain/parse.ts";
import { builder } from "./builder.ts";

builder.scalarType("DateTime", {
  description:
    "An instant. Taken in as RFC 3339 with any offset, such as 2026-11-23T10:30:00+01:00; given out in UTC with milliseconds, such as 2026-11-23T09:30:00.000Z.",
  specifiedByURL: "https://www.rfc-editor.org/rfc/rfc3339",
  serialize: (value) => value,
  parseValue: (value) => toInstant(value),
  parseLiteral: (node) => toInstant(node.kind === Kind.STRING ? node.value : null, node),
});

/** The field's path is not known to a scalar: graphql finds it by the node, or puts it into the message that it makes of this refusal. */
function toInstant(value: unknown, node?: ValueNode): string {
  try {
    return parseInstant(value, "DateTime");
  } catch (error) {
    if (!(error instanceof ForumError)) throw error;
    throw new GraphQLError(error.message, { nodes: node ?? null, extensions: { code: error.code } });
  }
}
