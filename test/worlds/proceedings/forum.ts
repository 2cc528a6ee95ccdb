import type { Charter as FullCharter } from "../../../domain/charters.ts";
import type { Results } from "../../../server/operations.ts";
import type { Answer, InProcessForum } from "../../support/in-process.ts";
import { openInProcess } from "../../support/in-process.ts";
import { writes } from "./documents.ts";
import { accountName, groupName, organizationName } from "./expected.ts";
import type { Names } from "./requests.ts";
import { variablesOf } from "./requests.ts";
import type { Member, Outcome, Step, World } from "./world.ts";
import { cast, worldBegin } from "./world.ts";

const operator = { kind: "operator" } as const;

export const kindsOfIds = ["practices", "comments", "decisions", "ballots", "meetings"] as const;
/** The ids of what there is, in the order in which it was made. */
export type Ids = Record<(typeof kindsOfIds)[number], string[]>;
/** What is known of a practice when somebody writes about it. */
export type Known = { readonly revision: number; readonly version: number };

/** A world of groups in a real forum: it does the steps through the API, and knows which id stands for what. */
export class ProceedingsForum implements Names {
  readonly world: World;
  readonly ids: Ids = { practices: [], comments: [], decisions: [], ballots: [], meetings: [] };
  readonly organizations: string[] = [];
  readonly accounts: string[] = [];
  readonly groups: string[] = [];
  readonly #forum: InProcessForum;
  readonly #clock: { now: number };
  readonly #seed: (name: string) => void;
  readonly #tokens: { readonly id: string; readonly token: string }[] = [];
  readonly #names = new Map<string, string>();

  private constructor(world: World, forum: InProcessForum, clock: { now: number }, seed: (name: string) => void) {
    this.world = world;
    this.#forum = forum;
    this.#clock = clock;
    this.#seed = seed;
  }

  /** `seed` is told the name of each thing that is about to be done, before it is. */
  static async open(world: World, seed: (name: string) => void = () => undefined): Promise<ProceedingsForum> {
    seed("beginning");
    const clock = { now: worldBegin };
    const made = new ProceedingsForum(world, await openInProcess({ now: () => new Date(clock.now) }), clock, seed);
    try {
      await made.#populate();
    } catch (error) {
      await made[Symbol.asyncDispose]();
      throw error;
    }
    return made;
  }

  /** Turns the clock; what is due has happened when the turn is done. */
  async turnTo(now: number): Promise<void> {
    this.#seed(`turn ${now}`);
    this.#clock.now = now;
    await this.#forum.store.runDueTimers();
  }

  ask(account: number | null, document: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Answer> {
    return this.#forum.ask(this.#tokenOf(account), document, variables);
  }

  read(account: number | null, path: string): Promise<string | null> {
    return this.#forum.read(this.#tokenOf(account), path);
  }

  follow(account: number | null, document: string, variables: Readonly<Record<string, unknown>>): Promise<Results> {
    return this.#forum.follow(this.#tokenOf(account), document, variables);
  }

  audit() {
    return this.#forum.store.audit(100_000);
  }

  /** A text with the names of the oracle for ids. */
  named(text: string): string {
    return text.replaceAll(/\b(itm|org|acc|grp|cmt|dcn|blt|mtg)_[0-9a-z]{26}\b/g, (id) => this.#names.get(id) ?? id);
  }

  /** Does a step and says how it was answered, with the id of what it made. */
  async perform({ by, act, place }: Step, known: Known): Promise<{ outcome: Outcome; id: string; text: string }> {
    this.#seed(`step ${place}`);
    const answer = await this.ask(by, writes[act.type], variablesOf(this, { act, place, known, now: this.#clock.now }));
    const [code] = answer.codes;
    // the codes of the API; anything else shows as a difference
    if (code !== undefined) return { outcome: code as Outcome, id: "", text: answer.text };
    const [field] = Object.values(answer.data ?? {});
    return { outcome: "done", id: madeBy(field), text: answer.text };
  }

  /** Takes up what a step has made. */
  add(kind: keyof Ids, id: string): void {
    this.#names.set(id, `${kind.slice(0, -1)}:${this.ids[kind].length}`);
    this.ids[kind].push(id);
  }

  /** Takes up what has an id of that name in another forum. */
  takeNames(other: ProceedingsForum): void {
    for (const kind of kindsOfIds) for (const id of other.ids[kind]) this.add(kind, id);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#forum[Symbol.asyncDispose]();
  }

  #tokenOf(account: number | null): string | null {
    return account === null ? null : (this.#tokens[account]?.token ?? "");
  }

  async #populate(): Promise<void> {
    const { store } = this.#forum;
    const { world } = this;
    const take = (list: string[], name: (index: number) => string, made: readonly { id: string }[]): void => {
      for (const { id } of made) {
        this.#names.set(id, name(list.length));
        list.push(id);
      }
    };
    const organizations = world.organizations.map((sector, index) =>
      store.commit(operator, "addOrganization", { name: `Organisation ${index}`, sector, country: null }),
    );
    take(this.organizations, organizationName, await Promise.all(organizations));
    const accounts = world.accounts.map(({ organization, role, listed }, index) =>
      store.commit(operator, "addAccount", {
        organizationId: this.organizations[organization] ?? "",
        name: `Account ${index}`,
        email: `account-${index}@example.org`,
        role,
        listed,
      }),
    );
    take(this.accounts, accountName, await Promise.all(accounts));
    const tokens = this.accounts.map((accountId) =>
      store.commit(operator, "createToken", { accountId, name: null, expiresAt: null }),
    );
    this.#tokens.push(...(await Promise.all(tokens)));
    take(this.groups, groupName, await Promise.all(world.groups.map((_, index) => this.#group(index))));
    await Promise.all(
      world.seats.map(({ group, member }) =>
        store.commit(operator, "joinGroup", { groupId: this.groups[group] ?? "", member: this.#member(member) }),
      ),
    );
    const standings = world.seats.flatMap(({ group, member, standing }) =>
      standing !== "MEMBER" ? [{ group, member, role: standing }] : [],
    );
    const offices = world.officers.map(({ group, account, role }) => ({ group, member: { account }, role }));
    await Promise.all(
      [...standings, ...offices].map(({ group, member, role }) =>
        store.commit(this.#viewer(cast.chair), "setGroupRole", {
          groupId: this.groups[group] ?? "",
          member: this.#member(member),
          role,
          held: true,
        }),
      ),
    );
  }

  /** A group with its chair and the author: as a steward makes one, or by a proposal where it has a charter. */
  async #group(index: number): Promise<{ id: string }> {
    const { store } = this.#forum;
    const name = `Group ${index}`;
    const [steward, chair, author] = [cast.steward, cast.chair, cast.author].map((account) => this.#viewer(account));
    if (steward === undefined || chair === undefined || author === undefined) throw new Error("nobody is there");
    const chairId = this.accounts[cast.chair] ?? "";
    const plan = this.world.groups[index] ?? null;
    if (plan === null) {
      const { id } = await store.commit(operator, "addGroup", { name, description: null });
      for (const account of [cast.chair, cast.author])
        await store.commit(operator, "joinGroup", { groupId: id, member: this.#member({ account }) });
      const role = { groupId: id, member: { accountId: chairId }, role: "CHAIR", held: true } as const;
      await store.commit(steward, "setGroupRole", role);
      return { id };
    }
    const charter: FullCharter = { ...plainCharter, ...plan, chairIds: [chairId] };
    const proposal = { name, description: null, charter, idempotencyKey: null };
    const { id: groupId } = await store.commit(chair, "proposeGroup", proposal);
    await store.commit(author, "signOn", { groupId, signed: true });
    await store.commit(steward, "moveGroup", { groupId, move: "CHARTER", reason: null });
    await store.commit(chair, "moveGroup", { groupId, move: "START", reason: null });
    return { id: groupId };
  }

  #viewer(account: number) {
    const tokenId = this.#tokens[account]?.id ?? "";
    return { kind: "account", accountId: this.accounts[account] ?? "", tokenId } as const;
  }

  #member(member: Member) {
    return "account" in member
      ? { accountId: this.accounts[member.account] ?? "" }
      : { organizationId: this.organizations[member.organization] ?? "" };
  }
}

const plainCharter: Omit<FullCharter, "chairIds" | "decision" | "meetingRule"> = {
  scope: "How keys are kept.",
  successCriteria: ["A practice."],
  riskCategories: ["CYBER"],
  deliverables: [],
  durationMonths: 60,
  joining: "INVITATION",
  proceedings: "AMBER",
  intellectualProperty: "Anybody may use it.",
};

/** The id of what a write has made, from the shapes that writes answer with. */
function madeBy(field: unknown): string {
  if (typeof field === "string") return field;
  const { id, item, comment, ballot, practice }: Written = Object(field);
  return id ?? item?.id ?? comment?.id ?? ballot?.id ?? practice?.decisions.at(-1)?.id ?? "";
}

type Made = { readonly id: string } | null;
type Written = {
  readonly id?: string;
  readonly item?: Made;
  readonly comment?: Made;
  readonly ballot?: Made;
  readonly practice?: { readonly decisions: readonly { readonly id: string }[] };
};
