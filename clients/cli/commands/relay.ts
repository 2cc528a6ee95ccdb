import type { Command } from "commander";
import { organizationIds } from "../by-id.ts";
import { Directory } from "../directory.ts";
import type { Io } from "../io.ts";
import { oneLine } from "../printable.ts";
import type { CommonOptions } from "../session.ts";
import { forumCommand, itemArgument, withForum } from "../session.ts";
import { tellSent } from "../tell-written.ts";

export function relayCommand(io: Io): Command {
  return forumCommand("relay", "pass an item on to other organisations, as far as its label allows", [
    'relay itm_… "Kestrel Labs"',
    "relay itm_… org_… org_… --json",
  ])
    .argument(...itemArgument)
    .argument("<organisation...>", "their names or ids; `tocsin directory` shows both")
    .action(async (id: string, words: string[], options: CommonOptions) => {
      await withForum(io, options, async (client, out) => {
        const directory = new Directory(client);
        const ids = await organizationIds(directory, words, "organizations");
        const known = new Map((await directory.organizations()).map(({ id: of, name }) => [of, oneLine(name)]));
        const to = ids.map((organization) => known.get(organization) ?? organization).join("; ");
        await tellSent(out, client, await client.relay(id, ids), "Relayed", to);
      });
    });
}
