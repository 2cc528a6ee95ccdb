import type { Command } from "commander";
import { InvalidArgumentError, Option } from "commander";
import { sectors } from "../../domain/vocabulary.ts";
import type { Sector } from "../../domain/vocabulary.ts";
import type { AdminIo, AdminOptions } from "./admin-command.ts";
import { give, list, noun, verb } from "./admin-command.ts";

type Add = AdminOptions & { readonly name: string; readonly sector: Sector; readonly country?: string };

export function organizationCommands(io: AdminIo): Command {
  return noun("org", "organisations", ['add --name "Example Lab" --sector COMPANY --country CH', "list --json"])
    .addCommand(
      verb("add", "add an organisation", 'org add --name "Example Lab" --sector COMPANY --country CH')
        .requiredOption("--name <name>")
        .addOption(new Option("--sector <sector>", sectors.join(", ")).argParser(readSector).makeOptionMandatory())
        .option("--country <code>", "two letters, as in ISO 3166-1")
        .action((options: Add) => {
          const { name, sector, country = null } = options;
          return give(io, options, "addOrganization", { name, sector, country }, ({ id }) => `${id}  ${name}`);
        }),
    )
    .addCommand(
      verb("list", "list every organisation, by name", "org list").action((options: AdminOptions) =>
        list(
          io,
          options,
          "organizations",
          (store) => store.organizations(),
          ({ id, name, sector, country, suspended, isShared }) => [
            id,
            name,
            sector,
            country ?? "-",
            ...(suspended ? ["suspended"] : []),
            ...(isShared ? ["shared"] : []),
          ],
        ),
      ),
    )
    .addCommand(sharing(io))
    .addCommand(suspension(io, "suspend", true))
    .addCommand(suspension(io, "resume", false));
}

function sharing(io: AdminIo): Command {
  return verb("share", "say whether other forums are told of it and its accounts", "org share --org org_…")
    .requiredOption("--org <id>")
    .option("--off", "they are told no longer")
    .action((options: AdminOptions & { readonly org: string; readonly off?: boolean }) => {
      const input = { organizationId: options.org, reachable: options.off !== true };
      return give(
        io,
        options,
        "setReachable",
        input,
        ({ id }) => `${id} ${options.off ? "is not shared" : "is shared"}`,
      );
    });
}

function suspension(io: AdminIo, name: string, suspended: boolean): Command {
  const description = suspended ? "end every connection and refuse its accounts" : "let its accounts in again";
  return verb(name, description, `org ${name} --org org_…`)
    .requiredOption("--org <id>")
    .action((options: AdminOptions & { readonly org: string }) => {
      const input = { organizationId: options.org, suspended };
      return give(
        io,
        options,
        "suspendOrganization",
        input,
        ({ id }) => `${id} ${suspended ? "suspended" : "resumed"}`,
      );
    });
}

function readSector(word: string): Sector {
  const sector = sectors.find((known) => known === word.toUpperCase().replaceAll("-", "_"));
  if (sector === undefined) throw new InvalidArgumentError(`The sectors are ${sectors.join(", ")}.`);
  return sector;
}
