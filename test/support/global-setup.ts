import { mkdtemp, rm } from "node:fs/promises";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A folder for all that a run of the tests writes; it goes when the run ends. In memory where the system offers that. */
export async function setup(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "tocsin-test-"));
  process.env["TOCSIN_TEST_FOLDER"] = folder;
  return () => rm(folder, { recursive: true, force: true });
}
