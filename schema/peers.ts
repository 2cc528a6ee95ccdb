import type { PeerKeyView, PeerView, LabelCount } from "../db/federation/read-peers.ts";
import type { PeerStream } from "../db/federation/read-lag.ts";
import { lifeBefore } from "../domain/federation/envelopes.ts";
import { fingerprintOf } from "../domain/federation/fingerprint.ts";
import type { Agreement, Direction, PeerState } from "../domain/federation/peers.ts";
import { builder } from "./builder.ts";
import type { PeerPreview } from "./context.ts";
import { enumOf } from "./enums.ts";
import { GroupRef } from "./groups.ts";
import { TlpEnum } from "./label-enums.ts";
import { loadByName } from "./loaders.ts";

export const PeerDirectionEnum = enumOf<Direction>("PeerDirection", "Which way items go, seen from here.", {
  SEND: "Ours go there.",
  RECEIVE: "Its come here.",
  BOTH: "Both ways.",
  NONE: "Neither; but its items are believed where others pass them on, since its keys are known.",
});

export const PeerStateEnum = enumOf<PeerState>("PeerState", "Whether items are exchanged with a peer now.", {
  AGREED: "It is followed and may follow.",
  PAUSED: "Neither, and nothing of it is taken from others, until a steward says so.",
});

const AgreementRef = builder.objectRef<Agreement>("PeerAgreement").implement({
  description: "What this forum sends a peer and takes from it. The peer has its own; what happens is what both allow.",
  fields: (t) => ({
    direction: t.expose("direction", { type: PeerDirectionEnum, description: "Which way items go." }),
    labels: t.field({
      type: [TlpEnum],
      description: "Which labels go there, and are taken from there.",
      resolve: ({ labels }) => [...labels],
    }),
    community: t.exposeBoolean("community", {
      description: "Whether its community counts as part of ours for TLP:GREEN.",
    }),
    groups: t.field({
      type: [GroupRef],
      description: "Our groups through which its organisations may be reached.",
      extensions: { pageSize: 5 },
      resolve: ({ groups }, _, { loaders }) => loadByName(loaders.groups, groups),
    }),
    hops: t.exposeInt("hops", {
      description:
        "How many forums TLP:GREEN that comes from it may have been through before it is kept here: 1 is its own alone.",
    }),
    envelopesPerHour: t.exposeInt("envelopesPerHour", {
      description:
        "How many envelopes are taken from it in an hour. A long one counts for as many as it has pieces of 16 KiB.",
    }),
  }),
});

const PeerKeyRef = builder.objectRef<PeerKeyView>("PeerKey").implement({
  description: "A key of another forum that is or was believed.",
  fields: (t) => ({
    kid: t.exposeString("kid", { description: "Its id: its thumbprint after RFC 7638." }),
    fingerprint: t.string({
      description: "The same as people read it to each other.",
      resolve: ({ kid }) => fingerprintOf(kid),
    }),
    addedAt: t.expose("addedAt", { type: "DateTime", description: "Since when it is believed." }),
    revokedAt: t.expose("revokedAt", {
      type: "DateTime",
      nullable: true,
      description: "From when on nothing that it has signed is taken; null where it is good.",
    }),
  }),
});

const PeerStreamRef = builder.objectRef<PeerStream>("PeerStream").implement({
  description: "How far one stream of envelopes has come, and how far the forum that follows it.",
  fields: (t) => ({
    name: t.exposeString("stream", {
      description: "`public`, `community`, or `to:` and the id of the forum that it is for.",
    }),
    ours: t.exposeBoolean("isOurs", {
      description: "Whether it is ours, which the peer follows, or its, followed here.",
    }),
    newest: t.exposeInt("newest", { description: "The number of its newest envelope, as far as is known here." }),
    reached: t.exposeInt("reached", {
      description: "Up to which number its follower has it: by its own word, or here. 0 for nothing.",
    }),
    behind: t.int({
      description: "How many envelopes the follower has not got.",
      resolve: ({ newest, reached }) => newest - Math.max(reached, lifeBefore(newest)),
    }),
    behindSince: t.expose("behindSince", {
      type: "DateTime",
      nullable: true,
      description: "Since when there is something that it has not got; null where it has all.",
    }),
    reachedAt: t.expose("reachedAt", {
      type: "DateTime",
      nullable: true,
      description: "When it got the last that it has; null where it has nothing.",
    }),
  }),
});

const LabelCountRef = builder.objectRef<LabelCount>("LabelCount").implement({
  description: "How many items have a label.",
  fields: (t) => ({
    tlp: t.expose("tlp", { type: TlpEnum, description: "The label." }),
    count: t.exposeInt("count", { description: "How many." }),
  }),
});

const forStewards = "For stewards; null for everybody else.";

export const PeerRef = builder.objectRef<PeerView>("Peer").implement({
  description: "Another forum with which this one has an agreement.",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Its id here." }),
    forumId: t.exposeID("forumId", { description: "Its id everywhere." }),
    name: t.exposeString("name", {
      description: "What it calls itself. The names of its members end in it here, as in `Example Institute @ forum`.",
    }),
    url: t.exposeString("url", { description: "Its address." }),
    contact: t.string({
      nullable: true,
      description: `How its stewards are reached, in its own words. ${forStewards}`,
      resolve: ({ care }) => care?.contact ?? null,
    }),
    state: t.field({
      type: PeerStateEnum,
      nullable: true,
      description: `Whether items are exchanged now. ${forStewards}`,
      resolve: ({ care }) => care?.state ?? null,
    }),
    agreement: t.field({
      type: AgreementRef,
      nullable: true,
      description: `What was agreed. ${forStewards}`,
      resolve: ({ care }) => care?.agreement ?? null,
    }),
    keys: t.field({
      type: [PeerKeyRef],
      nullable: true,
      description: `Its keys, oldest first. ${forStewards}`,
      extensions: { pageSize: 2 },
      resolve: ({ care }) => (care === null ? null : [...care.keys]),
    }),
    addedAt: t.field({
      type: "DateTime",
      nullable: true,
      description: `When it was agreed with. ${forStewards}`,
      resolve: ({ care }) => care?.addedAt ?? null,
    }),
    contactedAt: t.field({
      type: "DateTime",
      nullable: true,
      description: `When it was last reached; null where it never was. ${forStewards}`,
      resolve: ({ care }) => care?.contactedAt ?? null,
    }),
    nextAt: t.field({
      type: "DateTime",
      nullable: true,
      description: `From when on it is asked again. ${forStewards}`,
      resolve: ({ care }) => care?.nextAt ?? null,
    }),
    lastError: t.string({
      nullable: true,
      description: `Why it could not be followed the last time, in words; null where it could. ${forStewards}`,
      resolve: ({ care }) => care?.error ?? null,
    }),
    failures: t.int({
      nullable: true,
      description: `How often in a row it could not be followed. ${forStewards}`,
      resolve: ({ care }) => care?.failures ?? null,
    }),
    streams: t.field({
      type: [PeerStreamRef],
      nullable: true,
      description: `The streams between it and this forum, ours first. ${forStewards}`,
      extensions: { pageSize: 6 },
      resolve: ({ care }) => (care === null ? null : [...care.streams]),
    }),
    sent: t.field({
      type: [LabelCountRef],
      nullable: true,
      description: `How many of our items the streams that it follows show, by label. ${forStewards}`,
      extensions: { pageSize: 5 },
      resolve: ({ care }) => (care === null ? null : [...care.sent]),
    }),
    received: t.field({
      type: [LabelCountRef],
      nullable: true,
      description: `How many of its items are shown here, by label. ${forStewards}`,
      extensions: { pageSize: 5 },
      resolve: ({ care }) => (care === null ? null : [...care.received]),
    }),
    openAlarms: t.int({
      nullable: true,
      description: `How many alarms about it nobody has acknowledged; see \`peerAlarms\`. ${forStewards}`,
      resolve: ({ care }) => care?.openAlarms ?? null,
    }),
  }),
});

const PeerPreviewRef = builder.objectRef<PeerPreview>("PeerPreview").implement({
  description: "Who another forum says that it is, before anything is agreed.",
  fields: (t) => ({
    forumId: t.exposeID("forumId", { description: "Its id, the same everywhere." }),
    name: t.exposeString("name", { description: "What it calls itself." }),
    url: t.exposeString("url", { description: "Its address." }),
    contact: t.exposeString("contact", {
      nullable: true,
      description: "How its stewards are reached, in its own words.",
    }),
    fingerprint: t.exposeString("fingerprint", {
      description: "The fingerprint of its key. Have its stewards read theirs to you, by another way than this.",
    }),
    organizationPolicy: t.string({
      nullable: true,
      description: "What it takes for an organisation, in its own words.",
      resolve: ({ policies }) => policies.organization,
    }),
    communityPolicy: t.string({
      nullable: true,
      description: "Whom it counts to its community, in its own words.",
      resolve: ({ policies }) => policies.community,
    }),
  }),
});

builder.queryFields((t) => ({
  peers: t.field({
    type: [PeerRef],
    description:
      "The forums with which this one has an agreement, by name. Members see which there are, stewards how it goes with each; empty for visitors.",
    extensions: { pageSize: 20 },
    resolve: (_, __, { reader }) => reader.federation.peers(),
  }),
  previewPeer: t.field({
    type: PeerPreviewRef,
    description:
      "Fetches who the forum at an address says that it is. Stewards only; BAD_USER_INPUT where there is no forum, UNAVAILABLE where nothing answers.",
    args: { url: t.arg.string({ required: true, description: "Its address, such as https://forum.example." }) },
    resolve: async (_, { url }, { reader, federation }) => {
      await reader.requireCommand("addPeer");
      return federation.preview(url);
    },
  }),
}));
