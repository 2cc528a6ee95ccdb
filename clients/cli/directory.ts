import type { AccountFields, Client, GroupFields, OrganizationFields, PeerFields } from "../sdk/index.ts";

export type DirectoryPart = "organizations" | "groups" | "accounts";

/** The forum's directory. Each part of it is read when it is first asked for, and once. */
export class Directory {
  readonly #client: Client;
  #organizations: Promise<readonly OrganizationFields[]> | undefined;
  #groups: Promise<readonly GroupFields[]> | undefined;
  #accounts: Promise<readonly AccountFields[]> | undefined;
  #peers: Promise<readonly PeerFields[]> | undefined;

  constructor(client: Client) {
    this.#client = client;
  }

  organizations(): Promise<readonly OrganizationFields[]> {
    return (this.#organizations ??= byName(this.#client.organizations()));
  }

  groups(): Promise<readonly GroupFields[]> {
    return (this.#groups ??= byName(this.#client.groups()));
  }

  accounts(): Promise<readonly AccountFields[]> {
    return (this.#accounts ??= byName(this.#client.accounts()));
  }

  /** What members of other forums are called here, by the address of their forum: `Example @ forum.example` ends in its name. */
  async withForumName(word: string): Promise<string | null> {
    const at = word.lastIndexOf("@");
    const host = word
      .slice(at + 1)
      .trim()
      .toLowerCase();
    if (at < 1 || host === "") return null;
    this.#peers ??= this.#client.peers.list();
    const peer = (await this.#peers).find(({ url }) => URL.parse(url)?.host === host);
    return peer === undefined ? null : `${word.slice(0, at).trim()} @ ${peer.name}`;
  }

  /** The directory is for members: to anybody else it is empty. */
  async isOpen(): Promise<boolean> {
    return (await this.#client.viewer()).account !== null;
  }
}

async function byName<T extends { readonly name: string }>(entries: AsyncIterable<T>): Promise<readonly T[]> {
  const { compare } = new Intl.Collator("en");
  return (await Array.fromAsync(entries)).sort((a, b) => compare(a.name, b.name));
}
