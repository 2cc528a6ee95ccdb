import type { Command } from "commander";
import type { BallotFields, BallotWritten } from "../../sdk/index.ts";
import { ballotRuleValues, ballotStateValues } from "../../sdk/index.ts";
import { groupId, organizationId } from "../by-id.ts";
import { Directory } from "../directory.ts";
import { UsageError } from "../exit-codes.ts";
import type { Io } from "../io.ts";
import type { Output } from "../output.ts";
import { oneLine } from "../printable.ts";
import { ballotLine, ballotPage } from "../render-ballot.ts";
import type { CommonOptions } from "../session.ts";
import { described, forumCommand, withForum } from "../session.ts";
import { chosen, instantOption, numberOption } from "../words.ts";

export function ballotCommand(io: Io): Command {
  return described("ballot", "hold ballots in your groups, and vote: one vote an organisation", [
    "ballot list",
    "ballot show blt_…",
    "ballot vote blt_… 1",
  ])
    .addCommand(listCommand(io))
    .addCommand(showCommand(io))
    .addCommand(holdCommand(io))
    .addCommand(voteCommand(io))
    .addCommand(hearCommand(io))
    .addCommand(closeCommand(io));
}

type ListOptions = CommonOptions & {
  readonly group?: string;
  readonly practice?: string;
  readonly state?: readonly string[];
};

function listCommand(io: Io): Command {
  return forumCommand("list", "list the ballots of your groups", [
    "ballot list --state open",
    'ballot list --group "Agent safety" --json',
  ])
    .option("--group <group>", "of one group, by name or id")
    .option("--practice <id>", "about one practice")
    .option("--state <state...>", "scheduled, open or closed")
    .action(async (options: ListOptions) => {
      const states = options.state?.map((state) => chosen(ballotStateValues, state, "--state"));
      await withForum(io, options, async (client, out) => {
        const { group, practice } = options;
        const filter = {
          ...(group === undefined ? {} : { group: await groupId(new Directory(client), group, "--group") }),
          ...(practice === undefined ? {} : { practice }),
          ...(states === undefined ? {} : { states }),
        };
        const ballots: BallotFields[] = await Array.fromAsync(client.ballots.list(filter));
        await out.either({ ballots }, () =>
          ballots.length === 0 ? ["There are none."] : ballots.map((ballot) => ballotLine(out, ballot)),
        );
      });
    });
}

function showCommand(io: Io): Command {
  return forumCommand("show", "show a ballot with its votes, or with its papers where it was secret", [
    "ballot show blt_…",
  ])
    .argument("<id>", "the ballot, by its id")
    .action(async (id: string, options: CommonOptions) => {
      await withForum(io, options, async (client, out) => {
        const ballot = await client.ballots.get(id);
        if (ballot === null) throw new UsageError(`There is no ballot ${oneLine(id)}, or you may not see it.`);
        await out.either({ ballot }, () => ballotPage(out, ballot));
      });
    });
}

type HoldOptions = CommonOptions & {
  readonly group: string;
  readonly question: string;
  readonly option?: readonly string[];
  readonly practice?: string;
  readonly version?: string;
  readonly rule?: string;
  readonly quorum?: string;
  readonly balanced?: boolean;
  readonly secret?: boolean;
  readonly opens?: string;
  readonly closes: string;
  readonly zone: string;
};

function holdCommand(io: Io): Command {
  return forumCommand("hold", "ask a group to vote; what its charter lays down need not be said", [
    'ballot hold --group "Agent safety" --practice itm_… --version 5 --question "Adopt version 5?" --closes 2026-12-15T17:00:00+01:00 --zone Europe/Paris',
    'ballot hold --group "Agent safety" --question "Where do we meet?" --option Geneva --option Nairobi --closes 2026-12-15 --secret',
  ])
    .requiredOption("--group <group>", "the group, by name or id")
    .requiredOption("--question <text>", "what is asked")
    .requiredOption("--closes <date>", "when it closes")
    .option("--opens <date>", "when it opens; at once where it is not given")
    .option("--zone <zone>", "the time zone to show the two in", Intl.DateTimeFormat().resolvedOptions().timeZone)
    .option("--option <text...>", "what can be voted for; Approve and Reject where it is not given")
    .option("--practice <id>", "the practice that it is about")
    .option("--version <number>", "the version of the practice")
    .option("--rule <rule>", "consensus, simple-majority or two-thirds-majority")
    .option("--quorum <percent>", "how many percent have to vote")
    .option("--balanced", "no sector may have more than half of the votes")
    .option("--secret", "nobody comes to know who voted what")
    .action(async (options: HoldOptions) => {
      const { question, practice, version, rule, quorum, balanced, secret, opens, closes, zone } = options;
      const wish = {
        question,
        zone,
        closesAt: instantOption(closes, "--closes"),
        ...(opens === undefined ? {} : { opensAt: instantOption(opens, "--opens") }),
        ...(options.option === undefined ? {} : { options: options.option }),
        ...(practice === undefined ? {} : { practice }),
        ...(version === undefined ? {} : { version: numberOption(version, "--version", 1) }),
        ...(rule === undefined ? {} : { rule: chosen(ballotRuleValues, rule, "--rule") }),
        ...(quorum === undefined ? {} : { quorumPercent: numberOption(quorum, "--quorum") }),
        ...(balanced === undefined ? {} : { balanced }),
        ...(secret === undefined ? {} : { secret }),
      };
      await withForum(io, options, async (client, out) => {
        const group = await groupId(new Directory(client), options.group, "--group");
        await tell(out, await client.ballots.hold({ group, ...wish }), "Held");
      });
    });
}

type VoteOptions = CommonOptions & { readonly reason?: string };

function voteCommand(io: Io): Command {
  return forumCommand("vote", "cast the one vote of your organisation, for good", [
    'ballot vote blt_… approve --reason "It is what we do already."',
    "ballot vote blt_… 2                          # the second option",
    "ballot vote blt_… abstain",
  ])
    .argument("<id>", "the ballot, by its id")
    .argument("<choice>", "an option, by its text or its number from 1, or `abstain`")
    .option("--reason <text>", "why; in a secret ballot it is shown without your name")
    .action(async (id: string, choice: string, options: VoteOptions) => {
      await withForum(io, options, async (client, out) => {
        const ballot = await client.ballots.get(id);
        if (ballot === null) throw new UsageError(`There is no ballot ${oneLine(id)}, or you may not see it.`);
        const option = chosenOption(ballot, choice);
        const reason = options.reason === undefined ? {} : { reason: options.reason };
        await tell(out, await client.ballots.vote(id, option, reason), "Voted in");
      });
    });
}

/** The place of an option; null for an abstention. The text goes before the number, and an option before the word for abstaining. */
function chosenOption({ options }: BallotFields, choice: string): number | null {
  const wanted = choice.trim().toLowerCase();
  const byText = options.findIndex((option) => option.trim().toLowerCase() === wanted);
  if (byText >= 0) return byText;
  if (wanted === "abstain") return null;
  const byNumber = /^\d+$/.test(wanted) ? Number(wanted) - 1 : -1;
  if (options[byNumber] !== undefined) return byNumber;
  const list = options.map((option, at) => `${at + 1} ${oneLine(option)}`).join(", ");
  throw new UsageError(`"${choice}" is none of the options: ${list}, or abstain.`);
}

function hearCommand(io: Io): Command {
  return forumCommand("hear", "answer a vote for the chair, as consensus asks for each objection", [
    'ballot hear blt_… "Kestrel Labs" --answer "Clause R-3 now says so."',
  ])
    .argument("<id>", "the ballot, by its id")
    .argument("<organization>", "whose vote it is, by name or id")
    .requiredOption("--answer <text>", "the answer")
    .action(async (id: string, organization: string, options: CommonOptions & { readonly answer: string }) => {
      await withForum(io, options, async (client, out) => {
        const whose = await organizationId(new Directory(client), organization, "organization");
        await tell(out, await client.ballots.hear(id, whose, options.answer), "Answered a vote in");
      });
    });
}

function closeCommand(io: Io): Command {
  return forumCommand("close", "close a ballot before its time, once its outcome can no longer change", [
    "ballot close blt_…",
  ])
    .argument("<id>", "the ballot, by its id")
    .action(async (id: string, options: CommonOptions) => {
      await withForum(io, options, async (client, out) => tell(out, await client.ballots.close(id), "Closed"));
    });
}

async function tell(out: Output, { ballot, cursor }: BallotWritten, done: string): Promise<void> {
  await out.either({ id: ballot.id, state: ballot.state, cursor, ballot }, () => [
    `${done} ${ballot.id}: ${oneLine(ballot.question)}`,
    ballotLine(out, ballot),
  ]);
}
