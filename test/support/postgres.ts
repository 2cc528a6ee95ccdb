import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { chown, glob, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

/** Why no cluster could be had, in one sentence for the person at the terminal. */
export class PostgresUnavailable extends Error {
  override readonly name = "PostgresUnavailable";
}

export type PostgresCluster = { readonly url: string; [Symbol.asyncDispose](): Promise<void> };
type Person = { readonly uid: number; readonly gid: number };

/**
 * Starts a PostgreSQL cluster that lives in a temporary folder and listens on loopback only.
 * `durable` keeps fsync on, for tests that rest on it. PostgreSQL refuses to run as root; then an ordinary account runs it.
 */
export async function startPostgres({ durable = false }: { durable?: boolean } = {}): Promise<PostgresCluster> {
  const bin = await findBinaries();
  const person = await ordinaryPerson();
  const folder = await mkdtemp(join(tmpdir(), "tocsin-postgres-"));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const password = crypto.randomUUID();
    const passwordFile = join(folder, "password");
    await writeFile(passwordFile, password, { mode: 0o600 });
    if (person) for (const path of [folder, passwordFile]) await chown(path, person.uid, person.gid);
    const data = join(folder, "data");
    const init = ["-D", data, "-U", "tocsin", "-A", "scram-sha-256", "--pwfile", passwordFile, "-E", "UTF8"];
    await run(
      join(bin, "initdb"),
      [...init, "--no-sync", process.platform === "linux" ? "--locale=C.UTF-8" : "--no-locale"],
      person,
    );
    const port = await freePort();
    const server = start(join(bin, "postgres"), data, folder, port, durable, person);
    const stop = async (): Promise<void> => {
      if (server.exitCode === null && server.signalCode === null) {
        const exited = once(server, "exit");
        server.kill("SIGINT"); // the fast shutdown: open connections are cut
        await exited;
      }
      await remove();
    };
    await ready(server);
    return { url: `postgres://tocsin:${password}@127.0.0.1:${port}/postgres`, [Symbol.asyncDispose]: stop };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function findBinaries(): Promise<string> {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  for (const pattern of ["/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/opt/homebrew/opt/postgresql@*/bin"]) {
    folders.push(...(await Array.fromAsync(glob(pattern))).sort().toReversed());
  }
  const bin = folders.find((folder) => existsSync(join(folder, "initdb")) && existsSync(join(folder, "postgres")));
  if (bin === undefined) throw new PostgresUnavailable("no initdb was found: install PostgreSQL 15 or newer");
  return bin;
}

async function ordinaryPerson(): Promise<Person | null> {
  if (process.getuid?.() !== 0) return null;
  const accounts = (await readFile("/etc/passwd", "utf8")).split("\n").map((line) => line.split(":"));
  const account = accounts.find(([name]) => name === "postgres") ?? accounts.find(([name]) => name === "nobody");
  if (!account) throw new PostgresUnavailable("it does not run as root, and no other account was found");
  return { uid: Number(account[2]), gid: Number(account[3]) };
}

async function run(command: string, args: readonly string[], person: Person | null): Promise<void> {
  const child = spawn(command, args, { stdio: ["ignore", "ignore", "pipe"], cwd: "/", ...person });
  let complaint = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (complaint += text));
  const [code] = await once(child, "close");
  if (code !== 0) throw new PostgresUnavailable(`${command} failed: ${complaint.trim()}`);
}

function start(command: string, data: string, folder: string, port: number, durable: boolean, person: Person | null) {
  const settings = {
    listen_addresses: "127.0.0.1",
    port,
    unix_socket_directories: folder,
    max_connections: 200,
    lc_messages: "C",
    log_checkpoints: "off",
    shared_buffers: "128MB",
    ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
  const args = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  return spawn(command, ["-D", data, ...args], { stdio: ["ignore", "ignore", "pipe"], cwd: "/", ...person });
}

/** Waits for the line by which the server says that it takes connections; what it says later is read and dropped. */
async function ready(server: ChildProcess): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let said = "";
  server.stderr?.setEncoding("utf8").on("data", (text: string) => {
    said = (said + text).slice(-4_000);
    if (said.includes("ready to accept connections")) resolve();
  });
  server.once("error", reject);
  server.once("exit", () => reject(new PostgresUnavailable(`it stopped at its start: ${said.trim()}`)));
  await promise;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new PostgresUnavailable("no free port was found");
  return address.port;
}
