import type { AudienceInput, Client } from "../../clients/sdk/index.ts";
import { createClient } from "../../clients/sdk/index.ts";
import type { App } from "../../server/app.ts";
import type { LifeEvent } from "./life.ts";
import { planLives } from "./life.ts";
import type { DemoPerson } from "./members.ts";
import { clients, emailOf, groups, organizations, people } from "./members.ts";
import type { PlannedItem } from "./plan.ts";
import { planItems } from "./plan.ts";
import { Chance } from "./random.ts";
import type { PlannedRelation } from "./relate.ts";
import { relate } from "./relate.ts";
import type { DemoAudience } from "./write.ts";

/** The clock of the demo: it stands where it is put while the past is told, and then runs. */
export class DemoClock {
  #at: Date | null = null;
  readonly now = (): Date => this.#at ?? new Date();

  stand(at: Date): void {
    this.#at = at;
  }

  run(): void {
    this.#at = null;
  }
}

export type SeededAccount = { readonly person: DemoPerson; readonly token: string };
type Members = { readonly ids: ReadonlyMap<string, string>; readonly accounts: readonly SeededAccount[] };

const day = 86_400_000;

/** Fills an empty forum with eighteen months of a life: members first, then everything that they said, in its order. */
export async function seedForum(app: Pick<App, "store" | "url">, clock: DemoClock): Promise<readonly SeededAccount[]> {
  const now = new Date();
  const chance = new Chance(18);
  const items = planItems(now);
  clock.stand(new Date(now.getTime() - 560 * day));
  const { ids, accounts } = await seedMembers(app.store);
  await using voices = openVoices(app.url, accounts);
  const scene: Scene = { ids, voices, items: new Map(), relations: new Map() };
  const published = items.map((item, at) => {
    const relation = relate(item, items.slice(0, at), chance);
    if (relation !== null) scene.relations.set(item.key, relation);
    return { at: item.at, play: () => publish(item, scene) };
  });
  const lived = planLives(items, now, chance).map((event) => ({ at: event.at, play: () => live(event, scene) }));
  const story = [...published, ...lived].sort((a, b) => a.at.getTime() - b.at.getTime());
  for (const { at, play } of story) {
    clock.stand(at);
    await play();
  }
  clock.run();
  return accounts;
}

async function seedMembers(store: App["store"]): Promise<Members> {
  const operator = { kind: "operator" } as const;
  const ids = new Map<string, string>();
  const accounts: SeededAccount[] = [];
  for (const { key, name, sector, country } of organizations) {
    ids.set(key, (await store.commit(operator, "addOrganization", { name, sector, country })).id);
  }
  for (const person of people) {
    const { key, name, role, listed } = person;
    const account = { organizationId: idOf(ids, person.organization), name, email: emailOf(person), role, listed };
    const { id: accountId } = await store.commit(operator, "addAccount", account);
    ids.set(key, accountId);
    const { token } = await store.commit(operator, "createToken", { accountId, name: "demo", expiresAt: null });
    accounts.push({ person, token });
  }
  for (const { key, name, description, organizations: inside, people: single } of groups) {
    const { id: groupId } = await store.commit(operator, "addGroup", { name, description });
    ids.set(key, groupId);
    for (const member of inside) {
      await store.commit(operator, "joinGroup", { groupId, member: { organizationId: idOf(ids, member) } });
    }
    for (const member of single) {
      await store.commit(operator, "joinGroup", { groupId, member: { accountId: idOf(ids, member) } });
    }
  }
  for (const [provider, client] of clients) {
    await store.commit(operator, "addClient", { providerId: idOf(ids, provider), clientId: idOf(ids, client) });
  }
  return { ids, accounts };
}

type Voices = { of(person: DemoPerson): Client; [Symbol.asyncDispose](): Promise<void> };

/** A client for each account: the past is told through the API, as anything else is. */
function openVoices(url: string, accounts: readonly SeededAccount[]): Voices {
  const voices = new Map(accounts.map(({ person, token }) => [person.key, createClient({ url, token })]));
  return {
    of({ key }) {
      const voice = voices.get(key);
      if (voice === undefined) throw new Error(`${key} has no account`);
      return voice;
    },
    async [Symbol.asyncDispose]() {
      for (const voice of voices.values()) await voice[Symbol.asyncDispose]();
    },
  };
}

type Scene = {
  readonly ids: ReadonlyMap<string, string>;
  readonly voices: Voices;
  /** What was published so far: the id of the item and its newest revision. */
  readonly items: Map<string, { readonly id: string; readonly revision: number }>;
  readonly relations: Map<string, PlannedRelation>;
};

async function publish(item: PlannedItem, scene: Scene): Promise<void> {
  const { tlp, attribution } = item;
  const input = item.written.input({
    tlp,
    attribution,
    audience: audienceInput(item.audience, scene.ids),
    relations: relationsOf(item, scene),
  });
  const voice = scene.voices.of(item.author);
  const { id, revision } = item.isDraft ? await voice.saveDraft(input) : (await voice.publish(input)).item;
  scene.items.set(item.key, { id, revision });
}

async function live(event: LifeEvent, scene: Scene): Promise<void> {
  const item = scene.items.get(event.item.key);
  if (item === undefined) throw new Error(`${event.type} of ${event.item.key}, which was not published`);
  const voice = scene.voices.of(event.by);
  switch (event.type) {
    case "revise": {
      const { tlp, update, severity } = event;
      const audience = audienceInput(event.audience, scene.ids);
      const handed = { tlp, audience, attribution: event.item.attribution, relations: relationsOf(event.item, scene) };
      const { item: revised } = await voice.revise(
        item.id,
        item.revision,
        event.item.written.input(handed, { update, severity }),
      );
      scene.items.set(event.item.key, { id: revised.id, revision: revised.revision });
      return;
    }
    case "withdraw":
      await voice.withdraw(item.id, event.reason);
      return;
    case "relay":
      await voice.relay(item.id, [idOf(scene.ids, event.to)]);
      return;
    case "answer":
      await voice.answer(item.id, event.state, event.note);
      return;
    case "sighting": {
      const { count, firstSeen, at, attributed, note } = event;
      const seen = { count, firstSeen: firstSeen.toISOString(), lastSeen: at.toISOString(), attributed, note };
      await voice.reportSighting(item.id, seen);
    }
  }
}

function relationsOf(
  { key }: PlannedItem,
  { relations, items }: Scene,
): { type: PlannedRelation["type"]; item: string }[] {
  const relation = relations.get(key);
  const item = relation === undefined ? undefined : items.get(relation.to.key)?.id;
  return relation === undefined || item === undefined ? [] : [{ type: relation.type, item }];
}

function audienceInput(audience: DemoAudience, ids: ReadonlyMap<string, string>): AudienceInput {
  const all = (keys: readonly string[]): string[] => keys.map((key) => idOf(ids, key));
  const { organizations: named, groups: circles, sectors, accounts } = audience;
  return { organizations: all(named), groups: all(circles), sectors, accounts: all(accounts) };
}

function idOf(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`the demo knows nobody by the name ${key}`);
  return id;
}
