import type { Results } from "../../server/operations.ts";
import type { Answer, InProcessForum } from "../support/in-process.ts";
import { openInProcess } from "../support/in-process.ts";
import { writes } from "./documents.ts";
import { accountName, groupName, itemName, organizationName, summaryOf, titleOf } from "./expected-items.ts";
import type { Filter } from "./filters.ts";
import { withdrawalReason } from "./oracle.ts";
import type { Act, Input, Outcome, Step, World } from "./world.ts";
import { worldBegin } from "./world.ts";

const inputNames = {
  ADVISORY: "advisory",
  INCIDENT: "incident",
  CIRCUMVENTION_TECHNIQUE: "circumventionTechnique",
} as const;
const nothing = `itm_${"0".repeat(26)}`;
const operator = { kind: "operator" } as const;

/** A world in a real forum: it does the steps through the API, and knows which id stands for whom. */
export class WorldForum {
  readonly world: World;
  readonly #forum: InProcessForum;
  readonly #clock: { now: number };
  readonly #seed: (name: string) => void;
  readonly organizations: string[] = [];
  readonly accounts: string[] = [];
  readonly groups: string[] = [];
  readonly items: string[] = [];
  readonly #tokens: { readonly id: string; readonly token: string }[] = [];
  readonly #names = new Map<string, string>();

  private constructor(world: World, forum: InProcessForum, clock: { now: number }, seed: (name: string) => void) {
    this.#seed = seed;
    this.world = world;
    this.#forum = forum;
    this.#clock = clock;
  }

  /** `seed` is told the name of each thing that is about to be done, before it is. */
  static async open(world: World, seed: (name: string) => void = () => undefined): Promise<WorldForum> {
    seed("beginning");
    const clock = { now: worldBegin };
    const forum = await openInProcess({ now: () => new Date(clock.now) });
    const made = new WorldForum(world, forum, clock, seed);
    await made.#populate();
    return made;
  }

  /** The instant of the clock, as the forum writes it. */
  get at(): string {
    return new Date(this.#clock.now).toISOString();
  }

  ask(account: number | null, document: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Answer> {
    const token = account === null ? null : (this.#tokens[account]?.token ?? "");
    return this.#forum.ask(token, document, variables);
  }

  /** What an account finds at a path behind one of the doors that are only read from. */
  read(account: number | null, path: string): Promise<string | null> {
    return this.#forum.read(account === null ? null : (this.#tokens[account]?.token ?? ""), path);
  }

  follow(account: number | null, document: string, variables: Readonly<Record<string, unknown>>): Promise<Results> {
    return this.#forum.follow(account === null ? null : (this.#tokens[account]?.token ?? ""), document, variables);
  }

  /** An answer with the names of the oracle for ids. */
  named(answer: Answer): unknown {
    return JSON.parse(answer.text.replaceAll(/\b(itm|org|acc|grp)_[0-9a-z]{26}\b/g, (id) => this.#names.get(id) ?? id))
      .data;
  }

  nameOf(id: string): string {
    return this.#names.get(id) ?? id;
  }

  filterInput({ origins, groups, publishedAfterMs, publishedBeforeMs, ...rest }: Filter): Record<string, unknown> {
    const instant = (ms: number | undefined): string | undefined =>
      ms === undefined ? undefined : new Date(worldBegin + ms).toISOString();
    return {
      ...rest,
      origins: origins?.map((index) => this.organizations[index]),
      groups: groups?.map((index) => this.groups[index]),
      publishedAfter: instant(publishedAfterMs),
      publishedBefore: instant(publishedBeforeMs),
    };
  }

  /** Does a step and says how it was answered. A new item gets its place in the list. */
  async perform(
    step: Step,
    key: string,
    revisionOf: (item: number) => number,
  ): Promise<{ outcome: Outcome; itemId: string | null }> {
    this.#clock.now += step.laterMs;
    this.#seed(key);
    const { document, variables } = this.#request(step.act, key, revisionOf);
    const answer = await this.ask(step.by, document, variables);
    const [code] = answer.codes;
    // the codes of the API; anything else shows as a difference
    if (code !== undefined) return { outcome: code as Outcome, itemId: null };
    const [field] = Object.values(answer.data ?? {});
    const { id, item } = Object(field) as { id?: string; item?: { id: string } }; // the two shapes that writes answer with
    const itemId = item?.id ?? id ?? null;
    return { outcome: "done", itemId };
  }

  waitUntil(instant: number): void {
    this.#clock.now = Math.max(this.#clock.now, instant);
  }

  /** Takes up an item that a step has made. */
  addItem(id: string): void {
    this.#names.set(id, itemName(this.items.length));
    this.items.push(id);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#forum[Symbol.asyncDispose]();
  }

  async #populate(): Promise<void> {
    const { store } = this.#forum;
    const { world } = this;
    const made = async (
      list: string[],
      name: (index: number) => string,
      makings: Promise<{ id: string }>[],
    ): Promise<void> => {
      for (const { id } of await Promise.all(makings)) {
        this.#names.set(id, name(list.length));
        list.push(id);
      }
    };
    await made(
      this.organizations,
      organizationName,
      world.organizations.map((sector, index) =>
        store.commit(operator, "addOrganization", { name: `Organisation ${index}`, sector, country: null }),
      ),
    );
    const groupNames = Array.from({ length: world.groups }, (_, index) => `Group ${String(index).padStart(2, "0")}`);
    await Promise.all([
      made(
        this.accounts,
        accountName,
        world.accounts.map(({ organization, role, listed }, index) =>
          store.commit(operator, "addAccount", {
            organizationId: this.#organization(organization),
            name: `Account ${index}`,
            email: `account-${index}@example.org`,
            role,
            listed,
          }),
        ),
      ),
      made(
        this.groups,
        groupName,
        groupNames.map((name) => store.commit(operator, "addGroup", { name, description: null })),
      ),
    ]);
    const tokens = this.accounts.map((accountId) =>
      store.commit(operator, "createToken", { accountId, name: null, expiresAt: null }),
    );
    this.#tokens.push(...(await Promise.all(tokens)));
    await Promise.all([
      ...world.memberships.map(({ group, member }) =>
        store.commit(operator, "joinGroup", {
          groupId: this.groups[group] ?? "",
          member:
            "account" in member
              ? { accountId: this.accounts[member.account] ?? "" }
              : { organizationId: this.#organization(member.organization) },
        }),
      ),
      ...world.clients.map(({ provider, client }) =>
        store.commit(operator, "addClient", {
          providerId: this.#organization(provider),
          clientId: this.#organization(client),
        }),
      ),
    ]);
  }

  #organization(index: number): string {
    return this.organizations[index] ?? "";
  }

  #request(act: Act, key: string, revisionOf: (item: number) => number) {
    const id = "item" in act && act.item !== null ? (this.items[act.item] ?? nothing) : undefined;
    switch (act.type) {
      case "publish":
        return { document: writes.publish, variables: { input: this.#input(act.input), key } };
      case "revise": {
        const expectedRevision = revisionOf(act.item) + (act.stale ? -1 : 0);
        return { document: writes.revise, variables: { id, expectedRevision, input: this.#input(act.input), key } };
      }
      case "withdraw":
        return { document: writes.withdraw, variables: { id, reason: withdrawalReason, key } };
      case "relay":
        return {
          document: writes.relay,
          variables: { id, organizations: act.to.map((to) => this.#organization(to)), key },
        };
      case "saveDraft":
        return { document: writes.saveDraft, variables: { id, input: this.#input(act.input) } };
      case "publishDraft":
        return { document: writes.publishDraft, variables: { id, key } };
      case "discardDraft":
        return { document: writes.discardDraft, variables: { id } };
      case "sight":
        return {
          document: writes.sight,
          variables: { id, count: act.count, attributed: act.attributed, firstSeen: "2026-11-01T00:00:00Z", key },
        };
      case "discuss":
        return { document: writes.discuss, variables: { id } };
      case "answer":
        return { document: writes.answer, variables: { id, state: act.state } };
      case "join":
      case "leave": {
        const member =
          "account" in act.member
            ? { account: this.accounts[act.member.account] }
            : { organization: this.organizations[act.member.organization] };
        return { document: writes[act.type], variables: { group: this.groups[act.group], ...member } };
      }
      case "addClient":
      case "removeClient":
        return {
          document: writes[act.type],
          variables: { organization: this.#organization(act.provider), client: this.#organization(act.client) },
        };
      case "setRole":
        return { document: writes.setRole, variables: { id: this.accounts[act.account], role: act.role } };
      case "suspend":
      case "resume":
        return "account" in act.who
          ? { document: writes[`${act.type}Account`], variables: { id: this.accounts[act.who.account] } }
          : {
              document: writes[`${act.type}Organization`],
              variables: { id: this.organizations[act.who.organization] },
            };
      case "revoke":
        return { document: writes.revoke, variables: { id: this.#tokens[act.account]?.id } };
      case "repeat":
        throw new Error("a repetition is done as the write that it repeats");
    }
  }

  #input(input: Input) {
    const { kind, severity, riskCategories, techniques, provider, tlp, attribution, audience, relations } = input;
    return {
      [inputNames[kind]]: {
        title: titleOf(input),
        summary: summaryOf(input),
        severity,
        riskCategories,
        techniques,
        affectedSystems: provider === null ? [] : [{ provider }],
        tlp,
        attribution,
        audience: {
          organizations: audience.organizations.map((index) => this.organizations[index]),
          groups: audience.groups.map((index) => this.groups[index]),
          sectors: audience.sectors,
          accounts: audience.accounts.map((index) => this.accounts[index]),
        },
        relations: relations.map(({ type, item }) => ({ type, item: this.items[item] ?? nothing })),
      },
    };
  }
}
