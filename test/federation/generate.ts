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

  get any(): fc.Arbitrary<Act> {
    const label = this.#label;
    const seat = this.#seat;
    const { forum, pair, org, person } = this;
    const with_ = <T extends Act["type"]>(type: T) =>
      pair.map(({ forum: one, peer }) => ({ type, forum: one, peer }) as const);
    return fc.oneof(
      { weight: 12, arbitrary: this.publish },
      { weight: 1, arbitrary: fc.record({ type: fc.constant("draft" as const), by: person, label }) },
      { weight: 1, arbitrary: fc.record({ type: fc.constant("publishDraft" as const), item }) },
      {
        weight: 14,
        arbitrary: fc.record({
          type: fc.constant("revise" as const),
          item,
          label: fc.option(label, { freq: 3, nil: null }),
        }),
      },
      { weight: 3, arbitrary: fc.record({ type: fc.constant("withdraw" as const), item }) },
      { weight: 9, arbitrary: fc.record({ type: fc.constant("relay" as const), item, by: person, to: org }) },
      {
        weight: 6,
        arbitrary: fc.record({ type: fc.constantFrom("join" as const, "leave" as const), forum, group, member: seat }),
      },
      {
        weight: 3,
        arbitrary: fc.record({ type: fc.constantFrom("suspend" as const, "resume" as const), forum, who: seat }),
      },
      { weight: 2, arbitrary: fc.record({ type: fc.constant("reach" as const), who: org, reachable: often(1) }) },
      {
        weight: 3,
        arbitrary: fc
          .tuple(pair, agreements)
          .map(([two, agreement]) => ({ type: "agree" as const, ...two, agreement })),
      },
      {
        weight: 2,
        arbitrary: fc.tuple(pair, often(1)).map(([two, paused]) => ({ type: "state" as const, ...two, paused })),
      },
      { weight: 1, arbitrary: with_("remove") },
      { weight: 2, arbitrary: with_("cut") },
      { weight: 2, arbitrary: with_("heal") },
      { weight: 2, arbitrary: fc.record({ type: fc.constant("restart" as const), forum }) },
      { weight: 4, arbitrary: fc.record({ type: fc.constant("sign" as const), forum }) },
      { weight: 10, arbitrary: with_("pull") },
      { weight: 1, arbitrary: with_("reread") },
      { weight: 5, arbitrary: fc.constant({ type: "settle" as const }) },
    );
  }

  /** Most forums have agreed with most others. */
  get peerings(): fc.Arbitrary<World["agreements"]> {
    const pairs = numbers(this.#forums).flatMap((forum) =>
      numbers(this.#forums).flatMap((peer) => (peer === forum ? [] : [{ forum, peer }])),
    );
    return fc
      .tuple(...pairs.map((two) => fc.tuple(often(5), agreements).map(([has, agreement]) => ({ two, has, agreement }))))
      .map((all) => all.flatMap(({ two, has, agreement }) => (has ? [{ ...two, agreement }] : [])));
  }

  get reachable(): fc.Arbitrary<Org[]> {
    const all = numbers(this.#forums).flatMap((forum) =>
      organizationSectors.map((_, organization) => ({ forum, organization })),
    );
    return fc.tuple(...all.map(() => often(6))).map((tells) => all.filter((_, at) => tells[at]));
  }
}

/** Federations of three to five forums, most of which have agreed with each other, and what happens in them. */
export function federations({ maxActs = 34 }: { maxActs?: number } = {}): fc.Arbitrary<World> {
  return fc.constantFrom(3, 3, 3, 4, 4, mostForums).chain((forums) => {
    const acts = new Acts(forums);
    return fc.record({
      forums: fc.constant(forums),
      reachable: acts.reachable,
      agreements: acts.peerings,
      history: fc
        .tuple(
          fc.array(acts.publish, { minLength: 2, maxLength: 5, size: "max" }),
          fc.array(acts.any, { minLength: 12, maxLength: maxActs, size: "max" }),
        )
        .map(([starts, rest]) => [...starts, ...rest]),
    });
  });
}
