/** What members write: each object that becomes an item is written as its author's, and every object is accounted for. */
import type { Reader } from "../../db/reader.ts";
import type { Store } from "../../db/store.ts";
import { ForumError } from "../../domain/errors.ts";
import type { Audience } from "../../domain/label.ts";
import { noAudience } from "../../domain/label.ts";
import type { Member } from "../../domain/people.ts";
import { labelRules, printTlp } from "../../domain/tlp.ts";
import type { Tlp } from "../../domain/tlp.ts";
import type { Mapped, MappedItem, MappedRelation } from "../stix/from-stix.ts";
import { itemIdBegins } from "../stix/ids.ts";
import { typeOfId } from "../stix/stix-object.ts";
import { readEnvelope } from "./envelope.ts";
import { needsToken } from "./refusal.ts";
import type { Outcome } from "./statuses.ts";

export type InboxParts = {
  readonly store: Store;
  readonly reader: Reader;
  /** Counts each item that is written against the rate limit; gives the refusal where there were too many. */
  readonly count: () => Promise<ForumError | null>;
};
export type Writes = "drafts" | "items";

/** Nothing is kept of these, and nobody loses anything by it. */
const support: ReadonlySet<string> = new Set(["identity", "marking-definition", "extension-definition"]);

export async function takeIn(parts: InboxParts, text: string, writes: Writes, at: string): Promise<Outcome[]> {
  await parts.reader.requireCommand(writes === "drafts" ? "saveDraft" : "publish");
  const member = await parts.reader.member();
  if (member === null) throw needsToken("Sign in to write.");
  const mapped = readEnvelope(text);
  const taken = new Set(mapped.filter(({ outcome }) => outcome === "item").map(({ objectId }) => objectId));
  return Promise.all(
    mapped.map(async (each): Promise<Outcome> => {
      const version = each.item?.modified ?? at;
      const problem = await fateOf(parts, member, each, writes, taken);
      return problem === null
        ? { isSuccess: true, detail: { id: each.objectId, version } }
        : { isSuccess: false, detail: { id: each.objectId, version, message: problem } };
    }),
  );
}

/** null where all is well with an object, else why not. */
async function fateOf(
  parts: InboxParts,
  member: Member,
  { objectId, outcome, reason, item }: Mapped,
  writes: Writes,
  taken: ReadonlySet<string>,
): Promise<string | null> {
  switch (outcome) {
    case "item":
      return item === null ? reason : attempt(parts, () => writeItem(parts, member, objectId, item, writes));
    case "withdrawal":
      return attempt(parts, () => withdraw(parts, objectId));
    case "part of an item":
      return null;
    case "skipped":
      return support.has(typeOfId(objectId)) || taken.has(objectId) ? null : reason;
    case "refused":
      return reason ?? "It cannot be taken.";
  }
}

async function attempt({ count }: InboxParts, work: () => Promise<string | null>): Promise<string | null> {
  try {
    const tooOften = await count();
    return tooOften === null ? await work() : tooOften.message;
  } catch (error) {
    if (!(error instanceof ForumError)) throw error;
    const { code, field, message } = error;
    if (code === "CONFLICT") return "This version of it was posted before, with other content.";
    return field === undefined ? message : `${message} (${field})`;
  }
}

async function writeItem(
  { store, reader }: InboxParts,
  member: Member,
  objectId: string,
  item: MappedItem,
  writes: Writes,
): Promise<string | null> {
  const known = await ownItem(reader, objectId);
  if (known !== null) return isSame(item, known) ? null : "It is an item of this forum: revise it through the API.";
  const named = labelRules[item.tlp].audience;
  if (writes === "items" && (named === "accounts" || named === "circles")) {
    return `${printTlp(item.tlp)} does not say who may read it: write it to the inbox for drafts.`;
  }
  const { content, tlp } = item;
  const label = { tlp, audience: ownAudience(tlp, member), attribution: "ORGANIZATION" } as const;
  const draft = { content, label, relations: await relationsOf(reader, item.relations), path: "objects" };
  const idempotencyKey = `taxii ${writes} ${objectId} ${item.modified ?? ""}`;
  const { viewer } = reader;
  if (writes === "items") await store.commit(viewer, "publish", { item: draft, idempotencyKey });
  else await store.commit(viewer, "saveDraft", { itemId: null, item: draft, idempotencyKey });
  return null;
}

/** The narrowest that the label allows: it is for its author to say who else is meant. */
function ownAudience(tlp: Tlp, { accountId, organizationId }: Member): Audience {
  switch (labelRules[tlp].audience) {
    case "accounts":
      return { ...noAudience, accounts: [accountId] };
    case "circles":
      return { ...noAudience, organizations: [organizationId] };
    case "optional circles":
    case "none":
      return noAudience;
  }
}

type Known = { readonly itemId: string; readonly at: string };

/** The item of this forum that an object is, as far as the viewer sees it, and when it was last changed. */
async function ownItem(reader: Reader, objectId: string): Promise<Known | null> {
  const [arrival] = await reader.arrived().ofItems(itemIdBegins(objectId), {});
  if (arrival?.type !== "item") return null;
  const item = await reader.item(arrival.itemId);
  const at = item?.withdrawal?.at ?? item?.revisedAt ?? item?.publishedAt ?? null;
  return item === null || at === null ? null : { itemId: item.id, at };
}

function isSame({ modified, provenance }: MappedItem, { itemId, at }: Known): boolean {
  return provenance?.itemId === itemId && modified === at;
}

async function withdraw({ store, reader }: InboxParts, objectId: string): Promise<string | null> {
  const known = await ownItem(reader, objectId);
  if (known === null) return "It is revoked, and no item here is known to be it.";
  const item = await reader.item(known.itemId);
  if (item?.status === "WITHDRAWN") return null;
  const reason = "It was revoked by its author.";
  await store.commit(reader.viewer, "withdraw", { itemId: known.itemId, reason, idempotencyKey: null });
  return null;
}

/** Relations to items of this forum that the author sees; what else an object points at is not told by ours. */
async function relationsOf(reader: Reader, relations: readonly MappedRelation[]) {
  const found = await Promise.all(
    relations.map(async ({ type, to }) => {
      const known = await ownItem(reader, to);
      return known === null ? [] : [{ type, itemId: known.itemId }];
    }),
  );
  return found.flat();
}
