/** What an operator asks a server: is it alive, is it ready, how much does it do. */
import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Store } from "../db/store.ts";
import type { Config } from "./config.ts";
import type { Telemetry } from "./telemetry.ts";

export type ProbeParts = {
  readonly config: Pick<Config, "metricsToken">;
  readonly store: Store;
  readonly telemetry: Telemetry;
  readonly isStopping: () => boolean;
};

/** Answers `/livez`, `/readyz` and `/metrics`; nothing else is there. */
export async function probe(
  parts: ProbeParts,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { config, telemetry } = parts;
  if (path === "/livez") return plain(response, 200, "ok");
  if (path === "/readyz")
    return (await isReady(parts)) ? plain(response, 200, "ok") : plain(response, 503, "not ready");
  if (path === "/metrics" && mayReadMetrics(config, request)) {
    return plain(response, 200, await telemetry.registry.metrics(), telemetry.registry.contentType);
  }
  plain(response, 404, "not found");
}

async function isReady({ store, telemetry, isStopping }: ProbeParts): Promise<boolean> {
  if (isStopping()) return false;
  try {
    await store.ping();
    return true;
  } catch (error) {
    telemetry.fault(error, "asking whether the store is ready");
    return false;
  }
}

/** The figures tell how much happens that a reader may not see: they are for the operator alone. */
function mayReadMetrics({ metricsToken }: ProbeParts["config"], { headers, socket }: IncomingMessage): boolean {
  if (metricsToken !== null) return isSame(headers.authorization ?? "", `Bearer ${metricsToken}`);
  const isProxied = headers["x-forwarded-for"] !== undefined || headers.forwarded !== undefined;
  return !isProxied && /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(socket.remoteAddress ?? "");
}

function isSame(a: string, b: string): boolean {
  const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}

function plain(response: ServerResponse, status: number, body: string, type = "text/plain; charset=utf-8"): void {
  response.writeHead(status, { "content-type": type }).end(body);
}
