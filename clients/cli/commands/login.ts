import type { Command } from "commander";
import { UsageError } from "../exit-codes.ts";
import type { Io } from "../io.ts";
import { writeLogin } from "../config-file.ts";
import { Output } from "../output.ts";
import { readSecret } from "../read-secret.ts";
import { clientFor, defaultUrl, described } from "../session.ts";

export function loginCommand(io: Io): Command {
  return described("login", "keep the address of a forum and your token; the token is asked for, or read from a pipe", [
    "login https://forum.example",
    "login https://forum.example < token.txt",
  ])
    .argument("[url]", "the forum; else TOCSIN_URL or " + defaultUrl)
    .option("--json", "print JSON")
    .action(async (given: string | undefined, options: { readonly json?: boolean }) => {
      const out = new Output(io, options.json ?? false);
      const url = given ?? (io.env["TOCSIN_URL"] || defaultUrl);
      const token = (await readSecret(io, `Token for ${url}: `)).trim();
      if (token === "") throw new UsageError("There was no token. Paste it when asked, or send it through a pipe.");
      await using client = clientFor({ url, token });
      const { account, organization } = await client.viewer();
      const file = await writeLogin(io.env, { url, token });
      await out.either({ url, file, account, organization }, () => [
        `Signed in to ${url} as ${account?.name ?? "nobody"} of ${organization?.name ?? "no organisation"}.`,
        `Kept in ${file}.`,
      ]);
    });
}
