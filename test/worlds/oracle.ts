/**
 * What a forum is, done again in the most naive way: lists that are gone through from end to end. Written from the table
 * of labels and the meaning of the API, so that it can disagree with the product. It imports nothing of it.
 */
import type { Address, Passed, Person } from "./sight.ts";
import { entitled, namesCircles, passingOn, sameAudience, showsOrganization } from "./sight.ts";
import type { Act, AnswerState, GroupMember, Input, Outcome, Role, Step, Suspended, World } from "./world.ts";

export type Revision = {
  readonly number: number;
  readonly at: string;
  readonly input: Input;
  readonly authors: readonly number[];
};
export type Relayed = Passed & { readonly at: string; active: boolean };
export type Sighted = {
  readonly organization: number;
  readonly count: number;
  readonly attributed: boolean;
  readonly at: string;
};
export type Answered = {
  readonly organization: number;
  state: AnswerState;
  readonly acknowledgedAt: string;
  at: string;
};
/** A talk about an item: it is seen by those who had the item when it began, as long as they see the item. */
export type Talk = { readonly organization: number; readonly address: Address; readonly at: string };
export type Item = {
  readonly index: number;
  readonly origin: number;
  readonly createdAt: string;
  status: "DRAFT" | "PUBLISHED" | "WITHDRAWN" | "GONE";
  revisions: Revision[];
  readonly writer: number;
  publishedAt: string | null;
  revisedAt: string | null;
  withdrawal: { readonly reason: string; readonly at: string } | null;
  relays: Relayed[];
  sightings: Sighted[];
  answers: Answered[];
  talks: Talk[];
};

/** One line of the story that feeds are told from. `people` is everybody as they were right before it. */
export type Happening = { readonly at: string; readonly people: readonly Person[] } & (
  | {
      readonly type: "publish" | "revise" | "withdraw" | "relay";
      readonly item: Item;
      readonly revision: number;
      readonly before: Address | null;
      readonly inputBefore: Input | null;
      readonly after: Address;
      readonly inputAfter: Input;
    }
  | { readonly type: "rights"; readonly accounts: readonly number[] }
);

type Membership = { readonly group: number; readonly member: string };
type Write = { readonly step: Step; readonly done: boolean; readonly item: Item | null };

export const newest = (item: Item): Revision => {
  const last = item.revisions.at(-1);
  if (last === undefined) throw new Error("an item without a revision");
  return last;
};

export function addressOf(item: Item, revision: Revision = newest(item)): Address {
  const { tlp, audience } = revision.input;
  const passed = revision === newest(item) ? item.relays.filter(({ active }) => active) : [];
  return { draft: item.status === "DRAFT", tlp, audience, origin: item.origin, authors: revision.authors, passed };
}

export class Oracle {
  readonly world: World;
  readonly items: Item[] = [];
  readonly story: Happening[] = [];
  roles: Role[];
  revoked: boolean[];
  suspendedAccounts: boolean[];
  suspendedOrganizations: boolean[];
  #memberships: Membership[];
  #clients: string[];
  #lastWrite: Write | null = null;

  constructor(world: World) {
    this.world = world;
    this.roles = world.accounts.map(({ role }) => role);
    this.revoked = world.accounts.map(() => false);
    this.suspendedAccounts = world.accounts.map(() => false);
    this.suspendedOrganizations = world.organizations.map(() => false);
    this.#memberships = world.memberships.map(({ group, member }) => ({ group, member: JSON.stringify(member) }));
    this.#clients = world.clients.map(({ provider, client }) => `${provider} ${client}`);
  }

  /** Somebody as of now; also of those whose token does not work any more. */
  person(account: number | null): Person {
    if (account === null) return null;
    const { organization } = this.#account(account);
    const own = [JSON.stringify({ account }), JSON.stringify({ organization })];
    const providers = this.#clients.map((pair) => pair.split(" ").map(Number));
    return {
      account,
      organization,
      sector: this.sector(organization),
      role: this.roles[account] ?? "READER",
      groups: new Set(this.#memberships.filter(({ member }) => own.includes(member)).map(({ group }) => group)),
      providers: new Set(providers.flatMap(([provider, client]) => (client === organization ? [provider ?? -1] : []))),
    };
  }

  sector(organization: number) {
    const sector = this.world.organizations[organization];
    if (sector === undefined) throw new Error(`no organisation ${organization}`);
    return sector;
  }

  /** Whether the account's token opens the forum. */
  works(account: number): boolean {
    const { organization } = this.#account(account);
    return !this.revoked[account] && !this.suspendedAccounts[account] && !this.suspendedOrganizations[organization];
  }

  sees(person: Person, item: Item | undefined): item is Item {
    return item !== undefined && item.status !== "GONE" && entitled(person, addressOf(item));
  }

  membersOf(group: number): string[] {
    return this.#memberships.flatMap((one) => (one.group === group ? [one.member] : []));
  }

  isClient(provider: number, client: number): boolean {
    return this.#clients.includes(`${provider} ${client}`);
  }

  clientPairs(): { provider: number; client: number }[] {
    return this.#clients.map((pair) => {
      const [provider = -1, client = -1] = pair.split(" ").map(Number);
      return { provider, client };
    });
  }

  /** What a step may be answered with, where the meaning of the API leaves more than one. */
  allowed({ by, act }: Step): Outcome[] {
    if (by === null) return ["UNAUTHENTICATED"];
    if (!this.works(by)) return ["UNAUTHENTICATED"];
    const person = this.person(by);
    if (person === null) throw new Error("a person is expected");
    if (act.type === "revoke" && person.role === "CONTRIBUTOR") return act.account === by ? ["done"] : ["NOT_FOUND"];
    if (isAdministration(act)) {
      if (person.role !== "STEWARD") return ["FORBIDDEN"];
      const letsItselfIn =
        (act.type === "join" && this.#homeOf(act.member) === person.organization) ||
        (act.type === "addClient" && act.client === person.organization);
      return letsItselfIn ? ["FORBIDDEN"] : ["done"];
    }
    if (person.role === "READER") return ["FORBIDDEN"];
    if (act.type === "repeat") return this.#allowedAgain(by, act.changed);
    if (act.type === "publish") return this.#faults(person, act.input, []);
    if (act.type === "saveDraft" && act.item === null) return this.#faults(person, act.input, []);
    const item = this.items[act.item ?? -1];
    if (!this.sees(person, item)) return ["NOT_FOUND"];
    const own = item.origin === person.organization;
    switch (act.type) {
      case "revise": {
        const faults: Outcome[] = [];
        if (!own) faults.push("FORBIDDEN");
        if (item.status !== "PUBLISHED" || act.stale) faults.push("CONFLICT");
        if (act.input.kind !== newest(item).input.kind) faults.push("BAD_USER_INPUT");
        return this.#faults(person, act.input, faults, item);
      }
      case "saveDraft": {
        const faults: Outcome[] = own ? [] : ["FORBIDDEN"];
        if (item.status !== "DRAFT") faults.push("CONFLICT");
        const found = this.#faults(person, act.input, faults, item);
        return act.input.kind === newest(item).input.kind ? found : [...found, "BAD_USER_INPUT"];
      }
      case "withdraw":
        if (!own) return ["FORBIDDEN"];
        return item.status === "PUBLISHED" ? ["done"] : ["CONFLICT"];
      case "publishDraft":
      case "discardDraft":
        if (!own) return ["FORBIDDEN"];
        return item.status === "DRAFT" ? ["done"] : ["CONFLICT"];
      case "relay":
        if (item.status !== "PUBLISHED") return ["CONFLICT", "FORBIDDEN"];
        return act.to.every((to) => this.#mayPass(person, item, to)) ? ["done"] : ["FORBIDDEN"];
      case "discuss":
        return item.status === "DRAFT" ? ["CONFLICT"] : ["done"];
      case "sight":
      case "answer":
        return item.status === "PUBLISHED" && !(own && act.type === "answer")
          ? ["done"]
          : ["done", "CONFLICT", "FORBIDDEN"];
    }
  }

  /** Takes over a step that was done. */
  apply({ by, act }: Step, at: string): void {
    if (by === null) throw new Error("an anonymous visitor writes nothing");
    if (isAdministration(act)) return this.#administer(act, at);
    if (act.type === "repeat") {
      const last = this.#last();
      if (!last.done) this.apply({ ...last.step, act: changedAct(last.step.act, act.changed) }, at);
      return;
    }
    const item = this.#write(by, act, at);
    if (isRepeatable(act)) this.#lastWrite = { step: { by, act, laterMs: 0 }, done: true, item };
  }

  /** Remembers a write that was refused: its key is not used up. */
  refused(step: Step): void {
    if (isRepeatable(step.act)) this.#lastWrite = { step, done: false, item: null };
  }

  /** The newest write that can be done again, if there is one. */
  get lastWrite(): Write | null {
    return this.#lastWrite;
  }

  #last(): Write {
    if (this.#lastWrite === null) throw new Error("a repetition needs a write");
    return this.#lastWrite;
  }

  #allowedAgain(by: number, changed: boolean): Outcome[] {
    const { step, done, item } = this.#last();
    const act = changedAct(step.act, changed);
    if (!done) return this.allowed({ ...step, act });
    const sees = this.sees(this.person(by), item ?? undefined);
    if (act !== step.act) return sees ? ["CONFLICT"] : ["CONFLICT", "NOT_FOUND"];
    return sees ? ["done"] : ["done", "NOT_FOUND"];
  }

  #mayPass(person: NonNullable<Person>, item: Item, to: number): boolean {
    const { tlp, attribution } = newest(item).input;
    const known = item.origin === person.organization || (to === item.origin && showsOrganization(attribution));
    if (known && this.#allOfThemSee(item, to)) return true;
    const scope = passingOn[tlp];
    if (scope === "NOBODY") return false;
    if (scope === "OWN_ORGANIZATION") return to === person.organization;
    if (scope === "CLIENTS") return to === person.organization || this.isClient(person.organization, to);
    return true;
  }

  /** `done`, or every fault that is in an input; whichever is found first may be told. */
  #faults(person: NonNullable<Person>, input: Input, others: readonly Outcome[], self?: Item): Outcome[] {
    const faults = [...others];
    const { tlp, audience, relations } = input;
    const circles = namesCircles(audience);
    const persons = audience.accounts.length > 0;
    if (tlp === "RED" && (circles || !persons)) faults.push("BAD_USER_INPUT");
    if ((tlp === "AMBER" || tlp === "AMBER_STRICT") && (!circles || persons)) faults.push("BAD_USER_INPUT");
    if (tlp === "GREEN" && persons) faults.push("BAD_USER_INPUT");
    if (tlp === "CLEAR" && (circles || persons)) faults.push("BAD_USER_INPUT");
    const before = self === undefined ? [] : newest(self).input.audience.accounts;
    const hidden = audience.accounts.some(
      (account) => !this.#account(account).listed && account !== person.account && !before.includes(account),
    );
    if (hidden) faults.push("BAD_USER_INPUT");
    if (relations.some(({ item }) => !this.sees(person, this.items[item]))) faults.push("BAD_USER_INPUT");
    if (self !== undefined && relations.some(({ item }) => item === self.index)) {
      return faults.length > 0 ? ["BAD_USER_INPUT", ...faults] : ["BAD_USER_INPUT", "done"];
    }
    return faults.length > 0 ? faults : ["done"];
  }

  #homeOf(member: GroupMember): number {
    return "account" in member ? this.#account(member.account).organization : member.organization;
  }

  #account(account: number) {
    const found = this.world.accounts[account];
    if (found === undefined) throw new Error(`no account ${account}`);
    return found;
  }

  #everybody(): Person[] {
    return this.world.accounts.map((_, account) => this.person(account));
  }

  #tell(type: "publish" | "revise" | "withdraw" | "relay", item: Item, at: string, was: Item | null): void {
    this.story.push({
      type,
      at,
      people: this.#everybody(),
      item,
      revision: newest(item).number,
      before: was === null ? null : addressOf(was),
      inputBefore: was === null ? null : newest(was).input,
      after: addressOf(item),
      inputAfter: newest(item).input,
    });
  }

  #write(by: number, act: ItemAct, at: string): Item {
    const organization = this.#account(by).organization;
    if (act.type === "publish" || (act.type === "saveDraft" && act.item === null)) {
      const item: Item = {
        index: this.items.length,
        origin: organization,
        createdAt: at,
        status: act.type === "publish" ? "PUBLISHED" : "DRAFT",
        revisions: [{ number: 1, at, input: act.input, authors: [by] }],
        writer: by,
        publishedAt: act.type === "publish" ? at : null,
        revisedAt: null,
        withdrawal: null,
        relays: [],
        sightings: [],
        answers: [],
        talks: [],
      };
      this.items.push(item);
      if (act.type === "publish") this.#tell("publish", item, at, null);
      return item;
    }
    const item = this.items[act.item ?? -1];
    if (item === undefined) throw new Error("a write to an item that is not there");
    const was: Item = { ...item, revisions: [...item.revisions], relays: item.relays.map((relay) => ({ ...relay })) };
    switch (act.type) {
      case "revise":
        this.#revise(item, by, act.input, at);
        this.#tell("revise", item, at, was);
        break;
      case "saveDraft":
        this.#redraft(item, by, act.input, at);
        break;
      case "withdraw":
        item.status = "WITHDRAWN";
        item.withdrawal = { reason: withdrawalReason, at };
        this.#tell("withdraw", item, at, was);
        break;
      case "publishDraft":
        item.status = "PUBLISHED";
        item.publishedAt = at;
        item.revisions = [{ ...newest(item), at }];
        this.#tell("publish", item, at, null);
        break;
      case "discardDraft":
        item.status = "GONE";
        break;
      case "relay":
        if (this.#pass(item, organization, act.to, at)) this.#tell("relay", item, at, was);
        break;
      case "sight":
        item.sightings.push({ organization, count: act.count, attributed: act.attributed, at });
        break;
      case "discuss":
        item.talks.push({ organization, address: addressOf(item), at });
        break;
      case "answer": {
        const earlier = item.answers.find((answer) => answer.organization === organization);
        if (earlier === undefined) item.answers.push({ organization, state: act.state, acknowledgedAt: at, at });
        else Object.assign(earlier, { state: act.state, at });
      }
    }
    return item;
  }

  #revise(item: Item, by: number, input: Input, at: string): void {
    const last = newest(item);
    const sameAddress = last.input.tlp === input.tlp && sameAudience(last.input.audience, input.audience);
    if (!sameAddress) for (const relay of item.relays) relay.active = false;
    item.revisions.push({ number: last.number + 1, at, input, authors: union([item.writer], [by]) });
    item.revisedAt = at;
  }

  #redraft(item: Item, by: number, input: Input, at: string): void {
    item.revisions = [{ number: 1, at, input, authors: union([item.writer], [by]) }];
  }

  #pass(item: Item, by: number, targets: readonly number[], at: string): boolean {
    const asClient = (to: number): boolean => passingOn[newest(item).input.tlp] === "CLIENTS" && to !== by;
    const reached = [...new Set(targets)].filter((to) => !this.#allOfThemSee(item, to));
    for (const to of reached) item.relays.push({ to, by, asClient: asClient(to), at, active: true });
    return reached.length > 0;
  }

  /** Whether each member of an organisation sees the item for being that. */
  #allOfThemSee(item: Item, organization: number): boolean {
    const member = JSON.stringify({ organization });
    const providers = this.clientPairs().flatMap(({ provider, client }) => (client === organization ? [provider] : []));
    const nobodyInParticular: Person = {
      account: -1,
      organization,
      sector: this.sector(organization),
      role: "READER",
      groups: new Set(this.#memberships.flatMap((one) => (one.member === member ? [one.group] : []))),
      providers: new Set(providers),
    };
    return entitled(nobodyInParticular, addressOf(item));
  }

  #administer(act: AdministrationAct, at: string): void {
    const people = this.#everybody();
    const rights = (accounts: readonly number[]): unknown => this.story.push({ type: "rights", at, people, accounts });
    const accountsOf = (organization: number): number[] =>
      this.world.accounts.flatMap((account, index) => (account.organization === organization ? [index] : []));
    switch (act.type) {
      case "join":
      case "leave": {
        const member = JSON.stringify(act.member);
        const isIn = this.membersOf(act.group).includes(member);
        if (isIn === (act.type === "join")) return;
        if (act.type === "join") this.#memberships.push({ group: act.group, member });
        else {
          this.#memberships = this.#memberships.filter((one) => one.group !== act.group || one.member !== member);
        }
        rights("account" in act.member ? [act.member.account] : accountsOf(act.member.organization));
        return;
      }
      case "addClient":
      case "removeClient": {
        const pair = `${act.provider} ${act.client}`;
        if (this.#clients.includes(pair) === (act.type === "addClient")) return;
        if (act.type === "addClient") this.#clients.push(pair);
        else this.#clients = this.#clients.filter((one) => one !== pair);
        rights(accountsOf(act.client));
        return;
      }
      case "setRole":
        if (this.roles[act.account] === act.role) return;
        this.roles[act.account] = act.role;
        rights([act.account]);
        return;
      case "suspend":
      case "resume":
        this.#suspend(act.who, act.type === "suspend");
        return;
      case "revoke":
        this.revoked[act.account] = true;
    }
  }

  #suspend(who: Suspended, suspended: boolean): void {
    if ("account" in who) this.suspendedAccounts[who.account] = suspended;
    else this.suspendedOrganizations[who.organization] = suspended;
  }
}

export const withdrawalReason = "Found to be wrong.";

type AdministrationType = "join" | "leave" | "addClient" | "removeClient" | "setRole" | "suspend" | "resume" | "revoke";
type AdministrationAct = Extract<Act, { type: AdministrationType }>;
type ItemAct = Exclude<Act, { type: AdministrationType | "repeat" }>;

const administration: ReadonlySet<string> = new Set<AdministrationType>([
  "join",
  "leave",
  "addClient",
  "removeClient",
  "setRole",
  "suspend",
  "resume",
  "revoke",
]);
function isAdministration(act: Act): act is AdministrationAct {
  return administration.has(act.type);
}

const repeatable: ReadonlySet<string> = new Set(["publish", "revise", "withdraw", "relay", "publishDraft", "sight"]);
export function isRepeatable(act: Act): act is ItemAct {
  return repeatable.has(act.type);
}

/** The same write with other input: what must not pass for a repetition. */
export function changedAct(act: Act, changed: boolean): Act {
  if (!changed) return act;
  if (act.type === "publish" || act.type === "revise") {
    return { ...act, input: { ...act.input, word: `${act.input.word}x` } };
  }
  if (act.type === "sight") return { ...act, count: act.count + 1 };
  return act;
}

function union<T>(a: readonly T[], b: readonly T[]): T[] {
  return [...new Set([...a, ...b])];
}
