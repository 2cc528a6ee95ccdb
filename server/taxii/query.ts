/** The parameters of a request. What is malformed or said twice is refused; what nobody knows is let be. */
import { parseStamp } from "./date-added.ts";
import { badRequest } from "./refusal.ts";

export type Filter = {
  /** Microseconds; what was added later is wanted. */
  readonly addedAfter: number | null;
  readonly limit: number;
  readonly next: string | null;
  readonly ids: ReadonlySet<string> | null;
  readonly types: ReadonlySet<string> | null;
  readonly specVersions: ReadonlySet<string> | null;
  readonly versions: ReadonlySet<string>;
};

export const defaultLimit = 500;
export const maxLimit = 1_000;
const maxValues = 100;

export function readFilter(parameters: URLSearchParams): Filter {
  const versions = listOf(parameters, "match[version]") ?? new Set(["last"]);
  for (const version of versions) {
    if (!["first", "last", "all"].includes(version) && parseStamp(version) === null) {
      throw badRequest("match[version] takes first, last, all, or the time of a version.");
    }
  }
  return {
    addedAfter: readStamp(only(parameters, "added_after")),
    limit: readLimit(only(parameters, "limit")),
    next: only(parameters, "next") || null,
    ids: listOf(parameters, "match[id]"),
    types: listOf(parameters, "match[type]"),
    specVersions: listOf(parameters, "match[spec_version]"),
    versions,
  };
}

function only(parameters: URLSearchParams, name: string): string | null {
  const values = parameters.getAll(name);
  if (values.length > 1) throw badRequest(`${name} may be given once.`);
  return values[0] ?? null;
}

function listOf(parameters: URLSearchParams, name: string): ReadonlySet<string> | null {
  const text = only(parameters, name);
  if (text === null) return null;
  const values = text.split(",");
  if (values.some((value) => value === "")) throw badRequest(`${name} takes values parted by commas.`);
  if (values.length > maxValues) throw badRequest(`${name} takes at most ${maxValues} values.`);
  return new Set(values);
}

function readStamp(text: string | null): number | null {
  if (text === null) return null;
  const stamp = parseStamp(text);
  if (stamp === null) throw badRequest("added_after takes a time such as 2026-11-23T09:30:00.000000Z.");
  return stamp;
}

/** More than the most that a page holds is as good as that. */
function readLimit(text: string | null): number {
  if (text === null) return defaultLimit;
  if (!/^\d{1,15}$/.test(text) || Number(text) === 0) throw badRequest("limit takes a whole number above 0.");
  return Math.min(Number(text), maxLimit);
}
