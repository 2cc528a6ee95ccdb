import type { Command } from "commander";
import type { Viewer } from "../../sdk/index.ts";
import type { Io } from "../io.ts";
import { hanging } from "../layout.ts";
import type { Output } from "../output.ts";
import { oneLine } from "../printable.ts";
import type { CommonOptions } from "../session.ts";
import { forumCommand, withForum } from "../session.ts";

export function whoamiCommand(io: Io): Command {
  return forumCommand("whoami", "show as whom you are signed in: account, organisation, role and groups", [
    "whoami",
    "whoami --json",
  ]).action(async (options: CommonOptions) => {
    await withForum(io, options, async (client, out, { url }) => {
      const viewer = await client.viewer();
      await out.either({ url, ...viewer }, () => lines(out, url, viewer));
    });
  });
}

function lines(out: Output, url: string, { account, organization, groups }: Viewer): string[] {
  if (account === null || organization === null) {
    return [`Nobody is signed in to ${url}: you see what is TLP:CLEAR. Sign in with \`tocsin login\`.`];
  }
  const { name, sector, country, id } = organization;
  const facts: readonly (readonly [string, string])[] = [
    ["account", `${oneLine(account.name)}  ${account.id}`],
    ["organisation", `${oneLine(name)}, ${sector}${country === null ? "" : `, ${country}`}  ${id}`],
    ["role", account.role ?? "unknown"],
    ...(groups.length === 0 ? ([["groups", "none"]] as const) : []),
    ...groups.map((group, at) => [at === 0 ? "groups" : "", `${oneLine(group.name)}  ${group.id}`] as const),
    ["forum", url],
  ];
  return facts.flatMap(([what, value]) => hanging(out, (what === "" ? "" : `${what}:`).padEnd(14), value));
}
