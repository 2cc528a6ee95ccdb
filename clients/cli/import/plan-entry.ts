import type { ItemInput, ItemWrite } from "../../sdk/index.ts";
import type { KindInput } from "../item-schema.ts";
import { findKind } from "../item-schema.ts";
import type { ImportEntry } from "../../foreign/batch.ts";
import type { Existing } from "./existing.ts";
import { keyText } from "./existing.ts";
import type { Relation } from "./same.ts";
import { saysTheSame } from "./same.ts";

/** What is to be done about an entry: a write, nothing, or nothing for a reason. */
export type Plan =
  | { readonly does: "published" | "revised"; readonly write: ItemWrite }
  | { readonly does: "unchanged" }
  | { readonly does: "skipped"; readonly why: string };

/** Who imports: the ids of the account and of its organisation. */
export type Self = { readonly organization: string; readonly account: string };

function audienceOf({ audience }: ImportEntry, { organization, account }: Self): object {
  if (audience === undefined) return {};
  return { audience: audience === "myself" ? { accounts: [account] } : { organizations: [organization] } };
}

/** `before` is the item of an earlier import; `ids` those of the items that relations may point at, by their keys. */
export function planEntry(
  entry: ImportEntry,
  before: Existing | undefined,
  kinds: readonly KindInput[],
  ids: ReadonlyMap<string, string>,
  self: Self,
): Plan {
  const [word = "", fields = {}] = Object.entries(entry.input)[0] ?? [];
  const relations: Relation[] = entry.relations.flatMap(({ type, externalKey }) => {
    const item = ids.get(keyText(externalKey));
    return item === undefined ? [] : [{ type, item }];
  });
  const input = { [word]: { ...fields, ...audienceOf(entry, self), relations } } as unknown as ItemInput; // the forum checks it
  if (before === undefined) return { does: "published", write: { publish: input } };
  const { id, revision, withdrawal } = before;
  if (withdrawal) return { does: "skipped", why: `withdrawn here (${id}): ${withdrawal.reason}` };
  if (saysTheSame(findKind(kinds, word), fields, relations, before)) return { does: "unchanged" };
  return { does: "revised", write: { revise: { id, expectedRevision: revision, input } } };
}
