import { Command } from "commander";
import type { Client } from "../sdk/index.ts";
import { createClient } from "../sdk/index.ts";
import { readLogin } from "./config-file.ts";
import { UsageError } from "./exit-codes.ts";
import type { Io } from "./io.ts";
import { Output } from "./output.ts";

export const defaultUrl = "http://127.0.0.1:4000";

/** What every command that asks a forum takes. */
export type CommonOptions = { readonly url?: string; readonly json?: boolean };

/** What commands about one item are called with. */
export const itemArgument = ["<id>", "the item's id, as `tocsin items` and `tocsin follow` show it"] as const;

export type Address = { readonly url: string; readonly token: string | undefined };

/** A command that asks a forum, with the examples that its help ends with. */
export function forumCommand(name: string, description: string, examples: readonly string[]): Command {
  return described(name, description, examples)
    .option("--url <address>", "the forum; else TOCSIN_URL, the one of `tocsin login`, or " + defaultUrl)
    .option("--json", "print JSON");
}

export function described(name: string, description: string, examples: readonly string[]): Command {
  const list = examples.map((example) => `  $ tocsin ${example}`).join("\n");
  return new Command(name).description(description).addHelpText("after", `\nExamples:\n${list}`);
}

/** The forum and the token. A token that was kept by `login` goes to the forum that it was kept for and to no other. */
export async function addressOf(io: Io, options: CommonOptions): Promise<Address> {
  const login = await readLogin(io.env);
  const url = options.url ?? (io.env["TOCSIN_URL"] || login?.url) ?? defaultUrl;
  const token = io.env["TOCSIN_TOKEN"] || (login !== null && login.url === url ? login.token : undefined);
  return { url, token };
}

export function clientFor({ url, token }: Address, transport: "ws" | "sse" = "ws"): Client {
  try {
    return createClient({ url, token, transport });
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(`${url} is not the address of a forum: ${error.message}`);
    throw error;
  }
}

/** Runs a command with a client that is closed behind it. */
export async function withForum(
  io: Io,
  options: CommonOptions,
  work: (client: Client, out: Output, address: Address) => Promise<void>,
): Promise<void> {
  const address = await addressOf(io, options);
  await using client = clientFor(address);
  await work(client, new Output(io, options.json ?? false), address);
}
