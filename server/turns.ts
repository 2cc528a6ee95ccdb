import type { ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import type { Caller } from "./auth.ts";
import type { Operations, Transport } from "./operations.ts";

/** Counts an operation for every so many steps, the first of them being the request itself. Where there were too many, it waits. */
export function turns(
  { operations }: { readonly operations: Pick<Operations, "count"> },
  transport: Transport,
  response: ServerResponse,
  caller: Caller,
  stepsEach: number,
): () => Promise<void> {
  const gone = new AbortController();
  response.once("close", () => gone.abort());
  let steps = 0;
  const count = async (): Promise<void> => {
    const tooOften = await operations.count(caller, transport);
    if (tooOften === null) return;
    await wait(tooOften.retryAfterMs ?? 1_000, undefined, { signal: gone.signal });
    await count();
  };
  return async () => {
    gone.signal.throwIfAborted();
    if (steps++ > 0 && (steps - 1) % stepsEach === 0) await count();
  };
}
