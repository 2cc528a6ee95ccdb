import { badInput } from "./errors.ts";
import type { Clause } from "./fields.ts";
import type { Content } from "./kinds.ts";
import { isOfKind } from "./kinds.ts";

/** The clauses of a practice; none for every other kind, and for what was written before practices had any. */
export function clausesOf(content: Content): readonly Clause[] {
  if (!isOfKind(content, "PRACTICE")) return [];
  const { clauses }: { readonly clauses?: readonly Clause[] } = content.details;
  return clauses ?? [];
}

/** The numbers of the clauses of a practice, in their order. */
export function clauseIdsOf(content: Content): string[] {
  return clausesOf(content).flatMap(({ id }) => id ?? []);
}

/**
 * Gives the clauses of a new revision their numbers, for ever.
 *
 * 1. A number that comes with a clause must be one of the revision before, and come once.
 * 2. A clause without one that says word for word what one of the revision before said is that clause.
 * 3. Every other gets the next number that was never used: `last` is the highest that was.
 */
export function giveNumbers(
  clauses: readonly Clause[],
  before: readonly Clause[],
  last: number,
  path: string,
): { readonly clauses: readonly Clause[]; readonly last: number } {
  const known = new Set(before.flatMap(({ id }) => id ?? []));
  const taken = new Set<string>();
  for (const [at, { id }] of clauses.entries()) {
    if (id === null) continue;
    const field = `${path}.clauses.${at}.id`;
    if (!known.has(id))
      throw badInput(field, "This is no number of the newest revision: leave it out for a new clause.");
    if (taken.has(id)) throw badInput(field, "This number stands at another clause already.");
    taken.add(id);
  }
  let highest = last;
  const numbered = clauses.map((clause) => {
    if (clause.id !== null) return clause;
    const same = before.find(
      ({ id, level, text }) => id !== null && !taken.has(id) && level === clause.level && text === clause.text,
    );
    const id = same?.id ?? `R-${++highest}`;
    taken.add(id);
    return { ...clause, id };
  });
  return { clauses: numbered, last: highest };
}

/** The content of a practice with other clauses. */
export function withClauses(content: Content<"PRACTICE">, clauses: readonly Clause[]): Content<"PRACTICE"> {
  return { ...content, details: { ...content.details, clauses } };
}
