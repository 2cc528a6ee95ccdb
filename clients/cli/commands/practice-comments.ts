import type { Command } from "commander";
import type { CommentFields, CommentWritten, PracticeCommentInput } from "../../sdk/index.ts";
import { commentDispositionValues, commentTypeValues, TocsinError } from "../../sdk/index.ts";
import type { Io } from "../io.ts";
import type { Output } from "../output.ts";
import { commentLines } from "../render-practice.ts";
import type { CommonOptions } from "../session.ts";
import { forumCommand, withForum } from "../session.ts";
import { chosen, numberOption } from "../words.ts";

export function commentCommands(io: Io): Command[] {
  return [
    commentCommand(io),
    commentsCommand(io),
    waitingCommand(io),
    moderateCommand(io, "let-in", true),
    moderateCommand(io, "refuse", false),
    disposeCommand(io),
    objectCommand(io),
    takeBackCommand(io),
  ];
}

type CommentOptions = CommonOptions & {
  readonly text: string;
  readonly clause?: string;
  readonly type: string;
  readonly change?: string;
  readonly visitor?: boolean;
  readonly name?: string;
};

function commentCommand(io: Io): Command {
  return forumCommand("comment", "comment on a practice, or hand a comment in as a visitor", [
    'practice comment itm_… --clause R-2 --type technical --text "What ends a task?" --change "… when the task ends or is given up."',
    'practice comment itm_… --visitor --name "A. Reader" --text "Say what a sandbox is."',
  ])
    .argument("<id>", "the practice, by its id")
    .requiredOption("--text <text>", "what it says")
    .option("--clause <number>", "the clause that it is on, such as R-1")
    .option("--type <type>", "general, technical, editorial or objection", "general")
    .option("--change <text>", "the change that it proposes")
    .option("--visitor", "without signing in: it is shown once the group has let it in")
    .option("--name <name>", "the name to show with a visitor's comment")
    .action(async (id: string, { text, clause, type, change, visitor, name, ...options }: CommentOptions) => {
      const input: PracticeCommentInput = {
        text,
        type: chosen(commentTypeValues, type, "--type"),
        ...(clause === undefined ? {} : { clause }),
        ...(change === undefined ? {} : { proposedChange: change }),
      };
      const asked = visitor === true ? { ...io, env: { ...io.env, TOCSIN_TOKEN: "" } } : io;
      await withForum(asked, options, async (client, out) => {
        if (visitor !== true) return tell(out, await client.practices.comment(id, input));
        const comment = await client.practices.commentAsVisitor(id, input, name);
        return out.either({ id: comment }, () => [`Handed in ${comment}: it is shown once the group has let it in.`]);
      });
    });
}

type CommentsOptions = CommonOptions & { readonly clause?: string; readonly open?: boolean };

function commentsCommand(io: Io): Command {
  return forumCommand("comments", "list the comments on a practice, oldest first", [
    "practice comments itm_… --open",
    "practice comments itm_… --clause R-2 --json",
  ])
    .argument("<id>", "the practice, by its id")
    .option("--clause <number>", "on one clause")
    .option("--open", "those without an answer")
    .action(async (id: string, { clause, open, ...options }: CommentsOptions) => {
      await withForum(io, options, async (client, out) => {
        const practice = await client.practices.get(id);
        if (practice === null) throw absent();
        const filter = {
          ...(clause === undefined ? {} : { clause }),
          ...(open === true ? { dispositions: ["OPEN"] as const } : {}),
        };
        const comments: CommentFields[] = await Array.fromAsync(client.practices.comments(id, filter));
        await out.either({ comments }, () =>
          comments.length === 0
            ? ["There are none."]
            : comments.flatMap((each) => commentLines(out, practice.tlp, each)),
        );
      });
    });
}

function waitingCommand(io: Io): Command {
  return forumCommand("waiting", "list the comments of visitors that wait to be let in, for chairs and editors", [
    "practice waiting itm_…",
  ])
    .argument("<id>", "the practice, by its id")
    .action(async (id: string, options: CommonOptions) => {
      await withForum(io, options, async (client, out) => {
        const comments = await client.practices.waiting(id);
        if (comments === null) throw absent();
        await out.either({ comments }, () =>
          comments.length === 0 ? ["There are none."] : comments.flatMap((each) => commentLines(out, "CLEAR", each)),
        );
      });
    });
}

function moderateCommand(io: Io, name: string, letIn: boolean): Command {
  const what = letIn
    ? "let a visitor's comment in: everybody who sees the practice sees it"
    : "refuse a visitor's comment";
  return forumCommand(name, what, [`practice ${name} cmt_…`])
    .argument("<id>", "the comment")
    .action(async (id: string, options: CommonOptions) => {
      await withForum(io, options, async (client, out) => tell(out, await client.practices.moderate(id, letIn)));
    });
}

type DisposeOptions = CommonOptions & { readonly reason?: string; readonly in?: string };

function disposeCommand(io: Io): Command {
  return forumCommand("dispose", "answer a comment for the group, as a chair or an editor", [
    "practice dispose cmt_… accepted --in 4",
    'practice dispose cmt_… rejected --reason "R-1 says it already."',
  ])
    .argument("<id>", "the comment")
    .argument("<disposition>", "accepted, accepted-with-change, rejected, deferred or duplicate")
    .option("--reason <text>", "why")
    .option("--in <version>", "the version that answers it, which may be the next")
    .action(async (id: string, word: string, { reason, in: version, ...options }: DisposeOptions) => {
      const disposal = {
        disposition: chosen(commentDispositionValues, word, "<disposition>"),
        ...(reason === undefined ? {} : { reason }),
        ...(version === undefined ? {} : { answeredIn: numberOption(version, "--in", 1) }),
      };
      await withForum(io, options, async (client, out) => tell(out, await client.practices.dispose(id, disposal)));
    });
}

function objectCommand(io: Io): Command {
  return forumCommand("object", "object, once, to what became of a comment of your organisation", [
    'practice object cmt_… --text "R-1 says nothing of it."',
  ])
    .argument("<id>", "the comment")
    .requiredOption("--text <text>", "what there is against the answer")
    .action(async (id: string, { text, ...options }: CommonOptions & { readonly text: string }) => {
      await withForum(io, options, async (client, out) => tell(out, await client.practices.object(id, text)));
    });
}

function takeBackCommand(io: Io): Command {
  return forumCommand("take-back", "take back an open comment of your organisation; it stays readable", [
    "practice take-back cmt_…",
  ])
    .argument("<id>", "the comment")
    .action(async (id: string, options: CommonOptions) => {
      await withForum(io, options, async (client, out) => tell(out, await client.practices.withdrawComment(id)));
    });
}

async function tell(out: Output, { comment, cursor }: CommentWritten): Promise<void> {
  await out.either({ ...comment, cursor }, () =>
    comment === null ? ["Refused; nobody sees it."] : [`${comment.id}  ${comment.disposition}`],
  );
}

function absent(): TocsinError {
  return new TocsinError("NOT_FOUND", "There is no such practice, or you may not see it.");
}
