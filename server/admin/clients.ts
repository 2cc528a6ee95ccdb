import type { Command } from "commander";
import type { AdminIo, AdminOptions } from "./admin-command.ts";
import { give, list, noun, verb } from "./admin-command.ts";

type Relation = AdminOptions & { readonly org: string; readonly clientOrg: string };

export function clientCommands(io: AdminIo): Command {
  return noun("client", "client relations: TLP:AMBER may be relayed to the clients of a recipient's organisation", [
    "add --org org_… --client-org org_…",
    "list --json",
  ])
    .addCommand(relation(io, "add", "addClient", "register an organisation as a client of another"))
    .addCommand(
      verb("list", "list every client relation, by name", "client list").action((options: AdminOptions) =>
        list(
          io,
          options,
          "clients",
          (store) => store.clients(),
          ({ providerId, provider, clientId, client }) => [providerId, provider, "has the client", clientId, client],
        ),
      ),
    )
    .addCommand(relation(io, "remove", "removeClient", "end a client relation"));
}

function relation(io: AdminIo, name: string, type: "addClient" | "removeClient", description: string): Command {
  return verb(name, description, `client ${name} --org org_… --client-org org_…`)
    .requiredOption("--org <id>", "the provider")
    .requiredOption("--client-org <id>", "its client")
    .action((options: Relation) => {
      const input = { providerId: options.org, clientId: options.clientOrg };
      return give(io, options, type, input, ({ id }) => `${id} changed`);
    });
}
