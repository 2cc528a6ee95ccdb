import type { Command } from "commander";
import { InvalidArgumentError } from "commander";
import { openStore } from "../../db/store.ts";
import { parseInstant } from "../../domain/parse.ts";
import type { AdminIo, AdminOptions } from "./admin-command.ts";
import { databaseOf, give, noun, print, verb } from "./admin-command.ts";

type Create = AdminOptions & { readonly account: string; readonly name?: string; readonly expires?: string };

const dayMs = 86_400_000;

export function tokenCommands(io: AdminIo): Command {
  return noun("token", "tokens", ["create --account acc_… --expires 90d", "revoke --token-id tok_…"])
    .addCommand(
      verb("create", "make a token; it is shown this once", "token create --account acc_… --expires 90d")
        .requiredOption("--account <id>")
        .option("--name <name>", "what it is for")
        .option("--expires <when>", "an instant as in RFC 3339, or a number of days such as 90d", readExpiry)
        .action((options: Create) => {
          const { account: accountId, name = null, expires: expiresAt = null } = options;
          const input = { accountId, name, expiresAt };
          return give(io, options, "createToken", input, ({ id, token }) => `${token}\nIts id, for revoking it: ${id}`);
        }),
    )
    .addCommand(
      verb("list", "list an account's tokens and when they were last used", "token list --account acc_…")
        .requiredOption("--account <id>")
        .action(async (options: AdminOptions & { readonly account: string }) => {
          await using store = await openStore(databaseOf(io));
          const tokens = await store.tokens(options.account);
          const lines = tokens.map(({ id, name, createdAt, expiresAt, revokedAt, lastUsedAt }) =>
            [
              id,
              name ?? "-",
              `made ${createdAt}`,
              revokedAt === null ? `ends ${expiresAt ?? "never"}` : `revoked ${revokedAt}`,
              `last used ${lastUsedAt ?? "never"}`,
            ].join("  "),
          );
          print(io, options, { tokens }, lines.join("\n"));
        }),
    )
    .addCommand(
      verb("revoke", "end a token at once", "token revoke --token-id tok_…")
        .requiredOption("--token-id <id>")
        .action((options: AdminOptions & { readonly tokenId: string }) =>
          give(io, options, "revokeToken", { tokenId: options.tokenId }, ({ id }) => `${id} revoked`),
        ),
    );
}

/** `90d` counts from now; an instant has to lie in the future. */
export function readExpiry(text: string, _before?: unknown, now: number = Date.now()): string {
  const days = /^(\d{1,5})d$/.exec(text)?.[1];
  const time = days === undefined ? instantOf(text) : now + Number(days) * dayMs;
  if (Number.isNaN(time)) throw new InvalidArgumentError("Give an instant such as 2027-01-31T00:00:00Z, or 90d.");
  if (time <= now) throw new InvalidArgumentError("That is in the past.");
  return new Date(time).toISOString();
}

function instantOf(text: string): number {
  try {
    return Date.parse(parseInstant(text, "expires"));
  } catch {
    return NaN;
  }
}
