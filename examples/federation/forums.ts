import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Client } from "../../clients/sdk/index.ts";
import { createClient } from "../../clients/sdk/index.ts";
import type { App } from "../../server/app.ts";
import { createApp } from "../../server/app.ts";
import { readConfig } from "../../server/config.ts";
import type { ForumKey, OrganizationKey, PersonKey } from "./cast.ts";
import { forumKeys, forumOf, forums, group, organizationKeys, organizations, people, personKeys } from "./cast.ts";

const operator = { kind: "operator" } as const;
const stewardName = "The steward";

/** Three forums on this machine, each with a database and members of its own. */
export class Forums implements AsyncDisposable {
  readonly #folder: string;
  readonly #open: AsyncDisposableStack;
  readonly #apps = new Map<ForumKey, App>();
  readonly #stewards = new Map<ForumKey, Client>();
  readonly #clients = new Map<PersonKey, Client>();
  /** The ids of members at home. */
  readonly #organizationIds = new Map<OrganizationKey, string>();

  private constructor(folder: string) {
    this.#folder = folder;
    this.#open = new AsyncDisposableStack();
    this.#open.defer(() => rm(folder, { recursive: true, force: true }));
  }

  static async open(): Promise<Forums> {
    const opened = new Forums(await mkdtemp(join(tmpdir(), "tocsin-federation-")));
    try {
      for (const key of forumKeys) await opened.#openForum(key);
      return opened;
    } catch (error) {
      await opened[Symbol.asyncDispose]();
      throw error;
    }
  }

  app(key: ForumKey): App {
    return has(this.#apps.get(key));
  }

  /** Where a forum's database lies. */
  database(key: ForumKey): string {
    return join(this.#folder, `${key}.db`);
  }

  steward(key: ForumKey): Client {
    return has(this.#stewards.get(key));
  }

  client(key: PersonKey): Client {
    return has(this.#clients.get(key));
  }

  /** What somebody is called in a forum: behind the names of others stands the forum where they are at home. */
  nameIn(forum: ForumKey, { name, home }: { readonly name: string; readonly home: ForumKey }): string {
    return home === forum ? name : `${name} @ ${forums[home]}`;
  }

  /** The id of an organisation in a forum, by its directory; null as long as it is not there. */
  async organizationId(forum: ForumKey, key: OrganizationKey): Promise<string | null> {
    const { name: ownName, forum: home } = organizations[key];
    const name = this.nameIn(forum, { name: ownName, home });
    for await (const one of this.steward(forum).organizations()) if (one.name === name) return one.id;
    return null;
  }

  /** Likewise of a person. */
  async accountId(forum: ForumKey, key: PersonKey): Promise<string | null> {
    const organization = await this.organizationId(forum, people[key].organization);
    if (organization === null) return null;
    const name = this.nameIn(forum, { name: people[key].name, home: forumOf(key) });
    for await (const one of this.steward(forum).accounts({ organization })) if (one.name === name) return one.id;
    return null;
  }

  async groupId(): Promise<string> {
    for await (const one of this.steward(group.forum).groups()) if (one.name === group.name) return one.id;
    throw new Error("the group is not there");
  }

  /** The operator seats an organisation in the group, or takes it out. */
  async seatInGroup(type: "joinGroup" | "leaveGroup", key: OrganizationKey): Promise<void> {
    const organizationId = has(await this.organizationId(group.forum, key));
    const member = { organizationId };
    await this.app(group.forum).store.commit(operator, type, { groupId: await this.groupId(), member });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#open[Symbol.asyncDispose]();
  }

  async #openForum(key: ForumKey): Promise<void> {
    const config = readConfig({
      PORT: "0",
      TOCSIN_DATABASE: this.database(key),
      TOCSIN_LOG_LEVEL: "warn",
      TOCSIN_FORUM_NAME: forums[key],
      TOCSIN_CONTACT: `stewards@${key}.example`,
      TOCSIN_OUTGOING_ALLOWED: "127.0.0.1/32", // the others are on this machine
      TOCSIN_PEER_INTERVAL_MS: "500", // whoever has not agreed yet is asked again soon
    });
    const app = this.#open.use(await createApp(config));
    this.#apps.set(key, app);
    const { store } = app;
    for (const org of organizationKeys) {
      const { forum, name, sector, country } = organizations[org];
      if (forum !== key) continue;
      const { id } = await store.commit(operator, "addOrganization", { name, sector, country });
      await store.commit(operator, "setReachable", { organizationId: id, reachable: true });
      this.#organizationIds.set(org, id);
    }
    const secretariat = { name: `Secretariat of the ${forums[key]}`, sector: "CIVIL_SOCIETY", country: null } as const;
    const { id: home } = await store.commit(operator, "addOrganization", secretariat);
    this.#stewards.set(key, await this.#admit(key, { organizationId: home, name: stewardName, role: "STEWARD" }));
    for (const person of personKeys) {
      if (forumOf(person) !== key) continue;
      const organizationId = has(this.#organizationIds.get(people[person].organization));
      const { name } = people[person];
      this.#clients.set(person, await this.#admit(key, { organizationId, name, role: "CONTRIBUTOR" }));
    }
    if (group.forum === key) await store.commit(operator, "addGroup", { name: group.name, description: null });
  }

  async #admit(
    key: ForumKey,
    member: { readonly organizationId: string; readonly name: string; readonly role: "STEWARD" | "CONTRIBUTOR" },
  ): Promise<Client> {
    const { store, url } = this.app(key);
    const email = `${member.name.toLowerCase().replaceAll(" ", ".")}@${key}.example`;
    const { id: accountId } = await store.commit(operator, "addAccount", { ...member, email, listed: true });
    const { token } = await store.commit(operator, "createToken", { accountId, name: null, expiresAt: null });
    return this.#open.use(createClient({ url, token }));
  }
}

function has<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error("a part of the example is not there");
  return value;
}
