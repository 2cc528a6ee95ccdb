import type { Command } from "commander";
import type { OwnKey } from "../../db/federation/own-keys.ts";
import { openStore } from "../../db/store.ts";
import { fingerprintOf } from "../../domain/federation/fingerprint.ts";
import { OwnKeys } from "../federation/keys.ts";
import type { AdminIo, AdminOptions } from "./admin-command.ts";
import { databaseOf, noun, print, verb } from "./admin-command.ts";

/** A key as the operator is shown it: the private half is shown to nobody. */
type KeyView = Pick<OwnKey, "kid" | "number" | "createdAt" | "revokedAt"> & {
  readonly fingerprint: string;
  readonly signs: boolean;
};

export function keyCommands(io: AdminIo): Command {
  return noun("key", "the keys that this forum signs with for other forums", ["list", "rotate"])
    .addCommand(
      verb(
        "list",
        "list the keys, oldest first; the fingerprint is what stewards of others compare",
        "key list",
      ).action((options: AdminOptions) => withKeys(io, options, async () => undefined)),
    )
    .addCommand(
      verb(
        "rotate",
        "sign with a new key from now on; the one before names it, so that peers believe it",
        "key rotate",
      ).action((options: AdminOptions) => withKeys(io, options, (keys) => keys.rotate())),
    )
    .addCommand(
      verb(
        "revoke",
        "have peers believe a key no longer; the one that signs is replaced first",
        "key revoke --key qL8v…",
      )
        .requiredOption("--key <id>", "its id or fingerprint")
        .action((options: AdminOptions & { readonly key: string }) =>
          withKeys(io, options, (keys) => keys.revoke(options.key.replace(/\s/g, ""))),
        ),
    );
}

/** Does something with the keys, and prints how they are then. */
async function withKeys(io: AdminIo, options: AdminOptions, work: (keys: OwnKeys) => Promise<unknown>): Promise<void> {
  await using store = await openStore(databaseOf(io));
  const own = new OwnKeys(store.federation);
  await own.all(); // the first is made where there is none
  await work(own);
  const keys = viewsOf(await store.federation.ownKeys());
  const lines = keys.map(({ kid, fingerprint, createdAt, revokedAt, signs }) =>
    [
      fingerprint,
      `made ${createdAt}`,
      ...(signs ? ["signs"] : []),
      ...(revokedAt === null ? [] : [`revoked ${revokedAt}`]),
      kid,
    ].join("  "),
  );
  print(io, options, { keys }, lines.join("\n"));
}

function viewsOf(keys: readonly OwnKey[]): KeyView[] {
  const newest = keys.findLast(({ revokedAt }) => revokedAt === null);
  return keys.map(({ kid, number, createdAt, revokedAt }) => {
    return { kid, fingerprint: fingerprintOf(kid), number, createdAt, revokedAt, signs: kid === newest?.kid };
  });
}
