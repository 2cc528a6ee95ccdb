import type { Command } from "commander";
import type { PeerAgreementInput } from "../sdk/index.ts";
import { peerDirectionValues, tlpValues } from "../sdk/index.ts";
import type { Directory } from "./directory.ts";
import { groupOf } from "./group-options.ts";
import { chosen, numberOption } from "./words.ts";

export type AgreementOptions = {
  readonly labels?: readonly string[];
  readonly community?: boolean;
  /** false: none. */
  readonly groups?: readonly string[] | false;
  readonly direction?: string;
  readonly hops?: string;
  readonly quota?: string;
};

/** What is agreed with another forum. */
export function addAgreementOptions(command: Command): Command {
  return command
    .option("--labels <label...>", "which labels are sent and taken, such as clear green amber")
    .option("--community", "its community counts as part of ours: it gets TLP:GREEN")
    .option("--no-community", "it does not")
    .option("--groups <group...>", "groups of ours through which its organisations may be reached, by name or id")
    .option("--no-groups", "no groups")
    .option("--direction <direction>", "send, receive, both or none")
    .option("--hops <number>", "how many forums TLP:GREEN from there may have been through; 1 is its own alone")
    .option("--quota <number>", "how many envelopes are taken from it in an hour");
}

export async function agreementOf(directory: Directory, options: AgreementOptions): Promise<PeerAgreementInput> {
  const { labels, community, groups, direction, hops, quota } = options;
  return {
    ...(labels === undefined ? {} : { labels: wordsOf(labels).map((word) => chosen(tlpValues, word, "--labels")) }),
    ...(community === undefined ? {} : { community }),
    ...(groups === undefined ? {} : { groups: groups === false ? [] : await groupsOf(directory, groups) }),
    ...(direction === undefined ? {} : { direction: chosen(peerDirectionValues, direction, "--direction") }),
    ...(hops === undefined ? {} : { hops: numberOption(hops, "--hops", 1) }),
    ...(quota === undefined ? {} : { envelopesPerHour: numberOption(quota, "--quota", 1) }),
  };
}

function wordsOf(labels: readonly string[]): string[] {
  return labels.flatMap((word) => word.split(",")).filter((word) => word.trim() !== "");
}

async function groupsOf(directory: Directory, words: readonly string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const word of words) ids.push(await groupOf(directory, word));
  return ids;
}
