/**
 * What an item of another forum is here, by all that its streams have said of it: the newest revision, as long as a stream shows it, to those
 * whom these streams name. What hangs on it here, such as relays, is as with items of our own.
 */
import type { RelationInput } from "../../domain/commands.ts";
import type { ShownItem } from "../../domain/federation/envelopes.ts";
import type { ItemState } from "../../domain/items.ts";
import { sameAddress } from "../../domain/label.ts";
import type { Key } from "../../domain/policy.ts";
import { sectors } from "../../domain/vocabulary.ts";
import { activeRelayKeys, appendChange, endRelays } from "../commands/revise-item.ts";
import { keysOf, storeItem, storeRelations, storeRevision } from "../commands/write-item.ts";
import type { Claim } from "../federation-tables.ts";
import type { Copies, Copy } from "./copies.ts";
import type { Desk } from "./desk.ts";
import { keepForeignOrigin } from "./foreign-names.ts";
import { localId } from "./hashes.ts";

/** What came with a revision, beside to whom it is shown. */
export type Fresh = { readonly shown: ShownItem; readonly revision: number };

/** Makes of an item what its claims say now. `fresh` is what has just come of it; null where that is only that something is hidden. */
export async function applyClaims(desk: Desk, copies: Copies, copy: Copy, fresh: Fresh | null): Promise<void> {
  const { standing, newest, item } = copy;
  const claim = joinClaims(
    standing.flatMap((row) => (row.claim === null ? [] : [{ ...row.claim, stream: row.stream }])),
  );
  if (claim === null) {
    if (item !== null && item.keys.length > 0) await hide(desk, copies, copy, item);
    return;
  }
  if (item !== null && copy.revision === newest) return change(desk, copies, copy, item, claim);
  if (fresh?.revision !== newest) throw new Error(`nothing of revision ${newest} of ${copy.itemId} is here`);
  await take(desk, copies, copy, claim, fresh);
}

/** All that is said of one revision: whoever came by everybody's stream or that of the community is among those. */
function joinClaims(claims: readonly (Claim & { readonly stream: string })[]): Claim | null {
  const widest = claims.find(({ stream }) => !stream.startsWith("to:")) ?? claims[0];
  if (widest === undefined) return null;
  const { label, publishedAt, revisedAt } = widest;
  const relations = new Map(
    claims.flatMap((claim) => claim.relations.map((end) => [`${end.type} ${end.itemId}`, end])),
  );
  const withdrawal = claims.find((claim) => claim.withdrawal !== null)?.withdrawal ?? null;
  return { label, publishedAt, revisedAt, withdrawal, relations: [...relations.values()] };
}

/** A revision that was not here. */
async function take(desk: Desk, copies: Copies, copy: Copy, claim: Claim, { shown, revision }: Fresh): Promise<void> {
  const { label, publishedAt, revisedAt, withdrawal, relations } = claim;
  const { item: before } = copy;
  const origin = await originOf(desk, copy, shown);
  const item = {
    id: copy.itemId,
    home: copy.home,
    status: withdrawal === null ? ("PUBLISHED" as const) : ("WITHDRAWN" as const),
    ...origin,
    authorIds: [],
    revision: (before?.revision ?? 0) + 1,
    content: shown.content,
    label,
    // what was published once does not come to the top again, and what others keep by its instant does not go back
    publishedAt: before?.publishedAt ?? publishedAt,
    revisedAt: latestOf(before?.revisedAt ?? null, revisedAt),
    withdrawal,
  };
  const relayed = before === null ? [] : await relaysOf(desk, before, label);
  const stored: ItemState = { ...item, keys: [...new Set([...keysOf(item), ...relayed])] };
  await write(desk, copies, copy, stored, relations);
  await number(copies, copy, revision, stored.revision);
  await tell(desk, before === null ? "publish" : "revise", stored, before?.keys ?? []);
}

/**
 * The revision that is here, shown to others than before, or withdrawn. Whoever loses it by that is told as by a revision: nothing else takes an
 * item from anybody, and whoever keeps copies goes by that.
 */
async function change(desk: Desk, copies: Copies, copy: Copy, before: ItemState, claim: Claim): Promise<void> {
  const { label, relations } = claim;
  const relayed = await relaysOf(desk, before, label);
  const withdrawal = before.withdrawal ?? claim.withdrawal;
  const status = withdrawal === null ? "PUBLISHED" : "WITHDRAWN";
  const said = { ...before, label, status, withdrawal } as const;
  const now: ItemState = { ...said, keys: [...new Set([...keysOf(said), ...relayed])] };
  const gains = now.keys.some((key) => !before.keys.includes(key));
  const loses = before.keys.some((key) => !now.keys.includes(key));
  if (loses || (gains && before.withdrawal !== null)) return sayAnew(desk, copies, copy, before, now, relations);
  await storeItem(desk, now, copy.createdAt);
  await storeRelations(desk, now.id, relations);
  await copies.readdress(copy, now, relations, keysOf(now));
  copies.keep(copies.of(copy.itemId).with({ item: now }));
  if (withdrawal !== null && before.withdrawal === null) await appendChange(desk, "withdraw", now, before.keys);
  else if (gains) await appendChange(desk, "relay", now, before.keys);
  else await desk.tx.append({ type: "quiet", what: "arrival" });
}

/** Nobody is shown it by any stream. */
async function hide(desk: Desk, copies: Copies, copy: Copy, before: ItemState): Promise<void> {
  await endRelays(desk, before.id);
  await sayAnew(desk, copies, copy, before, { ...before, keys: [] }, []);
}

/** What is here as one more revision here, though its home has made none. */
async function sayAnew(
  desk: Desk,
  copies: Copies,
  copy: Copy,
  before: ItemState,
  now: ItemState,
  relations: readonly RelationInput[],
): Promise<void> {
  const anew = { ...now, revision: before.revision + 1 };
  const { revision } = copy;
  await write(desk, copies, copy, anew, relations);
  await number(copies, copy, revision, anew.revision);
  await tell(desk, "revise", anew, before.keys);
}

async function write(
  desk: Desk,
  copies: Copies,
  copy: Copy,
  item: ItemState,
  relations: readonly RelationInput[],
): Promise<void> {
  const author = desk.peers.get(copy.home.forumId)?.id ?? desk.peer.id;
  await storeItem(desk, item, copy.createdAt);
  await storeRevision(desk, item, { relations }, author, item.keys.length === 0 ? [] : keysOf(item));
  copies.keep(copies.of(copy.itemId).with({ item }));
}

/** Says which revision here one of its home is. */
async function number(copies: Copies, { itemId }: Copy, revision: number, revisionHere: number): Promise<void> {
  const copy = copies.of(itemId);
  const known = copy.revisions.get(revision);
  if (known === undefined) throw new Error(`revision ${revision} of ${itemId} was not noted`);
  await copies.noteRevision(copy, { ...known, revisionHere });
}

async function tell(desk: Desk, act: "publish" | "revise", item: ItemState, before: readonly Key[]): Promise<void> {
  await appendChange(desk, act, item, before);
  if (item.status === "WITHDRAWN" && item.keys.length > 0) await appendChange(desk, "withdraw", item, item.keys);
}

function latestOf(a: string | null, b: string | null): string | null {
  return a !== null && (b === null || a > b) ? a : b;
}

/** The keys of relays that last: as long as it goes to the same people in the same way. */
async function relaysOf(desk: Desk, before: ItemState, label: ItemState["label"]): Promise<readonly Key[]> {
  return sameAddress(before.label, label) ? activeRelayKeys(desk, before.id) : endRelays(desk, before.id);
}

/** Whose item it is here: an organisation of its forum, or somebody of whom nothing is known. */
async function originOf(
  desk: Desk,
  { home }: Copy,
  { origin: { organization, sector } }: ShownItem,
): Promise<Pick<ItemState, "originId" | "originSector">> {
  const { tx, dialect, here, peers } = desk;
  if (organization === null || sector === null) {
    const withheld = { id: `withheld ${sector ?? ""}`, forumId: home.forumId };
    return { originId: localId("organization", withheld, here), originSector: sector ?? sectors[0] };
  }
  const peerName = peers.get(home.forumId)?.name ?? home.forumId;
  const originId = await keepForeignOrigin(tx, dialect.tables, { ...organization, sector }, { here, peerName });
  return { originId, originSector: sector };
}
