import type { Command } from "commander";
import { tlpValues, TocsinError } from "../../sdk/index.ts";
import { Directory } from "../directory.ts";
import { groupOf } from "../group-options.ts";
import type { Io } from "../io.ts";
import { idOf } from "../names.ts";
import { postLines, threadLine, threadPage } from "../render-group.ts";
import type { CommonOptions } from "../session.ts";
import { described, forumCommand, withForum } from "../session.ts";
import { chosen, numberOption } from "../words.ts";

export function threadCommand(io: Io): Command {
  return described("thread", "talk about items that you see, and in your groups", [
    "thread list itm_…",
    "thread show thr_…",
    'thread post thr_… "We saw it, too."',
  ])
    .addCommand(openCommand(io))
    .addCommand(listCommand(io))
    .addCommand(showCommand(io))
    .addCommand(postCommand(io))
    .addCommand(editCommand(io))
    .addCommand(removeCommand(io));
}

type OpenOptions = CommonOptions & {
  readonly title: string;
  readonly text: string;
  readonly mention?: readonly string[];
  readonly tlp?: string;
};

function openCommand(io: Io): Command {
  return forumCommand("open", "begin a thread on an item or in a group; it is never seen by more than that", [
    'thread open itm_… --title "Seen in the wild?" --text "Has anybody met with this?"',
    'thread open "Agent safety" --title Scope --text "What about tools?" --mention "Ada Example"',
  ])
    .argument("<on>", "an item's id, or a group by name or id")
    .requiredOption("--title <title>", "what it is about")
    .requiredOption("--text <text>", "the first post, in Markdown")
    .option("--mention <account...>", "whom to tell, by name or id")
    .option("--tlp <label>", "a stricter label than that of the item")
    .action(async (on: string, { title, text, mention = [], tlp, ...options }: OpenOptions) => {
      const label = tlp === undefined ? {} : { label: { tlp: chosen(tlpValues, tlp, "--tlp") } };
      await withForum(io, options, async (client, out) => {
        const directory = new Directory(client);
        const place = on.startsWith("itm_") ? { item: on } : { group: await groupOf(directory, on) };
        const mentions = await accountIds(directory, mention);
        const thread = await client.workingGroups.openThread({ ...place, title, text, mentions, ...label });
        await out.either(thread, () => [threadLine(out, thread)]);
      });
    });
}

function listCommand(io: Io): Command {
  return forumCommand("list", "list the threads on an item", ["thread list itm_…", "thread list itm_… --json"])
    .argument("<item>", "its id")
    .action(async (item: string, options: CommonOptions) => {
      await withForum(io, options, async (client, out) => {
        const threads = await client.workingGroups.threadsOn(item);
        await out.either({ threads }, () =>
          threads.length === 0 ? ["There are none."] : threads.map((thread) => threadLine(out, thread)),
        );
      });
    });
}

type ShowOptions = CommonOptions & { readonly after: string };

function showCommand(io: Io): Command {
  return forumCommand("show", "show a thread with its posts", ["thread show thr_…", "thread show thr_… --after 100"])
    .argument("<id>", "the thread or post, by its id")
    .option("--after <number>", "only posts behind this one", "0")
    .action(async (id: string, options: ShowOptions) => {
      const after = numberOption(options.after, "--after");
      await withForum(io, options, async (client, out) => {
        const thread = await client.workingGroups.thread(id, { first: 100, after });
        if (thread === null) throw new TocsinError("NOT_FOUND", "There is no such thread, or you may not see it.");
        await out.either(thread, () => threadPage(out, thread));
      });
    });
}

type PostOptions = CommonOptions & { readonly mention?: readonly string[]; readonly replyTo?: string };

function postCommand(io: Io): Command {
  return forumCommand("post", "say something in a thread", [
    'thread post thr_… "We have, twice."',
    'thread post thr_… "Where?" --reply-to pst_… --mention "Ada Example"',
  ])
    .argument("<id>", "the thread or post, by its id")
    .argument("<text>", "in Markdown")
    .option("--mention <account...>", "whom to tell, by name or id")
    .option("--reply-to <post>", "the post that it answers")
    .action(async (thread: string, text: string, { mention = [], replyTo, ...options }: PostOptions) => {
      await withForum(io, options, async (client, out) => {
        const mentions = await accountIds(new Directory(client), mention);
        const reply = replyTo === undefined ? {} : { replyTo };
        const post = await client.workingGroups.post({ thread, text, mentions, ...reply });
        await out.either(post, () => postLines(out, post));
      });
    });
}

function editCommand(io: Io): Command {
  return forumCommand("edit", "change what you said; what was there is kept", [
    'thread edit pst_… "We have, three times."',
  ])
    .argument("<id>", "the thread or post, by its id")
    .argument("<text>", "in Markdown")
    .action(async (id: string, text: string, options: CommonOptions) => {
      await withForum(io, options, async (client, out) => {
        const post = await client.workingGroups.editPost(id, text);
        await out.either(post, () => postLines(out, post));
      });
    });
}

type RemoveOptions = CommonOptions & { readonly reason: string };

function removeCommand(io: Io): Command {
  return forumCommand("remove", "take a post out", ['thread remove pst_… --reason "Said in the wrong place."'])
    .argument("<id>", "the thread or post, by its id")
    .requiredOption("--reason <text>", "why, for everybody")
    .action(async (id: string, options: RemoveOptions) => {
      await withForum(io, options, async (client, out) => {
        const post = await client.workingGroups.removePost(id, options.reason);
        await out.either(post, () => postLines(out, post));
      });
    });
}

async function accountIds(directory: Directory, words: readonly string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const word of words) ids.push(await idOf(directory, "accounts", word, "--mention"));
  return ids;
}
