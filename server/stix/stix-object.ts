/** One object of STIX 2.1. Its properties are those of the standard's type, and of extensions. */
export type StixObject = {
  readonly type: string;
  readonly id: string;
  readonly spec_version: "2.1";
  readonly [property: string]: unknown;
};

/** The properties that have something to say: STIX knows neither null nor empty lists. */
export function said(properties: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(properties).filter(([, value]) => value !== null && value !== undefined && !isEmpty(value)),
  );
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

/** An object of the standard's type, the id being `type--uuid`. */
export function stixObject(id: string, properties: Readonly<Record<string, unknown>>): StixObject {
  return { type: typeOfId(id), spec_version: "2.1", id, ...said(properties) };
}

/** What stands before the two hyphens of an id. */
export function typeOfId(id: string): string {
  return id.split("--", 1)[0] ?? "";
}
