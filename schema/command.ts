import type { CommandInput, CommandResult, CommandType } from "../domain/commands.ts";
import { ForumError, notFound } from "../domain/errors.ts";
import { kindOfId } from "../domain/ids.ts";
import { parseText } from "../domain/parse.ts";
import type { Context } from "./context.ts";

/** The item that a command is about, so that its id is answered for before the rest of the input. */
type About = { readonly itemId?: string };

/**
 * Gives a command as the viewer. The order of refusals is part of the API:
 *
 * 1. the role, whatever else was sent;
 * 2. the id of the item: hidden, absent and malformed alike;
 * 3. the rest of the input.
 */
export async function command<T extends CommandType>(
  { store, viewer, reader }: Context,
  type: T,
  parse: () => CommandInput<T>,
  { itemId }: About = {},
): Promise<CommandResult<T>> {
  await reader.requireCommand(type, itemId ?? null);
  if (itemId !== undefined && kindOfId(itemId) !== "item") throw await unseen(reader, type, itemId);
  return store.commit(viewer, type, await parsed(parse, reader, type, itemId));
}

async function parsed<I>(
  parse: () => I,
  reader: Context["reader"],
  type: CommandType,
  itemId: string | undefined,
): Promise<I> {
  try {
    return parse();
  } catch (error) {
    const answerForId = error instanceof ForumError && itemId !== undefined;
    if (answerForId && (await reader.item(itemId)) === null) throw await unseen(reader, type, itemId);
    throw error;
  }
}

/** NOT_FOUND, which the audit log is told of. */
async function unseen(reader: Context["reader"], type: CommandType, itemId: string): Promise<ForumError> {
  const refusal = notFound();
  await reader.noteRefusal(type, itemId, refusal);
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
