import { ForumError } from "../../domain/errors.ts";
import type { Viewer } from "../../domain/people.ts";
import type { ArrivalPlace } from "../visible.ts";
import type { Cursors } from "./cursor.ts";
import { invalidCursor } from "./cursor.ts";

/** Where a page of what arrived goes on: with what came at a place or behind it, and within what came there. */
export type ArrivalPage = ArrivalPlace & {
  /** How many parts of what came at this place have been handed out. */
  readonly part: number;
  /** The instant in which the page ended, as milliseconds, and how many parts had come in it before this place. */
  readonly instantMs: number;
  readonly partsBefore: number;
};

const bytes = 36;

export function sealArrivalPage(
  cursors: Cursors,
  viewer: Viewer,
  collection: string,
  epoch: number,
  { order, position, part, instantMs, partsBefore }: ArrivalPage,
): string {
  const payload = Buffer.alloc(bytes);
  payload.writeUInt32BE(epoch, 0);
  payload.writeBigInt64BE(BigInt(order), 4);
  payload.writeBigInt64BE(BigInt(position), 12);
  payload.writeUInt32BE(part, 20);
  payload.writeBigInt64BE(BigInt(instantMs), 24);
  payload.writeUInt32BE(partsBefore, 32);
  return cursors.seal(viewer, `arrivals ${collection}`, payload);
}

/** Opens a page's place; CURSOR_EXPIRED where the forum has been restored from a backup since it was made. */
export function openArrivalPage(
  cursors: Cursors,
  viewer: Viewer,
  collection: string,
  epoch: number,
  text: string,
): ArrivalPage {
  const payload = cursors.open(viewer, `arrivals ${collection}`, text);
  if (payload.length !== bytes) throw invalidCursor();
  if (payload.readUInt32BE(0) !== epoch) {
    throw new ForumError(
      "CURSOR_EXPIRED",
      "This forum was restored from a backup since this place was told; start again.",
    );
  }
  return {
    order: Number(payload.readBigInt64BE(4)),
    position: Number(payload.readBigInt64BE(12)),
    part: payload.readUInt32BE(20),
    instantMs: Number(payload.readBigInt64BE(24)),
    partsBefore: payload.readUInt32BE(32),
  };
}
