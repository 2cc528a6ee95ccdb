import type { ItemInput, RelationInput } from "../../clients/sdk/index.ts";
import type { KindName } from "./content/theme.ts";
import type { Piece } from "./library.ts";
import type { DemoSystem } from "./members.ts";
import { organizations, systems } from "./members.ts";
import { closings } from "./phrases.ts";
import type { Chance } from "./random.ts";

/** To whom an item goes, by the keys of the demo's members. */
export type DemoAudience = {
  readonly organizations: readonly string[];
  readonly groups: readonly string[];
  readonly sectors: readonly ("COMPANY" | "GOVERNMENT" | "ACADEMIA" | "CIVIL_SOCIETY")[];
  readonly accounts: readonly string[];
};

type EnvelopeInput = Pick<
  Extract<ItemInput, Record<"advisory", unknown>>["advisory"],
  "title" | "summary" | "body" | "tlp" | "audience" | "attribution" | "riskCategories" | "severity" | "relations"
> & { readonly affectedSystems: readonly DemoSystem[]; readonly confidence: number };

/** What the label of an item will be, and what it points to: given when its author hands it in. */
export type Handed = Pick<EnvelopeInput, "tlp" | "audience" | "attribution"> & {
  readonly relations: readonly RelationInput[];
};
/** A piece with its words, figures and dates chosen. A revision adds a sentence to it or judges it anew. */
export type Written = {
  readonly kind: KindName;
  readonly input: (
    handed: Handed,
    changes?: { readonly update?: string; readonly severity?: EnvelopeInput["severity"] },
  ) => ItemInput;
};

const day = 86_400_000;
const isAboutSystems: readonly KindName[] = ["circumventionTechnique", "capabilityAlert"];
const months = "January February March April May June July August September October November December".split(" ");

/** Chooses what a piece leaves open: which systems, how many, how long, since when. */
export function write(piece: Piece, maker: string, at: Date, chance: Chance): Written {
  const own = systems.filter(({ provider }) => provider === maker);
  const system = own.length > 0 && chance.happens(0.8) ? chance.one(own) : chance.one(systems);
  const other = chance.one(systems.filter(({ provider }) => provider !== system.provider));
  const { opening, title, theme } = piece;
  const words: Readonly<Record<string, string>> = {
    system: system.model,
    other: other.model,
    peer: chance.one(organizations.filter(({ name, sector }) => sector === "COMPANY" && name !== maker)).name,
    count: String(chance.whole(14, 480)),
    share: String(chance.whole(12, 88)),
    weeks: String(chance.whole(3, 11)),
    month: months[(at.getUTCMonth() + 11) % 12] ?? "",
  };
  const fill = (text: string): string => text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => words[name] ?? whole);
  const summary = fill(opening);
  const body = [`${summary} ${theme.background}`, ...chance.some(closings[piece.kind], 2)].join("\n\n");
  const speaksOf = {
    system: opening.includes("{system}") || isAboutSystems.includes(piece.kind),
    other: opening.includes("{other}"),
  };
  const affectedSystems = [...(speaksOf.system ? [system] : []), ...(speaksOf.other ? [other] : [])];
  const confidence = 5 * chance.whole(9, 19);
  const details = detailsOf(piece, at, chance);
  return {
    kind: piece.kind,
    input: (handed, { update, severity } = {}) => {
      const envelope: EnvelopeInput = {
        ...handed,
        title,
        summary: update === undefined ? summary : `${summary} ${update}`,
        body: update === undefined ? body : `${body}\n\n${update}`,
        riskCategories: theme.risks,
        severity: severity ?? theme.severity,
        affectedSystems,
        confidence,
      };
      return details(envelope);
    },
  };
}

/** The fields of the kind: those that the theme gives, and the dates and figures that it leaves open. */
function detailsOf(piece: Piece, at: Date, chance: Chance): (envelope: EnvelopeInput) => ItemInput {
  const before = (least: number, most: number): string =>
    new Date(at.getTime() - chance.whole(least, most) * day - chance.whole(0, day / 1_000) * 1_000).toISOString();
  switch (piece.kind) {
    case "circumventionTechnique": {
      const trials = chance.whole(40, 900);
      const successRate = Math.round(chance.whole(4, 62)) / 100;
      return (envelope) => ({ circumventionTechnique: { ...envelope, ...piece.fields, trials, successRate } });
    }
    case "capabilityAlert":
      return (envelope) => ({ capabilityAlert: { ...envelope, ...piece.fields } });
    case "threatActivity": {
      const [firstSeen, lastSeen] = [before(40, 160), before(1, 30)];
      return (envelope) => ({ threatActivity: { ...envelope, ...piece.fields, firstSeen, lastSeen } });
    }
    case "incident": {
      const [occurredAt, discoveredAt] = [before(12, 40), before(4, 11)];
      return (envelope) => ({ incident: { ...envelope, ...piece.fields, occurredAt, discoveredAt } });
    }
    case "advisory":
      return (envelope) => ({ advisory: { ...envelope, ...piece.fields } });
    case "mitigation":
      return (envelope) => ({ mitigation: { ...envelope, ...piece.fields } });
    case "informationRequest": {
      const neededBy = new Date(at.getTime() + chance.whole(14, 90) * day).toISOString();
      return (envelope) => ({ informationRequest: { ...envelope, ...piece.fields, neededBy } });
    }
    case "practice":
      return (envelope) => ({ practice: { ...envelope, ...piece.fields } });
  }
}
