import type { Command } from "commander";
import { UsageError } from "../exit-codes.ts";
import type { Io } from "../io.ts";
import { inputById } from "../by-id.ts";
import { Directory } from "../directory.ts";
import { readItem } from "../read-item.ts";
import type { CommonOptions } from "../session.ts";
import { forumCommand, withForum } from "../session.ts";
import { tellDraft, tellSent } from "../tell-written.ts";

type Options = CommonOptions & { readonly draft?: boolean; readonly id?: string };

export function publishCommand(io: Io): Command {
  return forumCommand("publish", "publish an item from a YAML or JSON file", [
    "template advisory > advisory.yaml",
    "publish advisory.yaml",
    "publish --json - < advisory.json",
    "publish --draft advisory.yaml              # keep it as a draft",
    "publish --draft --id itm_… advisory.yaml   # in the place of an earlier draft",
    "publish --id itm_…                         # publish a draft",
  ])
    .argument("[file]", "the file, or - for the standard input")
    .option("--draft", "keep it as a draft")
    .option("--id <id>", "the draft to replace, or without a file to publish")
    .action(async (file: string | undefined, options: Options) => {
      await withForum(io, options, async (client, out) => {
        if (file === undefined) {
          if (options.id === undefined || options.draft)
            throw new UsageError("Name a file to publish, or a draft with --id.");
          await tellSent(out, client, await client.publishDraft(options.id), "Published");
          return;
        }
        if (options.id !== undefined && !options.draft) {
          throw new UsageError("--id with a file replaces a draft: add --draft, or use `tocsin revise`.");
        }
        const input = await inputById(new Directory(client), await readItem(io, file));
        if (options.draft) await tellDraft(out, await client.saveDraft(input, { id: options.id }));
        else await tellSent(out, client, await client.publish(input), "Published");
      });
    });
}
