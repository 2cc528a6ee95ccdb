import type { Role, Sector } from "../../domain/vocabulary.ts";
import type { Answer, InProcessForum } from "./in-process.ts";
import { openInProcess } from "./in-process.ts";
import type { Person } from "./small-forum.ts";
import { addPerson, operator } from "./small-forum.ts";

export const noon = Date.parse("2026-11-25T12:00:00.000Z");

/** An instant so many minutes behind noon. */
export function minute(count: number): string {
  return new Date(noon + count * 60_000).toISOString();
}

/** What a practice with three clauses is made of. */
export function practiceInput(label: object): object {
  const clauses = ["Rotate.", "Write it down.", "Tell."].map((text) => ({ level: "MUST", text }));
  const envelope = { title: "Rotate keys", summary: "Often.", riskCategories: ["CYBER"], severity: "LOW" };
  return { ...envelope, clauses, ...label };
}

/** A forum in process whose clock stands until it is turned: everything that is due has happened when the turn is done. */
export class StillForum {
  readonly forum: InProcessForum;
  readonly #clock: { time: number };

  private constructor(forum: InProcessForum, clock: { time: number }) {
    this.forum = forum;
    this.#clock = clock;
  }

  static async open(): Promise<StillForum> {
    const clock = { time: noon };
    return new StillForum(await openInProcess({ now: () => new Date(clock.time) }), clock);
  }

  get store() {
    return this.forum.store;
  }

  person(sector: Sector = "COMPANY", role: Role = "CONTRIBUTOR"): Promise<Person> {
    return addPerson(this.store, { sector, role });
  }

  /** Another account of somebody's organisation. */
  colleague({ organizationId }: Person, role: Role = "CONTRIBUTOR"): Promise<Person> {
    return addPerson(this.store, { organizationId, role });
  }

  /** Puts the clock so many minutes behind noon, and lets nothing happen by it yet. */
  stopAt(minutes: number): void {
    this.#clock.time = noon + minutes * 60_000;
  }

  /** The same, and everything that is due happens. */
  async turnTo(minutes: number): Promise<void> {
    this.stopAt(minutes);
    await this.store.runDueTimers();
  }

  ask(who: Person | null, document: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Answer> {
    return this.forum.ask(who?.token ?? null, document, variables);
  }

  /** What a document is answered with, which must not be a refusal. */
  async done<T>(who: Person | null, document: string, variables: Readonly<Record<string, unknown>> = {}): Promise<T> {
    const answer = await this.ask(who, document, variables);
    if (answer.codes.length > 0) throw new Error(`${document}: ${answer.text}`);
    return answer.data as T; // the shape of the document
  }

  /** The code of a refusal, with the field where it names one. */
  async refused(
    who: Person | null,
    document: string,
    variables: Readonly<Record<string, unknown>> = {},
  ): Promise<string> {
    const { text, codes } = await this.ask(who, document, variables);
    const field = /"field":"([^"]*)"/.exec(text)?.[1];
    return [...codes, ...(field === undefined ? [] : [field])].join(" ");
  }

  /** A practice with three clauses, under GREEN unless said otherwise, that a group of its author's works on: it has a first version. */
  async practice(author: Person, group?: string, label: object = { tlp: "GREEN" }): Promise<string> {
    const id = await this.unproposed(author, label);
    const groupId = group ?? (await this.group(author));
    await this.done(author, "mutation ($id: ID!, $group: ID!) { proposePractice(id: $id, group: $group) { cursor } }", {
      id,
      group: groupId,
    });
    return id;
  }

  /** The same, before any group has heard of it. */
  async unproposed(author: Person, label: object = { tlp: "GREEN" }): Promise<string> {
    const { publish } = await this.done<{ publish: { item: { id: string } } }>(
      author,
      "mutation ($input: ItemInput!) { publish(input: $input) { item { id } } }",
      { input: { practice: practiceInput(label) } },
    );
    return publish.item.id;
  }

  /** Moves a practice, which freezes its next version. */
  async move(chair: Person, id: string, to: string): Promise<void> {
    await this.done(chair, "mutation ($id: ID!, $to: PracticeStage!) { movePractice(id: $id, to: $to) { cursor } }", {
      id,
      to,
    });
  }

  /** A group whose first member is its chair. */
  async group(...members: readonly Person[]): Promise<string> {
    const name = `Group ${crypto.randomUUID()}`;
    const { id: groupId } = await this.store.commit(operator, "addGroup", { name, description: null });
    for (const { accountId } of members)
      await this.store.commit(operator, "joinGroup", { groupId, member: { accountId } });
    const steward = await this.person("GOVERNMENT", "STEWARD");
    const member = { accountId: members[0]?.accountId ?? "" };
    await this.store.commit(steward.viewer, "setGroupRole", { groupId, member, role: "CHAIR", held: true });
    return groupId;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.forum[Symbol.asyncDispose]();
  }
}
