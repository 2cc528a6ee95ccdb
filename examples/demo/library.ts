import { moreAdvisories } from "./content/more-advisories.ts";
import { moreAlerts } from "./content/more-alerts.ts";
import { moreIncidents } from "./content/more-incidents.ts";
import { moreThreats } from "./content/more-threats.ts";
import { evenMoreTechniques } from "./content/even-more-techniques.ts";
import { advisories } from "./content/advisories.ts";
import { alerts } from "./content/alerts.ts";
import { incidents } from "./content/incidents.ts";
import { mitigations } from "./content/mitigations.ts";
import { moreTechniques } from "./content/more-techniques.ts";
import { practices } from "./content/practices.ts";
import { requests } from "./content/requests.ts";
import { techniques } from "./content/techniques.ts";
import type { KindName, OwnFields, Theme } from "./content/theme.ts";
import { threats } from "./content/threats.ts";

/** One thing that a member has to say, before it is known who says it to whom, and when. */
export type Piece = {
  readonly [K in KindName]: {
    readonly kind: K;
    readonly title: string;
    readonly opening: string;
    readonly theme: Omit<Theme<K>, "pieces">;
    readonly fields: OwnFields<K>;
  };
}[KindName];

/** All pieces, kind by kind. */
export function library(): Piece[] {
  return [
    ...[...techniques, ...moreTechniques, ...evenMoreTechniques].flatMap((theme) =>
      spread(theme, (piece) => ({ kind: "circumventionTechnique" as const, fields: theme.fields, theme, ...piece })),
    ),
    ...[...alerts, ...moreAlerts].flatMap((theme) =>
      spread(theme, (piece) => ({ kind: "capabilityAlert" as const, fields: theme.fields, theme, ...piece })),
    ),
    ...[...threats, ...moreThreats].flatMap((theme) =>
      spread(theme, (piece) => ({ kind: "threatActivity" as const, fields: theme.fields, theme, ...piece })),
    ),
    ...[...incidents, ...moreIncidents].flatMap((theme) =>
      spread(theme, (piece) => ({ kind: "incident" as const, fields: theme.fields, theme, ...piece })),
    ),
    ...[...advisories, ...moreAdvisories].flatMap((theme) =>
      spread(theme, (piece) => ({ kind: "advisory" as const, fields: theme.fields, theme, ...piece })),
    ),
    ...mitigations.flatMap((theme) =>
      spread(theme, (piece) => ({ kind: "mitigation" as const, fields: theme.fields, theme, ...piece })),
    ),
    ...requests.flatMap((theme) =>
      spread(theme, (piece) => ({ kind: "informationRequest" as const, fields: theme.fields, theme, ...piece })),
    ),
    ...practices.flatMap((theme) =>
      spread(theme, (piece) => ({ kind: "practice" as const, fields: theme.fields, theme, ...piece })),
    ),
  ];
}

type Words = { readonly title: string; readonly opening: string };

function spread<P extends Piece>(
  { pieces }: { readonly pieces: readonly (readonly [string, string])[] },
  piece: (words: Words) => P,
): P[] {
  return pieces.map(([title, opening]) => piece({ title, opening }));
}
