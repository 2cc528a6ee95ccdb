import type { BallotTerms } from "./ballots.ts";
import { ballotRules } from "./ballots.ts";
import { badInput } from "./errors.ts";
import type { Joining, MeetingRule } from "./groups.ts";
import { joinings, meetingRules } from "./groups.ts";
import { parseText } from "./parse.ts";
import type { RiskCategory } from "./vocabulary.ts";

/** How weakly what a group says may be labelled at most: nothing of it is public by itself. */
export const proceedingLabels = ["AMBER_STRICT", "AMBER", "GREEN"] as const;
export type ProceedingLabel = (typeof proceedingLabels)[number];

export type Deliverable = { readonly title: string; readonly due: string | null };

/** What a group is for and how it works. Versions are never changed, only added to. */
export type Charter = {
  readonly scope: string;
  readonly successCriteria: readonly string[];
  /** The areas of risk that it looks after. */
  readonly riskCategories: readonly RiskCategory[];
  readonly deliverables: readonly Deliverable[];
  /** How long it is in force from the day on which it is approved. */
  readonly durationMonths: number;
  /** The accounts that chair the group. */
  readonly chairIds: readonly string[];
  readonly joining: Joining;
  readonly decision: Omit<BallotTerms, "options">;
  readonly meetingRule: MeetingRule;
  readonly proceedings: ProceedingLabel;
  readonly intellectualProperty: string;
};

const maxEntries = 50;
const maxDurationMonths = 60;
const maxChairs = 10;

/** Refuses what no charter can be; `path` is where it stands in the input. Whether the chairs are there is for the database to say. */
export function checkCharter(charter: Charter, path: string): Charter {
  const { scope, successCriteria, riskCategories, deliverables, durationMonths, chairIds, decision } = charter;
  const at = (field: string): string => `${path}.${field}`;
  parseText(scope, at("scope"), 10_000, true);
  checkLength(successCriteria, at("successCriteria"), 1);
  successCriteria.forEach((text, index) => parseText(text, at(`successCriteria.${index}`), 2_000, true));
  if (riskCategories.length === 0) throw badInput(at("riskCategories"), "Give at least one.");
  checkLength(deliverables, at("deliverables"), 0);
  deliverables.forEach(({ title }, index) => parseText(title, at(`deliverables.${index}.title`), 500, true));
  checkNumber(durationMonths, at("durationMonths"), 1, maxDurationMonths);
  if (chairIds.length === 0) throw badInput(at("chairs"), "Name at least one.");
  if (chairIds.length > maxChairs) throw badInput(at("chairs"), `Name at most ${maxChairs}.`);
  checkWord(charter.joining, joinings, at("joining"));
  checkWord(decision.rule, ballotRules, at("decision.rule"));
  checkNumber(decision.quorumPercent, at("decision.quorumPercent"), 0, 100);
  checkWord(charter.meetingRule, meetingRules, at("meetingRule"));
  checkWord(charter.proceedings, proceedingLabels, at("proceedings"));
  parseText(charter.intellectualProperty, at("intellectualProperty"), 10_000, true);
  return { ...charter, riskCategories: [...new Set(riskCategories)], chairIds: [...new Set(chairIds)] };
}

/** The instant at which a charter that is approved now runs out: the same day of the month so many months on, or the month's last. */
export function charterEnd(approvedAt: string, durationMonths: number): string {
  const end = new Date(approvedAt);
  const day = end.getUTCDate();
  end.setUTCDate(1);
  end.setUTCMonth(end.getUTCMonth() + durationMonths);
  const lastDay = new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() + 1, 0)).getUTCDate();
  end.setUTCDate(Math.min(day, lastDay));
  return end.toISOString();
}

function checkLength(list: readonly unknown[], path: string, least: number): void {
  if (list.length < least || list.length > maxEntries)
    throw badInput(path, `Give ${least} to ${maxEntries} entries; there were ${list.length}.`);
}

function checkNumber(value: number, path: string, min: number, max: number): void {
  if (!Number.isInteger(value) || value < min || value > max)
    throw badInput(path, `Give a whole number from ${min} to ${max}.`);
}

function checkWord(value: string, words: readonly string[], path: string): void {
  if (!words.includes(value)) throw badInput(path, `Give one of ${words.join(", ")}.`);
}
