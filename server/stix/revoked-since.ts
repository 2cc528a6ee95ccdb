/** What was part of an item in an earlier revision and is none any more: revoked, so that whoever has kept it lets it go. */
import type { RelationView } from "../../db/reader.ts";
import type { Content } from "../../domain/kinds.ts";
import type { ItemView } from "../../domain/view.ts";
import { revokedPart } from "./main-object.ts";
import type { StixObject } from "./stix-object.ts";
import type { StixContext } from "./to-stix.ts";
import { distinct, toStix } from "./to-stix.ts";

/** What an item said in earlier revisions and pointed at, as far as the viewer was and is shown it. */
export type Then = { readonly contents: readonly Content[]; readonly relations: readonly RelationView[] };

/** In the version and under the label of the item as it is now. An observable has no versions: it is not revoked, but what ties it to the item. */
export function revokedSince(item: ItemView, { contents, relations }: Then, context: StixContext): StixObject[] {
  const standing = { ...item, status: "PUBLISHED" as const };
  const now = new Set(toStix(item, context).own.map(({ id }) => id));
  const then = [
    ...contents.flatMap((content) => toStix({ ...standing, content }, { ...context, relations: [] }).own),
    ...(relations.length === 0 ? [] : toStix(standing, { ...context, relations }).own),
  ];
  return distinct(then).flatMap((part) => {
    const { created, modified, created_by_ref: by, object_marking_refs: marks } = part;
    if (now.has(part.id) || typeof created !== "string" || typeof modified !== "string") return [];
    if (typeof by !== "string" || !Array.isArray(marks)) return [];
    return [revokedPart(part, { created, modified, created_by_ref: by, object_marking_refs: marks.map(String) })];
  });
}
