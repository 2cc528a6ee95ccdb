import type { ExecutionResult } from "graphql";
import { graphql, GraphQLError } from "graphql";
import type { Store } from "../../db/store.ts";
import { openStore } from "../../db/store.ts";
import type { CommandInput } from "../../domain/commands.ts";
import type { Viewer } from "../../domain/people.ts";
import { anonymous } from "../../domain/people.ts";
import { createContext } from "../../schema/context.ts";
import { presentable } from "../../schema/errors.ts";
import { schema } from "../../schema/index.ts";
import { freshStoreUrl } from "../support/fresh-store.ts";
import { tickingClock } from "../support/ticking-clock.ts";

type Role = "READER" | "CONTRIBUTOR" | "STEWARD";
export type Person = { readonly id: string; readonly organization: string; readonly viewer: Viewer };

/** Two companies, a government and a university, with a few people and a group, asked through the schema without a server. */
export class GraphqlWorld {
  readonly store: Store;
  readonly organizations: Readonly<Record<"acme" | "borealis" | "institute" | "campus", string>>;
  readonly group: string;
  readonly people: Readonly<Record<"anna" | "arne" | "bea" | "ivan" | "carl" | "rita" | "stella", Person>>;
  readonly anonymous = anonymous;

  private constructor(parts: Pick<GraphqlWorld, "store" | "organizations" | "group" | "people">) {
    this.store = parts.store;
    this.organizations = parts.organizations;
    this.group = parts.group;
    this.people = parts.people;
  }

  static async open(): Promise<GraphqlWorld> {
    const store = await openStore(await freshStoreUrl(), { now: tickingClock() });
    const operator = { kind: "operator" } as const;
    const organization = async (name: string, sector: CommandInput<"addOrganization">["sector"]): Promise<string> =>
      (await store.commit(operator, "addOrganization", { name, sector, country: "NO" })).id;
    const person = async (organizationId: string, name: string, role: Role, listed = true): Promise<Person> => {
      const email = `${name.toLowerCase()}@example.org`;
      const { id } = await store.commit(operator, "addAccount", { organizationId, name, email, role, listed });
      const { id: tokenId } = await store.commit(operator, "createToken", {
        accountId: id,
        name: null,
        expiresAt: null,
      });
      return { id, organization: organizationId, viewer: { kind: "account", accountId: id, tokenId } };
    };
    const organizations = {
      acme: await organization("Acme AI", "COMPANY"),
      borealis: await organization("Borealis", "COMPANY"),
      institute: await organization("Safety Institute", "GOVERNMENT"),
      campus: await organization("Campus", "ACADEMIA"),
    };
    const { id: group } = await store.commit(operator, "addGroup", { name: "Cyber", description: null });
    await store.commit(operator, "joinGroup", { groupId: group, member: { organizationId: organizations.institute } });
    const people = {
      anna: await person(organizations.acme, "Anna", "CONTRIBUTOR"),
      arne: await person(organizations.acme, "Arne", "CONTRIBUTOR", false),
      bea: await person(organizations.borealis, "Bea", "CONTRIBUTOR"),
      ivan: await person(organizations.institute, "Ivan", "CONTRIBUTOR"),
      carl: await person(organizations.campus, "Carl", "CONTRIBUTOR"),
      rita: await person(organizations.campus, "Rita", "READER"),
      stella: await person(organizations.campus, "Stella", "STEWARD"),
    };
    return new GraphqlWorld({ store, organizations, group, people });
  }

  async ask(
    who: Person | Viewer,
    source: string,
    variableValues: Record<string, unknown> = {},
  ): Promise<ExecutionResult> {
    const viewer = "viewer" in who ? who.viewer : who;
    const result = await graphql({ schema, source, variableValues, contextValue: createContext(this.store, viewer) });
    const errors = result.errors?.map((error) => presentable(error) ?? unmasked(error));
    return errors === undefined ? result : { ...result, errors };
  }

  /** The data of an operation that must not fail. */
  async data(who: Person | Viewer, source: string, variables: Record<string, unknown> = {}): Promise<Data> {
    const { data, errors } = await this.ask(who, source, variables);
    if (errors !== undefined) throw new Error(errors.map(({ message }) => message).join("\n"), { cause: errors[0] });
    return JSON.parse(JSON.stringify(data)) as Data; // what a client would get
  }

  /** The one refusal of an operation that must be refused. */
  async refusal(who: Person | Viewer, source: string, variables: Record<string, unknown> = {}): Promise<Refusal> {
    const { errors = [] } = await this.ask(who, source, variables);
    const [error] = errors;
    if (error === undefined || errors.length > 1) throw new Error(`expected one refusal, got ${errors.length}`);
    return { message: error.message, ...error.extensions };
  }

  async publish(who: Person, input: Record<string, unknown>): Promise<string> {
    const { publish } = await this.data(
      who,
      "mutation ($input: ItemInput!) { publish(input: $input) { item { id } } }",
      { input },
    );
    return (publish as { item: { id: string } }).item.id; // as asked for
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.store[Symbol.asyncDispose]();
  }
}

export type Data = Readonly<Record<string, unknown>>;
export type Refusal = { readonly message: string; readonly code?: string; readonly field?: string };

function unmasked(error: GraphQLError): GraphQLError {
  return new GraphQLError(`our fault: ${error.message}`, { originalError: error.originalError ?? null });
}

/** An advisory with everything that is required, under TLP:GREEN. */
export function advisory(changes: Record<string, unknown> = {}): { advisory: Record<string, unknown> } {
  return {
    advisory: {
      title: "Rotate the evaluation keys",
      summary: "Keys of an evaluation cluster were found elsewhere.",
      tlp: "GREEN",
      riskCategories: ["CYBER"],
      severity: "HIGH",
      ...changes,
    },
  };
}
