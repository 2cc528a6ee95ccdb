/** What an envelope in its place says, taken or refused. */
import { hashOf, localId } from "./hashes.ts";
import { sameEverywhere } from "../../domain/federation/envelopes.ts";
import type { Arrival, Verified } from "./arrival.ts";
import { applyClaims } from "./apply.ts";
import type { ClaimRow, Copies, Copy } from "./copies.ts";
import type { Desk } from "./desk.ts";
import type { Refusal, Taken } from "./judge.ts";
import { isRefusal, judgeShown, readShown } from "./judge.ts";

/** Makes of an item here what its stream says of it now; the reason where that is not taken. */
export async function takeContent(desk: Desk, copies: Copies, arrival: Arrival & Verified): Promise<Refusal | null> {
  const { forumId, stream, sequence, act, item, revision } = arrival.head;
  const itemId = localId("item", item, desk.here);
  const copy = copies.of(itemId);
  const earlier = copy.claims.get(stream);
  const place = { forumId, stream, itemId, sequence };
  const nothing: ClaimRow = {
    ...place,
    revision: Math.max(revision, earlier?.revision ?? 0),
    act: "hide",
    digest: "",
    claim: null,
  };
  if (act === "hide") {
    await applyClaims(desk, copies, await copies.claim(copy, nothing), null);
    return null;
  }
  const judged = await judge(desk, arrival);
  const refusal = isRefusal(judged) ? judged : contradiction(copy, arrival, judged);
  if (refusal !== null) {
    // What came first stands; what is not understood, or not for here, is shown to nobody, and neither is what it took the place of.
    if (isContradiction(refusal)) return refusal;
    if (earlier !== undefined && isSaidAnew(arrival, earlier)) {
      await copies.claim(copy, { ...earlier, sequence });
      return null;
    }
    await applyClaims(desk, copies, await copies.claim(copy, nothing), null);
    return refusal;
  }
  const { shown, label, digest } = judged as Taken; // it was not refused
  const { publishedAt, revisedAt, withdrawal } = shown;
  const relations = shown.relations.map((end) => ({
    type: end.type,
    itemId: localId("item", end.item, desk.here),
  }));
  if (!copy.revisions.has(revision)) await copies.noteRevision(copy, { revision, digest, revisionHere: 0 });
  const claim = { label, relations, publishedAt, revisedAt, withdrawal };
  const row: ClaimRow = { ...place, revision, act: "show", digest, claim };
  await applyClaims(desk, copies, await copies.claim(copies.of(itemId), row), { shown, revision });
  return null;
}

/** Whether what an envelope shows is taken from whoever brings it; it is not looked at what was said of the item before or since. */
export async function judge(desk: Desk, arrival: Arrival & Verified): Promise<Taken | Refusal> {
  const shown = readShown(arrival);
  if (isRefusal(shown)) return shown;
  return judgeShown(arrival, shown, {
    here: desk.here,
    now: desk.tx.at,
    route: arrival.route,
    agreement: desk.peer.agreement,
    home: await desk.findHome(shown.audience),
  });
}

/** What cannot be, by what its forum has said of the item before. */
function contradiction(copy: Copy, { head }: Verified, { shown, digest }: Taken): Refusal | null {
  const earlier = copy.claims.get(head.stream);
  const { item } = copy;
  if (head.revision < (earlier?.revision ?? 0))
    return { kind: "ROLLED_BACK", reason: "Its stream has told of a newer revision of it before." };
  const known = copy.revisions.get(head.revision);
  if (known !== undefined && known.digest !== digest)
    return { kind: "CONFLICT", reason: "The same revision is here with other content." };
  if (item !== null && item.content.kind !== shown.content.kind)
    return { kind: "CONFLICT", reason: `An item keeps its kind, which is ${item.content.kind}.` };
  const isTakenBack = earlier?.claim?.withdrawal != null && shown.withdrawal === null;
  if (isTakenBack || (item?.withdrawal != null && head.revision > copy.revision))
    return { kind: "CONFLICT", reason: "The item is withdrawn here, and nothing can be said of it any more." };
  return null;
}

/**
 * Whether an envelope says of an item what its stream has said before, but for the relations: that is here already, whatever
 * would be taken now. On a stream that names somebody the same revision may be for others than before.
 */
function isSaidAnew(arrival: Verified, { stream, revision, claim, digest }: ClaimRow): boolean {
  if (claim === null || stream.startsWith("to:") || revision !== arrival.head.revision) return false;
  const shown = readShown(arrival);
  if (isRefusal(shown)) return false;
  return hashOf(sameEverywhere(shown)) === digest && (shown.withdrawal === null) === (claim.withdrawal === null);
}

export function isContradiction({ kind }: Refusal): boolean {
  return kind === "CONFLICT" || kind === "ROLLED_BACK";
}
