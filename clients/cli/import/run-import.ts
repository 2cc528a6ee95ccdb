import type { Client, ItemWrite } from "../../sdk/index.ts";
import { kindInputs, readSchema } from "../item-schema.ts";
import type { ImportBatch, ImportEntry, Skipped } from "../../foreign/batch.ts";
import { findExisting, keyText } from "./existing.ts";
import { planEntry } from "./plan-entry.ts";

export type ImportReport = {
  readonly published: number;
  readonly revised: number;
  readonly unchanged: number;
  /** What the reader left out, and what the forum refused. */
  readonly skipped: readonly Skipped[];
  readonly notes: readonly string[];
};

export type ImportOptions = {
  /** Told how many entries are done with. */
  readonly onProgress?: (done: number) => void;
  /** Says what would be done, and does nothing. */
  readonly dryRun?: boolean;
};

type Waiting = { readonly entry: ImportEntry; readonly does: "published" | "revised"; readonly write: ItemWrite };

/** So many writes are sent together. */
const together = 20;

/**
 * Publishes what is new in a batch, revises what has changed, and leaves the rest alone: running it again changes nothing.
 * What the forum refuses is told and does not stop the rest; what cannot be reached or signed in to does.
 *
 * Writes go in the order of the batch, several at a time. An entry that points at one that is still waiting lets that go
 * first, because until then it has no id.
 */
export async function runImport(
  client: Client,
  batch: ImportBatch,
  { dryRun = false, onProgress }: ImportOptions = {},
): Promise<ImportReport> {
  const kinds = kindInputs(await readSchema());
  const { organization, account } = await client.viewer();
  const self = { organization: organization?.id ?? "", account: account?.id ?? "" };
  const existing = await findExisting(client, batch);
  const ids = new Map([...existing].map(([key, { id }]) => [key, id]));
  const skipped = [...batch.skipped];
  const counts = { published: 0, revised: 0, unchanged: 0 };
  const waiting = new Map<string, Waiting>();
  for (const [at, entry] of batch.entries.entries()) {
    if (entry.relations.some(({ externalKey }) => waiting.has(keyText(externalKey)))) await send();
    const key = keyText(entry.externalKey);
    const plan = planEntry(entry, existing.get(key), kinds, ids, self);
    if (plan.does === "unchanged") counts.unchanged += 1;
    else if (plan.does === "skipped") leaveOut(entry, plan.why);
    else waiting.set(key, { entry, ...plan });
    if (waiting.size >= together) await send();
    onProgress?.(at + 1 - waiting.size);
  }
  await send();
  onProgress?.(batch.entries.length);
  return { ...counts, skipped, notes: batch.notes };

  async function send(): Promise<void> {
    const sent = [...waiting];
    waiting.clear();
    const outcomes = dryRun ? [] : await client.writeMany(sent.map(([, { write }]) => write));
    for (const [at, [key, { entry, does }]] of sent.entries()) {
      const outcome = outcomes[at] ?? { item: { id: "" } };
      if ("item" in outcome) {
        counts[does] += 1;
        ids.set(key, outcome.item.id);
        continue;
      }
      const { code, message, field } = outcome.error;
      if (code === "FORBIDDEN") throw outcome.error; // it is said of whoever imports, and holds for every entry
      leaveOut(entry, `the forum refused it: ${message}${field === undefined ? "" : ` (${field})`}`);
    }
  }

  function leaveOut({ externalKey: { source, externalId } }: ImportEntry, why: string): void {
    skipped.push({ what: `${source} ${externalId}`, why });
  }
}
