import type { IncomingMessage } from "node:http";
import { badInput } from "../domain/errors.ts";
import { tooMuch } from "./limits.ts";

/** The caller went before its request was whole: there is nobody to answer. */
export class CallerGone extends Error {
  override readonly name = "CallerGone";
}

/** The JSON of a request. Refuses it as soon as it is longer than allowed, and keeps nothing of what still comes. */
export async function readJson(request: IncomingMessage, maxBytes: number): Promise<unknown> {
  const text = decode(await readBody(request, maxBytes));
  try {
    return JSON.parse(text);
  } catch {
    throw badInput("body", "The request is no JSON.");
  }
}

function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  let chunks: Buffer[] = [];
  let size = 0;
  request.on("data", (chunk: Buffer) => {
    size += chunk.length;
    if (size <= maxBytes) {
      chunks.push(chunk);
    } else {
      chunks = [];
      reject(tooMuch(`A request may have ${maxBytes} bytes.`));
    }
  });
  request.once("end", () => resolve(Buffer.concat(chunks)));
  request.once("error", () => reject(new CallerGone()));
  request.once("close", () => reject(new CallerGone())); // after "end" this changes nothing
  return promise;
}

function decode(body: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(body);
  } catch {
    throw badInput("body", "The request is no UTF-8.");
  }
}
