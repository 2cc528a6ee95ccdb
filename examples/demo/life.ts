import type { AnswerState, Severity, Tlp } from "../../clients/sdk/index.ts";
import type { DemoPerson } from "./members.ts";
import { clients, organizations } from "./members.ts";
import { answerNotes, sightingNotes, updates, withdrawalReasons } from "./phrases.ts";
import type { PlannedItem } from "./plan.ts";
import { contributorsOf, severities } from "./plan.ts";
import type { Chance } from "./random.ts";
import { readersOf } from "./readers.ts";
import type { DemoAudience } from "./write.ts";

/** What happens to an item after it was published, by somebody, at some time. */
export type LifeEvent = { readonly item: PlannedItem; readonly at: Date; readonly by: DemoPerson } & (
  | {
      readonly type: "revise";
      readonly update: string;
      readonly severity: Severity;
      readonly tlp: Tlp;
      readonly audience: DemoAudience;
    }
  | { readonly type: "withdraw"; readonly reason: string }
  | { readonly type: "relay"; readonly to: string }
  | { readonly type: "answer"; readonly state: AnswerState; readonly note: string | null }
  | {
      readonly type: "sighting";
      readonly count: number;
      readonly firstSeen: Date;
      readonly attributed: boolean;
      readonly note: string;
    }
);

const day = 86_400_000;
const nobody: DemoAudience = { organizations: [], groups: [], sectors: [], accounts: [] };

/** What becomes of the items until now, oldest first. */
export function planLives(items: readonly PlannedItem[], now: Date, chance: Chance): LifeEvent[] {
  const last = now.getTime() - 3_600_000;
  const later = (item: PlannedItem, least: number, most: number): Date =>
    new Date(
      Math.min(last, item.at.getTime() + chance.whole(least * 24, most * 24) * (day / 24) + chance.whole(1, 3_599_000)),
    );
  const events: LifeEvent[] = [];
  for (const item of items.filter(({ isDraft }) => !isDraft)) {
    const readers = readersOf(item);
    const responders = readers.flatMap((organization) => contributorsOf(organization).slice(0, 1));
    if (item.tlp !== "RED" && item.tlp !== "CLEAR") {
      for (const by of chance.some(responders, chance.whole(0, 2))) {
        const state = chance.one([
          "NO_ANSWER",
          "UNDER_STUDY",
          "AFFECTED",
          "NOT_AFFECTED",
          "NOT_AFFECTED",
          "MITIGATED",
        ] as const);
        const note = state === "NO_ANSWER" ? null : chance.one(answerNotes[state]);
        events.push({ type: "answer", item, by, at: later(item, 1, 9), state, note });
      }
    }
    const isSeen = item.piece.kind === "circumventionTechnique" || item.piece.kind === "threatActivity";
    if (isSeen && item.tlp !== "RED" && chance.happens(0.5)) {
      for (const by of chance.some(responders, chance.whole(1, 2))) {
        const at = later(item, 2, 20);
        events.push({
          type: "sighting",
          item,
          by,
          at,
          count: chance.whole(1, 40),
          firstSeen: new Date(at.getTime() - chance.whole(1, 30) * day),
          attributed: chance.happens(0.6),
          note: chance.one(sightingNotes),
        });
      }
    }
    const relay = relayOf(item, readers, chance);
    if (relay !== null) events.push({ type: "relay", item, at: later(item, 1, 4), ...relay });
    if (chance.happens(0.16)) events.push(revision(item, later(item, 10, 30), chance));
    else if (chance.happens(0.05)) {
      events.push({
        type: "withdraw",
        item,
        by: item.author,
        at: later(item, 5, 40),
        reason: chance.one(withdrawalReasons),
      });
    }
  }
  const ended = new Map(events.filter(({ type }) => type === "withdraw").map(({ item, at }) => [item, at]));
  return events
    .filter(({ type, item, at }) => type === "withdraw" || at < (ended.get(item) ?? now))
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}

function revision(item: PlannedItem, at: Date, chance: Chance): LifeEvent {
  const step = chance.one([-1, 0, 0, 1]);
  const rank = severities.indexOf(item.piece.theme.severity) + step;
  const severity = severities[Math.max(0, Math.min(3, rank))] ?? item.piece.theme.severity;
  const widened = item.tlp === "AMBER" && chance.happens(0.3);
  const update = widened ? "Update: cleared for wider sharing by everybody who is concerned." : chance.one(updates);
  return {
    type: "revise",
    item,
    by: item.author,
    at,
    severity,
    update,
    tlp: widened ? "GREEN" : item.tlp,
    audience: widened ? nobody : item.audience,
  };
}

/** An AMBER item goes on to a recipient's client; a GREEN one for a circle to somebody outside of it. */
function relayOf(item: PlannedItem, readers: readonly string[], chance: Chance): { by: DemoPerson; to: string } | null {
  if (item.tlp === "AMBER") {
    const way = clients.find(([provider, client]) => readers.includes(provider) && !readers.includes(client));
    const by = way === undefined ? undefined : contributorsOf(way[0])[0];
    return way === undefined || by === undefined || way[1] === item.author.organization ? null : { by, to: way[1] };
  }
  const isNarrow = item.audience.organizations.length + item.audience.groups.length + item.audience.sectors.length > 0;
  if (item.tlp !== "GREEN" || !isNarrow || !chance.happens(0.5)) return null;
  const by = readers.flatMap((organization) => contributorsOf(organization).slice(0, 1))[0];
  const outside = organizations.filter(({ key }) => !readers.includes(key) && key !== item.author.organization);
  return by === undefined || outside.length === 0 ? null : { by, to: chance.one(outside).key };
}
