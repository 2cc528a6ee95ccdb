import type { AdoptionStanding, Declaration } from "./adoptions.ts";
import { standingOf } from "./adoptions.ts";
import type { Audience, Label } from "./label.ts";
import type { Member } from "./people.ts";
import { isOrigin } from "./policy.ts";
import type { Tlp } from "./tlp.ts";
import { labelBeside, labelRules } from "./tlp.ts";

/** A declaration as it lies in the store. */
export type AdoptionFacts = Declaration &
  Pick<Label, "tlp" | "audience"> & {
    readonly id: string;
    readonly itemId: string;
    readonly version: number;
    readonly organizationId: string;
    readonly declaredAt: string;
    readonly at: string;
  };

/** A declaration as a viewer is shown it. To whom it is addressed is shown to the organisation that made it. */
export type AdoptionView = Omit<AdoptionFacts, "audience"> & {
  readonly audience: Audience | null;
  /** null where it is of an earlier version and says nothing of the one in force. */
  readonly standing: AdoptionStanding | null;
};

/** Shows a declaration to a viewer that may see it. `practice` is the label of its practice, which may have been narrowed since. */
export function viewAdoption(
  { audience, ...adoption }: AdoptionFacts,
  { current, practice }: { readonly current: number; readonly practice: Tlp },
  member: Member | null,
  now: string,
): AdoptionView {
  const shown = isOrigin(adoption.organizationId, member) && labelRules[adoption.tlp].audience !== "none";
  const tlp = labelBeside(adoption.tlp, practice);
  return { ...adoption, tlp, audience: shown ? audience : null, standing: standingOf(adoption, current, now) };
}

/** How many organisations stand where, of those that the viewer sees; the standings that nobody has are left out. */
export type StandingCount = { readonly standing: AdoptionStanding; readonly count: number };

/** Counts what is in front of the viewer and nothing else: so no count knows of a declaration that it does not see. */
export function countStandings(
  order: readonly AdoptionStanding[],
  standings: readonly (AdoptionStanding | null)[],
): StandingCount[] {
  const counts = new Map<AdoptionStanding, number>();
  for (const standing of standings) if (standing !== null) counts.set(standing, (counts.get(standing) ?? 0) + 1);
  return order.flatMap((standing) => {
    const count = counts.get(standing);
    return count === undefined ? [] : [{ standing, count }];
  });
}

/** Adds up what was counted in parts. */
export function addCounts(
  order: readonly AdoptionStanding[],
  parts: readonly (readonly StandingCount[])[],
): StandingCount[] {
  return order.flatMap((standing) => {
    const own = parts.flatMap((part) => part.filter((one) => one.standing === standing));
    return own.length === 0 ? [] : [{ standing, count: own.reduce((sum, { count }) => sum + count, 0) }];
  });
}
