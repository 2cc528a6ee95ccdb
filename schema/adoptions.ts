import type { AdoptionEvidence, AdoptionLevel, AdoptionStanding, Deviation, Evidence } from "../domain/adoptions.ts";
import type { AdoptionView } from "../domain/adoption-view.ts";
import { badInput } from "../domain/errors.ts";
import { kindOfId } from "../domain/ids.ts";
import { AudienceRef } from "./audience.ts";
import { builder } from "./builder.ts";
import { defineConnection, pageArgs, pageCost } from "./connections.ts";
import { enumOf } from "./enums.ts";
import { lookUp } from "./ids.ts";
import { PracticeRef } from "./item-kinds.ts";
import { ItemRef } from "./items.ts";
import { TlpEnum } from "./label-enums.ts";
import { OrganizationRef } from "./members.ts";
import { NodeRef } from "./node.ts";
import { required } from "./required.ts";

const maxIds = 1_000;

const levelWords = {
  INTENDS: "It means to.",
  PARTIAL: "It does what the clauses that it names ask for.",
  FULL: "It does all that the version asks for.",
  EQUIVALENT_ALTERNATIVE: "It does something else that serves the same end.",
  NOT_ADOPTING: "It will not.",
  WITHDRAWN: "It does so no longer.",
} as const satisfies Record<AdoptionLevel, string>;

export const AdoptionLevelEnum = enumOf<AdoptionLevel>(
  "AdoptionLevel",
  "How far an organisation takes over a version of a practice.",
  levelWords,
);

export const AdoptionStandingEnum = enumOf<AdoptionStanding>(
  "AdoptionStanding",
  "Where an organisation stands with a practice by now.",
  {
    ...levelWords,
    EARLIER_VERSION: "It adopted an earlier version, and has declared nothing of the one in force that you see.",
    OVERDUE: "It meant to, by an instant that has passed.",
    EXPIRED: "What it declared held until an instant that has passed.",
  },
);

export const AdoptionEvidenceEnum = enumOf<AdoptionEvidence>(
  "AdoptionEvidenceKind",
  "What a declaration rests on, weakest first.",
  {
    SELF_ATTESTED: "The word of the organisation.",
    PUBLISHED_DOCUMENTATION: "Documents that it has published.",
    IMPLEMENTATION_REPORT: "A report of how it was put in place.",
    THIRD_PARTY_ASSESSED: "Somebody else has looked.",
    CERTIFIED: "Somebody else has certified it.",
  },
);

const DeviationRef = builder.objectRef<Deviation>("AdoptionDeviation").implement({
  description: "A clause that is not followed to the letter.",
  fields: (t) => ({
    clause: t.exposeString("clause", { description: "The clause, such as R-1." }),
    reason: t.exposeString("reason", { description: "What is done otherwise, and why." }),
  }),
});

const EvidenceRef = builder.objectRef<Evidence>("AdoptionEvidence").implement({
  description: "What a declaration rests on.",
  fields: (t) => ({
    kind: t.expose("kind", { type: AdoptionEvidenceEnum, description: "What sort of evidence it is." }),
    url: t.exposeString("url", { description: "Where it is: an http or https address." }),
    title: t.exposeString("title", { nullable: true, description: "What it is called." }),
  }),
});

export const AdoptionRef = builder.objectRef<AdoptionView>("Adoption");

AdoptionRef.implement({
  description:
    "What an organisation declares of one version of a practice, under a label of its own. Seen by those whom that label names, of those who see the practice.",
  interfaces: [NodeRef],
  fields: (t) => ({
    practice: t.field({
      type: ItemRef,
      description: "The practice.",
      resolve: ({ itemId }, _, { loaders }) => required(loaders.items.load(itemId)),
    }),
    version: t.exposeInt("version", { description: "The version that it is about. A later one does not inherit it." }),
    organization: t.field({
      type: OrganizationRef,
      description: "Who declares it.",
      resolve: ({ organizationId }, _, { loaders }) => required(loaders.namedOrganizations.load(organizationId)),
    }),
    level: t.expose("level", { type: AdoptionLevelEnum, description: "How far it goes." }),
    standing: t.expose("standing", {
      type: AdoptionStandingEnum,
      nullable: true,
      description:
        "What it comes to by now; null where it is of an earlier version and says nothing of the one in force.",
    }),
    clauses: t.stringList({
      nullable: true,
      description: "The clauses that it is about; null for all of them.",
      resolve: ({ clauses }) => (clauses === null ? null : [...clauses]),
    }),
    deviations: t.field({
      type: [DeviationRef],
      description: "Clauses that are not followed to the letter, with reasons.",
      resolve: ({ deviations }) => [...deviations],
    }),
    evidence: t.field({
      type: [EvidenceRef],
      description: "What it rests on.",
      resolve: ({ evidence }) => [...evidence],
    }),
    validUntil: t.expose("validUntil", {
      type: "DateTime",
      nullable: true,
      description: "Until when it holds; with INTENDS, by when it is meant.",
    }),
    note: t.exposeString("note", { nullable: true, description: "What else there is to say." }),
    tlp: t.expose("tlp", {
      type: TlpEnum,
      description: "Who may have the declaration. Show this before it, in capitals.",
    }),
    audience: t.expose("audience", {
      type: AudienceRef,
      nullable: true,
      description: "To whom it is addressed. For the organisation that made it; null for others, and with TLP:CLEAR.",
    }),
    declaredAt: t.expose("declaredAt", { type: "DateTime", description: "When it was first declared." }),
    at: t.expose("at", { type: "DateTime", description: "When it was last changed." }),
  }),
});

const AdoptionConnection = defineConnection<AdoptionView>("Adoption", AdoptionRef, "declarations");

builder.queryField("adoption", (t) =>
  t.field({
    type: AdoptionRef,
    nullable: true,
    description: "One declaration. Null, without an error, for what does not exist or may not be seen by you.",
    args: { id: t.arg.id({ required: true, description: "The declaration's id." }) },
    resolve: (_, { id }, { loaders }) => (kindOfId(id) === "adoption" ? loaders.adoptions.load(id) : null),
  }),
);

builder.queryField("adoptions", (t) =>
  t.field({
    type: AdoptionConnection,
    description: "The declarations of the register that you may see, newest first.",
    args: {
      ...pageArgs,
      practices: t.arg.idList({ description: "Of one of these practices, at most 1,000." }),
      organizations: t.arg.idList({ description: "Of one of these organisations, at most 1,000." }),
      levels: t.arg({ type: [AdoptionLevelEnum], description: "Of one of these levels." }),
      endsBy: t.arg({
        type: "DateTime",
        description:
          "That end at this instant or before. With the instant of now: those that have expired or are overdue.",
      }),
    },
    extensions: pageCost,
    resolve: async (_, { practices, organizations, levels, endsBy, ...args }, { reader }) => {
      const filter = {
        itemIds: idsOf("item", practices, "practices"),
        organizationIds: idsOf("organization", organizations, "organizations"),
        levels: levels ?? undefined,
        endsBy: endsBy ?? undefined,
      };
      const { totalCount, ...page } = await reader.adoptions.page({ ...args, filter });
      return { page, total: () => totalCount };
    },
  }),
);

builder.objectField(PracticeRef, "adoptions", (t) =>
  t.field({
    type: AdoptionConnection,
    description: "What organisations declare of its versions, as far as you may see it, newest first.",
    args: pageArgs,
    extensions: pageCost,
    resolve: async ({ id }, args, { reader }) => {
      const { totalCount, ...page } = await reader.adoptions.page({ ...args, filter: { itemIds: [id] } });
      return { page, total: () => totalCount };
    },
  }),
);

/** Ids to look for. Those that name nothing can match nothing. */
export function idsOf(
  kind: "item" | "organization",
  ids: readonly string[] | null | undefined,
  field: string,
): string[] | undefined {
  if (ids == null) return undefined;
  if (ids.length > maxIds) throw badInput(field, `Give at most ${maxIds} ids; there were ${ids.length}.`);
  return ids.map((id) => lookUp(kind, id));
}
