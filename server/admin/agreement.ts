import type { Command } from "commander";
import { InvalidArgumentError, Option } from "commander";
import type { Agreement, Direction } from "../../domain/federation/peers.ts";
import { directions } from "../../domain/federation/peers.ts";
import type { Tlp } from "../../domain/tlp.ts";
import { tlpLabels } from "../../domain/tlp.ts";

export type AgreementOptions = {
  readonly labels?: readonly Tlp[];
  readonly community?: boolean;
  readonly groups?: readonly string[] | false;
  readonly direction?: Direction;
  readonly hops?: number;
  readonly quota?: number;
};

/** What is agreed with another forum. */
export function addAgreementOptions(command: Command): Command {
  return command
    .addOption(new Option("--labels <labels>", "which are sent and taken, such as CLEAR,GREEN").argParser(readLabels))
    .option("--community", "its community counts as part of ours: it gets TLP:GREEN")
    .option("--no-community", "it does not")
    .option("--groups <ids...>", "groups through which its organisations may be reached")
    .option("--no-groups", "no groups")
    .addOption(new Option("--direction <direction>", directions.join(", ")).argParser(readDirection))
    .option("--hops <number>", "how many forums TLP:GREEN from there may have been through", readNumber)
    .option("--quota <number>", "how many envelopes are taken from it in an hour", readNumber);
}

/** What was given of an agreement. */
export function agreementOf(options: AgreementOptions): Partial<Agreement> {
  const { labels, community, groups, direction, hops, quota } = options;
  return {
    ...(labels === undefined ? {} : { labels }),
    ...(community === undefined ? {} : { community }),
    ...(groups === undefined ? {} : { groups: groups === false ? [] : groups }),
    ...(direction === undefined ? {} : { direction }),
    ...(hops === undefined ? {} : { hops }),
    ...(quota === undefined ? {} : { envelopesPerHour: quota }),
  };
}

function readLabels(text: string): Tlp[] {
  return text.split(",").map((word) => {
    const wanted = word.trim().toUpperCase().replace("TLP:", "").replace("+", "_");
    const label = tlpLabels.find((known) => known === wanted);
    if (label === undefined) throw new InvalidArgumentError(`The labels are ${tlpLabels.join(", ")}.`);
    return label;
  });
}

function readDirection(text: string): Direction {
  const direction = directions.find((known) => known === text.toUpperCase());
  if (direction === undefined) throw new InvalidArgumentError(`The directions are ${directions.join(", ")}.`);
  return direction;
}

function readNumber(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError("Give a whole number from 1 on.");
  return number;
}
