import { badInput } from "./errors.ts";
import type { Tlp } from "./tlp.ts";
import { labelRules, printTlp } from "./tlp.ts";
import type { Attribution, Sector } from "./vocabulary.ts";
import { attributions } from "./vocabulary.ts";

/** To whom an author addresses an item. */
export type Audience = {
  readonly organizations: readonly string[];
  readonly groups: readonly string[];
  readonly sectors: readonly Sector[];
  readonly accounts: readonly string[];
};

/** A label as its author gave it: the marking, the audience, and what is shown of the origin. */
export type Label = { readonly tlp: Tlp; readonly audience: Audience; readonly attribution: Attribution };

export const noAudience: Audience = { organizations: [], groups: [], sectors: [], accounts: [] };

/** Of two attributions, the one that shows less. */
export function strictestAttribution(a: Attribution, b: Attribution): Attribution {
  return attributions.indexOf(a) >= attributions.indexOf(b) ? a : b;
}

/** Lists without repetition, in one order, so that equal audiences are equal text. */
export function normalizeAudience(audience: Audience): Audience {
  return {
    organizations: [...new Set(audience.organizations)].sort(),
    groups: [...new Set(audience.groups)].sort(),
    sectors: [...new Set(audience.sectors)].sort(),
    accounts: [...new Set(audience.accounts)].sort(),
  };
}

/** Refuses an audience that the label does not allow. `path` is that of the input that holds `audience`; "" for the arguments themselves. */
export function checkAudience(tlp: Tlp, audience: Audience, path: string): void {
  const field = path === "" ? "audience" : `${path}.audience`;
  const circles = audience.organizations.length + audience.groups.length + audience.sectors.length;
  const label = printTlp(tlp);
  switch (labelRules[tlp].audience) {
    case "accounts":
      if (circles > 0) throw badInput(field, `${label} is for named persons: name accounts, and nothing else.`);
      if (audience.accounts.length === 0) throw badInput(field, `${label} needs at least one account to be named.`);
      return;
    case "circles":
      if (audience.accounts.length > 0)
        throw badInput(field, `Single accounts can be named with ${printTlp("RED")} only.`);
      if (circles === 0) throw badInput(field, `${label} needs at least one organisation, group or sector.`);
      return;
    case "optional circles":
      if (audience.accounts.length > 0)
        throw badInput(field, `Single accounts can be named with ${printTlp("RED")} only.`);
      return;
    case "none":
      if (circles + audience.accounts.length > 0)
        throw badInput(field, `${label} is for everybody: leave the audience out.`);
  }
}

/** Whether two labels address the same people in the same way; relays last as long as this holds. */
export function sameAddress(a: Pick<Label, "tlp" | "audience">, b: Pick<Label, "tlp" | "audience">): boolean {
  return a.tlp === b.tlp && JSON.stringify(a.audience) === JSON.stringify(b.audience);
}
