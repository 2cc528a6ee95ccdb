import type { Client, ItemInput } from "../../sdk/index.ts";
import { TocsinError } from "../../sdk/index.ts";
import { findKind, kindInputs, readSchema } from "../item-schema.ts";
import type { ImportBatch, ImportEntry, Skipped } from "./batch.ts";
import { findExisting, keyText } from "./existing.ts";
import type { Relation } from "./same.ts";
import { saysTheSame } from "./same.ts";

export type ImportReport = {
  readonly published: number;
  readonly revised: number;
  readonly unchanged: number;
  /** What the reader left out, and what the forum refused. */
  readonly skipped: readonly Skipped[];
  readonly notes: readonly string[];
};

export type ImportOptions = {
  /** Called after each entry. */
  readonly onProgress?: (done: number) => void;
  /** Says what would be done, and does nothing. */
  readonly dryRun?: boolean;
};

/**
 * Publishes what is new in a batch, revises what has changed, and leaves the rest alone: running it again changes nothing.
 * What the forum refuses is told and does not stop the rest; what cannot be reached or signed in to does.
 */
export async function runImport(
  client: Client,
  batch: ImportBatch,
  options: ImportOptions = {},
): Promise<ImportReport> {
  const kinds = kindInputs(await readSchema());
  const existing = await findExisting(client, batch);
  const ids = new Map([...existing].map(([key, { id }]) => [key, id]));
  const skipped = [...batch.skipped];
  const counts = { published: 0, revised: 0, unchanged: 0 };
  for (const [at, entry] of batch.entries.entries()) {
    const key = keyText(entry.externalKey);
    try {
      const outcome = await bring(entry);
      if ("why" in outcome)
        skipped.push({ what: `${entry.externalKey.source} ${entry.externalKey.externalId}`, ...outcome });
      else {
        counts[outcome.done] += 1;
        ids.set(key, outcome.id);
      }
    } catch (error) {
      if (!(error instanceof TocsinError) || !perEntry.has(error.code)) throw error;
      const why = `the forum refused it: ${error.message}${error.field === undefined ? "" : ` (${error.field})`}`;
      skipped.push({ what: `${entry.externalKey.source} ${entry.externalKey.externalId}`, why });
    }
    options.onProgress?.(at + 1);
  }
  return { ...counts, skipped, notes: batch.notes };

  async function bring(entry: ImportEntry): Promise<Outcome> {
    const [word = "", fields = {}] = Object.entries(entry.input)[0] ?? [];
    const kind = findKind(kinds, word);
    const relations: Relation[] = entry.relations.flatMap(({ type, externalKey }) => {
      const item = ids.get(keyText(externalKey));
      return item === undefined ? [] : [{ type, item }];
    });
    const before = existing.get(keyText(entry.externalKey));
    if (before?.withdrawal) return { why: `withdrawn here (${before.id}): ${before.withdrawal.reason}` };
    if (before && saysTheSame(kind, fields, relations, before)) return { done: "unchanged", id: before.id };
    const input = { [word]: { ...fields, relations } } as unknown as ItemInput; // the forum checks it
    if (options.dryRun) return { done: before ? "revised" : "published", id: before?.id ?? "" };
    const { item } = before ? await client.revise(before.id, before.revision, input) : await client.publish(input);
    return { done: before ? "revised" : "published", id: item.id };
  }
}

type Outcome = { readonly why: string } | { readonly done: "published" | "revised" | "unchanged"; readonly id: string };

/** What says something of one entry only. */
const perEntry: ReadonlySet<string> = new Set(["BAD_USER_INPUT", "CONFLICT", "NOT_FOUND", "LIMIT_EXCEEDED"]);
