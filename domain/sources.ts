import type { Audience } from "./label.ts";
import type { Tlp } from "./tlp.ts";

/** What a feed of somebody else's speaks. */
export const sourceKinds = ["TAXII", "MISP"] as const;
export type SourceKind = (typeof sourceKinds)[number];

/** A feed that the forum reads for an organisation, as one of its contributors has set it up. */
export type SourceSetup = {
  readonly kind: SourceKind;
  readonly name: string;
  readonly url: string;
  /** The label of what comes without one, and for whom that is. */
  readonly tlp: Tlp;
  readonly audience: Pick<Audience, "organizations" | "groups" | "sectors">;
  readonly username: string | null;
  readonly password: string | null;
};

/** What became of one object of a source. */
export type SourceOutcome = { readonly objectId: string; readonly outcome: string; readonly reason: string | null };

/**
 * What a source has brought since it was set up: how many objects had each outcome, and of those that need a word the newest. What was
 * unchanged is not counted: a poll overlaps the last one.
 */
export type SourceReport = {
  readonly counts: readonly { readonly outcome: string; readonly count: number }[];
  readonly told: readonly SourceOutcome[];
};
export const emptyReport: SourceReport = { counts: [], told: [] };

/** How many objects are told of one by one. */
const maxTold = 100;
const silent: ReadonlySet<string> = new Set(["unchanged", "part of an item"]);
const needsNoWord: ReadonlySet<string> = new Set([...silent, "published", "revised"]);

/** A report with what became of more objects. An object is told of once, by what became of it last. */
export function addToReport({ counts, told }: SourceReport, outcomes: readonly SourceOutcome[]): SourceReport {
  const sums = new Map(counts.map(({ outcome, count }) => [outcome, count]));
  for (const { outcome } of outcomes) if (!silent.has(outcome)) sums.set(outcome, (sums.get(outcome) ?? 0) + 1);
  const last = new Map<string, SourceOutcome>();
  for (const one of [...told.toReversed(), ...outcomes]) {
    const known = last.get(one.objectId);
    if (one.outcome === "unchanged" && known !== undefined) continue; // a draft that waits is found again, unchanged
    last.delete(one.objectId);
    last.set(one.objectId, one);
  }
  const worth = [...last.values()].filter(({ outcome }) => !needsNoWord.has(outcome));
  return {
    counts: [...sums].map(([outcome, count]) => ({ outcome, count })),
    told: worth.toReversed().slice(0, maxTold),
  };
}

/** A source as the contributors of its organisation are shown it. The password is shown to nobody. */
export type SourceView = Omit<SourceSetup, "password"> & {
  readonly id: string;
  readonly accountId: string;
  readonly paused: boolean;
  readonly createdAt: string;
  /** When it was last asked, and when it will be. */
  readonly polledAt: string | null;
  readonly nextAt: string;
  /** Why the last poll failed, in words; null where it did not. */
  readonly error: string | null;
  readonly report: SourceReport;
};

/** How many sources an organisation may have. */
export const maxSources = 20;
