import type { ItemDraft, RelationInput } from "../domain/commands.ts";
import { badInput } from "../domain/errors.ts";
import type { IdKind } from "../domain/ids.ts";
import type { ItemKind } from "../domain/kinds.ts";
import { itemKinds, kinds } from "../domain/kinds.ts";
import type { Audience, Label } from "../domain/label.ts";
import { checkAudience, normalizeAudience } from "../domain/label.ts";
import { parseContent } from "../domain/parse.ts";
import { tlpLabels } from "../domain/tlp.ts";
import type { Sector } from "../domain/vocabulary.ts";
import { attributions, relationTypes, sectors } from "../domain/vocabulary.ts";
import { lookUp } from "./ids.ts";

type Raw = Readonly<Record<string, unknown>>;

const maxIds = 1_000;
const maxRelations = 100;

/** Makes the one kind that an ItemInput holds into a draft, or refuses with the path of the field that is wrong. */
export function parseDraft(input: object): ItemDraft {
  const [kind, raw] = onlyKind(input);
  const path = `input.${kinds[kind].inputName}`;
  return {
    content: parseContent(kind, raw, path),
    label: parseLabel(raw, path),
    relations: parseRelations(raw, path),
    path,
  };
}

function onlyKind(input: object): [ItemKind, Raw] {
  const given = Object.entries(input).filter(([, value]) => value !== undefined && value !== null);
  const [name, value] = given.length === 1 ? (given[0] ?? []) : [];
  const kind = itemKinds.find((each) => kinds[each].inputName === name);
  if (kind === undefined) throw badInput("input", "Give exactly one kind of item.");
  return [kind, asRaw(value, `input.${name}`)];
}

function parseLabel(raw: Raw, path: string): Label {
  const tlp = oneOf(tlpLabels, raw["tlp"], `${path}.tlp`);
  const audience = parseAudience(raw["audience"], `${path}.audience`);
  checkAudience(tlp, audience, path);
  return {
    tlp,
    audience,
    attribution: oneOf(attributions, raw["attribution"] ?? "ORGANIZATION", `${path}.attribution`),
  };
}

/** An audience as it was sent, each list without repetition. */
export function parseAudience(value: unknown, path: string): Audience {
  const raw = asRaw(value ?? {}, path);
  return normalizeAudience({
    organizations: idList("organization", raw["organizations"], `${path}.organizations`),
    groups: idList("group", raw["groups"], `${path}.groups`),
    sectors: list(raw["sectors"], `${path}.sectors`, sectors.length * 2).map((sector, at): Sector =>
      oneOf(sectors, sector, `${path}.sectors.${at}`),
    ),
    accounts: idList("account", raw["accounts"], `${path}.accounts`),
  });
}

function parseRelations(raw: Raw, path: string): RelationInput[] {
  return list(raw["relations"], `${path}.relations`, maxRelations).map((value, at) => {
    const field = `${path}.relations.${at}`;
    const { type, item } = asRaw(value, field);
    return { type: oneOf(relationTypes, type, `${field}.type`), itemId: lookUp("item", item) };
  });
}

function idList(kind: IdKind, value: unknown, path: string): string[] {
  return list(value, path, maxIds).map((id) => lookUp(kind, id));
}

function list(value: unknown, path: string, maxItems: number): readonly unknown[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw badInput(path, "Give a list.");
  if (value.length > maxItems) throw badInput(path, `Give at most ${maxItems} entries; there were ${value.length}.`);
  return value;
}

function oneOf<const T extends string>(words: readonly T[], value: unknown, path: string): T {
  const found = words.find((word) => word === value);
  if (found === undefined) throw badInput(path, `Give one of ${words.join(", ")}.`);
  return found;
}

function asRaw(value: unknown, path: string): Raw {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw badInput(path, "Give an object.");
  return Object.fromEntries(Object.entries(value));
}
