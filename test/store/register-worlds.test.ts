import fc from "fast-check";
import { expect, test } from "vitest";
import { testDialect } from "../support/fresh-store.ts";
import type { Person } from "../support/small-forum.ts";
import { minute, StillForum } from "../support/still-forum.ts";
import type { Declared, Label, Who } from "../worlds/register-oracle.ts";
import { RegisterOracle } from "../worlds/register-oracle.ts";

/** How many registers a run makes; more with TOCSIN_TEST_REGISTERS. */
const count = Number(process.env["TOCSIN_TEST_REGISTERS"] ?? (testDialect() === "sqlite" ? 12 : 4));

const organizationCount = 4;
const organization = fc.nat({ max: organizationCount - 1 });
const label: fc.Arbitrary<Label> = fc.oneof(
  fc.record({
    tlp: fc.constant("AMBER" as const),
    organizations: fc.uniqueArray(organization, { minLength: 1, maxLength: 2 }),
    group: fc.boolean(),
  }),
  fc.constant({ tlp: "AMBER" as const, organizations: [], group: true }),
  fc.record({
    tlp: fc.constant("GREEN" as const),
    organizations: fc.uniqueArray(organization, { maxLength: 1 }),
    group: fc.boolean(),
  }),
  fc.constant({ tlp: "CLEAR" as const, organizations: [], group: false }),
);
/** Those that the group can see, so that it can work on them. */
const practiceLabel = label.map((one) => (one.tlp === "AMBER" ? { ...one, group: true } : one));

const declaration = fc.record({
  type: fc.constant("declare" as const),
  organization,
  practice: fc.nat({ max: 2 }),
  level: fc.constantFrom("INTENDS" as const, "FULL" as const, "NOT_ADOPTING" as const),
  lasts: fc.option(fc.integer({ min: 1, max: 40 })),
  label,
});
const act = fc.oneof(
  { weight: 6, arbitrary: declaration },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("move" as const), practice: fc.nat({ max: 2 }) }) },
);
const world = fc.record({
  practices: fc.array(practiceLabel, { minLength: 3, maxLength: 3 }),
  acts: fc.array(act, { minLength: 8, maxLength: 16, size: "max" }),
});

const declare = `mutation ($practice: ID!, $version: Int!, $level: AdoptionLevel!, $validUntil: DateTime, $tlp: Tlp!, $audience: AudienceInput) {
  declareAdoption(practice: $practice, version: $version, level: $level, validUntil: $validUntil, tlp: $tlp, audience: $audience) { adoption { id } } }`;
const everything = `query ($endsBy: DateTime) {
  adoptions(first: 100) { totalCount nodes { practice { id } version organization { id } level standing } }
  ended: adoptions(first: 100, endsBy: $endsBy) { totalCount }
  adoptionMatrix { totalCount organizations { id } counts { standing count } rows { practice { id } version standings counts { standing count }
    clauses { clause counts { standing count } } } } }`;

type Count = { standing: string; count: number };
type Answer = {
  adoptions: {
    totalCount: number;
    nodes: {
      practice: { id: string };
      version: number;
      organization: { id: string };
      level: string;
      standing: string | null;
    }[];
  };
  ended: { totalCount: number };
  adoptionMatrix: {
    totalCount: number;
    organizations: { id: string }[];
    counts: Count[];
    rows: {
      practice: { id: string };
      version: number;
      standings: (string | null)[];
      counts: Count[];
      clauses: { clause: string; counts: Count[] }[];
    }[];
  };
};

test(
  `in ${count} generated registers every viewer is told what the table of labels says, and every count is of that alone`,
  { timeout: 600_000 },
  async () => {
    let played = 0;
    await fc.assert(
      fc.asyncProperty(world, async ({ practices, acts }) => {
        await using forum = await StillForum.open();
        const author = await forum.person();
        const people = [author];
        while (people.length < organizationCount) people.push(await forum.person());
        const inGroup = people.slice(0, 2);
        const group = await forum.group(...inGroup);
        const oracle = new RegisterOracle(0);
        const ids: string[] = [];
        const audienceOf = ({ organizations, group: toGroup }: Label) => ({
          organizations: organizations.map((at) => people[at]?.organizationId),
          groups: toGroup ? [group] : [],
        });
        const written = (one: Label) => ({
          tlp: one.tlp,
          ...(one.tlp === "CLEAR" ? {} : { audience: audienceOf(one) }),
        });
        for (const one of practices) {
          const shown = one.tlp === "GREEN" && one.organizations.length > 0 ? { ...one, group: true } : one;
          ids.push(await forum.practice(author, group, written(shown)));
          oracle.practices.push({ label: shown, version: 1 });
        }
        let now = 0;
        for (const step of acts) {
          now += 5;
          forum.stopAt(now);
          if (step.type === "move") {
            const practice = oracle.practices[step.practice];
            if (practice?.version !== 1) continue;
            await forum.move(author, ids[step.practice] ?? "", "WORKING_DRAFT");
            practice.version = 2;
          } else {
            const who: Who = { organization: step.organization, inGroup: step.organization < inGroup.length };
            const practice = oracle.practices[step.practice];
            const lasts = step.level === "NOT_ADOPTING" ? null : step.lasts;
            const validUntil = lasts === null ? null : now + lasts;
            const { level } = step;
            const variables = {
              practice: ids[step.practice],
              version: practice?.version,
              level,
              validUntil: validUntil === null ? null : minute(validUntil),
              ...written(step.label),
            };
            const code = (await forum.refused(people[step.organization] ?? null, declare, variables)).split(" ")[0];
            const order = ["AMBER", "GREEN", "CLEAR"];
            const weaker = order.indexOf(step.label.tlp) > order.indexOf(practice?.label.tlp ?? "");
            const expected = !oracle.seesPractice(who, step.practice) ? "NOT_FOUND" : weaker ? "BAD_USER_INPUT" : "";
            expect(code).toBe(expected);
            if (expected !== "") continue;
            const { organization: by, practice: of } = step;
            oracle.declare({
              organization: by,
              practice: of,
              version: practice?.version ?? 1,
              level,
              validUntil,
              label: step.label,
            });
          }
        }
        for (const viewer of [null, ...people.keys()])
          await compare(forum, oracle, { people, inGroup, ids, now }, viewer);
        played += 1;
      }),
      { numRuns: count, endOnFailure: process.env["TOCSIN_TEST_SHRINK"] === undefined },
    );
    expect(played).toBeGreaterThanOrEqual(count);
  },
);

type Ground = {
  readonly people: readonly Person[];
  readonly inGroup: readonly Person[];
  readonly ids: readonly string[];
  readonly now: number;
};

async function compare(
  forum: StillForum,
  oracle: RegisterOracle,
  ground: Ground,
  viewer: number | null,
): Promise<void> {
  const { people, inGroup, ids, now } = ground;
  const who: Who = viewer === null ? null : { organization: viewer, inGroup: viewer < inGroup.length };
  const person = viewer === null ? null : (people[viewer] ?? null);
  const answer = await forum.done<Answer>(person, everything, { endsBy: minute(now) });
  const orgs = people.map(({ organizationId }) => organizationId);
  const seen = oracle.seen(who);
  const line = ({ organization: by, practice, version, level }: Declared): string => {
    const current = oracle.practices[practice]?.version;
    const standing =
      version === current
        ? oracle.standing(who, practice, by, now)
        : level === "NOT_ADOPTING"
          ? null
          : "EARLIER_VERSION";
    return `${ids[practice]} ${version} ${orgs[by]} ${level} ${standing}`;
  };
  const told = answer.adoptions.nodes.map(
    ({ practice, version, organization: by, level, standing }) =>
      `${practice.id} ${version} ${by.id} ${level} ${standing}`,
  );
  const context = viewer === null ? "a visitor" : `organisation ${viewer}`;
  expect(told.toSorted(), context).toEqual(seen.map(line).toSorted());
  expect(answer.adoptions.totalCount, context).toBe(seen.length);
  const ended = seen.filter(
    ({ level, validUntil }) => level !== "NOT_ADOPTING" && validUntil !== null && validUntil <= now,
  );
  expect(answer.ended.totalCount, context).toBe(ended.length);

  const { adoptionMatrix: matrix } = answer;
  const rows = ids.flatMap((id, practice) => (oracle.seesPractice(who, practice) ? [{ id, practice }] : []));
  const standingsOf = (practice: number): (string | null)[] =>
    orgs.map((_, by) => oracle.standing(who, practice, by, now));
  const shownOrgs = orgs.filter((_, by) => rows.some(({ practice }) => standingsOf(practice)[by] !== null));
  expect(matrix.totalCount, context).toBe(rows.length);
  expect(matrix.organizations.map(({ id }) => id).toSorted(), context).toEqual(shownOrgs.toSorted());
  expect(matrix.rows.map(({ practice: { id } }) => id).toSorted(), context).toEqual(
    rows.map(({ id }) => id).toSorted(),
  );
  for (const { id, practice } of rows) {
    const row = matrix.rows.find((one) => one.practice.id === id);
    const standings = matrix.organizations.map((one) => standingsOf(practice)[orgs.indexOf(one.id)]);
    expect(row?.version, context).toBe(oracle.practices[practice]?.version);
    expect(row?.standings, context).toEqual(standings);
    expect(tally(row?.counts), context).toEqual(tallyOf(standingsOf(practice)));
    // every declaration here is about all clauses, and those of the version in force alone stand there
    const current = standingsOf(practice).map((one) => (one === "EARLIER_VERSION" ? null : one));
    for (const clause of row?.clauses ?? []) expect(tally(clause.counts), context).toEqual(tallyOf(current));
    expect(row?.clauses.length, context).toBe(3);
  }
  expect(tally(matrix.counts), context).toEqual(tallyOf(rows.flatMap(({ practice }) => standingsOf(practice))));
}

function tally(counts: readonly Count[] = []): Record<string, number> {
  return Object.fromEntries(counts.map(({ standing, count: number }) => [standing, number]));
}

function tallyOf(standings: readonly (string | null)[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const standing of standings) if (standing !== null) counts[standing] = (counts[standing] ?? 0) + 1;
  return counts;
}
