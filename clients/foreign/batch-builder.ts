import { fit } from "./batch-limits.ts";
import type { ImportBatch, ImportEntry, ImportRelation, Skipped } from "./batch.ts";

/** Gathers a batch and keeps its promises: no key twice, relations backwards only, nothing longer than the forum takes. */
export class BatchBuilder {
  readonly #entries = new Map<string, ImportEntry>();
  readonly #skipped: Skipped[] = [];
  readonly #notes: string[] = [];
  readonly #tallies = new Map<string, string[]>();

  add(entry: ImportEntry): void {
    const { source, externalId } = entry.externalKey;
    const key = keyOf(entry.externalKey);
    if (this.#entries.has(key)) return this.skip(externalId, `another entry of ${source} has the same id`);
    const input = fit(entry.input, (field, limit) => this.tally(`${field} shortened to ${limit}`, externalId));
    this.#entries.set(key, { ...entry, input, relations: this.#relations(entry) });
  }

  /** One thing was left out. */
  skip(what: string, why: string): void {
    this.#skipped.push({ what, why });
  }

  /** Something that a person should know of the whole. */
  note(sentence: string): void {
    this.#notes.push(sentence);
  }

  /** The same small thing happened to one more entry; told once, with a count. */
  tally(what: string, externalId: string): void {
    const ids = this.#tallies.get(what);
    if (ids === undefined) this.#tallies.set(what, [externalId]);
    else if (!ids.includes(externalId)) ids.push(externalId);
  }

  build(): ImportBatch {
    const tallied = [...this.#tallies].map(([what, ids]) => `${what}: ${someOf(ids)}`);
    return { entries: [...this.#entries.values()], skipped: this.#skipped, notes: [...this.#notes, ...tallied] };
  }

  #relations({ externalKey, relations }: ImportEntry): ImportRelation[] {
    const kept = new Map<string, ImportRelation>();
    for (const relation of relations) {
      const other = keyOf(relation.externalKey);
      if (this.#entries.has(other)) kept.set(`${relation.type} ${other}`, relation);
      else this.tally(`relation to something that is not there left out`, externalKey.externalId);
    }
    return [...kept.values()];
  }
}

function keyOf({ source, externalId }: { readonly source: string; readonly externalId: string }): string {
  return JSON.stringify([source, externalId]);
}

function someOf(ids: readonly string[]): string {
  const shown = ids.slice(0, 5).join(", ");
  return ids.length > 5 ? `${ids.length} entries (${shown} …)` : `${ids.length} (${shown})`;
}
