import { badInput } from "../domain/errors.ts";
import { parseText } from "../domain/parse.ts";
import type { SourceKind, SourceReport, SourceSetup, SourceView } from "../domain/sources.ts";
import { builder } from "./builder.ts";
import { command, optionalText } from "./command.ts";
import { enumOf } from "./enums.ts";
import { GroupRef } from "./groups.ts";
import { lookUp } from "./ids.ts";
import { SectorEnum, TlpEnum } from "./label-enums.ts";
import { loadShown } from "./loaders.ts";
import { AccountRef, OrganizationRef } from "./members.ts";
import { required } from "./required.ts";

const SourceKindEnum = enumOf<SourceKind>("SourceKind", "What a feed of somebody else's speaks.", {
  TAXII: "One collection of a TAXII 2.1 server, by its address: `https://…/collections/<id>/`.",
  MISP: "A MISP feed, by the address of its folder.",
});

const SourceOutcomeRef = builder.objectRef<SourceReport["told"][number]>("SourceOutcome").implement({
  description: "What became of one object of a source, where that needs a word.",
  fields: (t) => ({
    objectId: t.exposeString("objectId", { description: "The id of the object in the source." }),
    outcome: t.exposeString("outcome", {
      description: "What became of it: `refused`, `skipped`, `saved as a draft` or `withdrawn`.",
    }),
    reason: t.exposeString("reason", { nullable: true, description: "Why, in words." }),
  }),
});

const SourceCountRef = builder.objectRef<SourceReport["counts"][number]>("SourceCount").implement({
  description: "How many objects of a source had one outcome.",
  fields: (t) => ({
    outcome: t.exposeString("outcome", { description: "What became of them, such as `published` or `unchanged`." }),
    count: t.exposeInt("count", { description: "How many." }),
  }),
});

const SourceRef = builder.objectRef<SourceView>("Source").implement({
  description:
    "A feed of somebody else's that the forum reads for an organisation and brings in as its items. For the contributors of that organisation alone.",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Its id." }),
    kind: t.expose("kind", { type: SourceKindEnum, description: "What it speaks." }),
    name: t.exposeString("name", { description: "What it is called." }),
    url: t.exposeString("url", { description: "Its address." }),
    tlp: t.expose("tlp", { type: TlpEnum, description: "The label of what comes without one." }),
    organizations: t.field({
      type: [OrganizationRef],
      description: "The organisations that are declared for what its label gives to some only.",
      extensions: { pageSize: 2 },
      resolve: ({ audience }, _, { loaders }) => loadShown(loaders.organizations, audience.organizations),
    }),
    groups: t.field({
      type: [GroupRef],
      description: "The groups, likewise.",
      extensions: { pageSize: 2 },
      resolve: ({ audience }, _, { loaders }) => loadShown(loaders.groups, audience.groups),
    }),
    sectors: t.field({
      type: [SectorEnum],
      description: "The sectors, likewise.",
      resolve: ({ audience }) => audience.sectors,
    }),
    username: t.exposeString("username", {
      nullable: true,
      description: "The name that it is asked with. The password is shown to nobody.",
    }),
    account: t.field({
      type: AccountRef,
      description: "The account that set it up: what it brings is written as by that account.",
      resolve: ({ accountId }, _, { loaders }) => required(loaders.namedAccounts.load(accountId)),
    }),
    paused: t.exposeBoolean("paused", { description: "Whether it is left alone for now." }),
    createdAt: t.expose("createdAt", { type: "DateTime", description: "When it was set up." }),
    polledAt: t.expose("polledAt", {
      type: "DateTime",
      nullable: true,
      description: "When it was last asked; null where it never was.",
    }),
    nextAt: t.expose("nextAt", { type: "DateTime", description: "When it is asked next, unless it is paused." }),
    error: t.exposeString("error", {
      nullable: true,
      description: "Why it could not be read the last time, in words; null where it could.",
    }),
    counts: t.field({
      type: [SourceCountRef],
      description: "What the last poll that got through brought.",
      resolve: ({ report }) => [...report.counts],
    }),
    told: t.field({
      type: [SourceOutcomeRef],
      description:
        "Of that, the objects that need a word, the first 100: those that were refused or left out, and those that became drafts, to be published or discarded by you.",
      extensions: { pageSize: 20 },
      resolve: ({ report }) => [...report.told],
    }),
  }),
});

const SourceInput = builder.inputType("SourceInput", {
  description: "A feed to be read.",
  fields: (t) => ({
    kind: t.field({ type: SourceKindEnum, required: true, description: "What it speaks." }),
    name: t.string({ required: true, description: "What to call it: 1 to 200 characters." }),
    url: t.string({ required: true, description: "Its address: https, without a name or password in it." }),
    tlp: t.field({
      type: TlpEnum,
      required: true,
      description: "The label of what comes without one. What bears a label never becomes wider than that.",
    }),
    organizations: t.idList({
      description:
        "Organisations for whom items are that their label gives to some only; your own, where neither these nor groups nor sectors are given.",
    }),
    groups: t.idList({ description: "Groups, likewise." }),
    sectors: t.field({ type: [SectorEnum], description: "Sectors, likewise." }),
    username: t.string({ description: "The name to ask with." }),
    password: t.string({ description: "The password; or, without a name, a token. It is shown to nobody." }),
  }),
});

builder.queryField("sources", (t) =>
  t.field({
    type: [SourceRef],
    description: "The feeds that the forum reads for your organisation, by name. Empty for whoever is no contributor.",
    extensions: { pageSize: 20 },
    resolve: (_, __, { reader }) => reader.sources(),
  }),
);

builder.mutationFields((t) => ({
  addSource: t.field({
    type: SourceRef,
    description:
      "Has the forum read a feed for your organisation, every few minutes from now on. It acts as your account and ends with it. Contributors only; CONFLICT where your organisation has it already.",
    args: { input: t.arg({ type: SourceInput, required: true, description: "The feed." }) },
    resolve: async (_, { input }, context) => {
      const { id } = await command(context, "addSource", () => parseSource(input));
      return one(await context.reader.sources(), id);
    },
  }),
  pauseSource: t.field({
    type: SourceRef,
    description: "Leaves a feed alone for now, or goes on with it at once. Contributors only.",
    args: {
      id: t.arg.id({ required: true, description: "The feed." }),
      paused: t.arg.boolean({ required: true, description: "True to leave it alone, false to go on." }),
    },
    resolve: async (_, { id, paused }, context) => {
      await command(context, "pauseSource", () => ({ sourceId: id, paused }));
      return one(await context.reader.sources(), id);
    },
  }),
  removeSource: t.id({
    description: "Reads a feed no more, and gives back its id. What it has brought stays. Contributors only.",
    args: { id: t.arg.id({ required: true, description: "The feed." }) },
    resolve: async (_, { id }, context) => (await command(context, "removeSource", () => ({ sourceId: id }))).id,
  }),
}));

function one(sources: readonly SourceView[], id: string): Promise<SourceView> {
  return required(Promise.resolve(sources.find((source) => source.id === id) ?? null));
}

function parseSource(input: typeof SourceInput.$inferInput): SourceSetup {
  const { kind, tlp, organizations, groups, sectors, username, password } = input;
  return {
    kind,
    name: parseText(input.name, "input.name", 200, true),
    url: parseUrl(parseText(input.url, "input.url", 2_000, true)),
    tlp,
    audience: {
      organizations: (organizations ?? []).map((id) => lookUp("organization", id)),
      groups: (groups ?? []).map((id) => lookUp("group", id)),
      sectors: sectors ?? [],
    },
    username: optionalText(username, "input.username", 500),
    password: optionalText(password, "input.password", 5_000),
  };
}

function parseUrl(text: string): string {
  const url = URL.parse(text);
  const isWeb = url?.protocol === "https:" || url?.protocol === "http:";
  if (url === null || !isWeb || url.username !== "" || url.password !== "" || url.hash !== "")
    throw badInput("input.url", "Give an https address without a name, password or fragment in it.");
  return url.href;
}
