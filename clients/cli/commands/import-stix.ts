import { constants, openAsBlob } from "node:fs";
import { access } from "node:fs/promises";
import type { Command } from "commander";
import type { BroughtObject } from "../../sdk/index.ts";
import { sectorValues, tlpValues } from "../../sdk/index.ts";
import { organizationIds } from "../by-id.ts";
import { Directory } from "../directory.ts";
import { UsageError } from "../exit-codes.ts";
import { grouped, progressBar } from "../import-report.ts";
import type { Io } from "../io.ts";
import { hanging } from "../layout.ts";
import { idOf } from "../names.ts";
import { oneLine } from "../printable.ts";
import type { CommonOptions } from "../session.ts";
import { forumCommand, withForum } from "../session.ts";
import { chosen } from "../words.ts";

type Options = CommonOptions & {
  readonly defaultTlp?: string;
  readonly drafts?: boolean;
  readonly to?: string[];
  readonly toGroup?: string[];
  readonly toSector?: string[];
};

const several = (text: string, before: string[] = []): string[] => [...before, text];

export function importStixCommand(io: Io): Command {
  const description =
    "publish the objects of a bundle of STIX 2.1 as items; what bears no label becomes a draft for your eyes alone";
  return forumCommand("stix", description, [
    "import stix bundle.json",
    "import stix stix-atlas.json --default-tlp clear",
    'import stix report.json --to "Office for AI Safety Assessment" --drafts',
  ])
    .argument("<file>", "a bundle of STIX 2.1, or - for the standard input")
    .option("--default-tlp <label>", "the label of objects that bear none")
    .option("--drafts", "make drafts of everything")
    .option(
      "--to <organisation>",
      "for whom what is AMBER or AMBER+STRICT is, by name or id; else your own organisation",
      several,
    )
    .option("--to-group <group>", "likewise, a group", several)
    .option("--to-sector <sector>", "likewise, a sector", several)
    .action(async (path: string, options: Options) => {
      const bundle = await fileAt(path);
      await withForum(io, options, async (client, out) => {
        const directory = new Directory(client);
        const groups: string[] = [];
        for (const word of options.toGroup ?? []) groups.push(await idOf(directory, "groups", word, "--to-group"));
        const told = client.importBundle(bundle, {
          ...(options.defaultTlp === undefined
            ? {}
            : { defaultTlp: chosen(tlpValues, options.defaultTlp, "--default-tlp") }),
          drafts: options.drafts ?? false,
          organizations: await organizationIds(directory, options.to ?? [], "--to"),
          groups,
          sectors: (options.toSector ?? []).map((word) => chosen(sectorValues, word, "--to-sector")),
        });
        const objects: BroughtObject[] = [];
        let bar: ReturnType<typeof progressBar> | null = null;
        try {
          for await (const one of told) {
            if ("objects" in one) {
              bar = io.stderr.isTTY ? progressBar(io, one.objects) : null;
            } else {
              objects.push(one);
              bar?.update(objects.length);
            }
          }
        } finally {
          bar?.stop();
        }
        await out.either({ objects }, () => [
          `${[...Map.groupBy(objects, ({ outcome }) => outcome)].map(([outcome, list]) => `${list.length} ${outcome}`).join(", ")}.`,
          ...grouped(leftOut(objects)).flatMap((line) => hanging(out, "  ", oneLine(line))),
        ]);
      });
    });
}

/** The file, of which no more is read than is being sent. */
async function fileAt(path: string): Promise<Blob> {
  try {
    await access(path, constants.R_OK);
    return await openAsBlob(path);
  } catch (error) {
    throw new UsageError(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** What is not as the file would have it, and why. */
function leftOut(objects: readonly BroughtObject[]): { what: string; why: string }[] {
  return objects.flatMap(({ id, outcome, reason }) =>
    reason === null ? [] : [{ what: id, why: `${outcome}: ${reason}` }],
  );
}
