import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync, randomBytes } from "node:crypto";
import { ForumError } from "../../domain/errors.ts";
import type { Viewer } from "../../domain/people.ts";
import type { Forum, Head } from "../forum.ts";

/**
 * Cursors are sealed (AES-256-GCM, a fresh nonce each): a position in the clear would tell by its gaps of items that the
 * viewer may not see, and so would two equal cursors around one. A cursor opens for the viewer that it was made for, and
 * for what it was made for, and nobody else. What is sealed again under the same `name` is the same text, for answers that are repeated.
 */
export type Cursors = {
  seal(viewer: Viewer, purpose: string, payload: Buffer, name?: string | null): string;
  open(viewer: Viewer, purpose: string, cursor: string): Buffer;
};

/** A place in a feed: behind `position`. Of rights that changed up to `quietUntil` nothing is told. */
export type FeedPlace = { readonly position: number; readonly quietUntil: number };

const nonceBytes = 12;
const tagBytes = 16;
const maxCursorLength = 600;

export function createCursors(forum: Forum): Cursors {
  const derive = (use: string) =>
    createSecretKey(Buffer.from(hkdfSync("sha256", forum.secret, forum.forumId, use, 32)));
  const key = derive("cursors");
  const nonceKey = derive("cursors of repeated answers");
  const bind = (viewer: Viewer, purpose: string): Buffer => Buffer.from(`${purpose} ${nameOf(viewer)}`);
  /** Made of all that is sealed, so that no nonce serves two contents. */
  const nonceOf = (bound: Buffer, payload: Buffer, name: string): Buffer =>
    createHmac("sha256", nonceKey)
      .update(JSON.stringify([bound.toString(), payload.toString("base64"), name]))
      .digest()
      .subarray(0, nonceBytes);
  return {
    seal(viewer, purpose, payload, name = null) {
      const bound = bind(viewer, purpose);
      const nonce = name === null ? randomBytes(nonceBytes) : nonceOf(bound, payload, name);
      const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(bound);
      return Buffer.concat([nonce, cipher.update(payload), cipher.final(), cipher.getAuthTag()]).toString("base64url");
    },
    open(viewer, purpose, cursor) {
      const bytes = cursor.length <= maxCursorLength ? Buffer.from(cursor, "base64url") : Buffer.alloc(0);
      if (bytes.length < nonceBytes + tagBytes) throw invalidCursor();
      try {
        const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, nonceBytes)).setAAD(
          bind(viewer, purpose),
        );
        decipher.setAuthTag(bytes.subarray(-tagBytes));
        return Buffer.concat([decipher.update(bytes.subarray(nonceBytes, -tagBytes)), decipher.final()]);
      } catch {
        throw invalidCursor();
      }
    },
  };
}

function nameOf(viewer: Viewer): string {
  switch (viewer.kind) {
    case "account":
      return viewer.accountId;
    case "peer":
      return [viewer.peerId, ...(viewer.streams ?? [])].join(" ");
    case "anonymous":
      return "anonymous";
  }
}

export function invalidCursor(): ForumError {
  return new ForumError("CURSOR_INVALID", "This is not a cursor that this forum gave to you; start without one.");
}

const feedPurpose = "feed";

export function sealFeedPlace(
  cursors: Cursors,
  viewer: Viewer,
  epoch: number,
  place: FeedPlace,
  name: string | null = null,
): string {
  const payload = Buffer.alloc(20);
  payload.writeUInt32BE(epoch, 0);
  payload.writeBigUInt64BE(BigInt(place.position), 4);
  payload.writeBigUInt64BE(BigInt(place.quietUntil), 12);
  return cursors.seal(viewer, feedPurpose, payload, name);
}

/** Opens a feed's cursor; CURSOR_EXPIRED where the forum has been restored from a backup since it was made. */
export function openFeedPlace(cursors: Cursors, viewer: Viewer, head: Head, cursor: string): FeedPlace {
  const payload = cursors.open(viewer, feedPurpose, cursor);
  if (payload.length !== 20) throw invalidCursor();
  const place = { position: Number(payload.readBigUInt64BE(4)), quietUntil: Number(payload.readBigUInt64BE(12)) };
  if (payload.readUInt32BE(0) !== head.epoch || place.position > head.position) {
    throw new ForumError(
      "CURSOR_EXPIRED",
      "This forum was restored from a backup since this cursor was made; start again.",
    );
  }
  return place;
}
