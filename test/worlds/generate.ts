import fc from "fast-check";
import type { Filter, Questions } from "./filters.ts";
import type { Act, Audience, GroupMember, Input, PlannedStep, Sector, Suspended, Tlp, World } from "./world.ts";

const sectors = ["COMPANY", "GOVERNMENT", "ACADEMIA", "CIVIL_SOCIETY"] as const satisfies readonly Sector[];
/** Words that no stemmer takes for one another. */
const words = ["lantern", "harbour", "violet", "copper", "meadow"] as const;
const categories = ["CYBER", "PRIVACY", "BIOLOGICAL"] as const;
const techniques = ["AML.T0054", "AML.T0051"] as const;
const providers = ["Example Labs", "Ärger & Söhne", "Northwind"] as const;
const severities = ["LOW", "MEDIUM", "HIGH", "CRITICAL"] as const;
const kinds = ["ADVISORY", "INCIDENT", "CIRCUMVENTION_TECHNIQUE"] as const;
const tlps = ["RED", "AMBER_STRICT", "AMBER", "GREEN", "CLEAR"] as const;
const minuteMs = 60_000;

const organizationCount = 4;
const accountCount = 6;
const groupCount = 2;
/** Acts name items by a number that is taken modulo those that are there; this one names nothing. */
export const nowhere = 99;

const organization = fc.nat({ max: organizationCount - 1 });
const account = fc.nat({ max: accountCount - 1 });
/** The first account is the steward that administers the world; it and its organisation stay as they are. */
const mortalAccount = fc.integer({ min: 1, max: accountCount - 1 });
const mortalOrganization = fc.integer({ min: 1, max: organizationCount - 1 });
const group = fc.nat({ max: groupCount - 1 });
const item = fc.oneof({ weight: 20, arbitrary: fc.nat({ max: 7 }) }, { weight: 1, arbitrary: fc.constant(nowhere) });
const some = <T>(list: readonly T[], maxLength = list.length): fc.Arbitrary<T[]> =>
  fc.subarray([...list], { maxLength });
const atLeastOne = <T>(list: readonly T[]): fc.Arbitrary<T[]> => fc.subarray([...list], { minLength: 1, maxLength: 2 });
const indexes = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

const nobody: Audience = { organizations: [], groups: [], sectors: [], accounts: [] };
const circles: fc.Arbitrary<Audience> = fc.oneof(
  atLeastOne(indexes(organizationCount)).map((organizations) => ({ ...nobody, organizations })),
  atLeastOne(indexes(groupCount)).map((groups) => ({ ...nobody, groups })),
  atLeastOne(sectors).map((list) => ({ ...nobody, sectors: list })),
  fc
    .record({ organizations: some(indexes(organizationCount), 1), groups: atLeastOne(indexes(groupCount)) })
    .map((two) => ({ ...nobody, ...two })),
);
const persons = atLeastOne(indexes(accountCount)).map((accounts) => ({ ...nobody, accounts }));
const goodAudience: Readonly<Record<Tlp, fc.Arbitrary<Audience>>> = {
  RED: persons,
  AMBER_STRICT: circles,
  AMBER: circles,
  GREEN: fc.oneof(fc.constant(nobody), circles),
  CLEAR: fc.constant(nobody),
};
const anyAudience = fc.oneof(fc.constant(nobody), circles, persons);

const label = fc
  .constantFrom<Tlp[]>("RED", "AMBER_STRICT", "AMBER", "AMBER", "GREEN", "CLEAR")
  .chain((tlp) =>
    fc
      .oneof({ weight: 20, arbitrary: goodAudience[tlp] }, { weight: 1, arbitrary: anyAudience })
      .map((audience) => ({ tlp, audience })),
  );

const input: fc.Arbitrary<Input> = fc
  .record({
    label,
    kind: fc.oneof(
      { weight: 6, arbitrary: fc.constant("ADVISORY" as const) },
      { weight: 1, arbitrary: fc.constantFrom(...kinds) },
    ),
    word: fc.constantFrom(...words),
    words: some(words, 3),
    severity: fc.constantFrom(...severities),
    riskCategories: fc.subarray([...categories], { minLength: 1 }),
    techniques: some(techniques),
    provider: fc.option(fc.constantFrom(...providers)),
    attribution: fc.constantFrom(
      "ORGANIZATION" as const,
      "ORGANIZATION" as const,
      "SECTOR" as const,
      "ANONYMOUS" as const,
    ),
    relations: fc.oneof(
      { weight: 3, arbitrary: fc.constant([]) },
      {
        weight: 1,
        arbitrary: fc.uniqueArray(
          fc.record({ type: fc.constantFrom("COUNTERS" as const, "SUPERSEDES" as const), item }),
          {
            maxLength: 2,
            selector: ({ type, item: target }) => `${type} ${target}`,
          },
        ),
      },
    ),
  })
  .map(({ label: { tlp, audience }, ...rest }) => ({ ...rest, tlp, audience }));

const groupMember: fc.Arbitrary<GroupMember> = fc.oneof(fc.record({ account }), fc.record({ organization }));
const suspended: fc.Arbitrary<Suspended> = fc.oneof(
  fc.record({ account: mortalAccount }),
  fc.record({ organization: mortalOrganization }),
);
const clientPair = fc
  .record({ provider: organization, client: organization })
  .filter(({ provider, client }) => provider !== client);

const publish = fc.record({ type: fc.constant("publish" as const), input });
const newDraft = fc.record({ type: fc.constant("saveDraft" as const), item: fc.constant(null), input });
const count = fc.integer({ min: 1, max: 9 });
const stale = fc.nat({ max: 9 }).map((n) => n === 0);
const state = fc.constantFrom("NO_ANSWER" as const, "UNDER_STUDY" as const, "AFFECTED" as const, "MITIGATED" as const);
const to = atLeastOne(indexes(organizationCount));
const itemAct: fc.Arbitrary<Act> = fc.oneof(
  { weight: 9, arbitrary: fc.record({ type: fc.constant("revise" as const), item, stale, input }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant("withdraw" as const), item }) },
  { weight: 5, arbitrary: fc.record({ type: fc.constant("relay" as const), item, to }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant("saveDraft" as const), item, input }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant("publishDraft" as const), item }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("discardDraft" as const), item }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant("sight" as const), item, count, attributed: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant("answer" as const), item, state }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant("discuss" as const), item }) },
);

const administration: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ type: fc.constantFrom("join" as const, "leave" as const), group, member: groupMember }),
  },
  { weight: 3, arbitrary: clientPair.map((pair) => ({ type: "addClient" as const, ...pair })) },
  { weight: 2, arbitrary: clientPair.map((pair) => ({ type: "removeClient" as const, ...pair })) },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant("setRole" as const),
      account: mortalAccount,
      role: fc.constantFrom("READER" as const, "CONTRIBUTOR" as const, "STEWARD" as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constantFrom("suspend" as const, "resume" as const), who: suspended }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("revoke" as const), account: mortalAccount }) },
);

/** Mostly after a minute; at times within the same millisecond, so that order has ties. */
const laterMs = fc.oneof(
  { weight: 2, arbitrary: fc.constant(0) },
  { weight: 5, arbitrary: fc.integer({ min: 1, max: 9 }).map((minutes) => minutes * minuteMs) },
);
/** Those of the origin, so that much is done; anybody, so that much is refused. */
const somebody: fc.Arbitrary<PlannedStep["by"]> = fc.oneof(
  { weight: 20, arbitrary: account },
  { weight: 20, arbitrary: fc.constant("writer" as const) },
  { weight: 1, arbitrary: fc.constant(null) },
);
const start = fc.record({
  by: account,
  laterMs,
  act: fc.oneof({ weight: 5, arbitrary: publish }, { weight: 1, arbitrary: newDraft }),
});
const steps: fc.Arbitrary<readonly PlannedStep[]> = fc.oneof(
  { weight: 7, arbitrary: start.map((step) => [step]) },
  { weight: 20, arbitrary: fc.record({ by: somebody, laterMs, act: itemAct }).map((step) => [step]) },
  { weight: 9, arbitrary: fc.record({ by: fc.constant(0), laterMs, act: administration }).map((step) => [step]) },
  { weight: 1, arbitrary: fc.record({ by: account, laterMs, act: administration }).map((step) => [step]) },
  {
    weight: 2,
    arbitrary: fc
      .record({ by: somebody, laterMs, act: fc.oneof(publish, itemAct), changed: fc.boolean() })
      .map(({ changed, ...step }) => [step, { by: step.by, laterMs: 0, act: { type: "repeat" as const, changed } }]),
  },
);

const member = fc.record({
  organization,
  role: fc.nat({ max: 5 }).map((n) => (n === 0 ? ("READER" as const) : ("CONTRIBUTOR" as const))),
  listed: fc.nat({ max: 5 }).map((n) => n > 0),
});

/** Small worlds with a long story: a few items, then `maxSteps` steps at most of whatever there is. */
export function worlds({ maxSteps = 12 }: { maxSteps?: number } = {}): fc.Arbitrary<World> {
  return fc.record({
    organizations: fc.tuple(...indexes(organizationCount).map(() => fc.constantFrom(...sectors))),
    accounts: fc
      .tuple(...indexes(accountCount - 1).map(() => member))
      .map((members) => [{ organization: 0, role: "STEWARD" as const, listed: true }, ...members]),
    groups: fc.constant(groupCount),
    memberships: fc.uniqueArray(fc.record({ group, member: groupMember }), {
      maxLength: 4,
      selector: (one) => JSON.stringify(one),
    }),
    clients: fc.uniqueArray(clientPair, { maxLength: 3, selector: (one) => JSON.stringify(one) }),
    history: fc
      .tuple(
        fc.array(start, { minLength: 2, maxLength: 4, size: "max" }),
        fc.array(steps, { minLength: 7, maxLength: maxSteps, size: "max" }),
      )
      .map(([starts, later]) => [...starts, ...later.flat()]),
  });
}

const text = fc.oneof(
  fc.constantFrom(...words),
  fc.constantFrom(...words).map((word) => `${word.slice(0, 3)}*`),
  fc.uniqueArray(fc.constantFrom(...words), { minLength: 2, maxLength: 2 }).map((two) => two.join(" ")),
);

/** At times an empty list, which matches nothing. */
const choice = <T>(list: readonly T[]): fc.Arbitrary<T[]> =>
  fc.oneof(
    { weight: 9, arbitrary: fc.subarray([...list], { minLength: 1 }) },
    { weight: 1, arbitrary: fc.constant<T[]>([]) },
  );

/** A filter of at most two fields. */
export const filters: fc.Arbitrary<Filter> = fc
  .record(
    {
      statuses: choice(["DRAFT", "PUBLISHED", "WITHDRAWN"] as const),
      kinds: choice(kinds),
      riskCategories: choice(categories),
      minSeverity: fc.constantFrom(...severities),
      tlp: choice(tlps),
      sectors: choice(sectors),
      origins: choice(indexes(organizationCount)),
      groups: choice(indexes(groupCount)),
      techniques: choice(techniques),
      affects: fc.constantFrom("LABS", "ärger", "wind", "nobody"),
      publishedAfterMs: fc.integer({ min: 0, max: 60 }).map((minutes) => minutes * minuteMs),
      publishedBeforeMs: fc.integer({ min: 0, max: 60 }).map((minutes) => minutes * minuteMs),
      text,
    },
    { requiredKeys: [] },
  )
  .chain((whole) =>
    fc
      .subarray(Object.keys(whole), { maxLength: Math.min(2, Object.keys(whole).length) })
      .map((kept) => pick(whole, kept)),
  );

function pick(filter: Filter, kept: readonly string[]): Filter {
  return Object.fromEntries(Object.entries(filter).filter(([name]) => kept.includes(name)));
}

export const questions: fc.Arbitrary<Questions> = fc.record({
  filters: fc.array(filters, { minLength: 3, maxLength: 3 }),
  pageSize: fc.integer({ min: 1, max: 3 }),
  order: fc.constantFrom("NEWEST" as const, "OLDEST" as const, "MOST_SEVERE" as const),
});

/** Shrinking a world takes minutes, so that it is done only when asked for: the seed and path that are printed find it again. */
export function runs(numRuns: number): fc.Parameters<unknown> {
  return { numRuns, endOnFailure: process.env["TOCSIN_TEST_SHRINK"] === undefined };
}
