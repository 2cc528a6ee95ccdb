/** Who the other forums are: their keys, and those that are to be followed. */
import { and, eq, getTableColumns, inArray } from "drizzle-orm";
import type { ForumKey } from "../../domain/federation/commands.ts";
import type { Dialect } from "../dialect.ts";
import type { Tx } from "../log/commit.ts";
import type { Tables } from "../tables.ts";
import { noteKey } from "./own-keys.ts";

type PeerRow = Tables["peers"]["$inferSelect"];
type KeyRow = Tables["peerKeys"]["$inferSelect"];

/** A key of another forum that is or was believed. */
export type PeerKey = Pick<KeyRow, "kid" | "number" | "publicKey" | "revokedAt">;
/** A key with its place beside the one that was pinned, which is 1: the larger, the newer. */
export type NumberedKey = ForumKey & { readonly number: number };
/** A forum with which there is an agreement. */
export type KnownPeer = Pick<PeerRow, "id" | "forumId" | "state" | "agreement">;
/** A peer that is looked after, and how that went last. */
export type FollowedPeer = Pick<
  PeerRow,
  "id" | "forumId" | "name" | "url" | "state" | "agreement" | "cursor" | "nextAt" | "failures"
>;

/** The keys of a forum with which there is an agreement, oldest first, the revoked ones as well; none of a forum without one. */
export async function readPeerKeys({ reader, tables }: Dialect, forumId: string): Promise<PeerKey[]> {
  const { peers: p, peerKeys: k } = tables;
  return reader.db
    .select({ kid: k.kid, number: k.number, publicKey: k.publicKey, revokedAt: k.revokedAt })
    .from(k)
    .innerJoin(p, eq(p.forumId, k.forumId))
    .where(eq(k.forumId, forumId))
    .orderBy(k.number);
}

/** Believes one more key of a forum; one that is known changes nothing, and a revoked one stays revoked. */
export async function addPeerKey(
  tx: Tx,
  tables: Tables,
  forumId: string,
  { kid, publicKey, number }: NumberedKey,
): Promise<void> {
  const { peerKeys: k } = tables;
  const known = await tx.db
    .select({ kid: k.kid })
    .from(k)
    .where(and(eq(k.forumId, forumId), eq(k.kid, kid)));
  if (known.length > 0) return;
  await tx.db.insert(k).values({ forumId, kid, publicKey, number, addedAt: tx.at, revokedAt: null });
  await noteKey(tx, tables, "addPeerKey", kid);
}

/** Believes nothing that a key of a forum has signed from an instant on; an earlier one stays. */
export async function revokePeerKey(
  tx: Tx,
  tables: Tables,
  { forumId, kid, at }: { readonly forumId: string; readonly kid: string; readonly at: string },
): Promise<void> {
  const { peers: p, peerKeys: k } = tables;
  const which = and(eq(k.forumId, forumId), eq(k.kid, kid));
  const [found] = await tx.db.select({ revokedAt: k.revokedAt }).from(k).where(which);
  if (found === undefined || (found.revokedAt !== null && found.revokedAt <= at)) return;
  await tx.db.update(k).set({ revokedAt: at }).where(which);
  await noteKey(tx, tables, "endPeerKey", kid);
  const [peer] = await tx.db.select({ id: p.id }).from(p).where(eq(p.forumId, forumId));
  if (peer !== undefined) await tx.append({ type: "access", subject: "peer", id: peer.id });
}

export async function readPeer({ reader, tables: { peers: p } }: Dialect, forumId: string): Promise<KnownPeer | null> {
  const [row] = await reader.db
    .select({ id: p.id, forumId: p.forumId, state: p.state, agreement: p.agreement })
    .from(p)
    .where(eq(p.forumId, forumId));
  return row ?? null;
}

export async function readPeerById({ reader, tables: { peers: p } }: Dialect, id: string): Promise<KnownPeer | null> {
  const [row] = await reader.db
    .select({ id: p.id, forumId: p.forumId, state: p.state, agreement: p.agreement })
    .from(p)
    .where(eq(p.id, id));
  return row ?? null;
}

/** What forums are called with which there is an agreement. */
export async function readForumNames(
  { reader, tables: { peers: p } }: Dialect,
  forumIds: readonly string[],
): Promise<Map<string, string>> {
  if (forumIds.length === 0) return new Map();
  const rows = await reader.db
    .select({ forumId: p.forumId, name: p.name })
    .from(p)
    .where(inArray(p.forumId, [...new Set(forumIds)]));
  return new Map(rows.map(({ forumId, name }) => [forumId, name]));
}

/** The peers that are looked after: those to which something goes or from which something comes, and those whose keys alone are to be known. */
export async function readFollowedPeers({ reader, tables: { peers: p } }: Dialect): Promise<FollowedPeer[]> {
  const rows = await reader.db.select(getTableColumns(p)).from(p).where(eq(p.state, "AGREED")).orderBy(p.id);
  return rows.map(({ id, forumId, name, url, state, agreement, cursor, nextAt, failures }) => {
    return { id, forumId, name, url, state, agreement, cursor, nextAt, failures };
  });
}

/** How the last contact with a peer went; what is not given stays. */
export type Contact = {
  /** Why it failed, in words; null where it did not. */
  readonly error?: string | null;
  readonly failures?: number;
  /** Until when no other node looks after it, and when it is tried again. */
  readonly nextAt: string;
};

/**
 * Writes down how contact went, and tells whether it could. With `seen`, it does so only where nobody has written another instant since:
 * not another node, which looks after the peer now, and not a steward, who has changed something.
 */
export async function settlePeer(
  tx: Tx,
  { peers: p }: Tables,
  id: string,
  { seen, ...contact }: Contact & { readonly seen?: string | undefined },
): Promise<boolean> {
  const [now] = await tx.db.select({ nextAt: p.nextAt }).from(p).where(eq(p.id, id));
  if (now === undefined || (seen !== undefined && seen !== now.nextAt)) return false;
  const contacted = contact.error === null ? { contactedAt: tx.at } : {};
  await tx.db
    .update(p)
    .set({ ...contact, ...contacted })
    .where(eq(p.id, id));
  return true;
}
