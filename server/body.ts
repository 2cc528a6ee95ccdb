import type { IncomingMessage } from "node:http";
import { badInput } from "../domain/errors.ts";
import { tooMuch } from "./limits.ts";

/** The caller went before its request was whole: there is nobody to answer. */
export class CallerGone extends Error {
  override readonly name = "CallerGone";
}

/** The request did not come in time. */
export class TooLate extends Error {
  override readonly name = "TooLate";
}

export type BodyLimits = { readonly maxMessageBytes: number; readonly bodyTimeoutMs: number };

/** How much a body may take: what its head says, or as much as is allowed where it says nothing. */
export function announcedBytes({ headers }: IncomingMessage, { maxMessageBytes }: BodyLimits): number {
  return Math.min(Number(headers["content-length"] ?? maxMessageBytes), maxMessageBytes);
}

/** The text of a request. Refuses it as soon as it is longer than allowed, and keeps nothing of what still comes. */
export async function readText(request: IncomingMessage, limits: BodyLimits): Promise<string> {
  return decode(await readBody(request, limits));
}

/** The JSON of a request, likewise. */
export async function readJson(request: IncomingMessage, limits: BodyLimits): Promise<unknown> {
  const text = await readText(request, limits);
  try {
    return JSON.parse(text);
  } catch {
    throw badInput("body", "The request is no JSON.");
  }
}

async function readBody(request: IncomingMessage, { maxMessageBytes, bodyTimeoutMs }: BodyLimits): Promise<Buffer> {
  if (request.destroyed) throw new CallerGone(); // its end was told while it waited
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  const lateness = setTimeout(() => giveUp(new TooLate()), bodyTimeoutMs);
  let chunks: Buffer[] = [];
  let size = 0;
  let isGivenUp = false;
  const giveUp = (why: Error): void => {
    chunks = [];
    isGivenUp = true;
    reject(why);
  };
  request.on("data", (chunk: Buffer) => {
    size += chunk.length;
    if (isGivenUp) return;
    if (size <= maxMessageBytes) chunks.push(chunk);
    else giveUp(tooMuch(`A request may have ${maxMessageBytes} bytes.`));
  });
  request.once("end", () => resolve(Buffer.concat(chunks)));
  request.once("error", () => reject(new CallerGone()));
  request.once("close", () => reject(new CallerGone())); // after "end" this changes nothing
  try {
    return await promise;
  } finally {
    clearTimeout(lateness);
  }
}

function decode(body: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(body);
  } catch {
    throw badInput("body", "The request is no UTF-8.");
  }
}
