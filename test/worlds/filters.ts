import type { Kind, Sector, Severity, Tlp } from "./world.ts";

/** A filter of items, with places in the world for ids and instants. */
export type Filter = {
  readonly statuses?: readonly ("DRAFT" | "PUBLISHED" | "WITHDRAWN")[];
  readonly kinds?: readonly Kind[];
  readonly riskCategories?: readonly string[];
  readonly minSeverity?: Severity;
  readonly tlp?: readonly Tlp[];
  readonly sectors?: readonly Sector[];
  readonly origins?: readonly number[];
  readonly groups?: readonly number[];
  readonly techniques?: readonly string[];
  readonly affects?: string;
  readonly publishedAfterMs?: number;
  readonly publishedBeforeMs?: number;
  readonly text?: string;
};

/** What a viewer is asked for besides everything. */
export type Questions = {
  readonly filters: readonly Filter[];
  readonly pageSize: number;
  readonly order: "NEWEST" | "OLDEST" | "MOST_SEVERE";
};

/** A feed takes no text. */
export function withoutText(filter: Filter): Filter {
  const { text: _text, ...rest } = filter;
  return rest;
}
