import { readFile } from "node:fs/promises";
import { ChildServer } from "../support/child-server.ts";
import type { Figure } from "./figures.ts";
import type { Ground } from "./ground.ts";
import type { Seeded } from "./seed.ts";

/** What a figure is measured on. */
export type Bench = {
  readonly ground: Ground;
  /** A database with members and many items. */
  readonly url: string;
  readonly seeded: Seeded;
  readonly items: number;
  readonly subscribers: number;
};
export type Measure = (bench: Bench) => Promise<Figure[]>;

/** A server as a process of its own, with limits that do not get in the way. */
export function startServer(url: string): Promise<ChildServer> {
  return ChildServer.start({
    TOCSIN_DATABASE: url,
    TOCSIN_OPERATIONS_PER_MINUTE: "100000000",
    TOCSIN_ANONYMOUS_OPERATIONS_PER_MINUTE: "100000000",
    TOCSIN_MAX_SOCKETS_PER_TOKEN: "100000",
  });
}

/** What a process keeps in memory, in MiB; null where the system does not say it. */
export async function memoryMib(pid: number): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  const kib = /^VmRSS:\s+(\d+) kB/m.exec(status)?.[1];
  return kib === undefined ? null : Number(kib) / 1_024;
}
