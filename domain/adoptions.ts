import { badInput } from "./errors.ts";
import type { Label } from "./label.ts";
import { checkAudience } from "./label.ts";
import type { Tlp } from "./tlp.ts";
import { isWeaker, labelRules, printTlp } from "./tlp.ts";

/** How far an organisation takes a version of a practice over. */
export const adoptionLevels = [
  "INTENDS",
  "PARTIAL",
  "FULL",
  "EQUIVALENT_ALTERNATIVE",
  "NOT_ADOPTING",
  "WITHDRAWN",
] as const;
export type AdoptionLevel = (typeof adoptionLevels)[number];

/** What a declaration rests on, weakest first. */
export const adoptionEvidences = [
  "SELF_ATTESTED",
  "PUBLISHED_DOCUMENTATION",
  "IMPLEMENTATION_REPORT",
  "THIRD_PARTY_ASSESSED",
  "CERTIFIED",
] as const;
export type AdoptionEvidence = (typeof adoptionEvidences)[number];

/** Where an organisation stands with a practice by now: what it declared, or why that no longer says so. */
export const adoptionStandings = [...adoptionLevels, "EARLIER_VERSION", "OVERDUE", "EXPIRED"] as const;
export type AdoptionStanding = (typeof adoptionStandings)[number];

export type Deviation = { readonly clause: string; readonly reason: string };
export type Evidence = { readonly kind: AdoptionEvidence; readonly url: string; readonly title: string | null };

/** What an organisation declares of one version of a practice, parsed. */
export type Declaration = {
  readonly level: AdoptionLevel;
  /** The clauses that it is about; null for all of them. */
  readonly clauses: readonly string[] | null;
  readonly deviations: readonly Deviation[];
  readonly evidence: readonly Evidence[];
  /** Until when it holds; with INTENDS, by when it is meant. */
  readonly validUntil: string | null;
  readonly note: string | null;
};

type LevelRule = {
  /** Whether clauses must, may or must not be named. */
  readonly clauses: "must" | "may" | "none";
  readonly deviations: boolean;
  /** Whether it says that something is done or meant: only that can be proved, end, or have been of an earlier version. */
  readonly adopts: boolean;
};

/** What each level asks of a declaration. */
export const levelRules: Readonly<Record<AdoptionLevel, LevelRule>> = {
  INTENDS: { clauses: "may", deviations: true, adopts: true },
  PARTIAL: { clauses: "must", deviations: true, adopts: true },
  FULL: { clauses: "none", deviations: false, adopts: true },
  EQUIVALENT_ALTERNATIVE: { clauses: "may", deviations: true, adopts: true },
  NOT_ADOPTING: { clauses: "none", deviations: false, adopts: false },
  WITHDRAWN: { clauses: "none", deviations: false, adopts: false },
};

/** Refuses a declaration that its level does not allow, or that names what the version does not have. */
export function checkDeclaration(declaration: Declaration, clauseIds: readonly string[], now: string): void {
  const { level, clauses, deviations, evidence, validUntil, note } = declaration;
  const rule = levelRules[level];
  if (rule.clauses === "must" && (clauses === null || clauses.length === 0))
    throw badInput("clauses", `${level} says which clauses it is about: name at least one.`);
  if (rule.clauses === "none" && clauses !== null)
    throw badInput("clauses", `${level} is about the whole: leave the clauses out.`);
  if (clauses?.length === 0) throw badInput("clauses", "Name at least one clause, or leave them out.");
  if (!rule.deviations && deviations.length > 0) throw badInput("deviations", `${level} knows no deviations.`);
  if (!rule.adopts && evidence.length > 0) throw badInput("evidence", `${level} has nothing to be proved.`);
  if (!rule.adopts && validUntil !== null)
    throw badInput("validUntil", `${level} holds until something else is declared.`);
  if (level === "EQUIVALENT_ALTERNATIVE" && note === null && deviations.length === 0)
    throw badInput("note", "Say what you do instead: in a note, or as deviations.");
  if (validUntil !== null && validUntil <= now) throw badInput("validUntil", "Give an instant in the future.");
  const known = new Set(clauseIds);
  clauses?.forEach((clause, at) => checkClause(known, clause, `clauses.${at}`));
  deviations.forEach(({ clause }, at) => {
    checkClause(known, clause, `deviations.${at}.clause`);
    if (deviations.findIndex((other) => other.clause === clause) < at)
      throw badInput(`deviations.${at}.clause`, "There is a deviation from this clause already.");
    if (clauses !== null && !clauses.includes(clause))
      throw badInput(`deviations.${at}.clause`, "The declaration is not about this clause.");
  });
}

function checkClause(known: ReadonlySet<string>, clause: string, field: string): void {
  if (!known.has(clause)) throw badInput(field, "This version has no such clause.");
}

/**
 * Refuses a label that a declaration cannot have: for persons alone, since it speaks for an organisation; or weaker than that of its
 * practice, of which it tells.
 */
export function checkDeclarationLabel(label: Pick<Label, "tlp" | "audience">, practice: Tlp): void {
  if (labelRules[label.tlp].audience === "accounts")
    throw badInput("tlp", `A declaration speaks for an organisation; ${printTlp(label.tlp)} is for persons.`);
  if (isWeaker(label.tlp, practice))
    throw badInput(
      "tlp",
      `The practice is ${printTlp(practice)}; a declaration of it cannot be ${printTlp(label.tlp)}.`,
    );
  checkAudience(label.tlp, label.audience, "");
}

type Declared = Pick<Declaration, "level" | "validUntil"> & { readonly version: number };

/**
 * What a declaration comes to at an instant, beside the version of its practice that is in force: the one that was last adopted, or the
 * newest where none was. null where it says nothing of that version.
 */
export function standingOf(
  { level, version, validUntil }: Declared,
  current: number,
  now: string,
): AdoptionStanding | null {
  const { adopts } = levelRules[level];
  if (version < current) return adopts ? "EARLIER_VERSION" : null;
  if (adopts && validUntil !== null && validUntil <= now) return level === "INTENDS" ? "OVERDUE" : "EXPIRED";
  return level;
}

/** The same of one clause: null where the declaration is not about it. */
export function clauseStandingOf(
  declared: Declared & Pick<Declaration, "clauses" | "deviations">,
  clause: string,
  current: number,
  now: string,
): { readonly standing: AdoptionStanding; readonly deviation: string | null } | null {
  const standing = standingOf(declared, current, now);
  if (standing === null || !(declared.clauses?.includes(clause) ?? true)) return null;
  return { standing, deviation: declared.deviations.find((one) => one.clause === clause)?.reason ?? null };
}

const reminderMs = 30 * 24 * 60 * 60 * 1_000;

/** When the owners of a declaration are reminded that it ends: 30 days before. */
export function reminderOf(validUntil: string): string {
  return new Date(Date.parse(validUntil) - reminderMs).toISOString();
}
