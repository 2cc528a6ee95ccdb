import { startPostgres } from "./postgres.ts";

/** Gives the `postgres` project a throw-away cluster when it was started by hand and nobody named one. */
export async function setup(): Promise<() => Promise<void>> {
  if (process.env["TOCSIN_TEST_POSTGRES"] !== undefined) return () => Promise.resolve();
  const cluster = await startPostgres();
  process.env["TOCSIN_TEST_POSTGRES"] = cluster.url;
  return async () => {
    delete process.env["TOCSIN_TEST_POSTGRES"];
    await cluster[Symbol.asyncDispose]();
  };
}
