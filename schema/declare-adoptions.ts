import type { AdoptionWritten } from "../domain/adoption-commands.ts";
import type { Deviation, Evidence } from "../domain/adoptions.ts";
import { badInput } from "../domain/errors.ts";
import { checkUrl, parseText } from "../domain/parse.ts";
import { AdoptionEvidenceEnum, AdoptionLevelEnum, AdoptionRef } from "./adoptions.ts";
import { AudienceInput } from "./audience.ts";
import { builder } from "./builder.ts";
import type { Repeatable } from "./command.ts";
import { command, idempotencyKeyDescription, optionalText, parseIdempotencyKey } from "./command.ts";
import { parseAudience } from "./draft.ts";
import { TlpEnum } from "./label-enums.ts";
import { required } from "./required.ts";

const maxEntries = 500;

const DeviationInput = builder.inputType("AdoptionDeviationInput", {
  description: "A clause that is not followed to the letter.",
  fields: (t) => ({
    clause: t.string({ required: true, description: "The clause, such as R-1." }),
    reason: t.string({ required: true, description: "What is done otherwise, and why: 1 to 2,000 characters." }),
  }),
});

const EvidenceInput = builder.inputType("AdoptionEvidenceInput", {
  description: "What a declaration rests on.",
  fields: (t) => ({
    kind: t.field({ type: AdoptionEvidenceEnum, required: true, description: "What sort of evidence it is." }),
    url: t.string({ required: true, description: "Where it is: an http or https address." }),
    title: t.string({ description: "What it is called, at most 300 characters." }),
  }),
});

const AdoptionPayload = builder.objectRef<Repeatable<AdoptionWritten>>("AdoptionPayload").implement({
  description: "What a declaration gives back.",
  fields: (t) => ({
    adoption: t.field({
      type: AdoptionRef,
      description: "The declaration as it is now.",
      resolve: ({ adoptionId }, _, { loaders }) => required(loaders.adoptions.load(adoptionId)),
    }),
    cursor: t.string({
      description: "The place right behind this change in your own feed.",
      resolve: ({ position, idempotencyKey }, _, { reader }) => reader.cursorAt(position, idempotencyKey),
    }),
  }),
});

builder.mutationField("declareAdoption", (t) =>
  t.field({
    type: AdoptionPayload,
    description:
      "Declares for your organisation how far it takes over a version of a practice, in the place of what it declared of that version before. Contributors only.",
    args: {
      practice: t.arg.id({ required: true, description: "The practice." }),
      version: t.arg.int({ required: true, description: "The version that you have taken over." }),
      level: t.arg({
        type: AdoptionLevelEnum,
        required: true,
        description: "How far. WITHDRAWN takes back that you adopted it, and is CONFLICT where you had not.",
      }),
      clauses: t.arg.stringList({
        description: "The clauses that it is about; all where they are not given. PARTIAL needs them.",
      }),
      deviations: t.arg({ type: [DeviationInput], description: "Clauses that you do not follow to the letter." }),
      evidence: t.arg({ type: [EvidenceInput], description: "What it rests on." }),
      validUntil: t.arg({ type: "DateTime", description: "Until when it holds; with INTENDS, by when it is meant." }),
      note: t.arg.string({
        description:
          "What else there is to say, at most 2,000 characters. EQUIVALENT_ALTERNATIVE says here or in deviations what you do instead.",
      }),
      tlp: t.arg({
        type: TlpEnum,
        required: true,
        description: "Who may have the declaration. Never weaker than the label of the practice, and not RED.",
      }),
      audience: t.arg({ type: AudienceInput, description: "To whom it is addressed, as with items." }),
      idempotencyKey: t.arg.string({ description: idempotencyKeyDescription }),
    },
    resolve: (_, { practice, version, level, tlp, idempotencyKey, ...args }, context) => {
      const parse = () => ({
        itemId: practice,
        version,
        declaration: {
          level,
          clauses: args.clauses == null ? null : [...new Set(atMost(args.clauses, "clauses"))],
          deviations: atMost(args.deviations ?? [], "deviations").map(parseDeviation),
          evidence: atMost(args.evidence ?? [], "evidence").map(parseEvidence),
          validUntil: args.validUntil ?? null,
          note: optionalText(args.note, "note", 2_000),
        },
        label: { tlp, audience: parseAudience(args.audience, "audience") },
        idempotencyKey: parseIdempotencyKey(idempotencyKey),
      });
      return command(context, "declareAdoption", parse, { itemId: practice });
    },
  }),
);

function atMost<T>(list: readonly T[], field: string): readonly T[] {
  if (list.length > maxEntries) throw badInput(field, `Give at most ${maxEntries} entries; there were ${list.length}.`);
  return list;
}

function parseDeviation({ clause, reason }: typeof DeviationInput.$inferInput, at: number): Deviation {
  return { clause, reason: parseText(reason, `deviations.${at}.reason`, 2_000, true) };
}

function parseEvidence({ kind, url, title }: typeof EvidenceInput.$inferInput, at: number): Evidence {
  const address = parseText(url, `evidence.${at}.url`, 2_000, true);
  checkUrl(address, `evidence.${at}.url`);
  return { kind, url: address, title: optionalText(title, `evidence.${at}.title`, 300) };
}
