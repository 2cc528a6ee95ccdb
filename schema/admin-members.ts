import { builder } from "./builder.ts";
import { command, optionalText } from "./command.ts";
import { lookUp } from "./ids.ts";
import { SectorEnum } from "./label-enums.ts";
import { AccountRef, OrganizationRef, RoleEnum } from "./members.ts";
import { required } from "./required.ts";

const maxNameLength = 200;
const nameWords = "1 to 200 characters";
const countryWords = "The country as two letters of ISO 3166-1, such as DE.";

const TokenPayload = builder.objectRef<{ readonly id: string; readonly token: string }>("TokenPayload").implement({
  description: "A new bearer token.",
  fields: (t) => ({
    id: t.exposeID("id", { description: "What to revoke it by." }),
    token: t.exposeString("token", {
      description: "The token itself. It is shown this once: the forum keeps no more than a hash.",
    }),
  }),
});

builder.mutationFields((t) => ({
  addOrganization: t.field({
    type: OrganizationRef,
    description: "Takes an organisation in as a member. Stewards only; CONFLICT where one of this name is there.",
    args: {
      name: t.arg.string({ required: true, description: `What it is called: ${nameWords}.` }),
      sector: t.arg({ type: SectorEnum, required: true, description: "The kind of organisation that it is." }),
      country: t.arg.string({ description: countryWords }),
    },
    resolve: async (_, { name, sector, country }, context) => {
      const parse = () => ({ name, sector, country: country ?? null });
      const { id } = await command(context, "addOrganization", parse);
      return required(context.loaders.organizations.load(id));
    },
  }),
  updateOrganization: t.field({
    type: OrganizationRef,
    description: "Changes what the directory says of an organisation. Stewards only.",
    args: {
      id: t.arg.id({ required: true, description: "The organisation." }),
      name: t.arg.string({ description: `Its new name: ${nameWords}. Unchanged where it is not given.` }),
      country: t.arg.string({
        description: `${countryWords} Unchanged where it is not given, and null takes it away.`,
      }),
    },
    resolve: async (_, { id, name, country }, context) => {
      const parse = () => ({
        organizationId: lookUp("organization", id),
        ...(name === undefined || name === null ? {} : { name }),
        ...(country === undefined ? {} : { country }),
      });
      return required(context.loaders.organizations.load((await command(context, "updateOrganization", parse)).id));
    },
  }),
  addAccount: t.field({
    type: AccountRef,
    description: "Makes an account in an organisation. Stewards only; CONFLICT where the mail address is taken.",
    args: {
      organization: t.arg.id({ required: true, description: "The organisation that it acts for." }),
      name: t.arg.string({ required: true, description: `What the person or service is called: ${nameWords}.` }),
      email: t.arg.string({ required: true, description: "Its mail address, at most 200 characters." }),
      role: t.arg({ type: RoleEnum, description: "What it may do; CONTRIBUTOR where it is not given." }),
      listed: t.arg.boolean({
        description: "Whether other members find it in the directory; yes where it is not given.",
      }),
    },
    resolve: async (_, { organization, name, email, role, listed }, context) => {
      const parse = () => ({
        organizationId: lookUp("organization", organization),
        name,
        email,
        role: role ?? "CONTRIBUTOR",
        listed: listed ?? true,
      });
      return required(context.loaders.accounts.load((await command(context, "addAccount", parse)).id));
    },
  }),
  updateAccount: t.field({
    type: AccountRef,
    description:
      "Changes an account: a new role takes effect at once, on open connections too. Stewards only. CONFLICT where the forum would be left without a steward.",
    args: {
      id: t.arg.id({ required: true, description: "The account." }),
      name: t.arg.string({ description: `Its new name: ${nameWords}. Unchanged where it is not given.` }),
      role: t.arg({ type: RoleEnum, description: "What it may do from now on. Unchanged where it is not given." }),
      listed: t.arg.boolean({
        description: "Whether other members find it in the directory. Unchanged where it is not given.",
      }),
    },
    resolve: async (_, { id, name, role, listed }, context) => {
      const parse = () => ({
        accountId: lookUp("account", id),
        ...(name === undefined || name === null ? {} : { name }),
        ...(role === undefined || role === null ? {} : { role }),
        ...(listed === undefined || listed === null ? {} : { listed }),
      });
      return required(context.loaders.accounts.load((await command(context, "updateAccount", parse)).id));
    },
  }),
  createToken: t.field({
    type: TokenPayload,
    description:
      "Makes a bearer token for your own account. A token speaks for its account and reads what that may see: nobody makes one for another; the first one comes from the operator.",
    args: {
      account: t.arg.id({ required: true, description: "Your own account; FORBIDDEN for any other." }),
      name: t.arg.string({ description: "What it is for, at most 200 characters." }),
      expiresAt: t.arg({ type: "DateTime", description: "When it ends; never where it is not given." }),
    },
    resolve: (_, { account, name, expiresAt }, context) =>
      command(context, "createToken", () => ({
        accountId: lookUp("account", account),
        name: optionalText(name, "name", maxNameLength),
        expiresAt: expiresAt ?? null,
      })),
  }),
  revokeToken: t.id({
    description:
      "Ends a token at once, with every connection that rests on it, and gives back its id. Your own tokens; stewards may end any. Doing it twice is a success.",
    args: { id: t.arg.id({ required: true, description: "The token's id, as `createToken` gave it." }) },
    resolve: async (_, { id }, context) =>
      (await command(context, "revokeToken", () => ({ tokenId: lookUp("token", id) }))).id,
  }),
}));

for (const suspended of [true, false]) {
  const verb = suspended ? "suspend" : "resume";
  builder.mutationFields((t) => ({
    [`${verb}Organization`]: t.field({
      type: OrganizationRef,
      description: suspended
        ? "Shuts all accounts of an organisation out at once, on open connections too; nothing goes any longer to one of another forum. Stewards only. CONFLICT where the forum would be left without a steward."
        : "Lets the accounts of a suspended organisation in again. Stewards only.",
      args: { id: t.arg.id({ required: true, description: "The organisation." }) },
      resolve: async (_, { id }, context) => {
        const parse = () => ({ organizationId: lookUp("organization", id), suspended });
        const { id: changed } = await command(context, "suspendOrganization", parse);
        return required(context.loaders.namedOrganizations.load(changed)); // one of another forum may not be in the directory
      },
    }),
    [`${verb}Account`]: t.field({
      type: AccountRef,
      description: suspended
        ? "Shuts an account out at once, on open connections too; nothing goes any longer to one of another forum. Stewards only. CONFLICT where the forum would be left without a steward."
        : "Lets a suspended account in again. Stewards only.",
      args: { id: t.arg.id({ required: true, description: "The account." }) },
      resolve: async (_, { id }, context) => {
        const parse = () => ({ accountId: lookUp("account", id), suspended });
        const { id: changed } = await command(context, "suspendAccount", parse);
        return required(context.loaders.namedAccounts.load(changed));
      },
    }),
  }));
}
