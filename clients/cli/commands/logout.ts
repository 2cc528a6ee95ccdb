import type { Command } from "commander";
import { removeLogin } from "../config-file.ts";
import type { Io } from "../io.ts";
import { Output } from "../output.ts";
import { described } from "../session.ts";

export function logoutCommand(io: Io): Command {
  return described("logout", "forget the token that `tocsin login` kept; it ends by itself or when it is revoked", [
    "logout",
  ])
    .option("--json", "print JSON")
    .action(async (options: { readonly json?: boolean }) => {
      const out = new Output(io, options.json ?? false);
      const url = await removeLogin(io.env);
      await out.either({ url }, () => [url === null ? "No token was kept." : `Forgot the token for ${url}.`]);
      if (io.env["TOCSIN_TOKEN"]) await out.note("TOCSIN_TOKEN is still set, and goes on to be used.");
    });
}
