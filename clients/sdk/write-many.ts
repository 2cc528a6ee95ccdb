import type { TocsinError } from "./errors.ts";
import { asTocsinError, fromGraphqlErrors, record } from "./errors.ts";
import type { ItemInput } from "./generated.ts";
import type { GraphqlRequest } from "./http.ts";

/** One of many writes. */
export type ItemWrite =
  | { readonly publish: ItemInput }
  | { readonly revise: { readonly id: string; readonly expectedRevision: number; readonly input: ItemInput } };

/** What became of it: the item, or why the forum refused this one. */
export type ItemWriteOutcome =
  | { readonly item: { readonly id: string; readonly revision: number } }
  | { readonly error: TocsinError };

type Waiting = { readonly at: number; readonly write: ItemWrite; readonly key: string; readonly bytes: number };

/** What a forum takes in one operation, with room to spare. */
const maxWritesAnOperation = 20;
const maxBytesAnOperation = 512 * 1024;

/**
 * Writes many items, several in one operation, in order.
 *
 * 1. Each write has an idempotency key of its own, so that it may be sent again and still happens once.
 * 2. An operation ends at its first refusal, and its answer is then lost as a whole. The refusal names its write by the path;
 *    the others are sent again: those before it are answered from what they did, those behind it are done now.
 * 3. An operation that is refused before any of it was done (too large, a value that does not fit) is halved until the
 *    refusal is that of one write.
 * 4. What is no refusal of one write (no answer, no token) is thrown. Whether what was under way happened is then unknown.
 */
export async function writeMany(
  send: (request: GraphqlRequest) => Promise<unknown>,
  writes: readonly ItemWrite[],
): Promise<ItemWriteOutcome[]> {
  const outcomes: ItemWriteOutcome[] = [];
  for (const batch of batches(writes)) await settle(batch);
  return outcomes;

  async function settle(batch: readonly Waiting[]): Promise<void> {
    if (batch.length === 0) return;
    try {
      const data = record(await send(operation(batch)));
      for (const [n, { at }] of batch.entries()) outcomes[at] = itemOf(data[alias(n)]);
    } catch (thrown) {
      const error = asTocsinError(thrown);
      if (!refusals.has(error.code)) throw error;
      const refused = byWrite(error, batch);
      if (refused.size === 0 && batch.length > 1) {
        const half = Math.ceil(batch.length / 2);
        await settle(batch.slice(0, half));
        return settle(batch.slice(half));
      }
      for (const waiting of batch) {
        const own = batch.length === 1 ? error : refused.get(waiting);
        if (own !== undefined) outcomes[waiting.at] = { error: own };
      }
      await settle(batch.filter(({ at }) => outcomes[at] === undefined));
    }
  }
}

/** The codes that may speak of one write alone. */
const refusals: ReadonlySet<string> = new Set([
  "BAD_USER_INPUT",
  "CONFLICT",
  "NOT_FOUND",
  "FORBIDDEN",
  "LIMIT_EXCEEDED",
]);

function batches(writes: readonly ItemWrite[]): Waiting[][] {
  const encoder = new TextEncoder();
  const all: Waiting[][] = [];
  let bytes = Infinity;
  for (const [at, write] of writes.entries()) {
    const waiting = { at, write, key: crypto.randomUUID(), bytes: encoder.encode(JSON.stringify(write)).length };
    const last = all.at(-1);
    if (last === undefined || last.length >= maxWritesAnOperation || bytes + waiting.bytes > maxBytesAnOperation) {
      all.push([waiting]);
      bytes = waiting.bytes;
    } else {
      last.push(waiting);
      bytes += waiting.bytes;
    }
  }
  return all;
}

/** One mutation under an alias for each write. */
export function operation(batch: readonly { readonly write: ItemWrite; readonly key: string }[]): GraphqlRequest {
  const declared: string[] = [];
  const fields: string[] = [];
  const variables: Record<string, unknown> = {};
  for (const [n, { write, key }] of batch.entries()) {
    const { id, expectedRevision, input } = "revise" in write ? write.revise : { input: write.publish };
    declared.push(`$input${n}: ItemInput!, $key${n}: String!`);
    variables[`input${n}`] = input;
    variables[`key${n}`] = key;
    let call = "publish(";
    if (id !== undefined) {
      declared.push(`$id${n}: ID!, $revision${n}: Int!`);
      variables[`id${n}`] = id;
      variables[`revision${n}`] = expectedRevision;
      call = `revise(id: $id${n}, expectedRevision: $revision${n}, `;
    }
    fields.push(`${alias(n)}: ${call}input: $input${n}, idempotencyKey: $key${n}) { item { id revision } }`);
  }
  return { query: `mutation writeMany(${declared.join(", ")}) {\n  ${fields.join("\n  ")}\n}`, variables };
}

function alias(n: number): string {
  return `write${n}`;
}

/** The errors of an answer, by the write that each of them is about. */
function byWrite(error: TocsinError, batch: readonly Waiting[]): Map<Waiting, TocsinError> {
  const found = new Map<Waiting, TocsinError>();
  for (const cause of Array.isArray(error.cause) ? error.cause : []) {
    const { path } = record(cause);
    const write = batch.find((_, n) => Array.isArray(path) && path[0] === alias(n));
    if (write !== undefined) found.set(write, fromGraphqlErrors([cause]));
  }
  return found;
}

function itemOf(payload: unknown): ItemWriteOutcome {
  const { id, revision } = record(record(payload)["item"]);
  return { item: { id: String(id), revision: Number(revision) } };
}
