/** What stewards do with peers, and what organisations say of being told to them. */
import { and, eq, inArray, or } from "drizzle-orm";
import { badInput, ForumError, notFound } from "../../domain/errors.ts";
import { isForumId } from "../../domain/federation/addresses.ts";
import { checkAgreement } from "../../domain/federation/peers.ts";
import type { Agreement } from "../../domain/federation/peers.ts";
import { holdsAtSign, looksAlike, plainName } from "../../domain/federation/names.ts";
import { peerStreams, streamTo } from "../../domain/federation/streams.ts";
import { newId } from "../../domain/ids.ts";
import { checkUrl, parseText } from "../../domain/parse.ts";
import { streamKey } from "../../domain/policy.ts";
import { forgetDirectory } from "../federation/directories.ts";
import { thumbprintOf } from "../federation/hashes.ts";
import { readForumId } from "../forum.ts";
import type { CommandContext, Handler } from "./command.ts";
import { memberOf } from "./command.ts";
import { organizationById } from "./members.ts";
import { conflict } from "./write-item.ts";

/** Older than any key that a forum tells of beside the one that is pinned, which is 1. */
const beforeAllKeys = -1_000_000;

export const addPeer: Handler<"addPeer"> = async (context, { document, agreement }) => {
  const { tx, dialect } = context;
  const { peers, peerKeys, streams } = dialect.tables;
  const { forumId, name, url, contact, key } = document;
  if (!isForumId(forumId)) throw badInput("url", "What is there is not the document of a forum.");
  if (forumId === (await readForumId(tx, dialect.tables))) throw badInput("url", "This is the forum itself.");
  if (key.kid !== thumbprintOf(key.publicKey)) throw badInput("url", "The key there is not the one that its id names.");
  parseText(name, "name", 100, true);
  if (holdsAtSign(name)) throw badInput("url", "The forum has the sign @ in its name, where its members' names end.");
  if (plainName(name) !== name) throw badInput("url", "The forum has something in its name that is not to be seen.");
  if (contact !== null) parseText(contact, "contact", 300, true);
  checkUrl(url, "url");
  await checkPeerAgreement(context, agreement);
  const known = await tx.db.select({ forumId: peers.forumId, name: peers.name }).from(peers);
  if (known.some((peer) => peer.forumId === forumId)) throw conflict("There is an agreement with this forum already.");
  if (known.some((peer) => looksAlike(peer.name, name)))
    throw conflict("Another peer has this name, or one that looks like it; their members could not be told apart.");
  const id = newId("peer");
  await tx.db.insert(peers).values({
    id,
    forumId,
    name,
    url,
    contact,
    state: "AGREED",
    agreement,
    addedAt: tx.at,
    cursor: null,
    nextAt: tx.at,
    failures: 0,
    error: null,
  });
  // What was pinned before is no longer believed: a steward has looked at this key.
  await tx.db.delete(peerKeys).where(eq(peerKeys.forumId, forumId));
  await tx.db.insert(peerKeys).values({ forumId, ...key, number: 1, addedAt: tx.at, revokedAt: null });
  await tx.db.update(streams).set({ keyNumber: beforeAllKeys }).where(eq(streams.forumId, forumId));
  // What others have passed on of this forum could not be believed before.
  await tx.db.update(peers).set({ cursor: null, nextAt: tx.at });
  await tellPeer(context, forumId);
  return { id };
};

export const updatePeer: Handler<"updatePeer"> = async (context, { peerId, agreement: changes, state }) => {
  const { tx, dialect } = context;
  const { peers } = dialect.tables;
  const peer = await peerById(context, peerId);
  const now = { state: state ?? peer.state, agreement: { ...peer.agreement, ...changes } };
  if (changes !== undefined) await checkPeerAgreement(context, now.agreement);
  await tx.db
    .update(peers)
    // by another agreement, what was not taken may be
    .set({ ...now, failures: 0, nextAt: tx.at, cursor: changes === undefined ? peer.cursor : null })
    .where(eq(peers.id, peerId));
  // What others have passed on of this forum was not believed while the agreement rested.
  if (peer.state === "PAUSED" && now.state === "AGREED") await tx.db.update(peers).set({ cursor: null });
  await tellPeer(context, peer.forumId);
  // Whoever may follow other streams comes again, and begins anew: what lies on these lies before its place, too.
  if (peerStreams(peer).join() !== peerStreams({ ...peer, ...now }).join())
    await tx.append({ type: "access", subject: "peer", id: peerId });
  return { id: peerId };
};

/** Its keys end at once, and whoever is at home there can no longer be addressed. What it has brought stays, as a copy does. */
export const removePeer: Handler<"removePeer"> = async (context, { peerId }) => {
  const { tx, dialect } = context;
  const { peers, peerKeys, receipts, refusals, checkpoints } = dialect.tables;
  const { forumId } = await peerById(context, peerId);
  await tx.db.delete(peers).where(eq(peers.id, peerId));
  await tx.db.update(peerKeys).set({ revokedAt: tx.at }).where(eq(peerKeys.forumId, forumId));
  await tx.db.delete(receipts).where(eq(receipts.peerId, peerId));
  await tx.db.delete(refusals).where(eq(refusals.peerId, peerId));
  // what it has shown, and what others have of it, is no witness of what it says once it is back
  await tx.db.delete(checkpoints).where(or(eq(checkpoints.peerId, peerId), eq(checkpoints.forumId, forumId)));
  await forgetDirectory(tx, dialect.tables, forumId);
  await tellPeer(context, forumId);
  await tx.append({ type: "access", subject: "peer", id: peerId });
  return { id: peerId };
};

export const rereadPeer: Handler<"rereadPeer"> = async (context, { peerId }) => {
  const { tx, dialect } = context;
  const { peers } = dialect.tables;
  await peerById(context, peerId);
  await tx.db.update(peers).set({ cursor: null, failures: 0, nextAt: tx.at }).where(eq(peers.id, peerId));
  await tx.append({ type: "quiet", what: "rereadPeer" });
  return { id: peerId };
};

export const revokePeerKey: Handler<"revokePeerKey"> = async (context, { peerId, kid }) => {
  const { tx, dialect } = context;
  const { peerKeys: k } = dialect.tables;
  const { forumId } = await peerById(context, peerId);
  const found = await tx.db
    .select()
    .from(k)
    .where(and(eq(k.forumId, forumId), eq(k.kid, kid)));
  if (found.length === 0) throw notFound();
  await tx.db
    .update(k)
    .set({ revokedAt: tx.at })
    .where(and(eq(k.forumId, forumId), eq(k.kid, kid)));
  await tx.append({ type: "access", subject: "peer", id: peerId });
  return { id: peerId };
};

export const acknowledgeAlarm: Handler<"acknowledgeAlarm"> = async ({ tx, dialect }, { alarmId }) => {
  const { alarms } = dialect.tables;
  const [found] = await tx.db.select({ at: alarms.acknowledgedAt }).from(alarms).where(eq(alarms.id, alarmId));
  if (found === undefined) throw notFound();
  if (found.at === null) await tx.db.update(alarms).set({ acknowledgedAt: tx.at }).where(eq(alarms.id, alarmId));
  await tx.append({ type: "quiet", what: "acknowledgeAlarm" });
  return { id: alarmId };
};

export const setReachable: Handler<"setReachable"> = async (context, { organizationId: id, reachable }) => {
  const { tx, dialect } = context;
  const { organizations: o } = dialect.tables;
  const organization = await organizationById(context, id);
  if (organization.homeForumId !== null) throw notFound();
  if (context.actor !== "operator" && memberOf(context).member.organizationId !== id)
    throw new ForumError("FORBIDDEN", "An organisation says for itself whether other forums are told of it.");
  await tx.db.update(o).set({ reachable }).where(eq(o.id, id));
  await tx.append({ type: "quiet", what: "setReachable" });
  return { id };
};

async function peerById({ tx, dialect }: CommandContext, id: string) {
  const { peers } = dialect.tables;
  const [row] = await tx.db.select().from(peers).where(eq(peers.id, id));
  if (row === undefined) throw notFound();
  return row;
}

/** What goes to the peer may be something else now: the publisher looks at all of it, and open connections look their rights up. */
async function tellPeer({ tx }: CommandContext, forumId: string): Promise<void> {
  await tx.append({ type: "rights", key: streamKey(streamTo(forumId)) });
}

async function checkPeerAgreement({ tx, dialect }: CommandContext, agreement: Agreement): Promise<void> {
  checkAgreement(agreement, "agreement");
  const { groups: g } = dialect.tables;
  const wanted = [...new Set(agreement.groups)];
  if (wanted.length === 0) return;
  const found = await tx.db.select({ id: g.id }).from(g).where(inArray(g.id, wanted));
  if (found.length < wanted.length) throw badInput("agreement.groups", "One of these is no group of this forum.");
}
