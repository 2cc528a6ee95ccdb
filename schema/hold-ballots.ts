import type { BallotWritten } from "../domain/ballot-commands.ts";
import { badInput } from "../domain/errors.ts";
import { parseText } from "../domain/parse.ts";
import { BallotRuleEnum } from "./ballot-rule.ts";
import { BallotRef } from "./ballots.ts";
import { builder } from "./builder.ts";
import type { Repeatable } from "./command.ts";
import { command, idempotencyKeyDescription, optionalText, parseIdempotencyKey } from "./command.ts";
import { lookUp } from "./ids.ts";
import { required } from "./required.ts";

const BallotPayload = builder.objectRef<Repeatable<BallotWritten>>("BallotPayload").implement({
  description: "What a change to a ballot gives back.",
  fields: (t) => ({
    ballot: t.field({
      type: BallotRef,
      description: "The ballot as it is now.",
      resolve: ({ ballotId }, _, { loaders }) => required(loaders.ballots.load(ballotId)),
    }),
    cursor: t.string({
      description: "The place right behind this change in your own feed.",
      resolve: ({ position, idempotencyKey }, _, { reader }) => reader.cursorAt(position, idempotencyKey),
    }),
  }),
});

builder.mutationFields((t) => ({
  holdBallot: t.field({
    type: BallotPayload,
    description:
      "Asks a group to vote. What its charter lays down holds, and what is given besides must agree with it. Chairs and secretaries of the group only.",
    args: {
      group: t.arg.id({
        required: true,
        description: "The group. Who may vote is written down when the ballot opens.",
      }),
      practice: t.arg.id({
        description: "The practice that it is about, which the whole group has to be able to see.",
      }),
      version: t.arg.int({ description: "The version of the practice. Needed with `practice`, and only then." }),
      question: t.arg.string({ required: true, description: "What is asked: 1 to 2,000 characters." }),
      options: t.arg.stringList({
        description:
          "What can be voted for: 2 to 10, the first being what it is held for. Approve and Reject where they are not given.",
      }),
      rule: t.arg({
        type: BallotRuleEnum,
        description: "How it is decided; as the charter says, else SIMPLE_MAJORITY.",
      }),
      quorumPercent: t.arg.int({
        description:
          "How many percent of those who may vote when it opens have to, 0 to 100; as the charter says, else 50.",
      }),
      balanced: t.arg.boolean({
        description: "Whether no sector may have more than half of the votes; as the charter says, else not.",
      }),
      secret: t.arg.boolean({
        description: "Whether votes are secret; as the charter says, else not. Not with CONSENSUS.",
      }),
      opensAt: t.arg({ type: "DateTime", description: "When it opens; at once where it is not given." }),
      closesAt: t.arg({ type: "DateTime", required: true, description: "When it closes." }),
      zone: t.arg.string({
        required: true,
        description: "The time zone to show the instants in, such as Europe/Paris.",
      }),
      idempotencyKey: t.arg.string({ description: idempotencyKeyDescription }),
    },
    resolve: (_, args, context) =>
      command(context, "holdBallot", () => {
        if ((args.practice == null) !== (args.version == null))
          throw badInput("version", "Give a practice together with its version, or neither.");
        const options = args.options ?? ["Approve", "Reject"];
        return {
          groupId: lookUp("group", args.group),
          itemId: args.practice == null ? null : lookUp("item", args.practice),
          version: args.version ?? null,
          question: parseText(args.question, "question", 2_000, true),
          wish: {
            options: options.slice(0, 11).map((option, at) => parseText(option, `options.${at}`, 300, true)),
            rule: args.rule ?? null,
            quorumPercent: args.quorumPercent ?? null,
            balanced: args.balanced ?? null,
            secret: args.secret ?? null,
          },
          opensAt: args.opensAt ?? null,
          closesAt: args.closesAt,
          zone: parseText(args.zone, "zone", 100, true),
          idempotencyKey: parseIdempotencyKey(args.idempotencyKey),
        };
      }),
  }),
  vote: t.field({
    type: BallotPayload,
    description:
      "Casts the one vote of your organisation, for good. It takes no idempotencyKey: repeated, it is CONFLICT and changes nothing; `ownVoter` says whether it was cast.",
    args: {
      id: t.arg.id({ required: true, description: "The ballot." }),
      option: t.arg.int({ description: "The place of the option, from 0. Give this or `abstain`." }),
      abstain: t.arg.boolean({ description: "True to abstain." }),
      reason: t.arg.string({
        description:
          "Why, at most 2,000 characters. Under CONSENSUS an objection needs one. In a secret ballot it is shown without your name.",
      }),
    },
    resolve: (_, { id, option, abstain, reason }, context) => {
      const parse = () => {
        if ((abstain === true) === (option != null)) throw badInput("option", "Give either an option or `abstain`.");
        return { ballotId: id, option: option ?? null, reason: optionalText(reason, "reason", 2_000) };
      };
      return command(context, "castVote", parse, { subject: { kind: "ballot", id } });
    },
  }),
  hearObjection: t.field({
    type: BallotPayload,
    description: "Answers a vote of an open ballot, as CONSENSUS asks for each objection. Chairs and secretaries only.",
    args: {
      id: t.arg.id({ required: true, description: "The ballot." }),
      organization: t.arg.id({ required: true, description: "Whose vote it is." }),
      answer: t.arg.string({ required: true, description: "The answer: 1 to 2,000 characters." }),
    },
    resolve: (_, { id, organization, answer }, context) => {
      const parse = () => ({
        ballotId: id,
        organizationId: lookUp("organization", organization),
        answer: parseText(answer, "answer", 2_000, true),
      });
      return command(context, "hearObjection", parse, { subject: { kind: "ballot", id } });
    },
  }),
  closeBallot: t.field({
    type: BallotPayload,
    description:
      "Closes a ballot before its time. Only once the outcome can no longer change, else CONFLICT; a secret one only when everybody has voted. Chairs and secretaries only.",
    args: { id: t.arg.id({ required: true, description: "The ballot." }) },
    resolve: (_, { id }, context) =>
      command(context, "closeBallot", () => ({ ballotId: id }), { subject: { kind: "ballot", id } }),
  }),
}));
