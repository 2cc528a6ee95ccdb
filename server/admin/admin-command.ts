import { Command } from "commander";
import type { CommandInput, CommandResult, CommandType } from "../../domain/commands.ts";
import { ForumError } from "../../domain/errors.ts";
import type { Store } from "../../db/store.ts";
import { openStore } from "../../db/store.ts";
import { readConfig } from "../config.ts";

/** What `tocsin admin` prints to and is told by. */
export type AdminIo = {
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
  readonly env: Readonly<Record<string, string | undefined>>;
};

export type AdminOptions = { readonly json?: boolean };

/** A noun, such as `org`, for its verbs. */
export function noun(name: string, description: string, examples: readonly string[]): Command {
  const list = examples.map((example) => `  $ tocsin admin ${name} ${example}`).join("\n");
  return new Command(name).description(description).addHelpText("after", `\nExamples:\n${list}`);
}

export function verb(name: string, description: string, example: string): Command {
  return new Command(name)
    .description(description)
    .option("--json", "print one JSON object")
    .addHelpText("after", `\nExample:\n  $ tocsin admin ${example}`);
}

/** The database of the server that would be started here. */
export function databaseOf({ env }: AdminIo): string {
  return readConfig(env).database;
}

/** Gives one command to the store, as the operator, and prints what it answers. */
export async function give<T extends CommandType>(
  io: AdminIo,
  options: AdminOptions,
  type: T,
  input: CommandInput<T>,
  say: (result: CommandResult<T>) => string,
): Promise<void> {
  await using store = await openStore(databaseOf(io));
  const result = await store.commit({ kind: "operator" }, type, input).catch((error: unknown) => {
    throw explained(error, input);
  });
  print(io, options, result, say(result));
}

/** Prints a list of the store's: one object that holds it under its name, or a line an entry. */
export async function list<T>(
  io: AdminIo,
  options: AdminOptions,
  name: string,
  read: (store: Store) => Promise<readonly T[]>,
  say: (entry: T) => readonly string[],
): Promise<void> {
  await using store = await openStore(databaseOf(io));
  const entries = await read(store);
  const lines = entries.map((entry) => say(entry).join("  "));
  print(io, options, { [name]: entries }, lines.join("\n"));
}

export function print(io: AdminIo, { json }: AdminOptions, value: unknown, text: string): void {
  io.stdout.write(`${json ? JSON.stringify(value) : text}\n`);
}

/** What the ids in a command are of. */
const nouns: Readonly<Record<string, string>> = {
  organizationId: "organisation",
  providerId: "organisation",
  clientId: "organisation",
  accountId: "account",
  groupId: "group",
  tokenId: "token",
  peerId: "other forum",
  kid: "key",
  alarmId: "alarm",
};

/** The operator may know which ids there are; it is told which ones it gave. */
function explained(error: unknown, input: object): unknown {
  if (!(error instanceof ForumError) || error.code !== "NOT_FOUND") return error;
  const ids = Object.entries({ ...input, ...memberOf(input) }).flatMap(([name, id]) => {
    const noun = nouns[name];
    return noun === undefined || typeof id !== "string" ? [] : [`${noun} ${id}`];
  });
  return new ForumError("NOT_FOUND", `There is no ${ids.join(", or no ")} here.`, {
    cause: error,
  });
}

function memberOf(input: object): object {
  return "member" in input && typeof input.member === "object" && input.member !== null ? input.member : {};
}
