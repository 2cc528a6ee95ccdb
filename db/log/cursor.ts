import { createCipheriv, createDecipheriv, createSecretKey, hkdfSync, randomBytes } from "node:crypto";
import { ForumError } from "../../domain/errors.ts";
import type { Viewer } from "../../domain/people.ts";
import type { Forum, Head } from "../forum.ts";

/**
 * Cursors are sealed (AES-256-GCM, a fresh nonce each): a position in the clear would tell by its gaps of items that the
 * viewer may not see, and so would two equal cursors around one. A cursor opens for the viewer that it was made for, and
 * for what it was made for, and nobody else.
 */
export type Cursors = {
  seal(viewer: Viewer, purpose: string, payload: Buffer): string;
  open(viewer: Viewer, purpose: string, cursor: string): Buffer;
};

/** A place in a feed: behind `position`. Of rights that changed up to `quietUntil` nothing is told. */
export type FeedPlace = { readonly position: number; readonly quietUntil: number };

const nonceBytes = 12;
const tagBytes = 16;
const maxCursorLength = 600;

export function createCursors(forum: Forum): Cursors {
  const key = createSecretKey(Buffer.from(hkdfSync("sha256", forum.secret, forum.forumId, "cursors", 32)));
  const bind = (viewer: Viewer, purpose: string): Buffer =>
    Buffer.from(`${purpose} ${viewer.kind === "account" ? viewer.accountId : "anonymous"}`);
  return {
    seal(viewer, purpose, payload) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(bind(viewer, purpose));
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

export function invalidCursor(): ForumError {
  return new ForumError("CURSOR_INVALID", "This is not a cursor that this forum gave to you; start without one.");
}

const feedPurpose = "feed";

export function sealFeedPlace(cursors: Cursors, viewer: Viewer, epoch: number, place: FeedPlace): string {
  const payload = Buffer.alloc(20);
  payload.writeUInt32BE(epoch, 0);
  payload.writeBigUInt64BE(BigInt(place.position), 4);
  payload.writeBigUInt64BE(BigInt(place.quietUntil), 12);
  return cursors.seal(viewer, feedPurpose, payload);
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
