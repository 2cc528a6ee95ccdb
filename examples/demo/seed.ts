import type { AudienceInput } from "../../clients/sdk/index.ts";
import type { App } from "../../server/app.ts";
import type { LifeEvent } from "./life.ts";
import { planLives } from "./life.ts";
import type { DemoPerson } from "./members.ts";
import { planTalk, seedGroup } from "./groups.ts";
import { clients, emailOf, groups, organizations, people } from "./members.ts";
import type { PlannedItem } from "./plan.ts";
import { planItems } from "./plan.ts";
import { Chance } from "./random.ts";
import type { PlannedRelation } from "./relate.ts";
import { relate } from "./relate.ts";
import type { ItemMark, Voices } from "./voices.ts";
import type { DemoViewer, Happening, Members } from "./scene.ts";
import { idOf } from "./scene.ts";
import { planStandards } from "./standards.ts";
import { openVoices } from "./voices.ts";
import type { DemoAudience } from "./write.ts";

/** The clock of the demo: it is set while the past is told, and then runs. */
export class DemoClock {
  #at: number | null = null;

  /** While the past is told, each look at the clock is a few seconds later than the one before. */
  readonly now = (): Date => {
    if (this.#at === null) return new Date();
    this.#at += 7_919;
    return new Date(this.#at);
  };

  /** Puts the clock to a moment; it never goes back. */
  set(at: Date): void {
    this.#at = Math.max(at.getTime(), this.#at ?? 0);
  }

  run(): void {
    this.#at = null;
  }
}

export type SeededAccount = { readonly person: DemoPerson; readonly token: string };

const day = 86_400_000;

/** Fills an empty forum with eighteen months of a life: members first, then everything that they said, in its order. */
export async function seedForum(
  app: Pick<App, "store" | "url">,
  clock: DemoClock,
  signal: AbortSignal,
): Promise<readonly SeededAccount[]> {
  const now = new Date();
  const chance = new Chance(18);
  const items = planItems(now);
  clock.set(new Date(now.getTime() - 560 * day));
  const { ids, viewers, accounts } = await seedMembers(app.store);
  await using voices = openVoices(app.url, accounts);
  const scene: Scene = { ids, voices, items: new Map(), relations: new Map() };
  const sceneOfGroups = {
    ids,
    viewers,
    voices,
    store: app.store,
    now: clock.now,
    practices: new Map<string, string>(),
  };
  for (const [at, item] of items.entries()) {
    const relation = relate(item, items.slice(0, at), chance);
    if (relation !== null) scene.relations.set(item.key, relation);
  }
  const story: Happening[] = [
    ...items.map((item) => ({
      at: item.at,
      about: [item.key, scene.relations.get(item.key)?.to.key ?? item.key],
      play: () => publish(item, scene),
    })),
    ...planLives(items, now, chance).map((event) => ({
      at: event.at,
      about: [event.item.key],
      play: () => live(event, scene),
    })),
    ...planStandards(sceneOfGroups, now),
    ...planTalk(sceneOfGroups, now),
  ].sort((a, b) => a.at.getTime() - b.at.getTime());
  for (const wave of wavesOf(story)) {
    if (signal.aborted) break;
    clock.set(wave[0]?.at ?? now);
    await Promise.all(wave.map(({ play }) => play()));
  }
  clock.run();
  return accounts;
}

/** What lies within some hours and is about different items happens together: so many writes become one transaction. */
function wavesOf(story: readonly Happening[]): Happening[][] {
  const waves: Happening[][] = [];
  let about = new Set<string>();
  for (const happening of story) {
    const wave = waves.at(-1);
    const isNear = happening.at.getTime() - (wave?.[0]?.at.getTime() ?? 0) < day;
    if (wave === undefined || !isNear || wave.length === 12 || happening.about.some((key) => about.has(key))) {
      waves.push([happening]);
      about = new Set(happening.about);
    } else {
      wave.push(happening);
      for (const key of happening.about) about.add(key);
    }
  }
  return waves;
}

async function seedMembers(store: App["store"]): Promise<Members & { readonly accounts: readonly SeededAccount[] }> {
  const operator = { kind: "operator" } as const;
  const ids = new Map<string, string>();
  const viewers = new Map<string, DemoViewer>();
  const accounts: SeededAccount[] = [];
  for (const { key, name, sector, country } of organizations) {
    ids.set(key, (await store.commit(operator, "addOrganization", { name, sector, country })).id);
  }
  for (const person of people) {
    const { key, name, role, listed } = person;
    const account = { organizationId: idOf(ids, person.organization), name, email: emailOf(person), role, listed };
    const { id: accountId } = await store.commit(operator, "addAccount", account);
    ids.set(key, accountId);
    const { id: tokenId, token } = await store.commit(operator, "createToken", {
      accountId,
      name: "demo",
      expiresAt: null,
    });
    viewers.set(key, { kind: "account", accountId, tokenId });
    accounts.push({ person, token });
  }
  for (const group of groups) ids.set(group.key, await seedGroup(store, group, { ids, viewers }));
  for (const [provider, client] of clients) {
    await store.commit(operator, "addClient", { providerId: idOf(ids, provider), clientId: idOf(ids, client) });
  }
  return { ids, viewers, accounts };
}

type Scene = {
  readonly ids: ReadonlyMap<string, string>;
  readonly voices: Voices;
  /** What was published so far: the id of the item and its newest revision. */
  readonly items: Map<string, ItemMark>;
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
  scene.items.set(item.key, await (item.isDraft ? voice.saveDraft(input) : voice.publish(input)));
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
      const input = event.item.written.input(handed, { update, severity });
      scene.items.set(event.item.key, await voice.revise(item, input));
      return;
    }
    case "withdraw":
      await voice.withdraw(item, event.reason);
      return;
    case "relay":
      await voice.relay(item, idOf(scene.ids, event.to));
      return;
    case "answer":
      await voice.answer(item, event.state, event.note);
      return;
    case "sighting": {
      const { count, firstSeen, at, attributed, note } = event;
      const lastSeen = new Date(at.getTime() - day); // told a day later: the clock of a wave stands at its beginning
      const seen = { count, firstSeen: firstSeen.toISOString(), lastSeen: lastSeen.toISOString(), attributed, note };
      await voice.reportSighting(item, seen);
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
