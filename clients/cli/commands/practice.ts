import type { Command } from "commander";
import type { PracticeAmendmentInput, PracticeFields, PracticeWritten } from "../../sdk/index.ts";
import { practiceStageValues, TocsinError } from "../../sdk/index.ts";
import { groupId } from "../by-id.ts";
import { Directory } from "../directory.ts";
import type { Io } from "../io.ts";
import type { Output } from "../output.ts";
import { readInput } from "../read-item.ts";
import { differenceLines, practiceLine, practicePage } from "../render-practice.ts";
import type { CommonOptions } from "../session.ts";
import { described, forumCommand, withForum } from "../session.ts";
import { chosen, instantOption, numberOption } from "../words.ts";
import { commentCommands } from "./practice-comments.ts";

export function practiceCommand(io: Io): Command {
  const command = described("practice", "make practices in a group: propose, word, move, comment, answer", [
    "practice list --stage public-comment",
    "practice show itm_…",
    'practice comment itm_… --clause R-2 --text "What ends a task?"',
  ])
    .addCommand(listCommand(io))
    .addCommand(showCommand(io))
    .addCommand(proposeCommand(io))
    .addCommand(amendCommand(io))
    .addCommand(moveCommand(io))
    .addCommand(diffCommand(io))
    .addCommand(htmlCommand(io));
  for (const each of commentCommands(io)) command.addCommand(each);
  return command;
}

type ListOptions = CommonOptions & { readonly group?: string; readonly stage?: readonly string[] };

function listCommand(io: Io): Command {
  return forumCommand("list", "list the practices that groups look after, those that moved last first", [
    'practice list --group "Agent safety"',
    "practice list --stage public-comment candidate --json",
  ])
    .option("--group <group>", "of one group, by name or id")
    .option("--stage <stage...>", "such as working-draft or adopted")
    .action(async (options: ListOptions) => {
      const stages = options.stage?.map((stage) => chosen(practiceStageValues, stage, "--stage"));
      await withForum(io, options, async (client, out) => {
        const { group } = options;
        const filter = {
          ...(group === undefined ? {} : { group: await groupId(new Directory(client), group, "--group") }),
          ...(stages === undefined ? {} : { stages }),
        };
        const practices: PracticeFields[] = await Array.fromAsync(client.practices.list(filter));
        await out.either({ practices }, () =>
          practices.length === 0 ? ["There are none."] : practices.map((practice) => practiceLine(out, practice)),
        );
      });
    });
}

function showCommand(io: Io): Command {
  return forumCommand("show", "show a practice: where it stands, its clauses, and the decisions on it", [
    "practice show itm_…",
  ])
    .argument("<id>", "the practice, by its id")
    .action(async (id: string, options: CommonOptions) => {
      await withForum(io, options, async (client, out) => {
        const practice = found(await client.practices.get(id));
        await out.either(practice, () => practicePage(out, practice));
      });
    });
}

function proposeCommand(io: Io): Command {
  return forumCommand("propose", "propose a practice that you published to a group that sees it", [
    'practice propose itm_… --group "Agent safety"',
  ])
    .argument("<id>", "the practice, by its id")
    .requiredOption("--group <group>", "the group, by name or id")
    .action(async (id: string, options: CommonOptions & { readonly group: string }) => {
      await withForum(io, options, async (client, out) => {
        const group = await groupId(new Directory(client), options.group, "--group");
        await tell(out, await client.practices.propose(id, group));
      });
    });
}

function amendCommand(io: Io): Command {
  return forumCommand("amend", "change the text of a practice as an editor of its group; a file holds the new text", [
    "practice amend itm_… text.yaml --expect 3",
    "practice amend itm_… - --expect 3 < text.yaml",
  ])
    .argument("<id>", "the practice, by its id")
    .argument("<file>", "title, summary, body, clauses: what it does not hold stays; - is the standard input")
    .requiredOption("--expect <revision>", "the revision that you have read")
    .action(async (id: string, file: string, options: CommonOptions & { readonly expect: string }) => {
      const expected = numberOption(options.expect, "--expect", 1);
      const input = await readInput<PracticeAmendmentInput>(io, file, "PracticeAmendmentInput");
      await withForum(io, options, async (client, out) => tell(out, await client.practices.amend(id, expected, input)));
    });
}

type MoveOptions = CommonOptions & {
  readonly until?: string;
  readonly reason?: string;
  readonly successor?: string;
};

function moveCommand(io: Io): Command {
  return forumCommand("move", "move a practice to another stage, as a chair of its group", [
    "practice move itm_… group-last-call --until 2026-12-20",
    'practice move itm_… working-draft --reason "Two clauses contradict each other."',
    "practice move itm_… superseded --successor itm_…",
  ])
    .argument("<id>", "the practice, by its id")
    .argument("<stage>", "such as working-draft, public-comment or adopted")
    .option("--until <date>", "until when comments are taken")
    .option("--reason <text>", "why")
    .option("--successor <id>", "the adopted practice that takes its place")
    .action(async (id: string, stage: string, { until, reason, successor, ...options }: MoveOptions) => {
      const to = chosen(practiceStageValues, stage, "<stage>");
      const wish = {
        ...(until === undefined ? {} : { closesAt: instantOption(until, "--until") }),
        ...(reason === undefined ? {} : { reason }),
        ...(successor === undefined ? {} : { successor }),
      };
      await withForum(io, options, async (client, out) => tell(out, await client.practices.move(id, to, wish)));
    });
}

function diffCommand(io: Io): Command {
  return forumCommand("diff", "show what differs between two versions, clause by clause", ["practice diff itm_… 2 5"])
    .argument("<id>", "the practice, by its id")
    .argument("<from>", "the older version")
    .argument("<to>", "the newer version")
    .action(async (id: string, from: string, to: string, options: CommonOptions) => {
      const [older, newer] = [numberOption(from, "<from>", 1), numberOption(to, "<to>", 1)];
      await withForum(io, options, async (client, out) => {
        const difference = found(await client.practices.difference(id, older, newer));
        await out.either(difference, () => differenceLines(out, difference));
      });
    });
}

function htmlCommand(io: Io): Command {
  return forumCommand("html", "print a practice as HTML that is safe to put into a page", [
    "practice html itm_… > page.html",
  ])
    .argument("<id>", "the practice, by its id")
    .action(async (id: string, options: CommonOptions) => {
      await withForum(io, options, async (client, out) => {
        const page = found(await client.practices.html(id));
        const clauses = page.clauses.map(
          ({ id: number, level, html }) => `<dt>${number} ${level}</dt>\n<dd>${html}</dd>`,
        );
        await out.either(page, () => [
          `<!-- ${out.label(page.tlp)} -->`,
          page.bodyHtml ?? "",
          ...(clauses.length === 0 ? [] : ["<dl>", ...clauses, "</dl>"]),
        ]);
      });
    });
}

async function tell(out: Output, { practice, cursor }: PracticeWritten): Promise<void> {
  await out.either({ ...practice, cursor }, () => [practiceLine(out, practice)]);
}

function found<T>(practice: T | null): T {
  if (practice === null) throw new TocsinError("NOT_FOUND", "There is no such practice, or you may not see it.");
  return practice;
}
