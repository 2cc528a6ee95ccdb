import { readdir, readFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");

/** Which rooms each room may import from, besides itself. A room is the longest of these paths that a file lies in. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  db: ["domain"],
  schema: ["db", "domain"],
  server: ["schema", "db", "domain", "clients/sdk", "clients/foreign"],
  "clients/sdk": [],
  "clients/foreign": ["clients/sdk"],
  "clients/cli": ["clients/sdk", "clients/foreign"],
  "clients/web": ["clients/sdk"],
  examples: ["clients/sdk", "clients/cli", "server/app.ts", "server/config.ts"],
};

/** Single files that may reach further, to exactly these files, and only by an `import()` at the moment of need. */
const exceptions: Readonly<Record<string, readonly string[]>> = {
  // `tocsin admin` works on the database itself: a forum that has nobody in it yet cannot be asked through its API
  "clients/cli/commands/admin.ts": ["server/admin/program.ts"],
};

type Import = { readonly file: string; readonly target: string };

describe("the arrows between the folders", () => {
  for (const [room, rooms] of Object.entries(allowed)) {
    const may = rooms.length === 0 ? "nothing of ours" : `only ${rooms.join(", ")}`;
    it(`${room} imports ${may}`, async () => {
      const imports = await importsOf(room);
      const wrong = imports.filter(({ file, target }) => {
        if (exceptions[file]?.includes(target)) return false;
        const reach = [room, ...rooms];
        return target.startsWith(".") || !reach.some((path) => target === path || target.startsWith(`${path}/`));
      });
      expect(wrong.map(({ file, target }) => `${file} → ${target}`)).toEqual([]);
    });
  }

  it.each(Object.entries(exceptions))("%s reaches further only when it is called", async (file, targets) => {
    const text = await readFile(join(root, file), "utf8");
    const atOnce = specifiers(text.replaceAll(/\bimport\([^)]*\)/g, "")).map((specifier) =>
      resolveFrom(file, specifier),
    );
    expect(atOnce.filter((target) => targets.includes(target))).toEqual([]);
  });

  it("domain does no input or output: it imports no module of Node and no package", async () => {
    const files = await sourcesOf("domain");
    expect(files.length).toBeGreaterThan(10);
    const foreign = await Promise.all(
      files.map(async (file) => (await specifiersOf(file)).filter(isForeign).map((name) => `${file} → ${name}`)),
    );
    expect(foreign.flat()).toEqual([]);
  });

  it("finds what it looks for: an import in each of the ways to write one", () => {
    const text = [
      'import { a } from "./a.ts";',
      'import type { b } from "../b.ts";',
      'import "./c.ts";',
      'export * from "./d.ts";',
      'const e = await import("./e.ts");',
      'import {\n  f,\n} from "./f.ts";',
    ].join("\n");
    expect(specifiers(text)).toEqual(["./a.ts", "../b.ts", "./c.ts", "./d.ts", "./e.ts", "./f.ts"]);
  });
});

function isForeign(specifier: string): boolean {
  return !specifier.startsWith(".");
}

/** The imports of files in a room that lead to other files of the repository, as paths from its root. */
async function importsOf(room: string): Promise<Import[]> {
  const files = await sourcesOf(room);
  const found = await Promise.all(
    files.map(async (file) => {
      const own = (await specifiersOf(file)).filter((specifier) => !isForeign(specifier));
      return own.map((specifier) => ({ file, target: resolveFrom(file, specifier) }));
    }),
  );
  return found.flat();
}

/** The path from the repository's root that an import leads to. */
function resolveFrom(file: string, specifier: string): string {
  return relative(root, join(root, dirname(file), specifier));
}

async function specifiersOf(file: string): Promise<string[]> {
  return specifiers(await readFile(join(root, file), "utf8"));
}

function specifiers(text: string): string[] {
  const imports = text.matchAll(
    /(?:^|[\n;])\s*(?:import|export)\b[^"';]*?\bfrom\s*"([^"]+)"|(?:^|[\n;])\s*import\s*"([^"]+)"|\bimport\(\s*"([^"]+)"/g,
  );
  return [...imports].flatMap(([, from, bare, dynamic]) => from ?? bare ?? dynamic ?? []);
}

/** The sources of a room, tests aside: a test may build whatever world it needs. */
async function sourcesOf(room: string): Promise<string[]> {
  const entries = await readdir(join(root, room), { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && /\.(ts|tsx|js|mjs)$/.test(entry.name) && !entry.name.endsWith(".test.ts"))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((file) => !file.includes("node_modules"));
}
