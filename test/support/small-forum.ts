import type { FeedRecord } from "../../db/feed-record.ts";
import type { Store, StoreOptions } from "../../db/store.ts";
import { openStore } from "../../db/store.ts";
import type { ItemDraft, ItemWritten } from "../../domain/commands.ts";
import { ForumError } from "../../domain/errors.ts";
import type { Audience } from "../../domain/label.ts";
import { noAudience, normalizeAudience } from "../../domain/label.ts";
import { parseContent } from "../../domain/parse.ts";
import type { Viewer } from "../../domain/people.ts";
import type { Tlp } from "../../domain/tlp.ts";
import { freshStoreUrl } from "./fresh-store.ts";
import type { MemberWish, TestMember } from "./start-app.ts";
import { addMember } from "./start-app.ts";
import { tickingClock } from "./ticking-clock.ts";

export const operator = { kind: "operator" } as const;

export type Person = TestMember & { readonly viewer: Viewer & { readonly kind: "account" } };

/** A forum with a store and nothing else, as the operator has it. */
export class SmallForum {
  readonly url: string;
  readonly store: Store;

  private constructor(url: string, store: Store) {
    this.url = url;
    this.store = store;
  }

  static async open(url?: string, options: StoreOptions = {}): Promise<SmallForum> {
    const address = url ?? (await freshStoreUrl());
    return new SmallForum(address, await openStore(address, { now: tickingClock(), ...options }));
  }

  person(wish: MemberWish = {}): Promise<Person> {
    return addPerson(this.store, wish);
  }

  async people(count: number): Promise<Person[]> {
    const people: Person[] = [];
    while (people.length < count) people.push(await this.person());
    return people;
  }

  async group(...members: readonly Person[]): Promise<string> {
    const name = `Group ${crypto.randomUUID()}`;
    const { id: groupId } = await this.store.commit(operator, "addGroup", { name, description: null });
    for (const member of members) await this.join(groupId, member);
    return groupId;
  }

  join(groupId: string, { accountId }: Person): Promise<unknown> {
    return this.store.commit(operator, "joinGroup", { groupId, member: { accountId } });
  }

  leave(groupId: string, { accountId }: Person): Promise<unknown> {
    return this.store.commit(operator, "leaveGroup", { groupId, member: { accountId } });
  }

  publish(who: Person, item: ItemDraft = advisory(), idempotencyKey: string | null = null): Promise<ItemWritten> {
    return this.store.commit(who.viewer, "publish", { item, idempotencyKey });
  }

  revise(who: Person, itemId: string, expectedRevision: number, item: ItemDraft): Promise<ItemWritten> {
    return this.store.commit(who.viewer, "revise", { itemId, expectedRevision, item, idempotencyKey: null });
  }

  withdraw(who: Person, itemId: string): Promise<ItemWritten> {
    return this.store.commit(who.viewer, "withdraw", { itemId, reason: "It was wrong.", idempotencyKey: null });
  }

  relay(who: Person, itemId: string, ...to: readonly Person[]): Promise<ItemWritten> {
    const organizationIds = to.map(({ organizationId }) => organizationId);
    return this.store.commit(who.viewer, "relay", { itemId, organizationIds, idempotencyKey: null });
  }

  /** The feed behind a place to its end, in pages whose sizes come from `sizes` in turn. */
  async pages(who: Person, after: string | null, sizes: readonly number[] = [500]): Promise<FeedRecord[]> {
    const events: FeedRecord[] = [];
    for (let cursor = after, turn = 0; ; turn++) {
      const first = sizes[turn % sizes.length] ?? 500;
      const page = await this.store.as(who.viewer).feedPage({ first, after: cursor, filter: {} });
      events.push(...page.events);
      cursor = page.endCursor;
      if (!page.hasMore) return events;
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.store[Symbol.asyncDispose]();
  }
}

export async function addPerson(store: Store, wish: MemberWish = {}): Promise<Person> {
  const member = await addMember({ store }, wish);
  return { ...member, viewer: { kind: "account", accountId: member.accountId, tokenId: member.tokenId } };
}

export type Wish = { readonly title?: string; readonly tlp?: Tlp; readonly body?: string } & Partial<Audience>;

/** An advisory under TLP:GREEN for the whole community, unless said otherwise. */
export function advisory({ title = "Rotate the keys", tlp = "GREEN", body, ...audience }: Wish = {}): ItemDraft {
  const fields = { title, summary: "What happened, in short.", body, riskCategories: ["CYBER"], severity: "HIGH" };
  const label = {
    tlp,
    audience: normalizeAudience({ ...noAudience, ...audience }),
    attribution: "ORGANIZATION",
  } as const;
  return { content: parseContent("ADVISORY", fields, "input.advisory"), label, relations: [], path: "input.advisory" };
}

/** An event as a line: what changed of which item, and which state of it was shown. */
export function lineOf({ change, itemId, revision, item }: FeedRecord): string {
  return `${change} ${itemId ?? "-"} ${revision ?? "-"} ${item === null ? "-" : `${item.revision} ${item.status}`}`;
}

/** The code of the refusal that a promise must reject with. */
export async function refusalOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof ForumError) return error.code;
    throw error;
  }
  throw new Error("expected a refusal");
}

export function range(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}
