import { setTimeout } from "node:timers/promises";
import type { AudienceInput, ItemFields, ItemInput } from "../../clients/sdk/index.ts";
import { createClient } from "../../clients/sdk/index.ts";
import type { ForumKey, PersonKey } from "./cast.ts";
import {
  agreed,
  followPairs,
  forumKeys,
  forumOf,
  forums,
  group,
  organizationKeys,
  organizations,
  personKeys,
} from "./cast.ts";
import { Forums } from "./forums.ts";
import type { Step, StoryLabel } from "./story.ts";
import { after, before } from "./story.ts";
import { tellForum } from "./tell.ts";

const lookMs = 50;
const patienceMs = 60_000;
const markTitle = "That is all";

/** What a person, or a visitor of a forum, sees at the end. */
export type Seen = {
  readonly forum: ForumKey;
  readonly person: PersonKey | null;
  readonly items: readonly ItemFields[];
};
export type Federated = AsyncDisposable & { readonly forums: Forums; readonly seen: readonly Seen[] };

/** Has three forums follow each other and tells what each one's people see. Dispose of what comes back. */
export async function federate(say: (text: string) => void): Promise<Federated> {
  const three = await Forums.open();
  try {
    say("Three forums on this machine: north follows atlantic, atlantic follows pacific, pacific follows north.");
    await agree(three);
    await until("the directories have come", () => knowEachOther(three));
    await three.seatInGroup("joinGroup", group.member);
    const story = new Story(three);
    for (const step of before) await story.play(step);
    await story.settle("first");
    say("\nSomething was posted under every label.");
    for (const forum of forumKeys) say(tellForum(forum, await seenIn(three, forum)));
    for (const step of after) await story.play(step);
    await story.settle("second");
    say("\nItems were revised, narrowed, widened and withdrawn, and a member was taken out of a group.");
    const seen: Seen[] = [];
    for (const forum of forumKeys) seen.push(...(await seenIn(three, forum)));
    for (const forum of forumKeys)
      say(
        tellForum(
          forum,
          seen.filter((one) => one.forum === forum),
        ),
      );
    return { forums: three, seen, [Symbol.asyncDispose]: () => three[Symbol.asyncDispose]() };
  } catch (error) {
    await three[Symbol.asyncDispose]();
    throw error;
  }
}

/** Both stewards agree, each having looked at who the other says that it is. */
async function agree(three: Forums): Promise<void> {
  for (const [here, there] of followPairs) {
    await introduce(three, here, there, "RECEIVE");
    await introduce(three, there, here, "SEND");
  }
}

async function introduce(three: Forums, here: ForumKey, there: ForumKey, direction: "SEND" | "RECEIVE"): Promise<void> {
  const steward = three.steward(here);
  const { url } = three.app(there);
  const { fingerprint } = await steward.peers.preview(url); // a person compares it with what the other side says
  const groups = here === group.forum && direction === "SEND" ? [await three.groupId()] : [];
  await steward.peers.add(url, fingerprint, { ...agreed, direction, groups });
}

/** Whether each forum can name the members of the one that follows it. */
async function knowEachOther(three: Forums): Promise<boolean> {
  for (const [follower, forum] of followPairs)
    for (const key of organizationKeys.filter((one) => organizations[one].forum === follower))
      if ((await three.organizationId(forum, key)) === null) return false;
  return true;
}

class Story {
  readonly #three: Forums;
  readonly #items = new Map<string, { id: string; revision: number }>();

  constructor(three: Forums) {
    this.#three = three;
  }

  async play(step: Step): Promise<void> {
    if (step.does === "leave") return this.#three.seatInGroup("leaveGroup", group.member);
    const client = this.#three.client(step.by);
    const known = this.#items.get(step.item);
    if (step.does === "publish") {
      const { item } = await client.publish(await this.#input(step.by, step.title, step.label));
      this.#items.set(step.item, item);
    } else if (known === undefined) throw new Error(`nothing was published as ${step.item}`);
    else if (step.does === "withdraw") await client.withdraw(known.id, step.reason);
    else {
      const input = await this.#input(step.by, step.title, step.label);
      const { item } = await client.revise(known.id, known.revision, input);
      this.#items.set(step.item, item);
    }
  }

  /** Posts a last item for everybody in each forum, and waits until all three have all of them: what came before has come, too. */
  async settle(name: string): Promise<void> {
    const marks: string[] = [];
    for (const forum of forumKeys) {
      const title = `${markTitle} for the ${name} time from the ${forums[forum]}`;
      const by = personKeys.find((person) => forumOf(person) === forum);
      if (by === undefined) throw new Error(`nobody is at home in ${forum}`);
      await this.#three.client(by).publish(await this.#input(by, title, { tlp: "CLEAR" }));
      marks.push(title);
    }
    await until("everything has come", async () => {
      for (const forum of forumKeys) {
        const titles = (await itemsOf(this.#three, forum, null)).map(({ title }) => title);
        if (!marks.every((mark) => titles.includes(mark))) return false;
      }
      return true;
    });
  }

  async #input(by: PersonKey, title: string, { tlp, attribution, ...to }: StoryLabel): Promise<ItemInput> {
    const audience = await this.#audience(forumOf(by), to);
    const named = Object.keys(audience).length > 0 ? { audience } : {};
    const words = {
      title,
      summary: `${title}: what is known so far.`,
      riskCategories: ["CYBER"],
      severity: "HIGH",
    } as const;
    return { advisory: { ...words, tlp, ...named, ...(attribution === undefined ? {} : { attribution }) } };
  }

  /** Those who are named, by the ids that they have in the author's forum. */
  async #audience(
    forum: ForumKey,
    { organizations = [], people = [], toGroup = false }: Omit<StoryLabel, "tlp" | "attribution">,
  ): Promise<AudienceInput> {
    const three = this.#three;
    const organizationIds = await Promise.all(organizations.map((key) => three.organizationId(forum, key)));
    const accountIds = await Promise.all(people.map((key) => three.accountId(forum, key)));
    const known = (ids: readonly (string | null)[]): string[] => ids.filter((id) => id !== null);
    return {
      ...(organizations.length > 0 ? { organizations: known(organizationIds) } : {}),
      ...(people.length > 0 ? { accounts: known(accountIds) } : {}),
      ...(toGroup ? { groups: [await three.groupId()] } : {}),
    };
  }
}

async function seenIn(three: Forums, forum: ForumKey): Promise<Seen[]> {
  const viewers = [...personKeys.filter((person) => forumOf(person) === forum), null];
  return Promise.all(
    viewers.map(async (person) => {
      const items = await itemsOf(three, forum, person);
      return { forum, person, items: items.filter(({ title }) => !title.startsWith(markTitle)) };
    }),
  );
}

async function itemsOf(three: Forums, forum: ForumKey, person: PersonKey | null): Promise<ItemFields[]> {
  const client = person === null ? createClient({ url: three.app(forum).url }) : three.client(person);
  const items: ItemFields[] = [];
  for await (const item of client.items({ filter: { statuses: ["PUBLISHED", "WITHDRAWN"] }, orderBy: "OLDEST" }))
    items.push(item);
  return items;
}

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + patienceMs;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`${what}: not within ${patienceMs / 1_000} s`);
    await setTimeout(lookMs);
  }
}
