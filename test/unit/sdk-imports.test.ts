import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";

const sdk = join(import.meta.dirname, "../../clients/sdk");

/** Everything that a module loads when it runs, by way of others too. */
async function imports(file: string, seen = new Map<string, string[]>()): Promise<Map<string, string[]>> {
  if (seen.has(file)) return seen;
  const source = await readFile(file, "utf8");
  const names = [...source.matchAll(/^(?:import|export)\s+(?!type\b)[^;]*?from "([^"]+)";/gm)].map(
    ([, name = ""]) => name,
  );
  seen.set(file, names);
  for (const name of names) if (name.startsWith(".")) await imports(join(dirname(file), name), seen);
  return seen;
}

describe("the SDK", () => {
  test("loads nothing of Node, so that it runs in browsers", async () => {
    const loaded = await imports(join(sdk, "index.ts"));
    expect(loaded.size).toBeGreaterThan(10);
    expect([...loaded.values()].flat().filter((name) => !name.startsWith("."))).toEqual(["graphql-ws/client"]);
  });

  test("keeps what needs Node in an entry of its own", async () => {
    const loaded = await imports(join(sdk, "file-cursor-store.ts"));
    expect([...loaded.values()].flat()).toEqual(["node:fs/promises", "node:path"]);
  });
});
