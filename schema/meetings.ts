import type { MeetingView } from "../db/meeting-reader.ts";
import type { MeetingAction, MeetingState } from "../domain/meetings.ts";
import { builder } from "./builder.ts";
import { enumOf } from "./enums.ts";
import { MeetingRuleEnum } from "./group-words.ts";
import { GroupRef } from "./groups.ts";
import { lookUp } from "./ids.ts";
import { loadShown } from "./loaders.ts";
import { AccountRef, OrganizationRef } from "./members.ts";
import { heavy, maxNestedSize, nestedCost, nestedSize, parseNestedSize } from "./nested-lists.ts";
import { NodeRef } from "./node.ts";
import { required } from "./required.ts";

const MeetingStateEnum = enumOf<MeetingState>("MeetingState", "Where a meeting stands.", {
  CALLED: "It is to come, or not written down yet.",
  HELD: "Its minutes are there.",
  CANCELLED: "It was called off.",
});

const MeetingActionRef = builder.objectRef<MeetingAction>("MeetingAction").implement({
  description: "Something that was agreed to be done.",
  fields: (t) => ({
    text: t.exposeString("text", { description: "What." }),
    organization: t.field({
      type: OrganizationRef,
      nullable: true,
      description: "Who takes it on; always null under the Chatham House rule.",
      resolve: ({ organizationId }, _, { loaders }) =>
        organizationId === null ? null : loaders.organizations.load(organizationId),
    }),
    due: t.expose("due", { type: "DateTime", nullable: true, description: "By when, where that was said." }),
  }),
});

export const MeetingRef = builder.objectRef<MeetingView>("Meeting");

MeetingRef.implement({
  description: "A meeting of a working group. Its members see it.",
  interfaces: [NodeRef],
  fields: (t) => ({
    group: t.field({
      type: GroupRef,
      description: "The group.",
      resolve: ({ groupId }, _, { loaders }) => required(loaders.groups.load(groupId)),
    }),
    title: t.exposeString("title", { description: "What it is called." }),
    state: t.expose("state", { type: MeetingStateEnum, description: "Where it stands." }),
    startsAt: t.expose("startsAt", { type: "DateTime", description: "When it begins." }),
    endsAt: t.expose("endsAt", { type: "DateTime", description: "When it ends." }),
    place: t.exposeString("place", { nullable: true, description: "Where, such as the address of a call." }),
    rule: t.expose("rule", {
      type: MeetingRuleEnum,
      description: "What may be said of who said what. It never changes.",
    }),
    agenda: t.stringList({ description: "What is to be talked about.", resolve: ({ agenda }) => [...agenda] }),
    minutes: t.string({
      nullable: true,
      extensions: heavy,
      description: "What was said, in Markdown; null where it is not written down yet.",
      resolve: ({ record }) => record?.minutes ?? null,
    }),
    decisions: t.stringList({
      description: "What was decided.",
      resolve: ({ record }) => [...(record?.decisions ?? [])],
    }),
    actions: t.field({
      type: [MeetingActionRef],
      description: "What is to be done.",
      resolve: ({ record }) => [...(record?.actions ?? [])],
    }),
    attendees: t.field({
      type: [AccountRef],
      nullable: true,
      description:
        "Who was there, as far as the directory shows the accounts to you. Under the Chatham House rule null for everybody but the chairs.",
      extensions: { pageSize: 20 },
      resolve: ({ attendeeIds }, _, { loaders }) =>
        attendeeIds === null ? null : loadShown(loaders.accounts, attendeeIds),
    }),
  }),
});

builder.objectField(GroupRef, "meetings", (t) =>
  t.field({
    type: [MeetingRef],
    description: "Its meetings: those to come, the next first; or those that were, the last first.",
    args: {
      first: t.arg.int({
        description: `How many at most, 0 to ${maxNestedSize}; ${nestedSize} where it is not given.`,
      }),
      upcoming: t.arg.boolean({
        defaultValue: true,
        description: "Those to come, which is what no word means; or those that were.",
      }),
    },
    extensions: nestedCost("first"),
    resolve: ({ id }, { first, upcoming }, { loaders }) =>
      loaders.groupMeetings({ first: parseNestedSize(first, "first"), upcoming: upcoming ?? true }).load(id),
  }),
);

builder.queryField("meeting", (t) =>
  t.field({
    type: MeetingRef,
    nullable: true,
    description: "A meeting; null for what is not there or may not be seen by you.",
    args: { id: t.arg.id({ required: true, description: "The meeting." }) },
    resolve: (_, { id }, { loaders }) => loaders.meetings.load(lookUp("meeting", id)),
  }),
);
