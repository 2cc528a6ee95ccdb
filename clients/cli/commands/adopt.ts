import type { Command } from "commander";
import { adoptionEvidenceKindValues, adoptionLevelValues, sectorValues, tlpValues } from "../../sdk/index.ts";
import { groupId, organizationIds } from "../by-id.ts";
import { Directory } from "../directory.ts";
import { UsageError } from "../exit-codes.ts";
import type { Io } from "../io.ts";
import { adoptionLines } from "../render-adoption.ts";
import type { CommonOptions } from "../session.ts";
import { forumCommand, withForum } from "../session.ts";
import { chosen, instantOption, numberOption } from "../words.ts";

type Options = CommonOptions & {
  readonly version: string;
  readonly level: string;
  readonly tlp: string;
  readonly clause?: readonly string[];
  readonly deviation?: readonly string[];
  readonly evidence?: readonly string[];
  readonly validUntil?: string;
  readonly note?: string;
  readonly organization?: readonly string[];
  readonly group?: readonly string[];
  readonly sector?: readonly string[];
};

export function adoptCommand(io: Io): Command {
  return forumCommand("adopt", "declare for your organisation how far it takes over a version of a practice", [
    "adopt itm_… --version 6 --level full --tlp clear --evidence published-documentation=https://example.org/policy",
    'adopt itm_… --version 6 --level partial --clause R-1 --clause R-3 --deviation "R-3=Weekly, not daily." --tlp amber --group "Agent safety"',
    "adopt itm_… --version 6 --level intends --valid-until 2027-06-30 --tlp green",
  ])
    .argument("<practice>", "its id")
    .requiredOption("--version <number>", "the version of the practice")
    .requiredOption("--level <level>", "intends, partial, full, equivalent-alternative, not-adopting or withdrawn")
    .requiredOption("--tlp <label>", "who may have the declaration: amber-strict, amber, green or clear")
    .option("--clause <id...>", "the clauses that it is about; all where none is given")
    .option("--deviation <clause=reason...>", "a clause that you do not follow to the letter, and why")
    .option("--evidence <kind=address...>", "what it rests on, such as certified=https://…")
    .option("--valid-until <date>", "until when it holds; with intends, by when you mean to")
    .option("--note <text>", "what else there is to say")
    .option("--organization <organization...>", "to whom it is addressed, by name or id")
    .option("--group <group...>", "a group that it is addressed to, by name or id")
    .option("--sector <sector...>", "a sector that it is addressed to")
    .action(async (practice: string, options: Options) => {
      const { version, level, tlp, clause, validUntil, note } = options;
      const declaration = {
        practice,
        version: numberOption(version, "--version", 1),
        level: chosen(adoptionLevelValues, level, "--level"),
        tlp: chosen(tlpValues, tlp, "--tlp"),
        deviations: (options.deviation ?? []).map((text) => {
          const [of, reason] = halves(text, "--deviation");
          return { clause: of, reason };
        }),
        evidence: (options.evidence ?? []).map((text) => {
          const [kind, url] = halves(text, "--evidence");
          return { kind: chosen(adoptionEvidenceKindValues, kind, "--evidence"), url };
        }),
        ...(clause === undefined ? {} : { clauses: clause }),
        ...(validUntil === undefined ? {} : { validUntil: instantOption(validUntil, "--valid-until") }),
        ...(note === undefined ? {} : { note }),
      };
      const sectors = (options.sector ?? []).map((sector) => chosen(sectorValues, sector, "--sector"));
      await withForum(io, options, async (client, out) => {
        const directory = new Directory(client);
        const organizations = await organizationIds(directory, options.organization ?? [], "--organization");
        const groups: string[] = [];
        for (const group of options.group ?? []) groups.push(await groupId(directory, group, "--group"));
        const audience = { organizations, groups, sectors };
        const { adoption, cursor } = await client.adoptions.declare({ ...declaration, audience });
        await out.either({ id: adoption.id, standing: adoption.standing, cursor, adoption }, () => [
          ...adoptionLines(out, adoption),
          `Declared as ${adoption.id}.`,
        ]);
      });
    });
}

function halves(text: string, option: string): [string, string] {
  const at = text.indexOf("=");
  if (at < 1) throw new UsageError(`${option} takes two parts with = between them, not "${text}".`);
  return [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}
