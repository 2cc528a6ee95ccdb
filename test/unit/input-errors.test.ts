import { buildSchema, parse, validate, validateExecutionArgs } from "graphql";
import { describe, expect, it } from "vitest";
import { schema as forum } from "../../schema/index.ts";
import { withField } from "../../server/input-errors.ts";

const schema = buildSchema(`
  input Inner { tlp: Int! notes: [Int!] }
  input Outer { advisory: Inner text: String }
  input Either @oneOf { advisory: Inner text: String }
  type Query { publish(input: Outer, filter: Outer, either: Either): Int discard(id: ID!): Int }
`);

function fieldsOf(query: string, variableValues: Readonly<Record<string, unknown>> = {}, of = schema): unknown[] {
  const document = parse(query);
  const invalid = validate(of, document);
  const errors = invalid.length > 0 ? invalid : validateExecutionArgs({ schema: of, document, variableValues });
  if ("operation" in errors) throw new Error("it was taken");
  return errors.map((error) => withField(error, document).extensions["field"]);
}

describe("names the field", () => {
  it.each([
    ["query ($i: Outer) { publish(input: $i) }", { i: { advisory: { tlp: "x" } } }, "input.advisory.tlp"],
    [
      "query ($i: Outer) { publish(filter: $i) }",
      { i: { advisory: { tlp: 1, notes: [1, "x"] } } },
      "filter.advisory.notes.1",
    ],
    ["query ($i: Outer) { publish(input: $i) }", { i: { advisory: {} } }, "input.advisory.tlp"],
    ["query ($i: Outer) { publish(input: $i) }", { i: { advisory: { tlp: 1, foo: 1 } } }, "input.advisory.foo"],
    ["query ($i: Outer) { publish(input: $i) }", { i: { 'odd "name': 1 } }, 'input.odd "name'],
    ["query ($i: Outer) { publish(input: $i) }", { i: { texd: "near" } }, "input.texd"],
    ["query ($i: Inner) { publish(input: { advisory: $i }) }", { i: { tlp: "x" } }, "input.advisory.tlp"],
    ["query ($i: Outer) { publish(input: $i) }", { i: 5 }, "input"],
    ["query ($t: String) { publish(filter: { text: $t }) }", { t: 5 }, "filter.text"],
    ["query ($e: Either) { publish(either: $e) }", { e: {} }, "either"],
  ])("of a variable that does not fit: %s %j", (query, variables, field) => {
    expect(fieldsOf(query, variables)).toEqual([field]);
  });

  it.each([
    ['{ publish(input: { advisory: { tlp: "x" } }) }', "input.advisory.tlp"],
    ["{ publish(filter: { advisory: { tlp: 1, notes: [1, 2.5] } }) }", "filter.advisory.notes.1"],
    ["{ publish(input: { advisory: {} }) }", "input.advisory.tlp"],
    ["{ publish(input: { advisory: { tlp: 1, foo: 1 } }) }", "input.advisory.foo"],
    ["{ publish(input: { texd: 1 }) }", "input.texd"],
    ["{ publish(input: 5) }", "input"],
    ["{ publish(inputs: {}) }", "inputs"],
    ["{ publish(either: {}) }", "either"],
    ['{ publish(input: { text: "a", text: "b" }) }', "input.text"],
    ["{ discard }", "id"],
    ["query ($t: Int) { publish(input: { text: $t }) }", "input.text"],
    ["query ($i: Outer = { advisory: { tlp: true } }) { publish(filter: $i) }", "filter.advisory.tlp"],
  ])("of a value in the document that does not fit: %s", (query, field) => {
    expect(fieldsOf(query)).toEqual([field]);
  });

  it.each([
    ["{ items(filter: { minSeverity: FOO }) { totalCount } }", "filter.minSeverity"],
    ['{ items(filter: { publishedAfter: "2026" }) { totalCount } }', "filter.publishedAfter"],
    ["{ items(filter: { publishedAfter: 2026 }) { totalCount } }", "filter.publishedAfter"],
  ])("of a word or an instant of the forum: %s", (query, field) => {
    expect(fieldsOf(query, {}, forum)).toEqual([field]);
  });
});

it("names none where no input is at fault", () => {
  expect(fieldsOf("{ nothing }")).toEqual([undefined]);
  expect(fieldsOf("query ($i: Outer) { publish }")).toEqual([undefined]);
});
