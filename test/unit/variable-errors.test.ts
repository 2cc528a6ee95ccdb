import { buildSchema, parse, validateExecutionArgs } from "graphql";
import { expect, it } from "vitest";
import { withField } from "../../server/variable-errors.ts";

const schema = buildSchema(`
  input Inner { tlp: Int! notes: [Int!] }
  input Outer { advisory: Inner text: String }
  type Query { publish(input: Outer, filter: Outer): Int }
`);

it.each([
  ["query ($i: Outer) { publish(input: $i) }", { i: { advisory: { tlp: "x" } } }, "input.advisory.tlp"],
  [
    "query ($i: Outer) { publish(filter: $i) }",
    { i: { advisory: { tlp: 1, notes: [1, "x"] } } },
    "filter.advisory.notes.1",
  ],
  ["query ($i: Outer) { publish(input: $i) }", { i: { advisory: {} } }, "input.advisory.tlp"],
  ["query ($i: Inner) { publish(input: { advisory: $i }) }", { i: { tlp: "x" } }, "input.advisory.tlp"],
  ["query ($i: Outer) { publish(input: $i) }", { i: 5 }, "input"],
  ["query ($t: String) { publish(filter: { text: $t }) }", { t: 5 }, "filter.text"],
])("names the field of a variable that does not fit: %s", (query, variableValues, field) => {
  const document = parse(query);
  const errors = validateExecutionArgs({ schema, document, variableValues });
  if ("operation" in errors) throw new Error("the variables were taken");
  expect(errors.map((error) => withField(error, document).extensions["field"])).toEqual([field]);
});
