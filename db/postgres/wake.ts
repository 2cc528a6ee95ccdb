import pg from "pg";
import type { Wake } from "../dialect.ts";

export const wakeChannel = "tocsin_log";

/** Behind the notifications, which a broken connection loses. */
const pollMs = 500;

/** Wakes on a notification of another node, and by a slow poll. */
export async function openWake(url: string): Promise<Wake> {
  const listeners = new Set<() => void>();
  const wake = (): void => listeners.forEach((listener) => listener());
  let client: pg.Client | null = null;
  let opening: Promise<void> | null = null;
  let closed = false;

  async function listen(): Promise<void> {
    const fresh = new pg.Client({ connectionString: url });
    fresh.on("notification", wake);
    fresh.on("error", () => (client = null));
    fresh.on("end", () => (client = null));
    await fresh.connect();
    await fresh.query(`LISTEN ${wakeChannel}`);
    client = fresh;
  }

  await listen();
  const timer = setInterval(() => {
    wake();
    if (client !== null || opening !== null || closed) return;
    opening = listen()
      .catch(() => undefined) // the next tick tries again
      .finally(() => (opening = null));
  }, pollMs);
  timer.unref();

  return {
    onWake(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async [Symbol.asyncDispose]() {
      closed = true;
      clearInterval(timer);
      await opening;
      await client?.end();
    },
  };
}
