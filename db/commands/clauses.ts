import { isDeepStrictEqual } from "node:util";
import { eq } from "drizzle-orm";
import { clausesOf, giveNumbers, withClauses } from "../../domain/clauses.ts";
import type { ItemDraft } from "../../domain/commands.ts";
import type { ItemState } from "../../domain/items.ts";
import type { Content } from "../../domain/kinds.ts";
import { isOfKind } from "../../domain/kinds.ts";
import { checkText } from "../../domain/practices.ts";
import { practiceOf } from "../practices.ts";
import type { CommandContext } from "./command.ts";

/** A draft in which every clause has its number. Items of other kinds have none. */
export async function numbered<D extends Pick<ItemDraft, "content" | "path">>(
  { tx, dialect }: CommandContext,
  itemId: string,
  draft: D,
  earlier: ItemState | null,
): Promise<D> {
  const { content } = draft;
  if (!isOfKind(content, "PRACTICE")) return draft;
  const { clauseNumbers: n } = dialect.tables;
  const [row] = await tx.db.select({ last: n.last }).from(n).where(eq(n.itemId, itemId));
  const before = earlier === null ? [] : clausesOf(earlier.content);
  const { clauses, last } = giveNumbers(clausesOf(content), before, row?.last ?? 0, draft.path);
  await tx.db.insert(n).values({ itemId, last }).onConflictDoUpdate({ target: n.itemId, set: { last } });
  return { ...draft, content: withClauses(content, clauses) };
}

/** Refuses a new text of a practice whose stage keeps it frozen. Its label may be changed at any time, so that it can be taken back. */
export async function checkPracticeText(
  { tx, dialect }: CommandContext,
  item: ItemState,
  content: Content,
): Promise<void> {
  if (isDeepStrictEqual(content, item.content)) return;
  const practice = await practiceOf(tx, dialect.tables, item.id);
  if (practice !== null) checkText(practice, tx.at);
}
