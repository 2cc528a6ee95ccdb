/** What forums have said of their items to others, statement by statement, and what of it has come where. */
import type { Agreement, Tlp } from "./world.ts";

/** What a stream was told of an item last: `show` is null where it was told to hide it. */
export type Statement = {
  readonly item: number;
  readonly revision: number;
  readonly show: Shown | null;
};
export type Shown = {
  readonly tlp: Tlp;
  readonly withdrawn: boolean;
  /** Those who are named at the forum that the stream is for; empty on the others. Sorted. */
  readonly organizations: readonly string[];
  readonly persons: readonly string[];
};

/** A statement as it came: by which forums, its origin first; `taken` where an agreement allowed what it says. */
export type Arrival = { readonly route: readonly number[]; readonly taken: boolean; readonly passedOn: boolean };

export const streamTo = (forum: number): string => `to:${forum}`;

/** The streams of all forums, and how far each forum has those of others. */
export class Said {
  readonly #streams = new Map<string, Statement[]>();
  readonly #arrived = new Map<string, Arrival[][]>();

  stream(origin: number, name: string): Statement[] {
    return at(this.#streams, `${origin} ${name}`, () => []);
  }

  /** What a stream says of an item at its end, or at a place before it. */
  last(origin: number, name: string, item: number, until = Infinity): Statement | null {
    return this.stream(origin, name).findLast((said, place) => place < until && said.item === item) ?? null;
  }

  /** How each statement of a stream came to a forum, in order. */
  arrived(forum: number, origin: number, name: string): Arrival[][] {
    return at(this.#arrived, `${forum} ${origin} ${name}`, () => []);
  }

  names(origin: number): string[] {
    return [...this.#streams.keys()].flatMap((key) => {
      const [whose, name = ""] = key.split(" ");
      return Number(whose) === origin ? [name] : [];
    });
  }
}

function at<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key) ?? make();
  map.set(key, found);
  return found;
}

/** Whether a forum takes what a statement shows, by its agreement with the forum that brought it. */
export function takes(agreement: Agreement, name: string, route: readonly number[], { show }: Statement): boolean {
  if (show === null) return true;
  if (!agreement.labels.includes(show.tlp)) return false;
  return name !== "community" || (agreement.community && route.length <= agreement.hops);
}

/** Whether a forum passes on what has come to it by these forums. */
export function passesOn(agreement: Agreement, name: string, route: readonly number[]): boolean {
  return name === "public" || (name === "community" && route.length < agreement.hops);
}
