import { isInputObjectType, getNamedType } from "graphql";
import { Document, visit } from "yaml";
import type { ItemDetail } from "../sdk/index.ts";
import { authorFields, findKind, kindInputs, readSchema } from "./item-schema.ts";
import { oneLine, printable } from "./printable.ts";

/** An item in the words of its input, for an editor and then for `tocsin revise`. */
export async function itemYaml(item: ItemDetail): Promise<string> {
  const kind = findKind(kindInputs(await readSchema()), item.kind);
  const given: Readonly<Record<string, unknown>> = {
    ...item,
    audience: audienceOf(item),
    relations: relationsOf(item),
  };
  const fields: Record<string, unknown> = {};
  for (const { name, type } of authorFields(kind)) {
    const value = given[name];
    if (isEmpty(value)) continue;
    fields[name] = isInputObjectType(getNamedType(type)) ? withoutNulls(value) : value;
  }
  const document = new Document({ [kind.name]: fields });
  const names = namesOf(item);
  visit(document, {
    Scalar: (_key, node) => {
      const name = typeof node.value === "string" ? names.get(node.value) : undefined;
      if (name !== undefined) node.comment = ` ${oneLine(name)}`;
    },
  });
  const text = document.toString({ lineWidth: 0 });
  return `# TLP:${item.tlp.replace("_", "+")}  ${item.id}, revision ${item.revision}\n${printable(text).trimEnd()}`;
}

function audienceOf({ audience }: ItemDetail): unknown {
  if (audience === null) return null;
  const ids = (list: readonly { readonly id: string }[]): string[] | null =>
    list.length === 0 ? null : list.map(({ id }) => id);
  const { organizations, groups, sectors, accounts } = audience;
  const given = { organizations: ids(organizations), groups: ids(groups), sectors, accounts: ids(accounts) };
  const kept = Object.entries(given).filter(([, list]) => list !== null && list.length > 0);
  return kept.length === 0 ? null : Object.fromEntries(kept);
}

/** Names may change and ids do not: the ids are what counts, the names are there to be read. */
function namesOf({ audience }: ItemDetail): Map<string, string> {
  if (audience === null) return new Map();
  const { organizations, groups, accounts } = audience;
  return new Map([...organizations, ...groups, ...accounts].map(({ id, name }) => [id, name]));
}

function relationsOf({ relations }: ItemDetail): unknown {
  return relations.map(({ type, item }) => ({ type, item: item.id }));
}

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== null));
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}
