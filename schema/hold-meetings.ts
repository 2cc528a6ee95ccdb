import { parseText } from "../domain/parse.ts";
import { builder } from "./builder.ts";
import { command, idempotencyKeyDescription, optionalText, parseIdempotencyKey } from "./command.ts";
import { MeetingRuleEnum } from "./group-words.ts";
import { lookUp } from "./ids.ts";
import { MeetingRef } from "./meetings.ts";
import { required } from "./required.ts";

const MeetingActionInput = builder.inputType("MeetingActionInput", {
  description: "Something that was agreed to be done.",
  fields: (t) => ({
    text: t.string({ required: true, description: "What: 1 to 2,000 characters." }),
    organization: t.id({ description: "Who takes it on; not under the Chatham House rule." }),
    due: t.field({ type: "DateTime", description: "By when." }),
  }),
});

const about = (id: string) => ({ subject: { kind: "meeting", id } }) as const;

builder.mutationFields((t) => ({
  callMeeting: t.field({
    type: MeetingRef,
    description: "Calls a meeting of a group. For its officers.",
    args: {
      group: t.arg.id({ required: true, description: "The group." }),
      title: t.arg.string({ required: true, description: "What it is called: 1 to 300 characters." }),
      startsAt: t.arg({ type: "DateTime", required: true, description: "When it begins, in the future." }),
      endsAt: t.arg({ type: "DateTime", required: true, description: "When it ends." }),
      place: t.arg.string({ description: "Where: at most 500 characters." }),
      agenda: t.arg.stringList({ description: "What is to be talked about: at most 100 points of 2,000 characters." }),
      rule: t.arg({
        type: MeetingRuleEnum,
        description: "That of the charter where it is not given, and no weaker one.",
      }),
      idempotencyKey: t.arg.string({ description: idempotencyKeyDescription }),
    },
    resolve: async (_, { group, title, startsAt, endsAt, place, agenda, rule, idempotencyKey }, context) => {
      const parse = () => ({
        groupId: group,
        title,
        startsAt,
        endsAt,
        place: optionalText(place, "place", 500),
        agenda: agenda ?? [],
        rule: rule ?? null,
        idempotencyKey: parseIdempotencyKey(idempotencyKey),
      });
      const { id } = await command(context, "callMeeting", parse, { subject: { kind: "group", id: group } });
      return required(context.loaders.meetings.load(id));
    },
  }),
  changeMeeting: t.field({
    type: MeetingRef,
    description:
      "Changes what is said of a meeting that is to come. For the officers of its group; CONFLICT where it was held or cancelled.",
    args: {
      id: t.arg.id({ required: true, description: "The meeting." }),
      title: t.arg.string({ description: "What it is called." }),
      startsAt: t.arg({ type: "DateTime", description: "When it begins." }),
      endsAt: t.arg({ type: "DateTime", description: "When it ends." }),
      place: t.arg.string({ description: "Where; blank for nowhere." }),
      agenda: t.arg.stringList({ description: "The whole agenda." }),
    },
    resolve: async (_, { id, title, startsAt, endsAt, place, agenda }, context) => {
      const parse = () => ({
        meetingId: id,
        ...(title == null ? {} : { title }),
        ...(startsAt == null ? {} : { startsAt }),
        ...(endsAt == null ? {} : { endsAt }),
        ...(place == null ? {} : { place: optionalText(place, "place", 500) }),
        ...(agenda == null ? {} : { agenda }),
      });
      await command(context, "changeMeeting", parse, about(id));
      return required(context.loaders.meetings.load(id));
    },
  }),
  cancelMeeting: t.field({
    type: MeetingRef,
    description: "Calls a meeting off. For the officers of its group; CONFLICT where it was held or cancelled.",
    args: { id: t.arg.id({ required: true, description: "The meeting." }) },
    resolve: async (_, { id }, context) => {
      await command(context, "cancelMeeting", () => ({ meetingId: id }), about(id));
      return required(context.loaders.meetings.load(id));
    },
  }),
  recordMeeting: t.field({
    type: MeetingRef,
    description:
      "Writes down what a meeting came to, in the place of what was written before. For the officers of its group, once it has begun.",
    args: {
      id: t.arg.id({ required: true, description: "The meeting." }),
      minutes: t.arg.string({ required: true, description: "What was said, in Markdown: 1 to 100,000 characters." }),
      decisions: t.arg.stringList({ description: "What was decided." }),
      actions: t.arg({ type: [MeetingActionInput], description: "What is to be done." }),
    },
    resolve: async (_, { id, minutes, decisions, actions }, context) => {
      const parse = () => ({
        meetingId: id,
        record: {
          minutes: parseText(minutes, "minutes", 100_000, true),
          decisions: decisions ?? [],
          actions: (actions ?? []).map(({ text, organization, due }) => ({
            text,
            organizationId: organization == null ? null : lookUp("organization", organization),
            due: due ?? null,
          })),
        },
      });
      await command(context, "recordMeeting", parse, about(id));
      return required(context.loaders.meetings.load(id));
    },
  }),
  recordAttendance: t.field({
    type: MeetingRef,
    description:
      "Writes down who was at a meeting. For the officers of its group; under the Chatham House rule for the chairs alone, and no feed tells of it.",
    args: {
      id: t.arg.id({ required: true, description: "The meeting." }),
      present: t.arg.idList({ required: true, description: "The accounts that were there: members of the group." }),
    },
    resolve: async (_, { id, present }, context) => {
      const parse = () => ({ meetingId: id, present: present.map((account) => lookUp("account", account)) });
      await command(context, "recordAttendance", parse, about(id));
      return required(context.loaders.meetings.load(id));
    },
  }),
}));
