/** The forums of generated federations, as stores: each has the same people, and begins as a copy of one that was made once. */
import { localId } from "../../db/federation/hashes.ts";
import type { Store } from "../../db/store.ts";
import { openStore } from "../../db/store.ts";
import type { Viewer } from "../../domain/people.ts";
import { anonymous } from "../../domain/people.ts";
import { OwnKeys } from "../../server/federation/keys.ts";
import { copyOfStore, dropStore, freshStoreUrl } from "../support/fresh-store.ts";
import { operator, range } from "../support/small-forum.ts";
import type { Person, Seat } from "./world.ts";
import { accountHomes, groupCount, isOrg, organizationSectors } from "./world.ts";

/** What stands in a forum before anything has happened. */
export type Template = {
  readonly url: string;
  readonly forumId: string;
  readonly organizations: readonly string[];
  readonly accounts: readonly { readonly id: string; readonly tokenId: string }[];
  readonly groups: readonly string[];
};

export const forumName = (forum: number): string => `Forum ${String.fromCodePoint(65 + forum)}`;
export const organizationName = (forum: number, organization: number): string =>
  `${["Labs", "Office"][organization]} of ${forumName(forum)}`;

export async function makeTemplate(forum: number): Promise<Template> {
  const url = await freshStoreUrl();
  await using store = await openStore(url);
  const organizations: string[] = [];
  for (const [organization, sector] of organizationSectors.entries()) {
    const name = organizationName(forum, organization);
    const made = await store.commit(operator, "addOrganization", { name, sector, country: "GB" });
    organizations.push(made.id);
  }
  const accounts: { id: string; tokenId: string }[] = [];
  for (const [account, home] of accountHomes.entries()) {
    const email = `${account}@forum-${forum}.example.org`;
    const about = {
      name: `Person ${account} of ${forumName(forum)}`,
      email,
      role: "CONTRIBUTOR",
      listed: true,
    } as const;
    const { id } = await store.commit(operator, "addAccount", { organizationId: organizations[home] ?? "", ...about });
    const { id: tokenId } = await store.commit(operator, "createToken", { accountId: id, name: null, expiresAt: null });
    accounts.push({ id, tokenId });
  }
  const groups: string[] = [];
  for (const at of range(groupCount)) {
    const { id } = await store.commit(operator, "addGroup", { name: `Group ${at}`, description: null });
    groups.push(id);
  }
  const [providerId = "", clientId = ""] = organizations;
  await store.commit(operator, "addClient", { providerId, clientId });
  await new OwnKeys(store.federation).all();
  return { url, forumId: store.forumId, organizations, accounts, groups };
}

/** One forum of a federation. */
export class PeopledForum {
  readonly index: number;
  readonly url: string;
  readonly #templates: readonly Template[];
  readonly #now: () => Date;
  #store: Store;

  private constructor(index: number, url: string, store: Store, templates: readonly Template[], now: () => Date) {
    this.index = index;
    this.url = url;
    this.#store = store;
    this.#templates = templates;
    this.#now = now;
  }

  static async open(index: number, templates: readonly Template[], now: () => Date): Promise<PeopledForum> {
    const template = templates[index];
    if (template === undefined) throw new Error(`there is no forum ${index}`);
    const url = await copyOfStore(template.url);
    return new PeopledForum(index, url, await openStore(url, { now }), templates, now);
  }

  get store(): Store {
    return this.#store;
  }

  get forumId(): string {
    return this.#store.forumId;
  }

  async restart(): Promise<void> {
    await this.#store[Symbol.asyncDispose]();
    this.#store = await openStore(this.url, { now: this.#now });
  }

  /** The id here of what may be at home elsewhere. */
  idOf(seat: Seat): string {
    const home = this.#template(seat.forum);
    const [kind, id] = isOrg(seat)
      ? (["organization", home.organizations[seat.organization]] as const)
      : (["account", home.accounts[seat.account]?.id] as const);
    return localId(kind, { id: id ?? "", forumId: home.forumId }, this.forumId);
  }

  itemId(home: number, id: string): string {
    return localId("item", { id, forumId: this.#template(home).forumId }, this.forumId);
  }

  groupId(group: number): string {
    return this.#template(this.index).groups[group] ?? "";
  }

  forumIdOf(forum: number): string {
    return this.#template(forum).forumId;
  }

  viewer(person: Person | null): Viewer {
    if (person === null) return anonymous;
    const { id = "", tokenId = "" } = this.#template(person.forum).accounts[person.account] ?? {};
    return { kind: "account", accountId: id, tokenId };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#store[Symbol.asyncDispose]();
    await dropStore(this.url);
  }

  #template(forum: number): Template {
    const template = this.#templates[forum];
    if (template === undefined) throw new Error(`there is no forum ${forum}`);
    return template;
  }
}
