import { spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { openStore } from "../../db/store.ts";
import { freshStoreUrl, testDialect } from "../support/fresh-store.ts";
import { OtherNode } from "../support/other-node.ts";
import { addPerson, advisory, range, SmallForum } from "../support/small-forum.ts";

const root = join(import.meta.dirname, "../..");

describe("opening a store", () => {
  it("makes its tables the first time, and keeps what is in them from then on", async () => {
    const url = await freshStoreUrl();
    const first = await SmallForum.open(url);
    const author = await first.person();
    const { itemId } = await first.publish(author);
    await first[Symbol.asyncDispose]();
    for (const _ of range(2)) {
      await using again = await SmallForum.open(url);
      expect(await again.store.as(author.viewer).item(itemId)).toMatchObject({ id: itemId });
      await again.publish(author);
    }
  });

  it("makes one forum of a fresh database that several stores open at once", async () => {
    const url = await freshStoreUrl();
    const stores = await Promise.all(range(4).map(() => openStore(url)));
    const [first] = stores;
    if (first === undefined) throw new Error("no store was opened");
    const author = await addPerson(first);
    const cursor = await first.as(author.viewer).feedCursor();
    await first.commit(author.viewer, "publish", { item: advisory(), idempotencyKey: null });
    for (const store of stores) {
      // One secret: each opens what the others have sealed.
      expect((await store.as(author.viewer).feedPage({ after: cursor, filter: {} })).events).toHaveLength(1);
      await store[Symbol.asyncDispose]();
    }
  });

  it("makes one forum of a fresh database that several processes open at once", async () => {
    const url = await freshStoreUrl();
    const nodes = await Promise.all(range(4).map(() => OtherNode.start(url)));
    await using forum = await SmallForum.open(url);
    const author = await forum.person();
    const cursor = await forum.store.as(author.viewer).feedCursor();
    for (const node of nodes) await node.commit(author.viewer, "publish", { item: advisory(), idempotencyKey: null });
    expect(await forum.pages(author, cursor)).toHaveLength(nodes.length);
    for (const node of nodes) await node[Symbol.asyncDispose]();
  });

  const notHere = "TOCSIN_DATABASE says which one it is.";

  it.runIf(testDialect() === "sqlite")(
    "says why a file cannot be its store, and which setting to look at",
    async () => {
      const folder = await mkdtemp(join(process.env["TOCSIN_TEST_FOLDER"] ?? tmpdir(), "no-store-"));
      const letter = join(folder, "letter.txt");
      await writeFile(letter, "Dear forum, ".repeat(1_000));
      const noFile = "no file can be made or opened there";
      for (const [path, why] of [
        [folder, noFile],
        [join(letter, "tocsin.db"), noFile],
        [join(letter, "deeper/tocsin.db"), noFile],
        ["/proc/none/deeper/tocsin.db", noFile],
        [letter, "it is a file of another kind"],
      ] as const) {
        const error = { code: "UNAVAILABLE", message: `The database ${path} cannot be used: ${why}. ${notHere}` };
        await expect(openStore(path), path).rejects.toMatchObject(error);
      }
      await using deep = await openStore(join(folder, "one/two/tocsin.db"));
      await deep.ping();
    },
  );

  it.runIf(testDialect() === "postgres")(
    "says why a server cannot be its store, and nothing of the address",
    async () => {
      const elsewhere = new URL(await freshStoreUrl());
      elsewhere.pathname = "/no_such_database";
      for (const [url, why] of [
        ["postgres://nobody:secret@127.0.0.1:1/nothing", "nothing listens there"],
        ["postgres://nobody:secret@host.invalid/nothing", /there is no such host|its host cannot be looked up now/],
        [elsewhere.href, 'database "no_such_database" does not exist'],
      ] as const) {
        const refused = openStore(url);
        await expect(refused).rejects.toMatchObject({ code: "UNAVAILABLE", message: expect.stringMatching(why) });
        await expect(refused).rejects.toThrow(notHere);
        await expect(refused).rejects.not.toThrow("secret");
      }
    },
  );
});

/** The names and texts of all files in a folder and below. */
async function filesOf(folder: string): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) files[path.slice(folder.length)] = await readFile(path, "utf8");
  }
  return files;
}

describe("migrations", () => {
  it("say the same as the tables: generating them anew changes nothing", async () => {
    const copy = await mkdtemp(join(process.env["TOCSIN_TEST_FOLDER"] ?? tmpdir(), "migrations-"));
    for (const folder of ["db", "domain", "package.json"])
      await cp(join(root, folder), join(copy, folder), { recursive: true });
    await symlink(join(root, "node_modules"), join(copy, "node_modules"));
    const migrations = join(copy, "db", testDialect(), "migrations");
    const before = await filesOf(migrations);
    const kit = join(root, "node_modules/drizzle-kit/bin.cjs");
    const options = ["generate", "--config", `db/${testDialect()}/drizzle.config.ts`];
    const child = spawn(process.execPath, [kit, ...options], { cwd: copy, stdio: ["ignore", "pipe", "pipe"] });
    const [said, complained, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "exit")]);
    expect({ code, complained }).toEqual({ code: 0, complained: "" });
    expect(said).toContain("No schema changes");
    expect(await filesOf(migrations)).toEqual(before);
    expect(Object.keys(before).length).toBeGreaterThan(2);
  });
});
