import type { AnswerState, Client, ItemInput, SightingReport } from "../../clients/sdk/index.ts";
import { createClient } from "../../clients/sdk/index.ts";
import type { DemoPerson } from "./members.ts";

/** An item as whoever writes on about it has to know it. */
export type ItemMark = { readonly id: string; readonly revision: number };

/** Everybody who speaks in the demo: the past is told through the API, as anything else is. */
export type Voices = { of(person: DemoPerson): Voice; [Symbol.asyncDispose](): Promise<void> };

export function openVoices(
  url: string,
  accounts: readonly { readonly person: DemoPerson; readonly token: string }[],
): Voices {
  const clients = new Map(accounts.map(({ person, token }) => [person.key, createClient({ url, token })]));
  return {
    of({ key }) {
      const client = clients.get(key);
      if (client === undefined) throw new Error(`${key} has no account`);
      return new Voice(client);
    },
    async [Symbol.asyncDispose]() {
      for (const client of clients.values()) await client[Symbol.asyncDispose]();
    },
  };
}

type Written = { readonly written: { readonly item: ItemMark } };

/** Writes as one account. The client's own methods bring the whole item back; here its mark is enough, and quicker. */
export class Voice {
  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  async publish(input: ItemInput): Promise<ItemMark> {
    const document = "mutation ($input: ItemInput!) { written: publish(input: $input) { item { id revision } } }";
    return (await this.#client.request<Written>(document, { input })).written.item;
  }

  async saveDraft(input: ItemInput): Promise<ItemMark> {
    const document = "mutation ($input: ItemInput!) { draft: saveDraft(input: $input) { id revision } }";
    return (await this.#client.request<{ readonly draft: ItemMark }>(document, { input })).draft;
  }

  async revise({ id, revision }: ItemMark, input: ItemInput): Promise<ItemMark> {
    const document = `mutation ($id: ID!, $revision: Int!, $input: ItemInput!) {
      written: revise(id: $id, expectedRevision: $revision, input: $input) { item { id revision } }
    }`;
    return (await this.#client.request<Written>(document, { id, revision, input })).written.item;
  }

  async withdraw({ id }: ItemMark, reason: string): Promise<void> {
    const document = "mutation ($id: ID!, $reason: String!) { withdraw(id: $id, reason: $reason) { cursor } }";
    await this.#client.request(document, { id, reason });
  }

  async relay({ id }: ItemMark, organization: string): Promise<void> {
    const document = "mutation ($id: ID!, $to: [ID!]!) { relay(id: $id, organizations: $to) { cursor } }";
    await this.#client.request(document, { id, to: [organization] });
  }

  async answer({ id }: ItemMark, state: AnswerState, note: string | null): Promise<void> {
    const document = `mutation ($id: ID!, $state: AnswerState!, $note: String) {
      answer(id: $id, state: $state, note: $note) { id }
    }`;
    await this.#client.request(document, { id, state, note });
  }

  async reportSighting({ id }: ItemMark, sighting: SightingReport): Promise<void> {
    const document = `mutation (
      $id: ID!, $count: Int!, $firstSeen: DateTime!, $lastSeen: DateTime!, $attributed: Boolean!, $note: String
    ) {
      reportSighting(
        id: $id, count: $count, firstSeen: $firstSeen, lastSeen: $lastSeen, attributed: $attributed, note: $note
      ) { id }
    }`;
    await this.#client.request(document, { id, ...sighting });
  }
}
