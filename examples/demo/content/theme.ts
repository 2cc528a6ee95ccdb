import type { ItemInput, RiskCategory, Severity } from "../../../clients/sdk/index.ts";

type KeysOf<U> = U extends unknown ? keyof U : never;
/** The name of a kind of item in an input, such as `incident`. */
export type KindName = KeysOf<ItemInput>;
export type FieldsOf<K extends KindName> = Extract<ItemInput, Record<K, unknown>>[K];

type Shared =
  | "title"
  | "summary"
  | "body"
  | "tlp"
  | "audience"
  | "attribution"
  | "riskCategories"
  | "severity"
  | "relations";
/** The fields of a kind that a theme may give by hand. */
export type OwnFields<K extends KindName> = Omit<FieldsOf<K>, Shared>;

/**
 * Something that members of a forum would write to each other about, by hand, and never a recipe. Each piece is an item of its
 * own: a title, and the words it opens with, where {system} is the system that the author runs or looked at, {other} one of
 * somebody else, {peer} another company, {count} and {share} are numbers, {weeks} and {month} times.
 */
export type Theme<K extends KindName> = {
  readonly risks: readonly RiskCategory[];
  readonly severity: Severity;
  /** What is common to the pieces: the background, for the body. */
  readonly background: string;
  readonly fields: OwnFields<K>;
  readonly pieces: readonly (readonly [title: string, opening: string])[];
};
