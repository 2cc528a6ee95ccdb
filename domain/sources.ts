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

/** What the last poll that got through brought: how many objects had each outcome, and those that need a word. */
export type SourceReport = {
  readonly counts: readonly { readonly outcome: string; readonly count: number }[];
  readonly told: readonly SourceOutcome[];
};
export const emptyReport: SourceReport = { counts: [], told: [] };

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
