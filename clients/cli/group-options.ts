import type { Command } from "commander";
import type { GroupMember } from "../sdk/index.ts";
import type { Directory } from "./directory.ts";
import { UsageError } from "./exit-codes.ts";
import { idOf } from "./names.ts";

export type MemberOptions = { readonly account?: string; readonly organization?: string };

export function addMemberOptions(command: Command): Command {
  return command
    .option("--account <account>", "an account, by name or id")
    .option("--organization <organization>", "a whole organisation, by name or id");
}

/** The one member that was named. */
export async function memberOf(directory: Directory, options: MemberOptions): Promise<GroupMember> {
  const { account, organization } = options;
  if (account !== undefined && organization === undefined)
    return { account: await idOf(directory, "accounts", account, "--account") };
  if (organization !== undefined && account === undefined)
    return { organization: await idOf(directory, "organizations", organization, "--organization") };
  throw new UsageError("Give either --account or --organization.");
}

export function groupOf(directory: Directory, word: string): Promise<string> {
  return idOf(directory, "groups", word, "group");
}
