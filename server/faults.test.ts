import { GraphQLError } from "graphql";
import { expect, test } from "vitest";
import { describeFault } from "./faults.ts";

const secret = "SECRET";

/** As a database layer throws it: the statement and what was written, everywhere. */
function failedQuery(): Error {
  const message = `Failed query: insert into items\nparams: ${secret}\n    at ${secret} (file.ts:1:1)`;
  const cause = Object.assign(new Error(`No space left for ${secret}`), { code: "53100", detail: secret });
  return Object.assign(new Error(message, { cause }), { query: secret, params: [secret] });
}

test("a fault is described without a word of what it holds", () => {
  const described = describeFault(failedQuery());
  expect(JSON.stringify(described)).not.toContain(secret);
  expect(described).toMatchObject({ name: "Error", cause: { name: "Error", code: "53100" } });
  expect(described.frames?.[0]).toMatch(/^at failedQuery .*faults\.test\.ts:\d+:\d+/);
});

test("what graphql wraps is described, too", () => {
  const described = describeFault(new GraphQLError(secret, { originalError: failedQuery() }));
  expect(JSON.stringify(described)).not.toContain(secret);
  expect(described).toMatchObject({ name: "GraphQLError", cause: { cause: { code: "53100" } } });
});

test("names, codes and stacks that are none are left out", () => {
  const odd = Object.assign(new Error("m"), { name: `x ${secret}`, code: `${secret} `, stack: `    at ${secret}` });
  expect(describeFault(odd)).toEqual({ name: "Error" });
  expect(describeFault(secret)).toEqual({ name: "string" });
  expect(describeFault(undefined)).toEqual({ name: "undefined" });
});

test("causes that go in a circle end", () => {
  const error = new Error("round");
  error.cause = error;
  expect(JSON.stringify(describeFault(error)).match(/"cause"/g)).toHaveLength(5);
});
