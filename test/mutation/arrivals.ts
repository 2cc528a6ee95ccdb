import type { Mutation } from "./mutation.ts";

const of =
  (file: string) =>
  (harm: string, find: string, replace: string): Mutation => ({ file, find, replace, harm, first: "arrivals" });
const arrivals = of("db/read-arrivals.ts");
const earlier = of("db/read-earlier.ts");
const objects = of("server/taxii/arrived-objects.ts");
const revoked = of("server/stix/revoked-since.ts");
const page = of("server/taxii/page.ts");
const plan = of("server/bundles/plan.ts");
const bringIn = of("server/bundles/bring-in.ts");

/** What pollers are told, and what feeds of others may change. */
export const arrivalMutations: readonly Mutation[] = [
  arrivals(
    "items are said to point at what one may not see",
    `(maySee(keysIn(dialect.tables, keys), rights.ring) ? [mark] : [])`,
    `[mark]`,
  ),
  earlier(
    "what a revision said that one may not read is revoked for one",
    `rows.filter(({ keys }) => maySee(keys, rights.ring))`,
    `rows`,
  ),
  earlier("what later revisions have is taken for what was", `row.revision < revision`, `row.revision !== revision`),
  objects("a withdrawn item is told to point at others", `withdrawn ? [] : relations }`, `relations }`),
  revoked("what is still there is revoked", `now.has(part.id) || `, ``),
  page("objects of one stamp are parted though they fit on a page", `together === 0 ? fitting : together`, `fitting`),
  page("a page ends before the first of many with one stamp", `together === 0 ? fitting : together`, `together`),
  plan("a source changes what others have brought", `if (!isOfFeed)`, `if (isOfFeed && existing.revision < 0)`),
  bringIn("a source withdraws what others have brought", `if (!this.#mayChange(item))`, `if (item.revision < 0)`),
  bringIn(
    "a poll loses what could not be written",
    `error.code === "UNAVAILABLE" && `,
    `error.code === "NOT_FOUND" && `,
  ),
  bringIn("a poll loses what was changed meanwhile", `error.code !== "CONFLICT"`, `error.code !== "NOT_FOUND"`),
];
