import type { CommandInput, CommandResult, CommandType } from "../domain/commands.ts";
import { ForumError, notFound } from "../domain/errors.ts";
import type { IdKind } from "../domain/ids.ts";
import { kindOfId } from "../domain/ids.ts";
import { parseText } from "../domain/parse.ts";
import type { Context } from "./context.ts";
import { loadNode } from "./node.ts";

/** The item, or whatever else, that a command is about, so that its id is answered for before the rest of the input. */
type Subject = { readonly kind: IdKind; readonly id: string };
type About = { readonly itemId?: string; readonly subject?: Subject };
/** A result with the key under which it can be asked for again. */
export type Repeatable<R> = R & { readonly idempotencyKey: string | null };

/**
 * Gives a command as the viewer. The order of refusals is part of the API:
 *
 * 1. the role, whatever else was sent;
 * 2. the id of the item: hidden, absent and malformed alike;
 * 3. the rest of the input.
 */
export async function command<T extends CommandType>(
  context: Context,
  type: T,
  parse: () => CommandInput<T>,
  { itemId, subject = itemId === undefined ? undefined : { kind: "item", id: itemId } }: About = {},
): Promise<Repeatable<CommandResult<T>>> {
  const { store, viewer, reader } = context;
  await reader.requireCommand(type, subject?.id ?? null);
  if (subject !== undefined && kindOfId(subject.id) !== subject.kind) throw await unseen(reader, type, subject.id);
  const input = await parsed(parse, context, type, subject?.id);
  const result = await store.commit(viewer, type, input);
  return { ...result, idempotencyKey: keyOf(input) };
}

async function parsed<I>(parse: () => I, context: Context, type: CommandType, id: string | undefined): Promise<I> {
  try {
    return parse();
  } catch (error) {
    const answerForId = error instanceof ForumError && id !== undefined;
    if (answerForId && (await loadNode(context, id)) === null) throw await unseen(context.reader, type, id);
    throw error;
  }
}

function keyOf(input: object): string | null {
  return "idempotencyKey" in input && typeof input.idempotencyKey === "string" ? input.idempotencyKey : null;
}

/** NOT_FOUND, which the audit log is told of. */
async function unseen(reader: Context["reader"], type: CommandType, id: string): Promise<ForumError> {
  const refusal = notFound();
  await reader.noteRefusal(type, id, refusal);
  return refusal;
}

export const idempotencyKeyDescription =
  "1 to 200 characters that you make up. The same key from the same account within 24 hours gives the first answer again and changes nothing; with other input it is CONFLICT. After an error that left you in doubt, repeat with the same key.";

export function parseIdempotencyKey(key: string | null | undefined): string | null {
  return key === undefined || key === null ? null : parseText(key, "idempotencyKey", 200, true);
}

/** An optional note or name: blank is none. */
export function optionalText(value: string | null | undefined, field: string, maxLength: number): string | null {
  const text = value === undefined || value === null ? null : parseText(value, field, maxLength, false);
  return text === null || text.trim() === "" ? null : text;
}
