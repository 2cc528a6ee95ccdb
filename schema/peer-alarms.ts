import type { Alarm, AlarmKind } from "../domain/federation/peers.ts";
import { builder } from "./builder.ts";
import { command } from "./command.ts";
import { enumOf } from "./enums.ts";
import { ForumRef } from "./forums.ts";
import { lookUp } from "./ids.ts";
import { PeerRef } from "./peers.ts";
import { required } from "./required.ts";

const AlarmKindEnum = enumOf<AlarmKind>("PeerAlarmKind", "What is wrong with what another forum tells.", {
  HOLE: "An envelope of a stream is missing.",
  ROLLED_BACK: "A stream says that it stands where it was before.",
  FROZEN: "A stream stands still, though its forum says that it has gone on.",
  SPLIT_VIEW: "A stream was told differently elsewhere.",
  ALTERED: "A signature does not fit what it signs.",
  CONFLICT: "The same revision of an item came with other content; the one that came first stands.",
  UNKNOWN_FORUM: "It comes from a forum with which there is no agreement.",
  UNKNOWN_KEY: "It is signed with a key that is not believed.",
  REVOKED_KEY: "It is signed with a key that was revoked.",
  EXPIRED: "Its time was over when it came.",
  TOO_WIDE: "Its label or audience cannot come by this way.",
  NOT_UNDERSTOOD: "It says what is not understood here.",
  OVERSIZED: "It is larger than any envelope may be.",
  OVER_QUOTA: "More came in an hour than was agreed.",
});

const PeerAlarmRef = builder.objectRef<Alarm>("PeerAlarm").implement({
  description: "Something about another forum's streams that a steward has to look at. It never holds content.",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Its id." }),
    kind: t.expose("kind", { type: AlarmKindEnum, description: "What is wrong." }),
    peer: t.field({
      type: PeerRef,
      nullable: true,
      description: "The peer that it came by; null where there is no agreement with it any longer.",
      resolve: ({ peerId }, _, { loaders }) => loaders.peers.load(peerId),
    }),
    forum: t.field({
      type: ForumRef,
      nullable: true,
      description: "The forum whose stream it is about, where it is about one.",
      resolve: ({ forumId }) => forumId,
    }),
    stream: t.exposeString("stream", { nullable: true, description: "The stream, where it is about one." }),
    sequence: t.exposeInt("sequence", { nullable: true, description: "The number on that stream." }),
    message: t.exposeString("message", { description: "What happened and what to do, in words." }),
    raisedAt: t.expose("raisedAt", { type: "DateTime", description: "When it happened first." }),
    count: t.exposeInt("count", { description: "How often it has happened, until it was acknowledged." }),
    acknowledgedAt: t.expose("acknowledgedAt", {
      type: "DateTime",
      nullable: true,
      description: "When a steward said that it was looked at; null while it is open.",
    }),
  }),
});

builder.queryField("peerAlarms", (t) =>
  t.field({
    type: [PeerAlarmRef],
    description: "What stewards are told of other forums' streams, the newest 500 first. Empty for everybody else.",
    args: {
      open: t.arg.boolean({
        description: "True for those that are open, false for those that were acknowledged; else all.",
      }),
    },
    extensions: { pageSize: 50 },
    resolve: (_, { open }, { reader }) => reader.federation.alarms({ open: open ?? null }),
  }),
);

builder.mutationField("acknowledgePeerAlarm", (t) =>
  t.field({
    type: PeerAlarmRef,
    description: "Says that an alarm was looked at. Should it happen again, it is raised anew. Stewards only.",
    args: { id: t.arg.id({ required: true, description: "The alarm." }) },
    resolve: async (_, { id: alarmId }, context) => {
      const { id } = await command(context, "acknowledgeAlarm", () => ({ alarmId: lookUp("alarm", alarmId) }));
      const alarms = context.reader.federation.alarmsById([id]);
      return required(alarms.then(([alarm]) => alarm ?? null));
    },
  }),
);
