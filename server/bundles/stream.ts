/** Writes an answer that is made while it is read. */
import type { ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { AnswerParts } from "../answers.ts";
import type { Share } from "../room.ts";

/** Resolves when the reader has taken all, or has gone; rejects where the making of it failed, with the answer cut. */
export async function writeAsMade(
  pieces: AsyncIterable<string>,
  response: ServerResponse,
  share: Share,
  { slowReaders, telemetry }: AnswerParts,
): Promise<void> {
  let handed = 0;
  let largest = 0;
  const failures: unknown[] = [];
  const unwatch = slowReaders.watch({
    waitingBytes: () => response.writableLength,
    taken: () => handed - response.writableLength,
    largestBytes: () => largest,
    tooSlow: () => {
      telemetry.closing("http", "tooSlow");
      response.destroy();
    },
  });
  async function* buffers(): AsyncGenerator<Buffer, void, void> {
    try {
      for await (const piece of pieces) {
        const buffer = Buffer.from(piece);
        handed += buffer.length;
        largest = Math.max(largest, buffer.length);
        share.resize(Math.max(share.bytes, buffer.length));
        yield buffer;
      }
    } catch (error) {
      failures.push(error);
      throw error;
    }
  }
  try {
    await pipeline(Readable.from(buffers(), { highWaterMark: 1 }), response);
  } catch {
    if (failures.length > 0 && !response.closed) throw failures[0];
    // else the reader has gone
  } finally {
    unwatch();
  }
}
