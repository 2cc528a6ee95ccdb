import {
  accesses,
  clauseLevels,
  dateGranularities,
  documentKinds,
  harmTypes,
  incidentClasses,
  paps,
  remediations,
  requestStates,
  riskCategories,
  safeguards,
  severities,
  techniqueMaturities,
  thresholdStates,
  universalities,
} from "./vocabulary.ts";

/** The closed lists that a field may take its words from, under their GraphQL names. */
export const choiceLists = {
  Access: accesses,
  ClauseLevel: clauseLevels,
  DateGranularity: dateGranularities,
  DocumentKind: documentKinds,
  HarmType: harmTypes,
  IncidentClass: incidentClasses,
  Pap: paps,
  Remediation: remediations,
  RequestState: requestStates,
  RiskCategory: riskCategories,
  Safeguard: safeguards,
  Severity: severities,
  TechniqueMaturity: techniqueMaturities,
  ThresholdState: thresholdStates,
  Universality: universalities,
} as const;
export type ChoiceName = keyof typeof choiceLists;
type Choice<N extends ChoiceName> = (typeof choiceLists)[N][number];

export type RecordField = {
  readonly required: boolean;
  readonly description: string;
  readonly given?: boolean;
  readonly of?: ChoiceName;
};

/**
 * The small records that a field may hold a list of, under their GraphQL names. Every value is text, or a word of the list that `of`
 * names. What is `given` by the forum need not be handed in, and is always there afterwards.
 */
export const recordShapes = {
  AffectedSystem: {
    provider: { required: true, description: "Who offers the system, such as the name of a company." },
    model: { required: false, description: "The model or product." },
    version: { required: false, description: "The version, or a range of versions in words." },
  },
  Reference: {
    title: { required: false, description: "What the reference is called." },
    url: { required: false, description: "An http or https address." },
    externalId: { required: false, description: "The id in the source, such as CVE-2026-1234 or AML.T0054." },
    source: { required: false, description: "The source, such as mitre-atlas, avid or cve." },
  },
  Evaluation: {
    name: { required: true, description: "The evaluation or benchmark." },
    result: { required: true, description: "The result, with its unit." },
    method: { required: false, description: "How it was measured." },
    url: { required: false, description: "An http or https address of the full result." },
  },
  Clause: {
    id: {
      required: false,
      given: true,
      description: "Its number, such as R-1: given by the forum, the same in every version, and never used again.",
    },
    level: { required: true, of: "ClauseLevel", description: "How strictly it binds." },
    text: { required: true, description: "What it demands, as CommonMark." },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, RecordField>>>>;
export type RecordName = keyof typeof recordShapes;
type RecordOf<N extends RecordName> = {
  readonly [K in keyof (typeof recordShapes)[N]]: (typeof recordShapes)[N][K] extends {
    readonly of: infer C extends ChoiceName;
  }
    ? Choice<C>
    : (typeof recordShapes)[N][K] extends { readonly required: true }
      ? string
      : string | null;
};
export type AffectedSystem = RecordOf<"AffectedSystem">;
export type Reference = RecordOf<"Reference">;
export type Evaluation = RecordOf<"Evaluation">;
/** A clause as it was handed in, or as it is kept: then it has its number. */
export type Clause = RecordOf<"Clause">;

type Described = { readonly description: string };
type Optional = Described & { readonly required?: false };

/** What a field of an item takes. Lists are never null; a single value is null unless it is required. */
export type FieldSpec =
  | (Described & { readonly type: "text"; readonly required: boolean; readonly maxLength: number })
  | (Optional & {
      readonly type: "texts";
      readonly maxLength: number;
      readonly maxItems: number;
      readonly shape: RegExp | null;
    })
  | (Optional & { readonly type: "integer"; readonly min: number; readonly max: number })
  | (Optional & { readonly type: "fraction" })
  | (Optional & { readonly type: "instant" })
  | (Described & { readonly type: "choice"; readonly required: boolean; readonly of: ChoiceName })
  | (Described & { readonly type: "choices"; readonly required: boolean; readonly of: ChoiceName })
  | (Optional & { readonly type: "records"; readonly of: RecordName; readonly maxItems: number });
export type FieldSpecs = Readonly<Record<string, FieldSpec>>;

type Nullable<T, S> = S extends { readonly required: true } ? T : T | null;
type ValueOf<S> = S extends { readonly type: "text" }
  ? Nullable<string, S>
  : S extends { readonly type: "texts" }
    ? readonly string[]
    : S extends { readonly type: "integer" | "fraction" }
      ? number | null
      : S extends { readonly type: "instant" }
        ? string | null
        : S extends { readonly type: "choice"; readonly of: infer N extends ChoiceName }
          ? Nullable<Choice<N>, S>
          : S extends { readonly type: "choices"; readonly of: infer N extends ChoiceName }
            ? readonly Choice<N>[]
            : S extends { readonly type: "records"; readonly of: infer N extends RecordName }
              ? readonly RecordOf<N>[]
              : never;
/** The parsed values of a table of fields. */
export type ValuesOf<F extends FieldSpecs> = { readonly [K in keyof F]: ValueOf<F[K]> };

export function text<const R extends boolean = false>(
  description: string,
  maxLength: number,
  required: R = false as R, // the default of the type parameter
) {
  return { type: "text", required, maxLength, description } as const;
}

export function texts(description: string, maxLength: number, maxItems: number, shape: RegExp | null = null) {
  return { type: "texts", maxLength, maxItems, shape, description } as const;
}

export function integer(description: string, min: number, max: number) {
  return { type: "integer", min, max, description } as const;
}

export function fraction(description: string) {
  return { type: "fraction", description } as const;
}

export function instant(description: string) {
  return { type: "instant", description } as const;
}

export function choice<const N extends ChoiceName, const R extends boolean = false>(
  description: string,
  of: N,
  required: R = false as R, // the default of the type parameter
) {
  return { type: "choice", required, of, description } as const;
}

export function choices<const N extends ChoiceName, const R extends boolean = false>(
  description: string,
  of: N,
  required: R = false as R, // the default of the type parameter
) {
  return { type: "choices", required, of, description } as const;
}

export function records<const N extends RecordName>(description: string, of: N, maxItems: number) {
  return { type: "records", of, maxItems, description } as const;
}
