import type { RevisionChange, RevisionView } from "../db/read-history.ts";
import { envelopeFields as words } from "../domain/kinds.ts";
import { builder } from "./builder.ts";
import { choiceEnum } from "./choice-enums.ts";
import { ItemRef } from "./items.ts";
import { TlpEnum } from "./label-enums.ts";
import { heavy, maxNestedSize, nestedCost, nestedSize, parseNestedSize } from "./nested-lists.ts";

const RevisionChangeRef = builder.objectRef<RevisionChange>("RevisionChange").implement({
  description:
    "One field that differs from the revision before. Lists and records are given as JSON text, and of `relations` those alone whose other end you see.",
  fields: (t) => ({
    field: t.exposeString("field", { description: "The field's name, as in the item's type." }),
    before: t.exposeString("before", {
      nullable: true,
      description: "Its value before; null where it had none.",
      extensions: heavy,
    }),
    after: t.exposeString("after", {
      nullable: true,
      description: "Its value after; null where it has none.",
      extensions: heavy,
    }),
  }),
});

const RevisionRef = builder.objectRef<RevisionView>("Revision").implement({
  description: "What an item said at one time. Revisions are never changed, only added to.",
  fields: (t) => ({
    revision: t.exposeInt("revision", { description: "Its number: 1, 2, 3 …" }),
    at: t.expose("at", { type: "DateTime", description: "When it was made." }),
    tlp: t.expose("tlp", {
      type: TlpEnum,
      description: "The label that it had. Show this before the text, in capitals.",
    }),
    title: t.string({ description: words.title.description, resolve: ({ content }) => content.envelope.title }),
    summary: t.string({ description: words.summary.description, resolve: ({ content }) => content.envelope.summary }),
    body: t.string({
      nullable: true,
      description: words.body.description,
      extensions: heavy,
      resolve: ({ content }) => content.envelope.body,
    }),
    severity: t.field({
      type: choiceEnum("Severity"),
      description: words.severity.description,
      resolve: ({ content }) => content.envelope.severity,
    }),
    riskCategories: t.field({
      type: [choiceEnum("RiskCategory")],
      description: words.riskCategories.description,
      resolve: ({ content }) => [...content.envelope.riskCategories],
    }),
    changes: t.field({
      type: [RevisionChangeRef],
      description: "What differs from the newest earlier revision that you may read; empty for the first of these.",
      resolve: ({ changes }) => [...changes],
    }),
  }),
});

builder.interfaceField(ItemRef, "revisions", (t) =>
  t.field({
    type: [RevisionRef],
    description: "Its newest revisions, oldest of them first: those whose own label let you see them.",
    args: {
      last: t.arg.int({
        description: `How many at most, 0 to ${maxNestedSize}; ${nestedSize} where it is not given.`,
      }),
      before: t.arg.int({ description: "Only those before this revision; all where it is not given." }),
    },
    extensions: nestedCost("last"),
    resolve: async ({ id }, { last, before }, { loaders }) => [
      ...(await loaders.revisions({ last: parseNestedSize(last, "last"), before: before ?? null }).load(id)),
    ],
  }),
);
