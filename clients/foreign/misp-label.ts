/**
 * What MISP says of how far something may go, as a label of ours. MISP says it twice, by tags and by a distribution, and both are
 * kept: the stricter one counts. What is not understood is read as strictly as there is.
 */
import type { Tlp } from "../sdk/index.ts";
import { tlpValues } from "../sdk/index.ts";
import type { MispOptions } from "./misp-event.ts";

export type MispLabel = {
  readonly tlp: Tlp;
  /** The Chatham House rule: who said it must not be told. */
  readonly isSourceWithheld: boolean;
  /** A tag was not understood: the label is the strictest for that alone. */
  readonly isDoubtful: boolean;
  readonly notes: readonly string[];
};
export type Handling = { readonly tags: readonly string[]; readonly distribution: unknown };

/** Every spelling that is known, without its namespace. TLP 1.0's WHITE is CLEAR. */
const spellings: ReadonlyMap<string, Tlp> = new Map([
  ["red", "RED"],
  ["amber+strict", "AMBER_STRICT"],
  ["amber-strict", "AMBER_STRICT"],
  ["amber_strict", "AMBER_STRICT"],
  ["amber strict", "AMBER_STRICT"],
  ["amber", "AMBER"],
  ["green", "GREEN"],
  ["clear", "CLEAR"],
  ["white", "CLEAR"],
]);
const chathamHouse: ReadonlySet<string> = new Set(["ex:chr", "chr"]);

/** The strictest label first, as the schema lists them. */
function strictest(labels: readonly Tlp[]): Tlp | undefined {
  return tlpValues.find((tlp) => labels.includes(tlp));
}

/** The words behind `tlp:`, whatever their case; MISP also writes `tlp:amber` as `TLP:AMBER` and `tlp="amber"`. */
function tlpWords(tags: readonly string[]): string[] {
  return tags.flatMap((tag) => {
    const said = /^tlp *[:=](.*)$/is.exec(tag.trim())?.[1]?.trim();
    return said === undefined ? [] : [said.replace(/^"/, "").replace(/"$/, "").trim().toLowerCase()];
  });
}

function hasChathamHouse(tags: readonly string[]): boolean {
  return tlpWords(tags).some((word) => chathamHouse.has(word));
}

type Reading = { readonly tlps: readonly Tlp[]; readonly isDoubtful: boolean; readonly notes: readonly string[] };

function readTags(tags: readonly string[]): Reading {
  const words = tlpWords(tags).filter((word) => !chathamHouse.has(word));
  const tlps = words.map((word) => spellings.get(word) ?? "RED");
  const isDoubtful = words.some((word) => !spellings.has(word));
  const notes = isDoubtful ? ["tlp tag that is not understood read as TLP:RED"] : [];
  if (new Set(tlps).size > 1) notes.push("several tlp tags: the strictest counts");
  return { tlps, isDoubtful, notes };
}

/**
 * How far a distribution lets something go at most. Those who import are the own organisation of 0; the organisations of the MISP server
 * (1), of its neighbours (2) and of a sharing group (4) are not the members of this forum, unless somebody says so of the first two.
 */
function readDistribution(value: unknown, { isOneCommunity = false }: MispOptions): Tlp | null {
  switch (typeof value === "string" ? Number(value) : value) {
    case undefined: // a feed leaves it out: its tags say all
    case null:
    case 3: // everybody
    case 5: // as whatever it is a part of
      return null;
    case 1:
    case 2:
      return isOneCommunity ? "GREEN" : "AMBER_STRICT";
    default:
      return "AMBER_STRICT";
  }
}

/** The label of an event, or why it gets none. */
export function labelOf(
  { tags, distribution }: Handling,
  options: MispOptions,
): MispLabel | { readonly refused: string } {
  const { tlps, isDoubtful, notes } = readTags(tags);
  const tagged = strictest(tlps) ?? options.defaultTlp;
  if (tagged === undefined) return { refused: "it has no tlp tag: say which label such events get (--default-tlp)" };
  const limit = readDistribution(distribution, options);
  const tlp = strictest(limit === null ? [tagged] : [tagged, limit]) ?? "RED";
  const isSourceWithheld = hasChathamHouse(tags);
  const narrowed = tlp === tagged ? [] : [`narrowed to ${tlp} for its distribution`];
  const defaulted = tlps.length > 0 ? [] : [`without a tlp tag: taken as ${tagged}`];
  return { tlp, isSourceWithheld, isDoubtful, notes: [...notes, ...defaulted, ...narrowed] };
}

/** Whether a part of an event may go as far as the event does. A part without tags and distribution goes with it. */
export function isNotWider(label: MispLabel, { tags, distribution }: Handling, options: MispOptions): boolean {
  const limit = readDistribution(distribution, options);
  const own = [...readTags(tags).tlps, ...(limit === null ? [] : [limit])];
  if (hasChathamHouse(tags) && !label.isSourceWithheld) return false;
  return strictest([label.tlp, ...own]) === label.tlp;
}
