import type { ItemView } from "../domain/view.ts";
import { kindOfId } from "../domain/ids.ts";
import { builder } from "./builder.ts";
import { choiceEnum } from "./choice-enums.ts";
import { AudienceRef } from "./audience.ts";
import { ItemKindEnum } from "./item-enums.ts";
import { AttributionEnum, ItemStatusEnum, SectorEnum, TlpEnum } from "./label-enums.ts";
import { OrganizationRef } from "./members.ts";
import { heavy } from "./nested-lists.ts";
import { NodeRef, typeNameOf } from "./node.ts";
import { recordTypes } from "./records.ts";
import { envelopeFields } from "../domain/kinds.ts";

export const ItemRef = builder.interfaceRef<ItemView>("Item");

const WithdrawalRef = builder.objectRef<NonNullable<ItemView["withdrawal"]>>("Withdrawal").implement({
  description: "That an item was taken back by its origin.",
  fields: (t) => ({
    reason: t.exposeString("reason", { description: "Why, in the words of the origin." }),
    at: t.expose("at", { type: "DateTime", description: "When." }),
  }),
});

const words = envelopeFields;

builder.interfaceType(ItemRef, {
  description:
    "One thing that a member shares under a label: the envelope that all kinds have in common. You are shown it because its label, or a relay, names you in some way.",
  interfaces: [NodeRef],
  resolveType: typeNameOf,
  fields: (t) => ({
    kind: t.field({
      type: ItemKindEnum,
      description: "What sort of thing it is.",
      resolve: ({ content }) => content.kind,
    }),
    title: t.string({ description: words.title.description, resolve: ({ content }) => content.envelope.title }),
    summary: t.string({ description: words.summary.description, resolve: ({ content }) => content.envelope.summary }),
    body: t.string({
      nullable: true,
      description: words.body.description,
      extensions: heavy,
      resolve: ({ content }) => content.envelope.body,
    }),
    tlp: t.expose("tlp", { type: TlpEnum, description: "Who may have it. Show this before the text, in capitals." }),
    pap: t.field({
      type: choiceEnum("Pap"),
      nullable: true,
      description: words.pap.description,
      resolve: ({ content }) => content.envelope.pap,
    }),
    riskCategories: t.field({
      type: [choiceEnum("RiskCategory")],
      description: words.riskCategories.description,
      resolve: ({ content }) => [...content.envelope.riskCategories],
    }),
    severity: t.field({
      type: choiceEnum("Severity"),
      description: words.severity.description,
      resolve: ({ content }) => content.envelope.severity,
    }),
    confidence: t.int({
      nullable: true,
      description: words.confidence.description,
      resolve: ({ content }) => content.envelope.confidence,
    }),
    status: t.expose("status", { type: ItemStatusEnum, description: "Where it stands in its life." }),
    attribution: t.expose("attribution", {
      type: AttributionEnum,
      description: "What others than the origin are shown of where it comes from.",
    }),
    origin: t.field({
      type: OrganizationRef,
      nullable: true,
      description: "The organisation that shares it; null where the attribution withholds it from you.",
      resolve: ({ originId }, _, { loaders }) => (originId === null ? null : loaders.namedOrganizations.load(originId)),
    }),
    originSector: t.expose("originSector", {
      type: SectorEnum,
      nullable: true,
      description: "The sector of the organisation that shares it; null where the attribution withholds it from you.",
    }),
    audience: t.expose("audience", {
      type: AudienceRef,
      nullable: true,
      description: "To whom it is addressed. For members of the origin; null for everybody else, and with TLP:CLEAR.",
    }),
    affectedSystems: t.field({
      type: [recordTypes.AffectedSystem],
      description: words.affectedSystems.description,
      resolve: ({ content }) => [...content.envelope.affectedSystems],
    }),
    techniques: t.stringList({
      description: words.techniques.description,
      resolve: ({ content }) => [...content.envelope.techniques],
    }),
    references: t.field({
      type: [recordTypes.Reference],
      description: words.references.description,
      resolve: ({ content }) => [...content.envelope.references],
    }),
    revision: t.exposeInt("revision", { description: "Which revision this is: 1, 2, 3 …" }),
    publishedAt: t.expose("publishedAt", {
      type: "DateTime",
      nullable: true,
      description: "When it was first published; null for a draft.",
    }),
    revisedAt: t.expose("revisedAt", {
      type: "DateTime",
      nullable: true,
      description: "When its newest revision was made; null for one that was never revised.",
    }),
    withdrawal: t.expose("withdrawal", {
      type: WithdrawalRef,
      nullable: true,
      description: "Why and when its origin took it back; null where it did not.",
    }),
    viewerIsOrigin: t.exposeBoolean("viewerIsOrigin", {
      description:
        "Whether you count as its origin: you see the audience, see through the attribution, and hear who answered.",
    }),
  }),
});

builder.queryField("item", (t) =>
  t.field({
    type: ItemRef,
    nullable: true,
    description: "One item. Null, without an error, for what does not exist or may not be seen by you.",
    args: { id: t.arg.id({ required: true, description: "The item's id." }) },
    resolve: (_, { id }, { loaders }) => (kindOfId(id) === "item" ? loaders.items.load(id) : null),
  }),
);
