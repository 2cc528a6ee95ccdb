import { mkdir, open, readFile, rename } from "node:fs/promises";
import { dirname } from "node:path";
import type { CursorStore } from "./cursor-store.ts";

/**
 * Keeps the place in a file. A crash or a power cut at any moment leaves the old cursor or the new one, never half of one:
 * the new one is written beside it, flushed, put in its place, and the folder is flushed.
 */
export function fileCursorStore(path: string): CursorStore {
  return {
    async load() {
      const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
        if (error.code === "ENOENT") return "";
        throw error;
      });
      return text.trim() === "" ? null : text.trim();
    },
    async save(cursor) {
      const folder = dirname(path);
      await mkdir(folder, { recursive: true });
      const draft = `${path}.${process.pid}.new`;
      const file = await open(draft, "w", 0o600);
      try {
        await file.writeFile(`${cursor}\n`);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(draft, path);
      await flushFolder(folder);
    },
  };
}

/** Windows cannot open a folder, and does not need to: renaming lasts there. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
