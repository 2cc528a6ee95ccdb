import { TocsinError } from "../sdk/index.ts";
import type { Directory, DirectoryPart } from "./directory.ts";
import { UsageError } from "./exit-codes.ts";
import { nearNames } from "./near.ts";

type Named = { readonly id: string; readonly name: string; readonly about: string };

const nouns = { organizations: "organisation", groups: "group", accounts: "account" } as const;

/**
 * People write names, the forum takes ids. A name is looked up in the directory, exactly but for its case, before anything
 * is sent; one that is not there, or that several have, is refused with its field: what was meant is never guessed. A member of another
 * forum has the name or the address of that behind its own: `Example Institute @ forum.example`.
 */
export async function idOf(directory: Directory, part: DirectoryPart, word: string, field: string): Promise<string> {
  if (looksLikeId(word)) return word;
  const entries = await named(directory, part);
  const called = entries.filter(hasName(word));
  const elsewhere = called.length > 0 ? null : await directory.withForumName(word);
  const found = elsewhere === null ? called : entries.filter(hasName(elsewhere));
  const [only] = found;
  if (only !== undefined && found.length === 1) return only.id;
  if (only !== undefined) {
    const message = `"${word}" is the name of ${found.length} ${nouns[part]}s: ${listed(found)}. Give the id of one.`;
    throw new UsageError(message, { field });
  }
  if (!(await directory.isOpen())) {
    const message = `"${word}" has to be looked up in the directory, which is for members.`;
    throw new TocsinError("UNAUTHENTICATED", message, { field });
  }
  const advice = await adviceOn(directory, part, word, entries);
  throw new UsageError(`There is no ${nouns[part]} called "${word}" in the directory. ${advice}`, { field });
}

/** Whether a word is an id, such as `org_…`, and no name. */
export function looksLikeId(word: string): boolean {
  return /^(org|grp|acc)_\w+$/.test(word);
}

async function adviceOn(
  directory: Directory,
  part: DirectoryPart,
  word: string,
  entries: readonly Named[],
): Promise<string> {
  for (const other of ["organizations", "groups", "accounts"] as const) {
    if (other !== part && (await named(directory, other)).some(hasName(word)))
      return `It is the name of ${other === "groups" ? "a" : "an"} ${nouns[other]}.`;
  }
  const near = nearNames(word, entries);
  return near.length === 0 ? "`tocsin directory` shows who is in it." : `Near to it: ${listed(near)}.`;
}

async function named(directory: Directory, part: DirectoryPart): Promise<readonly Named[]> {
  switch (part) {
    case "organizations":
      return (await directory.organizations()).map(({ id, name, sector }) => ({ id, name, about: sector }));
    case "groups":
      return (await directory.groups()).map(({ id, name }) => ({ id, name, about: "" }));
    case "accounts":
      return (await directory.accounts()).map(({ id, name, organization }) => ({ id, name, about: organization.name }));
  }
}

function hasName(word: string): (entry: Named) => boolean {
  const wanted = folded(word);
  return ({ name }) => folded(name) === wanted;
}

function folded(name: string): string {
  return name.normalize("NFC").trim().toLowerCase();
}

function listed(entries: readonly Named[]): string {
  return entries.map(({ id, name, about }) => `${name} (${about === "" ? id : `${about}, ${id}`})`).join("; ");
}
