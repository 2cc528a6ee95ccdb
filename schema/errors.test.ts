import type { GraphQLError } from "graphql";
import { buildSchema, graphql } from "graphql";
import { describe, expect, it } from "vitest";
import { badInput, ForumError } from "../domain/errors.ts";
import { presentable } from "./errors.ts";
import { schema } from "./index.ts";

const probe = buildSchema("type Query { ask: String }");

async function errorOf(thrown: unknown): Promise<GraphQLError> {
  const { errors } = await graphql({
    schema: probe,
    source: "{ ask }",
    rootValue: { ask: () => Promise.reject(thrown) },
  });
  const [error] = errors ?? [];
  if (error === undefined) throw new Error("it did not fail");
  return error;
}

describe("what callers are told of an error", () => {
  it("is the code and the field of a refusal, at its place in the answer", async () => {
    const shown = presentable(await errorOf(badInput("reason", "Give text.")));
    expect(shown?.toJSON()).toMatchObject({
      message: "Give text.",
      path: ["ask"],
      extensions: { code: "BAD_USER_INPUT", field: "reason" },
    });
  });

  it("is when to come back, where that is known", () => {
    const shown = presentable(new ForumError("RATE_LIMITED", "Too fast.", { retryAfterMs: 1_500 }));
    expect(shown?.extensions).toEqual({ code: "RATE_LIMITED", retryAfterMs: 1_500 });
  });

  it("is nothing where the fault is ours", async () => {
    expect(presentable(await errorOf(new TypeError("secret detail")))).toBeNull();
    expect(presentable(new TypeError("secret detail"))).toBeNull();
  });

  const documents: readonly [string, string, Record<string, unknown>][] = [
    ["a document that does not parse", "{", {}],
    ["a field that is not there", "{ nothing }", {}],
    [
      "a word that is not in a list",
      "query ($f: ItemFilter) { itemStatistics(filter: $f) { total } }",
      { f: { kinds: ["SONG"] } },
    ],
    [
      "an instant that is none, in a variable",
      "query ($f: ItemFilter) { itemStatistics(filter: $f) { total } }",
      { f: { publishedAfter: "yesterday" } },
    ],
    [
      "an instant that is none, in the document",
      '{ itemStatistics(filter: { publishedAfter: "yesterday" }) { total } }',
      {},
    ],
    [
      "two kinds at once",
      "mutation ($i: ItemInput!) { publish(input: $i) { cursor } }",
      { i: { advisory: null, mitigation: null } },
    ],
  ];

  it.each(documents)("is BAD_USER_INPUT for %s", async (_, source, variableValues) => {
    const { errors = [] } = await graphql({ schema, source, variableValues, contextValue: {} });
    expect(errors.length).toBeGreaterThan(0);
    expect(errors.map((error) => presentable(error)?.extensions["code"])).toEqual(errors.map(() => "BAD_USER_INPUT"));
  });
});
