/** The filter of a list as the parameters of an address: those of `ItemFilter`, lists with commas or repeated. */
import { badInput } from "../../domain/errors.ts";
import type { ItemFilter } from "../../domain/filter.ts";
import { itemKinds } from "../../domain/kinds.ts";
import { parseInstant } from "../../domain/parse.ts";
import { tlpLabels } from "../../domain/tlp.ts";
import { riskCategories, sectors, severities } from "../../domain/vocabulary.ts";
import { parseFilter } from "../../schema/filter.ts";

/** What is being written is handed to nobody: drafts are in no bundle. */
const statuses = ["PUBLISHED", "WITHDRAWN"] as const;

export function filterOfQuery(query: URLSearchParams): ItemFilter {
  return {
    statuses,
    ...parseFilter({
      statuses: words(query, "statuses", statuses),
      kinds: words(query, "kinds", itemKinds),
      riskCategories: words(query, "riskCategories", riskCategories),
      minSeverity: words(query, "minSeverity", severities)?.[0],
      tlp: words(query, "tlp", tlpLabels),
      sectors: words(query, "sectors", sectors),
      origins: list(query, "origins"),
      groups: list(query, "groups"),
      techniques: list(query, "techniques"),
      affects: once(query, "affects"),
      publishedAfter: instant(query, "publishedAfter"),
      publishedBefore: instant(query, "publishedBefore"),
      text: once(query, "text"),
    }),
  };
}

/** A parameter that may stand once. */
export function once(query: URLSearchParams, name: string): string | undefined {
  const [value, ...others] = query.getAll(name);
  if (others.length > 0) throw badInput(name, "Give this parameter once.");
  return value;
}

/** A parameter with nothing behind it is an empty list, which matches nothing. */
export function list(query: URLSearchParams, name: string): string[] | undefined {
  return query.has(name) ? query.getAll(name).flatMap((value) => value.split(",").filter(Boolean)) : undefined;
}

export function words<const T extends string>(
  query: URLSearchParams,
  name: string,
  known: readonly T[],
): T[] | undefined {
  return list(query, name)?.map((word) => {
    const found = known.find((each) => each === word);
    if (found === undefined) throw badInput(name, `Give words of ${known.join(", ")}.`);
    return found;
  });
}

export function flag(query: URLSearchParams, name: string): boolean {
  return words(query, name, ["true", "false"])?.at(-1) === "true";
}

/** A parameter that is not known is a wish that would not be heard. */
export function refuseOthers(query: URLSearchParams, known: readonly string[]): void {
  for (const name of query.keys())
    if (!known.includes(name)) throw badInput(name, `There is no such parameter; there are ${known.join(", ")}.`);
}

function instant(query: URLSearchParams, name: string): string | undefined {
  const value = once(query, name);
  return value === undefined ? undefined : parseInstant(value, name);
}

export const filterParameters = [
  "statuses",
  "kinds",
  "riskCategories",
  "minSeverity",
  "tlp",
  "sectors",
  "origins",
  "groups",
  "techniques",
  "affects",
  "publishedAfter",
  "publishedBefore",
  "text",
] as const;
