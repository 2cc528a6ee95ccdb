import fc from "fast-check";
import type { Act, Agreement, Label, Org, Person, Seat, Sector, Tlp, World } from "./world.ts";
import { accountHomes, groupCount, mostForums, organizationSectors } from "./world.ts";

const tlps: readonly Tlp[] = ["RED", "AMBER_STRICT", "AMBER", "GREEN", "CLEAR"];
const sectors: readonly Sector[] = [...organizationSectors, "ACADEMIA"];
const numbers = (count: number): number[] => Array.from({ length: count }, (_, at) => at);

const often = (n: number): fc.Arbitrary<boolean> => fc.nat({ max: n }).map((drawn) => drawn > 0);
const group = fc.nat({ max: groupCount - 1 });
const item = fc.nat({ max: 7 });

export const agreements: fc.Arbitrary<Agreement> = fc.record({
  direction: fc.oneof(
    { weight: 12, arbitrary: fc.constant("BOTH" as const) },
    { weight: 3, arbitrary: fc.constantFrom("SEND" as const, "RECEIVE" as const, "NONE" as const) },
  ),
  labels: fc.oneof(
    { weight: 5, arbitrary: fc.constant(tlps) },
    { weight: 2, arbitrary: fc.subarray([...tlps], { minLength: 2 }) },
  ),
  community: often(3),
  groups: fc.subarray(numbers(groupCount), { minLength: 0 }),
  hops: fc.integer({ min: 1, max: 4 }),
});

/** What can be done in a federation of so many forums. */
class Acts {
  readonly #forums: number;
  readonly forum: fc.Arbitrary<number>;
  readonly pair: fc.Arbitrary<{ readonly forum: number; readonly peer: number }>;
  readonly org: fc.Arbitrary<Org>;
  readonly person: fc.Arbitrary<Person>;

  constructor(forums: number) {
    this.#forums = forums;
    this.forum = fc.nat({ max: forums - 1 });
    this.pair = fc
      .record({ forum: this.forum, step: fc.integer({ min: 1, max: forums - 1 }) })
      .map(({ forum, step }) => ({ forum, peer: (forum + step) % forums }));
    this.org = fc.record({ forum: this.forum, organization: fc.nat({ max: organizationSectors.length - 1 }) });
    this.person = fc.record({ forum: this.forum, account: fc.nat({ max: accountHomes.length - 1 }) });
  }

  get #seat(): fc.Arbitrary<Seat> {
    return fc.oneof<fc.WeightedArbitrary<Seat>[]>(
      { weight: 4, arbitrary: this.org },
      { weight: 1, arbitrary: this.person },
    );
  }

  get #label(): fc.Arbitrary<Label> {
    const attribution = fc.oneof(
      { weight: 3, arbitrary: fc.constant("ORGANIZATION" as const) },
      { weight: 2, arbitrary: fc.constantFrom("SECTOR" as const, "ANONYMOUS" as const) },
    );
    const some = <T>(one: fc.Arbitrary<T>, minLength: number, maxLength: number): fc.Arbitrary<T[]> =>
      fc.uniqueArray(one, { minLength, maxLength, selector: (value) => JSON.stringify(value), size: "max" });
    const circles = { organizations: some(this.org, 1, 4), groups: some(group, 0, 1) };
    const nobody = { organizations: [], groups: [], sectors: [], persons: [] };
    const sector = fc.subarray([...sectors], { minLength: 0, maxLength: 1 });
    const of = (tlp: Tlp, more: Partial<{ [K in keyof Label]: fc.Arbitrary<Label[K]> }>): fc.Arbitrary<Label> =>
      fc.record(more).chain((given) => attribution.map((shown) => ({ ...nobody, tlp, attribution: shown, ...given })));
    return fc.oneof(
      { weight: 3, arbitrary: of("RED", { persons: some(this.person, 1, 4) }) },
      { weight: 2, arbitrary: of("AMBER_STRICT", circles) },
      { weight: 3, arbitrary: of("AMBER", { ...circles, sectors: sector }) },
      { weight: 1, arbitrary: of("AMBER", { groups: some(group, 1, 2) }) },
      { weight: 3, arbitrary: of("GREEN", {}) },
      { weight: 2, arbitrary: of("GREEN", circles) },
      { weight: 2, arbitrary: of("CLEAR", {}) },
    );
  }

  get publish(): fc.Arbitrary<Act> {
    const relation = fc.option(item, { freq: 3 });
    return fc.record({ type: fc.constant("publish" as const), by: this.person, label: this.#label, relation });
  }

  get join(): fc.Arbitrary<Act> {
    return fc.record({ type: fc.constant("join" as const), forum: this.forum, group, member: this.#seat });
  }

  get any(): fc.Arbitrary<Act> {
    const { forum, org, person } = this;
    const label = this.#label;
    const member = this.#seat;
    const weigh = (weight: number, arbitrary: fc.Arbitrary<Act>): fc.WeightedArbitrary<Act> => ({ weight, arbitrary });
    const of = <const T extends Act["type"]>(...types: readonly [T, ...T[]]) => fc.constantFrom(...types);
    return fc.oneof(
      weigh(12, this.publish),
      weigh(1, fc.record({ type: of("draft"), by: person, label })),
      weigh(1, fc.record({ type: of("publishDraft"), item })),
      weigh(14, fc.record({ type: of("revise"), item, label: fc.option(label, { freq: 3, nil: null }) })),
      weigh(3, fc.record({ type: of("withdraw"), item })),
      weigh(8, fc.record({ type: of("relay"), item, by: person, to: org })),
      weigh(5, this.join),
      weigh(4, fc.record({ type: of("leave"), forum, group, index: item })),
      weigh(3, fc.record({ type: of("suspend"), forum, who: member })),
      weigh(2, fc.record({ type: of("resume"), forum, index: item })),
      weigh(2, fc.record({ type: of("reach"), who: org, reachable: often(1) })),
      weigh(8, this.#with({ type: of("agree"), agreement: agreements })),
      weigh(3, this.#with({ type: of("state"), paused: often(1) })),
      weigh(1, this.#with({ type: of("remove") })),
      weigh(2, this.#with({ type: of("cut") })),
      weigh(1, fc.record({ type: of("heal") })),
      weigh(2, fc.record({ type: of("restart", "sign"), forum })),
      weigh(9, this.#with({ type: of("pull", "pull", "pull", "pull", "reread") })),
      weigh(7, fc.record({ type: of("settle") })),
    );
  }

  /** Something that a forum does about another. */
  #with<T extends object>(rest: { [K in keyof T]: fc.Arbitrary<T[K]> }) {
    return fc.tuple(this.pair, fc.record<T>(rest)).map(([two, one]) => ({ ...two, ...one }));
  }

  /** Most forums exchange items with most others; some know of each other by their keys alone, and some not at all. */
  get peerings(): fc.Arbitrary<World["agreements"]> {
    const pairs = numbers(this.#forums).flatMap((forum) =>
      numbers(forum).map(
        (peer) =>
          [
            { forum, peer },
            { forum: peer, peer: forum },
          ] as const,
      ),
    );
    const kind = fc.constantFrom(
      "as agreed",
      "as agreed",
      "as agreed",
      "open",
      "open",
      "keys alone",
      "keys alone",
      "none",
    );
    const ofPair = pairs.map((sides) =>
      fc.tuple(kind, agreements, agreements).map(([how, ...both]) =>
        sides.flatMap((two, at) => {
          const agreement = both[at];
          if (how === "none" || agreement === undefined) return [];
          const wide = { ...agreement, labels: tlps, community: true, direction: "BOTH" as const };
          if (how === "open") return [{ ...two, agreement: wide }];
          return [{ ...two, agreement: how === "as agreed" ? agreement : { ...wide, direction: "NONE" as const } }];
        }),
      ),
    );
    return fc.tuple(...ofPair).map((all) => all.flat());
  }

  get reachable(): fc.Arbitrary<Org[]> {
    const all = numbers(this.#forums).flatMap((forum) =>
      organizationSectors.map((_, organization) => ({ forum, organization })),
    );
    return fc.tuple(...all.map(() => often(6))).map((tells) => all.filter((_, at) => tells[at]));
  }
}

/** Federations of three to five forums, most of which have agreed with each other, and what happens in them. */
export function federations({ maxActs = 26 }: { maxActs?: number } = {}): fc.Arbitrary<World> {
  return fc.constantFrom(3, 3, 3, 4, 4, mostForums).chain((forums) => {
    const acts = new Acts(forums);
    return fc.record({
      forums: fc.constant(forums),
      reachable: acts.reachable,
      agreements: acts.peerings,
      history: fc
        .tuple(
          fc.array(acts.join, { maxLength: 3, size: "max" }),
          fc.array(acts.publish, { minLength: 2, maxLength: 5, size: "max" }),
          fc.array(acts.any, { minLength: 12, maxLength: maxActs, size: "max" }),
        )
        .map(([joins, starts, rest]) => [...joins, ...starts, ...rest]),
    });
  });
}
