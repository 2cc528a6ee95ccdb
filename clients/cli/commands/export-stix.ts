import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import type { Command } from "commander";
import { filterById } from "../by-id.ts";
import { Directory } from "../directory.ts";
import { addFilterOptions, addListOptions, filterOf } from "../filter-options.ts";
import type { Io } from "../io.ts";
import { safeText } from "../printable.ts";
import type { CommonOptions } from "../session.ts";
import { forumCommand, withForum } from "../session.ts";
import { chosen } from "../words.ts";

type Options = CommonOptions &
  Parameters<typeof filterOf>[0] & {
    readonly output?: string;
    readonly tlpEdition?: string;
    readonly forKeeping?: boolean;
  };

const editions = ["2.0", "1.0"] as const;

export function exportStixCommand(io: Io): Command {
  const command = forumCommand("stix", "print what you see under a filter as a bundle of STIX 2.1", [
    "export stix > bundle.json",
    "export stix --tlp clear,green --since 2026-01-01 --output bundle.json",
    "export stix --for-keeping --output mine.json",
  ]);
  return addListOptions(addFilterOptions(command))
    .option("--output <file>", "write to a file, and say how many bytes there were")
    .option("--tlp-edition <edition>", "say labels in TLP 2.0 or, for older tools, 1.0, which has no AMBER+STRICT")
    .option("--for-keeping", "with what is shown to you alone, such as audiences: not to be handed on")
    .action(async (_: Options, self: Command) => {
      const options: Options = self.optsWithGlobals();
      await withForum(io, options, async (client, out) => {
        const filter = await filterById(new Directory(client), filterOf(options));
        const tlpEdition = chosen(editions, options.tlpEdition ?? "2.0", "--tlp-edition");
        const pieces = client.bundle({ filter, tlpEdition, forKeeping: options.forKeeping ?? false });
        if (options.output === undefined) {
          const decoder = new TextDecoder();
          for await (const piece of pieces) await out.text(safeText(decoder.decode(piece, { stream: true })));
          return;
        }
        const file = createWriteStream(options.output, { mode: 0o600 });
        const written = finished(file);
        let bytes = 0;
        for await (const piece of pieces) {
          bytes += piece.length;
          if (!file.write(piece)) await once(file, "drain");
        }
        file.end();
        await written;
        await out.either({ file: options.output, bytes }, () => [`${bytes} bytes written to ${options.output}.`]);
      });
    });
}
