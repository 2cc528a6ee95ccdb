import type { Attribution, Severity, Tlp } from "../../clients/sdk/index.ts";
import type { KindName } from "./content/theme.ts";
import type { Piece } from "./library.ts";
import { library } from "./library.ts";
import type { DemoPerson } from "./members.ts";
import { groups, organizations, people } from "./members.ts";
import { Chance } from "./random.ts";
import type { DemoAudience, Written } from "./write.ts";
import { write } from "./write.ts";

/** An item of the demo: who hands what in, when, under which label, and what becomes of it. */
export type PlannedItem = {
  readonly key: string;
  readonly at: Date;
  readonly author: DemoPerson;
  readonly tlp: Tlp;
  readonly attribution: Attribution;
  readonly audience: DemoAudience;
  readonly written: Written;
  readonly piece: Piece;
  readonly isDraft: boolean;
};

const day = 86_400_000;
const spanDays = 540;

/**
 * Which label the next item of a kind gets. Most traffic of a forum is GREEN and AMBER; the cycle is shorter than the number of
 * pieces of any kind, so that every kind comes under every label.
 */
const labels: readonly Tlp[] = [
  "GREEN",
  "AMBER",
  "CLEAR",
  "GREEN",
  "AMBER_STRICT",
  "AMBER",
  "GREEN",
  "CLEAR",
  "RED",
  "AMBER",
  "GREEN",
];

/** Who tends to write what. */
const voices: Readonly<Record<KindName, readonly string[]>> = {
  circumventionTechnique: ["aldermoor", "meridian", "kestrel", "aurore", "haneul", "tarn", "brightwater"],
  capabilityAlert: ["aldermoor", "meridian", "kestrel", "oasa", "tarn", "lindau"],
  threatActivity: ["aldermoor", "meridian", "haneul", "zki", "adr", "plainsight"],
  incident: ["brightwater", "aurore", "kestrel", "zki", "harbour", "plainsight", "meridian"],
  advisory: ["oasa", "zki", "adr", "harbour", "aldermoor", "lindau"],
  mitigation: ["aldermoor", "kestrel", "aurore", "haneul", "lindau", "meridian"],
  informationRequest: ["oasa", "adr", "tarn", "harbour", "plainsight", "haneul"],
  practice: ["harbour", "lindau", "oasa", "aldermoor", "tarn"],
};

/** The whole plan, oldest first. The same seed and the same moment give the same plan. */
export function planItems(now: Date, seed = 20_231_101): PlannedItem[] {
  const chance = new Chance(seed);
  const pieces = chance.shuffled(library());
  const turns = new Map<KindName, number>();
  const places = pieces.map((_, at) => (at + chance.next()) / pieces.length);
  return pieces
    .map((piece, index) => {
      const turn = turns.get(piece.kind) ?? chance.whole(0, labels.length - 1);
      turns.set(piece.kind, turn + 1);
      return planItem(piece, index, places[index] ?? 0, labels[turn % labels.length] ?? "GREEN", now, chance);
    })
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}

function planItem(piece: Piece, index: number, place: number, tlp: Tlp, now: Date, chance: Chance): PlannedItem {
  const at = workingHour(now, place, chance);
  const author = chance.one(contributorsOf(chance.one(voices[piece.kind])));
  const maker = organizations.find(({ key }) => key === author.organization)?.name ?? "";
  return {
    key: `item-${index}`,
    at,
    author,
    tlp,
    attribution: chance.happens(0.75) ? "ORGANIZATION" : chance.happens(0.6) ? "SECTOR" : "ANONYMOUS",
    audience: audienceFor(tlp, author, chance),
    written: write(piece, maker, at, chance),
    piece,
    isDraft: place > 0.9 && chance.happens(0.35),
  };
}

/** Later places lie closer together: the forum grows. Nobody writes at weekends. */
function workingHour(now: Date, place: number, chance: Chance): Date {
  const daysAgo = spanDays * (1 - Math.sqrt(place)) + 1;
  const date = new Date(now.getTime() - daysAgo * day);
  date.setUTCHours(chance.whole(7, 17), chance.whole(0, 59), chance.whole(0, 59), chance.whole(0, 999));
  const weekday = date.getUTCDay();
  if (weekday === 0 || weekday === 6) date.setUTCDate(date.getUTCDate() - 2);
  return date;
}

const nobody: DemoAudience = { organizations: [], groups: [], sectors: [], accounts: [] };

function audienceFor(tlp: Tlp, author: DemoPerson, chance: Chance): DemoAudience {
  const others = organizations.filter(({ key }) => key !== author.organization && key !== "secretariat");
  const circle = (): DemoAudience => {
    const way = chance.next();
    if (way < 0.45) return { ...nobody, groups: [chance.one(groups).key] };
    if (way < 0.6) return { ...nobody, sectors: [chance.one(["GOVERNMENT", "COMPANY", "ACADEMIA"] as const)] };
    return { ...nobody, organizations: chance.some(others, chance.whole(1, 4)).map(({ key }) => key) };
  };
  switch (tlp) {
    case "CLEAR":
      return nobody;
    case "GREEN":
      return chance.happens(0.7) ? nobody : circle();
    case "AMBER":
    case "AMBER_STRICT":
      return circle();
    case "RED": {
      const outside = people.filter(({ organization, listed }) => organization !== author.organization && listed);
      return { ...nobody, accounts: chance.some(outside, chance.whole(2, 4)).map(({ key }) => key) };
    }
  }
}

export function contributorsOf(organization: string): DemoPerson[] {
  return people.filter((person) => person.organization === organization && person.role !== "READER");
}

export const severities: readonly Severity[] = ["LOW", "MEDIUM", "HIGH", "CRITICAL"];
