/** What peers ask for. */
import type { EnvelopeView } from "../db/federation/read-envelopes.ts";
import type { MemberAtHome } from "../domain/federation/directory.ts";
import { badInput } from "../domain/errors.ts";
import type { Receipt } from "../domain/federation/commands.ts";
import type { StreamName } from "../domain/federation/streams.ts";
import { parseStream } from "../domain/federation/streams.ts";
import { builder } from "./builder.ts";
import { command } from "./command.ts";
import { FeedEventRef } from "./feed.ts";
import { SectorEnum } from "./label-enums.ts";
import { placeName } from "./loaders.ts";

const mostReceipts = 10;
const mostRefused = 1_000;

const mostEnvelopes = 100;

/** For the cost of an operation: an envelope may hold as much as the item that it shows, written in base 64. */
const envelopeCost = { cost: 8 };

const EnvelopeRef = builder.objectRef<EnvelopeView>("Envelope").implement({
  description: "A statement of a forum about one of its items.",
  fields: (t) => ({
    bytes: t.exposeString("bytes", {
      description:
        "The statement as it was signed: a JWS in compact form. Nothing beside it is believed but the route.",
      extensions: envelopeCost,
    }),
    route: t.stringList({
      description: "The forums that it has been through, its own first, this one last.",
      resolve: ({ route }) => [...route],
    }),
  }),
});

builder.objectField(FeedEventRef, "envelope", (t) =>
  t.field({
    type: EnvelopeRef,
    nullable: true,
    description:
      "The envelope, with ENVELOPE; null with everything else, with what is your own, and for everybody but the peers that it is for.",
    resolve: ({ envelope }, _, { loaders }) => (envelope === null ? null : loaders.envelopes.load(placeName(envelope))),
  }),
);

const PeeringAccountRef = builder.objectRef<MemberAtHome["accounts"][number]>("PeeringAccount").implement({
  description: "An account of this forum that can be addressed from another.",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Its id here." }),
    name: t.exposeString("name", { description: "What the person or service is called." }),
  }),
});

const PeeringOrganizationRef = builder.objectRef<MemberAtHome>("PeeringOrganization").implement({
  description: "A member of this forum that can be addressed from another.",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Its id here." }),
    name: t.exposeString("name", { description: "What it is called." }),
    sector: t.expose("sector", { type: SectorEnum, description: "The kind of organisation that it is." }),
    country: t.exposeString("country", { nullable: true, description: "Its country as two letters of ISO 3166-1." }),
    accounts: t.field({
      type: [PeeringAccountRef],
      description: "Its accounts that are in the directory.",
      extensions: { pageSize: 10 },
      resolve: ({ accounts }) => [...accounts],
    }),
  }),
});

const PeeringRef = builder.objectRef<{ readonly streams: readonly StreamName[] }>("Peering").implement({
  description: "What this forum tells a peer beside its feed.",
  fields: (t) => ({
    checkpoints: t.stringList({
      description: "Where the streams stand that the peer follows, each as a JWS, signed now.",
      resolve: ({ streams }, _, { federation }) => federation.checkpoints(streams).then((signed) => [...signed]),
    }),
    witnessed: t.stringList({
      description:
        "What others have signed of where their streams stand, for the peer to compare with what it was shown.",
      resolve: (_, __, { reader }) => reader.federation.witnessed(),
    }),
    envelopes: t.field({
      type: [EnvelopeRef],
      description:
        "Envelopes of a stream one after the other, for whoever has missed some: they end where there is none for you.",
      args: {
        forumId: t.arg.id({ required: true, description: "The forum whose stream it is." }),
        stream: t.arg.string({ required: true, description: "The stream." }),
        after: t.arg.int({ required: true, description: "The number of the last one that you have; 0 for none." }),
        first: t.arg.int({ description: `How many at most, 1 to ${mostEnvelopes}, which is what it is without it.` }),
      },
      extensions: { pageSize: mostEnvelopes, pageSizeArgs: ["first"] },
      resolve: async (_, { forumId, stream, after, first }, { reader }) => {
        const name = parseStream(stream);
        if (name === null) throw badInput("stream", "There is no such stream.");
        if (after < 0) throw badInput("after", "Give a number from 0.");
        const count = first ?? mostEnvelopes;
        if (count < 1 || count > mostEnvelopes) throw badInput("first", `Give a number from 1 to ${mostEnvelopes}.`);
        const places = Array.from({ length: count }, (__, at) => {
          return { forumId, stream: name, sequence: after + 1 + at };
        });
        const found = await reader.federation.envelopes(places);
        const end = found.indexOf(null);
        return found.slice(0, end < 0 ? count : end).flatMap((one) => one ?? []);
      },
    }),
    organizations: t.field({
      type: [PeeringOrganizationRef],
      description: "Our members that have agreed to be named elsewhere. Empty where nothing is taken from the peer.",
      extensions: { pageSize: 50 },
      resolve: (_, __, { reader }) => reader.federation.directory(),
    }),
  }),
});

builder.queryField("peering", (t) =>
  t.field({
    type: PeeringRef,
    nullable: true,
    description: "What this forum tells you as a peer; null for everybody who is none.",
    resolve: async (_, __, { reader }) => {
      const streams = await reader.federation.streams();
      return streams === null ? null : { streams };
    },
  }),
);

const RefusedInput = builder.inputType("RefusedEnvelopeInput", {
  description: "An envelope that was not taken.",
  fields: (t) => ({
    sequence: t.int({ required: true, description: "Its number." }),
    reason: t.string({ required: true, description: "Why, in words for its origin: 1 to 500 characters." }),
    isExpired: t.boolean({
      required: true,
      description: "Whether its time was over, so that a fresh one would be taken.",
    }),
  }),
});

const ReceiptInput = builder.inputType("ReceiptInput", {
  description: "Up to where you have a stream of this forum.",
  fields: (t) => ({
    stream: t.string({ required: true, description: "The stream." }),
    after: t.int({
      required: true,
      description: "The number of the envelope up to which you have said before what you have taken; 0 for none.",
    }),
    sequence: t.int({ required: true, description: "The number of the newest envelope that you have looked at." }),
    refused: t.field({
      type: [RefusedInput],
      required: true,
      description: `Those that you have not taken since your last receipt, at most ${mostRefused}.`,
    }),
  }),
});

builder.mutationField("confirmEnvelopes", (t) =>
  t.int({
    description:
      "Says up to where you have this forum's streams, so that it can tell the origins of items. For peers alone. Gives back of how many streams it was noted.",
    args: {
      receipts: t.arg({
        type: [ReceiptInput],
        required: true,
        description: `One for each stream, at most ${mostReceipts}.`,
      }),
    },
    resolve: async (_, { receipts }, context) =>
      (await command(context, "confirmEnvelopes", () => ({ receipts: parseReceipts(receipts) }))).confirmed,
  }),
);

function parseReceipts(receipts: readonly (typeof ReceiptInput.$inferInput)[]): Receipt[] {
  if (receipts.length > mostReceipts) throw badInput("receipts", `Give at most ${mostReceipts} at once.`);
  return receipts.map(parseReceipt);
}

function parseReceipt({ stream, after, sequence, refused }: typeof ReceiptInput.$inferInput, at: number): Receipt {
  const name = parseStream(stream);
  if (name === null) throw badInput(`receipts.${at}.stream`, "There is no such stream.");
  if (refused.length > mostRefused)
    throw badInput(`receipts.${at}.refused`, `Give at most ${mostRefused} at once: say first how far those go.`);
  return { stream: name, after, sequence, refused };
}
