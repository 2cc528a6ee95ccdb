/** Writes the answers of /graphql: whole ones in slices, so that one can see whether their readers take anything. */
import type { ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { finished, pipeline } from "node:stream/promises";
import type { Share } from "./room.ts";
import type { SlowReaders } from "./slow-readers.ts";
import type { Telemetry } from "./telemetry.ts";

export type AnswerParts = { readonly slowReaders: SlowReaders; readonly telemetry: Telemetry };

const sliceBytes = 65_536;

/** Resolves when the reader has taken all, or has gone. `share` is what the answer takes of its caller's room. */
export async function writeAnswer(
  answer: Response,
  response: ServerResponse,
  share: Share | null,
  parts: AnswerParts,
): Promise<void> {
  const head = { status: answer.status, headers: Object.fromEntries(answer.headers) };
  await writeBody(head, Buffer.from(await answer.text()), response, share, parts);
}

export type Head = { readonly status: number; readonly headers: Readonly<Record<string, string>> };

/** Likewise, for an answer that is there already. */
export async function writeBody(
  head: Head,
  body: Buffer,
  response: ServerResponse,
  share: Share | null,
  { slowReaders, telemetry }: AnswerParts,
): Promise<void> {
  share?.resize(body.length);
  let handed = 0;
  const unwatch = slowReaders.watch({
    waitingBytes: () => body.length - handed + response.writableLength,
    taken: () => handed - response.writableLength,
    largestBytes: () => sliceBytes,
    tooSlow: () => {
      telemetry.closing("http", "tooSlow");
      response.destroy();
    },
  });
  function* slices(): Generator<Buffer, void, void> {
    while (handed < body.length) {
      const slice = body.subarray(handed, handed + sliceBytes);
      handed += slice.length;
      yield slice;
    }
  }
  try {
    response.writeHead(head.status, { ...head.headers, "content-length": String(body.length) });
    await pipeline(Readable.from(slices(), { highWaterMark: 1 }), response);
  } catch {
    // the reader has gone
  } finally {
    unwatch();
  }
}

/** Resolves when the stream has ended, or its reader has gone. */
export async function writeStream(answer: Response, response: ServerResponse, body: Readable): Promise<void> {
  writeHead(answer, response);
  response.socket?.setNoDelay(true); // an event is worth a packet of its own
  body.pipe(response);
  try {
    await finished(response);
  } catch {
    // the reader has gone
  } finally {
    body.destroy();
  }
}

function writeHead(answer: Response, response: ServerResponse): void {
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
}
