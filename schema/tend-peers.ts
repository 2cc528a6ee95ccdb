import { badInput } from "../domain/errors.ts";
import type { Agreement } from "../domain/federation/peers.ts";
import { defaultAgreement, mostHops } from "../domain/federation/peers.ts";
import { builder } from "./builder.ts";
import { command } from "./command.ts";
import { lookUp } from "./ids.ts";
import { TlpEnum } from "./label-enums.ts";
import { OrganizationRef } from "./members.ts";
import { PeerDirectionEnum, PeerRef, PeerStateEnum } from "./peers.ts";
import { required } from "./required.ts";

const AgreementInput = builder.inputType("PeerAgreementInput", {
  description: "What to send a peer and to take from it. With a new peer, what is not given is as said; else it stays.",
  fields: (t) => ({
    direction: t.field({ type: PeerDirectionEnum, description: "Which way items go: BOTH." }),
    labels: t.field({ type: [TlpEnum], description: "Which labels are sent and taken: all." }),
    community: t.boolean({
      description: "Whether its community counts as part of ours, so that it gets TLP:GREEN: no.",
    }),
    groups: t.idList({ description: "Groups of ours through which its organisations may be reached: none." }),
    hops: t.int({
      description: `How many forums TLP:GREEN that comes from it may have been through, 1 to ${mostHops}: 1, its own alone.`,
    }),
    envelopesPerHour: t.int({ description: "How many envelopes are taken from it in an hour: 100,000." }),
  }),
});

builder.mutationFields((t) => ({
  addPeer: t.field({
    type: PeerRef,
    description:
      "Agrees to exchange items with another forum, and believes its key from now on. Nothing happens until its stewards have agreed, too. Stewards only. BAD_USER_INPUT where its key is not the one with this fingerprint, CONFLICT where there is an agreement already.",
    args: {
      url: t.arg.string({ required: true, description: "Its address, such as https://forum.example." }),
      fingerprint: t.arg.string({
        required: true,
        description: "The fingerprint of its key, as its stewards have told it to you. Spaces do not count.",
      }),
      agreement: t.arg({ type: AgreementInput, description: "What to agree to." }),
    },
    resolve: async (_, { url, fingerprint, agreement }, context) => {
      await context.reader.requireCommand("addPeer");
      const { policies: _policies, fingerprint: found, ...document } = await context.federation.preview(url);
      if (plain(found) !== plain(fingerprint))
        throw badInput(
          "fingerprint",
          `The key there has another fingerprint: ${found}. Ask its stewards which is theirs.`,
        );
      const parse = () => ({ document, agreement: { ...defaultAgreement, ...parseAgreement(agreement) } });
      const { id } = await command(context, "addPeer", parse);
      return required(context.loaders.peers.load(id));
    },
  }),
  updatePeer: t.field({
    type: PeerRef,
    description:
      "Changes what is agreed with another forum, or pauses the exchange and goes on with it. What it may have no longer is hidden from it. Stewards only.",
    args: {
      id: t.arg.id({ required: true, description: "The peer." }),
      agreement: t.arg({ type: AgreementInput, description: "What to change of the agreement." }),
      state: t.arg({ type: PeerStateEnum, description: "Whether to exchange items. Unchanged where it is not given." }),
    },
    resolve: async (_, { id: peerId, agreement, state }, context) => {
      const parse = () => ({
        peerId: lookUp("peer", peerId),
        agreement: parseAgreement(agreement),
        ...(state === undefined || state === null ? {} : { state }),
      });
      return required(context.loaders.peers.load((await command(context, "updatePeer", parse)).id));
    },
  }),
  removePeer: t.id({
    description:
      "Ends the agreement with another forum at once, and gives back its id. Its keys are believed no longer, and its members cannot be addressed; what it has brought stays. Stewards only.",
    args: { id: t.arg.id({ required: true, description: "The peer." }) },
    resolve: async (_, { id }, context) =>
      (await command(context, "removePeer", () => ({ peerId: lookUp("peer", id) }))).id,
  }),
  rereadPeer: t.field({
    type: PeerRef,
    description:
      "Reads all that another forum has for this one once more. What is here already changes nothing. Stewards only.",
    args: { id: t.arg.id({ required: true, description: "The peer." }) },
    resolve: async (_, { id: peerId }, context) => {
      const { id } = await command(context, "rereadPeer", () => ({ peerId: lookUp("peer", peerId) }));
      return required(context.loaders.peers.load(id));
    },
  }),
  revokePeerKey: t.field({
    type: PeerRef,
    description:
      "Believes a key of another forum no longer: nothing that it signs is taken from now on. What came before stays. Stewards only.",
    args: {
      id: t.arg.id({ required: true, description: "The peer." }),
      kid: t.arg.string({ required: true, description: "The id of the key." }),
    },
    resolve: async (_, { id: peerId, kid }, context) => {
      const { id } = await command(context, "revokePeerKey", () => ({ peerId: lookUp("peer", peerId), kid }));
      return required(context.loaders.peers.load(id));
    },
  }),
  setReachable: t.field({
    type: OrganizationRef,
    description:
      "Says whether other forums are told of your organisation and those of its accounts that are in the directory, so that they can be addressed from there. Contributors, for their own organisation.",
    args: {
      reachable: t.arg.boolean({ required: true, description: "Whether they are told." }),
    },
    resolve: async (_, { reachable }, context) => {
      const member = await context.reader.member();
      const organizationId = lookUp("organization", member?.organizationId);
      const { id } = await command(context, "setReachable", () => ({ organizationId, reachable }));
      return required(context.loaders.organizations.load(id));
    },
  }),
}));

function plain(fingerprint: string): string {
  return fingerprint.replace(/\s/g, "");
}

/** What is given of an agreement. */
function parseAgreement(input: typeof AgreementInput.$inferInput | null | undefined): Partial<Agreement> {
  const { direction, labels, community, groups, hops, envelopesPerHour } = input ?? {};
  return {
    ...(direction ? { direction } : {}),
    ...(labels ? { labels: [...new Set(labels)] } : {}),
    ...(typeof community === "boolean" ? { community } : {}),
    ...(groups ? { groups: [...new Set(groups.map((id) => lookUp("group", id)))] } : {}),
    ...(typeof hops === "number" ? { hops } : {}),
    ...(typeof envelopesPerHour === "number" ? { envelopesPerHour } : {}),
  };
}
