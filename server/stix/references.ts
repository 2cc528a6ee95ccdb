/** Techniques and references of an item as external references, and back as far as they can be told. */
import type { Reference } from "../../domain/fields.ts";

type Raw = Readonly<Record<string, unknown>>;
type External = { readonly source_name: string; readonly [property: string]: string };

/** What stands for a source that nobody named. */
const unnamed = "reference";
const techniqueSources = { atlas: "mitre-atlas", attack: "mitre-attack", other: "technique" } as const;

const isAtlas = (id: string): boolean => /^AML\.[A-Z]{1,2}\d{4}(\.\d{3})?$/.test(id);
const isAttack = (id: string): boolean => /^T\d{4}(\.\d{3})?$/.test(id);

export function externalReferences(techniques: readonly string[], references: readonly Reference[]): External[] {
  return [...techniques.map(techniqueReference), ...references.map(externalReference)];
}

function techniqueReference(id: string): External {
  if (isAtlas(id)) return { source_name: techniqueSources.atlas, external_id: id, url: atlasUrl(id) };
  if (!isAttack(id)) return { ...sourceOf(techniqueSources.other, id), external_id: id };
  return {
    source_name: techniqueSources.attack,
    external_id: id,
    url: `https://attack.mitre.org/techniques/${id.replace(".", "/")}`,
  };
}

function atlasUrl(id: string): string {
  const folder = id.startsWith("AML.TA") ? "tactics" : id.startsWith("AML.M") ? "mitigations" : "techniques";
  return `https://atlas.mitre.org/${folder}/${id}`;
}

function externalReference({ source, title, url, externalId }: Reference): External {
  const address = url !== null && isPlainUri(url) ? url : null;
  const description = title ?? (externalId === null && address === null ? (url ?? source) : null);
  return {
    ...sourceOf(source === null || source === "" ? unnamed : source, externalId ?? ""),
    ...(description === null ? {} : { description }),
    ...(address === null ? {} : { url: address }),
    ...(externalId === null ? {} : { external_id: externalId }),
  };
}

/** The standard keeps the ids of CVE and CAPEC for the sources of these names, and these names for such ids. */
function sourceOf(source: string, externalId: string): { source_name: string } {
  if (/CVE-\d{4}-(0\d{3}|[1-9]\d{3,})$/.test(externalId)) return { source_name: "cve" };
  if (/CAPEC-\d+$/.test(externalId)) return { source_name: "capec" };
  return { source_name: source === "cve" || source === "capec" ? source.toUpperCase() : source };
}

/** Whether an address can be written as a URI as it is. */
function isPlainUri(url: string): boolean {
  return (
    /^https?:\/\/[\w.~:@!$&'()*+,;=%-]+([/?][\w\-.~:/?@!$&'()*+,;=%]*)?(#[\w\-.~:/?@!$&'()*+,;=%]*)?$/i.test(url) &&
    !/%(?![0-9a-f]{2})/i.test(url) &&
    URL.canParse(url)
  );
}

export type ReadReferences = { readonly techniques: readonly string[]; readonly references: readonly Reference[] };

/** What external references say: ids of MITRE's are techniques where nothing else is said of them, all others references. */
export function readReferences(external: unknown): ReadReferences {
  const techniques: string[] = [];
  const references: Reference[] = [];
  for (const raw of Array.isArray(external) ? external.filter(isRecord) : []) {
    const id = text(raw["external_id"]);
    const isBare = id !== null && raw["description"] === undefined;
    if (isBare && (isAtlas(id) || isAttack(id) || raw["source_name"] === techniqueSources.other)) techniques.push(id);
    else references.push(readReference(raw));
  }
  return { techniques, references };
}

function readReference(raw: Raw): Reference {
  const source = text(raw["source_name"]);
  return {
    title: text(raw["description"]),
    url: text(raw["url"]),
    externalId: text(raw["external_id"]),
    source: source === unnamed ? null : source,
  };
}

function text(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

function isRecord(value: unknown): value is Raw {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
