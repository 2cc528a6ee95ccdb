import Database from "better-sqlite3";
import type { Wake } from "../dialect.ts";

/** How often the file is looked at for what other processes (such as `tocsin admin`) have committed. */
const pollMs = 200;

/** Wakes when another connection has committed to the file. */
export function openWake(file: string): Wake {
  const client = new Database(file);
  const listeners = new Set<() => void>();
  let seen = version();
  const timer = setInterval(() => {
    const now = version();
    if (now === seen) return;
    seen = now;
    for (const listener of listeners) listener();
  }, pollMs);
  timer.unref();

  function version(): unknown {
    return client.pragma("data_version", { simple: true });
  }

  return {
    onWake(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async [Symbol.asyncDispose]() {
      clearInterval(timer);
      client.close();
    },
  };
}
