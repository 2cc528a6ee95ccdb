import type { DestinationStream, Logger } from "pino";
import { destination, pino } from "pino";
import { collectDefaultMetrics, Counter, Gauge, Registry } from "prom-client";
import type { Config } from "./config.ts";
import { describeFault } from "./faults.ts";

type Options = { readonly processMetrics?: boolean; readonly logTo?: DestinationStream };

function standardError(): DestinationStream {
  return destination({ fd: 2, sync: true });
}

/**
 * The one logger and the figures of `/metrics`. One method for each event; none takes the content of an item, the text of
 * a document, variables or a token, so that none can be logged; of an error it takes what `describeFault` leaves of it.
 */
export class Telemetry {
  readonly registry = new Registry();
  readonly #log: Logger;
  readonly #operations: Counter<"transport" | "type">;
  readonly #refusals: Counter<"transport" | "code">;
  readonly #connections: Gauge<"transport">;
  readonly #closings: Counter<"transport" | "reason">;
  readonly #faults: Counter;

  constructor(
    { logLevel }: Pick<Config, "logLevel">,
    { processMetrics = false, logTo = standardError() }: Options = {},
  ) {
    this.#log = pino({ level: logLevel, base: null }, logTo);
    const registers = [this.registry];
    if (processMetrics) collectDefaultMetrics({ register: this.registry });
    this.#operations = new Counter({
      name: "tocsin_operations_total",
      help: "Operations that were started.",
      labelNames: ["transport", "type"],
      registers,
    });
    this.#refusals = new Counter({
      name: "tocsin_refusals_total",
      help: "Operations that were refused before they were started, by code.",
      labelNames: ["transport", "code"],
      registers,
    });
    this.#connections = new Gauge({
      name: "tocsin_connections",
      help: "Websockets and event streams that are open.",
      labelNames: ["transport"],
      registers,
    });
    this.#closings = new Counter({
      name: "tocsin_closings_total",
      help: "Connections that the server has closed, by reason.",
      labelNames: ["transport", "reason"],
      registers,
    });
    this.#faults = new Counter({ name: "tocsin_faults_total", help: "Errors that are our fault.", registers });
  }

  operation(transport: string, type: string): void {
    this.#operations.inc({ transport, type });
  }

  refused(transport: string, code: unknown): void {
    this.#refusals.inc({ transport, code: typeof code === "string" ? code : "none" });
    this.#log.debug({ transport, code }, "operation refused");
  }

  opened(transport: string): void {
    this.#connections.inc({ transport });
  }

  closed(transport: string): void {
    this.#connections.dec({ transport });
  }

  /** The server ends a connection. */
  closing(transport: string, reason: string, code?: number): void {
    this.#closings.inc({ transport, reason });
    this.#log.debug({ transport, reason, code }, "connection closed");
  }

  tokenRefused(address: string): void {
    this.#log.info({ address }, "token refused");
  }

  /** Something that we did wrong. `during` says what was being done. */
  fault(error: unknown, during: string): void {
    this.#faults.inc();
    this.#log.error({ fault: describeFault(error), during }, "fault");
  }

  stopping(signal: string): void {
    this.#log.info({ signal }, "stopping");
  }

  stopped(): void {
    this.#log.info("stopped");
  }
}
