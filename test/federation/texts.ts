import type { Content } from "../../domain/kinds.ts";
import { parseContent } from "../../domain/parse.ts";
import { markOf } from "./world.ts";

/** The words of one revision of one item: every text of it bears its mark. */
export function textOf(item: number, revision: number): { readonly content: Content } {
  const mark = markOf(item, revision);
  const fields = {
    title: `${mark} title`,
    summary: `${mark} summary`,
    body: `${mark} body`,
    riskCategories: ["CYBER"],
    severity: "HIGH",
  };
  return { content: parseContent("ADVISORY", fields, "input.advisory") };
}

/** Which revisions of which items a text speaks of, as `item revision`. */
export function marksIn(text: string): Set<string> {
  return new Set([...text.matchAll(/canary-(\d+)-(\d+)-/g)].map(([, item, revision]) => `${item} ${revision}`));
}
