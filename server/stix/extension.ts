/** What our items say and the standard's types have no property for: one property-extension, on standard objects only. */
import type { FieldSpec } from "../../domain/fields.ts";
import type { ItemKind } from "../../domain/kinds.ts";
import { envelopeFields, kinds } from "../../domain/kinds.ts";
import { ownId } from "./ids.ts";
import type { TlpEdition } from "./markings.ts";
import { tlpMarking } from "./markings.ts";
import { said, stixObject, type StixObject } from "./stix-object.ts";

export const extensionId = ownId("extension-definition", "item", 1);
export const extensionSchemaPath = "/stix/extension.json";

/** Objects that are the same in every forum bear the time at which they were written. */
const written = "2026-11-01T00:00:00.000Z";

/** Who defines the extension: this software. */
const definerId = ownId("identity", "tocsin");

/** The definition of the extension, and who made it. `origin` is where this forum serves the schema. */
export function extensionDefinition(origin: string, edition: TlpEdition): StixObject[] {
  const marking = tlpMarking("CLEAR", edition);
  const common = { created: written, modified: written, object_marking_refs: marking === null ? [] : [marking.id] };
  return [
    stixObject(definerId, {
      ...common,
      name: "Tocsin",
      description: "The software of the forum.",
      identity_class: "system",
    }),
    stixObject(extensionId, {
      ...common,
      created_by_ref: definerId,
      name: "Tocsin item",
      description:
        "What an item of a Tocsin forum says beyond the properties of the standard's object that carries it.",
      schema: `${origin}${extensionSchemaPath}`,
      version: "1.0",
      extension_types: ["property-extension"],
    }),
  ];
}

/** The extension as an object carries it. */
export function extended(properties: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return { [extensionId]: { extension_type: "property-extension", ...said(properties) } };
}

/** What of our extension an object carries, or null. */
export function extensionOf(object: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> | null {
  const { extensions } = object;
  if (typeof extensions !== "object" || extensions === null) return null;
  const own: unknown = new Map(Object.entries(extensions)).get(extensionId);
  return typeof own === "object" && own !== null && !Array.isArray(own) ? { ...own } : null;
}

/** The fields of a kind: those of every item, and its own. */
export function fieldsOf(kind: ItemKind): [string, FieldSpec][] {
  return Object.entries({ ...envelopeFields, ...kinds[kind].fields });
}

/** `riskCategories` as STIX writes it. */
export function snakeCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
