import { and, eq, isNull } from "drizzle-orm";
import type { ItemDraft } from "../../domain/commands.ts";
import type { ItemEntry } from "../../domain/entries.ts";
import type { ItemState } from "../../domain/items.ts";
import { sameAddress } from "../../domain/label.ts";
import type { CommandContext } from "./command.ts";
import { memberOf } from "./command.ts";
import type { Writing } from "./write-item.ts";
import { keysOf, storeItem, storeRevision } from "./write-item.ts";

/** Puts a new revision in the place of the newest, and tells of it. Everything about it has been checked. Returns the position. */
export async function storeRevised(
  context: CommandContext,
  item: ItemState,
  draft: Pick<ItemDraft, "content" | "label" | "relations">,
  createdAt: string,
): Promise<number> {
  const { content, label } = draft;
  const revised = { ...item, revision: item.revision + 1, content, label, revisedAt: context.tx.at };
  const relayed = sameAddress(item.label, label)
    ? await activeRelayKeys(context, item.id)
    : await endRelays(context, item.id);
  const stored: ItemState = { ...revised, keys: [...new Set([...keysOf(revised), ...relayed])] };
  await storeItem(context, stored, createdAt);
  await storeRevision(context, stored, draft, memberOf(context).member.accountId);
  return appendChange(context, "revise", stored, item.keys);
}

/** The keys that relays have added and that still hold. */
export async function activeRelayKeys({ tx, dialect }: Writing, itemId: string): Promise<ItemState["keys"]> {
  const { relays } = dialect.tables;
  const rows = await tx.db
    .select({ key: relays.key })
    .from(relays)
    .where(and(eq(relays.itemId, itemId), isNull(relays.endedAt)));
  return rows.map(({ key }) => key);
}

export async function endRelays({ tx, dialect }: Writing, itemId: string): Promise<ItemState["keys"]> {
  const { relays } = dialect.tables;
  await tx.db
    .update(relays)
    .set({ endedAt: tx.at })
    .where(and(eq(relays.itemId, itemId), isNull(relays.endedAt)));
  return [];
}

export function appendChange(
  { tx }: Pick<Writing, "tx">,
  act: ItemEntry["act"],
  item: ItemState,
  before: ItemState["keys"],
): Promise<number> {
  return tx.append({ type: "item", act, itemId: item.id, revision: item.revision, before, after: item.keys });
}
