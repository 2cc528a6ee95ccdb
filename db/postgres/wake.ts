import pg from "pg";
import type { Wake } from "../dialect.ts";

export const wakeChannel = "tocsin_log";

/** Behind the notifications, which a broken connection loses. */
const pollMs = 500;

/** Wakes on a notification of another node, and by a slow poll. `reaching` says how long the database may take to answer. */
export async function openWake(reaching: pg.ClientConfig): Promise<Wake> {
  const listeners = new Set<() => void>();
  const wake = (): void => listeners.forEach((listener) => listener());
  let client: pg.Client | null = null;
  let opening: Promise<void> | null = null;
  let asking: Promise<void> | null = null;
  let closed = false;

  async function listen(): Promise<void> {
    const fresh = new pg.Client(reaching);
    const lost = (): void => void (client = client === fresh ? null : client);
    fresh.on("notification", wake);
    fresh.on("error", lost);
    fresh.on("end", lost);
    await fresh.connect();
    await fresh.query(`LISTEN ${wakeChannel}`);
    client = fresh;
  }

  /** Who only listens does not notice that nobody is there any more. A question that is not answered ends the connection. */
  async function ask(listening: pg.Client): Promise<void> {
    try {
      await listening.query("SELECT 1");
    } catch {
      await listening.end().catch(() => undefined);
    }
  }

  await listen();
  const timer = setInterval(() => {
    wake();
    if (client !== null) asking ??= ask(client).finally(() => (asking = null));
    else if (!closed)
      opening ??= listen()
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
      await asking;
      if (client === null) return;
      await ask(client); // `end` would wait for ever for a database that is gone
      await client?.end();
    },
  };
}
