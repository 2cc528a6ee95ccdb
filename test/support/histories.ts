import fc from "fast-check";
import type { ItemDraft } from "../../domain/commands.ts";
import { ForumError } from "../../domain/errors.ts";
import type { Person, SmallForum } from "./small-forum.ts";
import { advisory, range } from "./small-forum.ts";

export const peopleCount = 4;
const groupCount = 2;

type Address = {
  readonly type: "RED" | "ORGANIZATION" | "GROUP" | "GREEN" | "GREEN_GROUP" | "CLEAR";
  readonly to: number;
};
export type Act =
  | { readonly type: "publish"; readonly by: number; readonly address: Address }
  | { readonly type: "revise"; readonly item: number; readonly address: Address }
  | { readonly type: "withdraw"; readonly item: number }
  | { readonly type: "relay"; readonly item: number; readonly by: number; readonly to: number }
  | { readonly type: "talk"; readonly item: number; readonly by: number }
  | { readonly type: "join" | "leave"; readonly who: number; readonly group: number };

const who = fc.nat({ max: peopleCount - 1 });
const group = fc.nat({ max: groupCount - 1 });
const item = fc.nat({ max: 5 });
const address: fc.Arbitrary<Address> = fc.record({
  type: fc.constantFrom("RED", "ORGANIZATION", "GROUP", "GREEN", "GREEN_GROUP", "CLEAR"),
  to: who,
});
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ type: fc.constant("publish" as const), by: who, address }) },
  { weight: 5, arbitrary: fc.record({ type: fc.constant("revise" as const), item, address }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("withdraw" as const), item }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant("relay" as const), item, by: who, to: who }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant("talk" as const), item, by: who }) },
  { weight: 4, arbitrary: fc.record({ type: fc.constantFrom("join" as const, "leave" as const), who, group }) },
);

/** Stories of a few people who publish, narrow, widen, withdraw, relay, talk about what they see, join and leave. */
export function histories(maxLength: number): fc.Arbitrary<Act[]> {
  return fc.array(act, { minLength: 3, maxLength, size: "max" });
}

type Known = { readonly id: string; readonly author: Person; revision: number };

/** Does the acts of a history in a forum. */
export class Player {
  readonly people: readonly Person[];
  readonly items: Known[] = [];
  readonly #forum: SmallForum;
  readonly #groups: readonly string[];

  private constructor(forum: SmallForum, people: readonly Person[], groups: readonly string[]) {
    this.#forum = forum;
    this.people = people;
    this.#groups = groups;
  }

  static async start(forum: SmallForum): Promise<Player> {
    const people = await forum.people(peopleCount);
    const groups: string[] = [];
    for (const _ of range(groupCount)) groups.push(await forum.group());
    return new Player(forum, people, groups);
  }

  /** The item that an act is about, if it is about one that is there already. */
  itemOf(act: Act): string | null {
    return "item" in act ? (this.#known(act.item)?.id ?? null) : null;
  }

  /** Tells whether the act was done; what the rules refuse changes nothing. */
  async play(act: Act): Promise<boolean> {
    try {
      return await this.#do(act);
    } catch (error) {
      if (error instanceof ForumError) return false;
      throw error;
    }
  }

  async #do(act: Act): Promise<boolean> {
    const forum = this.#forum;
    switch (act.type) {
      case "publish": {
        const author = this.person(act.by);
        const { itemId: id } = await forum.publish(author, this.#draft(act.address));
        this.items.push({ id, author, revision: 1 });
        return true;
      }
      case "revise": {
        const known = this.#known(act.item);
        if (known === undefined) return false;
        await forum.revise(known.author, known.id, known.revision, this.#draft(act.address));
        known.revision += 1;
        return true;
      }
      case "withdraw": {
        const known = this.#known(act.item);
        if (known === undefined) return false;
        await forum.withdraw(known.author, known.id);
        return true;
      }
      case "relay": {
        const known = this.#known(act.item);
        if (known === undefined) return false;
        await forum.relay(this.person(act.by), known.id, this.person(act.to));
        return true;
      }
      case "talk": {
        const known = this.#known(act.item);
        if (known === undefined) return false;
        const thread = { itemId: known.id, groupId: null, title: "A word on it", label: null };
        const post = { text: "What do others think?", mentionIds: [] };
        const { viewer } = this.person(act.by);
        await forum.store.commit(viewer, "openThread", { ...thread, post, idempotencyKey: null });
        return true;
      }
      case "join":
        await forum.join(this.#group(act.group), this.person(act.who));
        return true;
      case "leave":
        await forum.leave(this.#group(act.group), this.person(act.who));
        return true;
    }
  }

  person(index: number): Person {
    const person = this.people[index];
    if (person === undefined) throw new Error(`there is no person ${index}`);
    return person;
  }

  #group(index: number): string {
    return this.#groups[index] ?? "";
  }

  #known(index: number): Known | undefined {
    return this.items[index % Math.max(1, this.items.length)];
  }

  #draft({ type, to }: Address): ItemDraft {
    const { accountId, organizationId } = this.person(to);
    const groups = [this.#group(to % groupCount)];
    switch (type) {
      case "RED":
        return advisory({ tlp: "RED", accounts: [accountId] });
      case "ORGANIZATION":
        return advisory({ tlp: "AMBER", organizations: [organizationId] });
      case "GROUP":
        return advisory({ tlp: "AMBER_STRICT", groups });
      case "GREEN":
        return advisory({ tlp: "GREEN" });
      case "GREEN_GROUP":
        return advisory({ tlp: "GREEN", groups });
      case "CLEAR":
        return advisory({ tlp: "CLEAR" });
    }
  }
}
