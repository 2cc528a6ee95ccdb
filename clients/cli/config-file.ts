import { chmod, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { UsageError } from "./exit-codes.ts";
import type { Io } from "./io.ts";

/** What `tocsin login` keeps. */
export type Login = { readonly url: string; readonly token: string };

export function configPath(env: Io["env"]): string {
  return join(env["XDG_CONFIG_HOME"] || join(homeOf(env), ".config"), "tocsin", "config.json");
}

/** Where cursors are kept that are given no file of their own. */
export function cursorFolder(env: Io["env"]): string {
  return join(env["XDG_STATE_HOME"] || join(homeOf(env), ".local", "state"), "tocsin", "cursors");
}

export async function readLogin(env: Io["env"]): Promise<Login | null> {
  const path = configPath(env);
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (text === null) return null;
  const login = parseLogin(text);
  if (login === null) throw new UsageError(`${path} cannot be read: sign in again with \`tocsin login\`.`);
  return login;
}

/** The file is readable by nobody else, from its first byte on. */
export async function writeLogin(env: Io["env"], login: Login): Promise<string> {
  const path = configPath(env);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${process.pid}.new`;
  await writeFile(draft, `${JSON.stringify(login, null, 2)}\n`, { mode: 0o600 });
  await chmod(draft, 0o600);
  await rename(draft, path);
  return path;
}

/** Forgets the token; tells which forum it was for, or null where none was kept. */
export async function removeLogin(env: Io["env"]): Promise<string | null> {
  const login = await readLogin(env).catch(() => null); // a file that cannot be read goes as well
  await rm(configPath(env), { force: true });
  return login?.url ?? null;
}

function parseLogin(text: string): Login | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null || !("url" in value) || !("token" in value)) return null;
    const { url, token } = value;
    return typeof url === "string" && typeof token === "string" ? { url, token } : null;
  } catch {
    return null;
  }
}

function homeOf(env: Io["env"]): string {
  return env["HOME"] || homedir();
}
