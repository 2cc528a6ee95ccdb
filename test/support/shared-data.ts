import { existsSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "../../../shared/data");

/** Where a file or folder of the real data lies, which is kept beside this repository and never in it. */
export function sharedData(path: string): string {
  return join(folder, path);
}

/** For `it.skipIf`: on a machine without the real data its tests are skipped, with a word; where CI is set, they fail. */
export function isWithout(path: string): boolean {
  if (existsSync(sharedData(path)) || process.env["CI"] !== undefined) return false;
  process.stderr.write(`Skipped, for there is no ${sharedData(path)}.\n`);
  return true;
}
