import type { ItemFilter, ItemInput } from "../sdk/index.ts";
import type { Directory, DirectoryPart } from "./directory.ts";
import { idOf } from "./names.ts";

/** An item whose audience was written with names, addressed by ids. */
export async function inputById(directory: Directory, input: ItemInput): Promise<ItemInput> {
  const [[kind, fields] = ["", {}]] = Object.entries(input);
  const audience: unknown = "audience" in fields ? fields.audience : null;
  if (typeof audience !== "object" || audience === null) return input;
  const ids: Record<string, unknown> = { ...audience };
  for (const part of ["organizations", "groups", "accounts"] as const) {
    const words = ids[part];
    if (Array.isArray(words)) ids[part] = await idsOf(directory, part, words, `input.${kind}.audience.${part}`);
  }
  return { [kind]: { ...fields, audience: ids } } as unknown as ItemInput; // what it was, but for the names
}

/** A filter that was written with names, by ids. */
export async function filterById(directory: Directory, filter: ItemFilter): Promise<ItemFilter> {
  const { origins, groups } = filter;
  return {
    ...filter,
    ...(origins == null ? {} : { origins: await optionIds(directory, "organizations", origins, "--origin") }),
    ...(groups == null ? {} : { groups: await optionIds(directory, "groups", groups, "--group") }),
  };
}

/** What is no text is left for the forum to refuse. */
async function idsOf(
  directory: Directory,
  part: DirectoryPart,
  words: readonly unknown[],
  path: string,
): Promise<unknown[]> {
  const ids: unknown[] = [];
  for (const [at, word] of words.entries()) {
    ids.push(typeof word === "string" ? await idOf(directory, part, word, `${path}.${at}`) : word);
  }
  return ids;
}

/** One group that was named. */
export function groupId(directory: Directory, word: string, field: string): Promise<string> {
  return idOf(directory, "groups", word, field);
}

/** One organisation that was named. */
export function organizationId(directory: Directory, word: string, field: string): Promise<string> {
  return idOf(directory, "organizations", word, field);
}

/** Organisations that were named one by one. */
export function organizationIds(directory: Directory, words: readonly string[], field: string): Promise<string[]> {
  return optionIds(directory, "organizations", words, field);
}

async function optionIds(
  directory: Directory,
  part: DirectoryPart,
  words: readonly string[],
  option: string,
): Promise<string[]> {
  const ids: string[] = [];
  for (const word of words) ids.push(await idOf(directory, part, word, option));
  return ids;
}
