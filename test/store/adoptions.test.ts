import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Person } from "../support/small-forum.ts";
import { minute, practiceInput, StillForum } from "../support/still-forum.ts";

const declare = `mutation ($practice: ID!, $version: Int!, $level: AdoptionLevel!, $clauses: [String!], $deviations: [AdoptionDeviationInput!],
    $evidence: [AdoptionEvidenceInput!], $validUntil: DateTime, $note: String, $tlp: Tlp!, $audience: AudienceInput, $key: String) {
  declareAdoption(practice: $practice, version: $version, level: $level, clauses: $clauses, deviations: $deviations, evidence: $evidence,
    validUntil: $validUntil, note: $note, tlp: $tlp, audience: $audience, idempotencyKey: $key) { adoption { id standing } cursor } }`;
const look = `query ($id: ID!) { node(id: $id) { id ... on Adoption { version level standing clauses deviations { clause reason } evidence { kind url }
  validUntil note tlp audience { organizations { id } } organization { id } practice { id } } } }`;
const list = `query ($practices: [ID!], $organizations: [ID!], $endsBy: DateTime) {
  adoptions(first: 100, practices: $practices, organizations: $organizations, endsBy: $endsBy) { totalCount nodes { id } } }`;
const matrix = `query ($practices: [ID!], $organizations: [ID!], $sectors: [Sector!], $first: Int, $after: String) {
  adoptionMatrix(first: $first, after: $after, practices: $practices, organizations: $organizations, sectors: $sectors) {
    totalCount pageInfo { hasNextPage endCursor } organizations { id } counts { standing count }
    rows { practice { id } version standings counts { standing count } clauses { clause counts { standing count } deviations
      entries { organization { id } standing deviation } } } } }`;
const feed = `{ feed(filter: { changes: [ADOPTION_DECLARED, ADOPTION_EXPIRED, REMINDED, SUBJECT_HIDDEN] }) { events { change subjectId } } }`;

type Count = { standing: string; count: number };
type Matrix = {
  adoptionMatrix: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    organizations: { id: string }[];
    counts: Count[];
    rows: {
      practice: { id: string };
      version: number;
      standings: (string | null)[];
      counts: Count[];
      clauses: { clause: string; counts: Count[]; deviations: number; entries: unknown[] }[];
    }[];
  };
};

let forum: StillForum;
let author: Person;
let adopter: Person;
let other: Person;
let practice: string;
beforeEach(async () => {
  forum = await StillForum.open();
  [author, adopter, other] = [await forum.person(), await forum.person("ACADEMIA"), await forum.person("GOVERNMENT")];
  practice = await forum.practice(author);
});
afterEach(() => forum[Symbol.asyncDispose]());

type Wish = Readonly<Record<string, unknown>>;
const full = { version: 1, level: "FULL", tlp: "GREEN" };

async function declared(who: Person, wish: Wish = {}): Promise<string> {
  const variables = { practice, ...full, ...wish };
  const answer = await forum.done<{ declareAdoption: { adoption: { id: string } } }>(who, declare, variables);
  return answer.declareAdoption.adoption.id;
}

const refusal = (who: Person | null, wish: Wish = {}): Promise<string> =>
  forum.refused(who, declare, { practice, ...full, ...wish });

async function told(who: Person): Promise<string[]> {
  const answer = await forum.done<{ feed: { events: { change: string; subjectId: string }[] } }>(who, feed);
  return answer.feed.events.map(({ change, subjectId }) => `${change} ${subjectId}`);
}

async function matrixFor(who: Person | null, wish: Wish = {}): Promise<Matrix["adoptionMatrix"]> {
  return (await forum.done<Matrix>(who, matrix, wish)).adoptionMatrix;
}

async function listFor(who: Person | null, wish: Wish = {}): Promise<string[]> {
  type Answer = { adoptions: { totalCount: number; nodes: { id: string }[] } };
  const { adoptions } = await forum.done<Answer>(who, list, wish);
  expect(adoptions.totalCount).toBe(adoptions.nodes.length);
  return adoptions.nodes.map(({ id }) => id);
}

const revise = (id: string, expectedRevision: number, label: object) =>
  forum.done(
    author,
    "mutation ($id: ID!, $rev: Int!, $input: ItemInput!) { revise(id: $id, expectedRevision: $rev, input: $input) { cursor } }",
    { id, rev: expectedRevision, input: { practice: practiceInput(label) } },
  );

describe("a declaration", () => {
  it("is shown as it was made, with its audience for the organisation that made it alone", async () => {
    const wish = {
      level: "PARTIAL",
      clauses: ["R-1", "R-3"],
      deviations: [{ clause: "R-3", reason: "Weekly is enough." }],
      evidence: [{ kind: "IMPLEMENTATION_REPORT", url: "https://example.org/report" }],
      validUntil: minute(600),
      note: "More to come.",
      tlp: "AMBER",
      audience: { organizations: [other.organizationId] },
    };
    const id = await declared(adopter, wish);
    const { audience: _audience, ...shown } = wish;
    const expected = {
      node: {
        ...shown,
        id,
        version: 1,
        standing: "PARTIAL",
        organization: { id: adopter.organizationId },
        practice: { id: practice },
      },
    };
    expect(await forum.done(adopter, look, { id })).toMatchObject({
      node: { ...expected.node, audience: { organizations: [{ id: other.organizationId }] } },
    });
    expect(await forum.done(other, look, { id })).toMatchObject({ node: { ...expected.node, audience: null } });
    expect(await forum.done(author, look, { id })).toEqual({ node: null });
    expect(await forum.done(null, look, { id })).toEqual({ node: null });
  });

  it("is refused with the field that is wrong, and nothing is written", async () => {
    expect(await refusal(adopter, { version: 7 })).toBe("BAD_USER_INPUT version");
    expect(await refusal(adopter, { version: 0 })).toBe("BAD_USER_INPUT version");
    expect(await refusal(adopter, { tlp: "CLEAR" })).toBe("BAD_USER_INPUT tlp");
    expect(await refusal(adopter, { tlp: "RED", audience: { accounts: [other.accountId] } })).toBe(
      "BAD_USER_INPUT tlp",
    );
    expect(await refusal(adopter, { tlp: "AMBER" })).toBe("BAD_USER_INPUT audience");
    expect(await refusal(adopter, { tlp: "AMBER", audience: { organizations: [`org_${"0".repeat(26)}`] } })).toBe(
      "BAD_USER_INPUT audience",
    );
    expect(await refusal(adopter, { level: "PARTIAL" })).toBe("BAD_USER_INPUT clauses");
    expect(await refusal(adopter, { level: "PARTIAL", clauses: ["R-1", "R-99"] })).toBe("BAD_USER_INPUT clauses.1");
    expect(await refusal(adopter, { evidence: [{ kind: "CERTIFIED", url: "javascript:alert(1)" }] })).toBe(
      "BAD_USER_INPUT evidence.0.url",
    );
    expect(await refusal(adopter, { validUntil: minute(0) })).toBe("BAD_USER_INPUT validUntil");
    expect(await refusal(adopter, { level: "WITHDRAWN" })).toBe("CONFLICT");
    expect(await refusal(await forum.person("COMPANY", "READER"))).toBe("FORBIDDEN");
    expect(await refusal(null)).toBe("UNAUTHENTICATED");
    expect(await listFor(adopter)).toEqual([]);
  });

  it("of a practice that is not seen is refused like one of what is not there, whatever else is wrong", async () => {
    const hidden = await forum.unproposed(author, {
      tlp: "AMBER",
      audience: { organizations: [author.organizationId] },
    });
    for (const wish of [
      full,
      { ...full, level: "PARTIAL", clauses: [] },
      { ...full, tlp: "RED" },
      { ...full, note: "\u0000" },
    ]) {
      const answerTo = async (id: string) => (await forum.ask(adopter, declare, { ...wish, practice: id })).text;
      expect(await answerTo(hidden)).toContain("NOT_FOUND");
      expect(await answerTo(hidden)).toBe(await answerTo(`itm_${"0".repeat(26)}`));
    }
  });

  it("is declared anew in its own place, and those who see it no longer are told so", async () => {
    const id = await declared(adopter);
    expect(
      await declared(adopter, {
        level: "WITHDRAWN",
        tlp: "AMBER",
        audience: { organizations: [other.organizationId] },
      }),
    ).toBe(id);
    expect(await told(other)).toEqual([`ADOPTION_DECLARED ${id}`, `ADOPTION_DECLARED ${id}`]);
    expect(await told(author)).toEqual([`SUBJECT_HIDDEN ${id}`]);
    expect(await listFor(author)).toEqual([]);
    expect((await matrixFor(author)).organizations).toEqual([]);
    expect((await matrixFor(other)).rows[0]?.standings).toEqual(["WITHDRAWN"]);
  });

  it("that is repeated under its key is made once", async () => {
    expect(await declared(adopter, { key: "k" })).toBe(await declared(adopter, { key: "k" }));
    expect(await told(adopter)).toHaveLength(1);
  });

  it("goes with its practice where that is taken out of sight, and does not come out with it", async () => {
    const id = await declared(adopter, { tlp: "AMBER", audience: { organizations: [other.organizationId] } });
    await revise(practice, 1, { tlp: "AMBER", audience: { organizations: [adopter.organizationId] } });
    expect(await forum.done(other, look, { id })).toEqual({ node: null });
    await revise(practice, 2, { tlp: "CLEAR" });
    expect(await listFor(other)).toEqual([id]);
    expect(await listFor(author)).toEqual([]);
    expect(await listFor(null)).toEqual([]);
  });
});

describe("the label of a declaration", () => {
  it("is shown as that of its practice, where that has become stricter", async () => {
    const id = await declared(adopter);
    await revise(practice, 1, { tlp: "AMBER", audience: { organizations: [adopter.organizationId] } });
    expect(await forum.done(adopter, look, { id })).toMatchObject({ node: { tlp: "AMBER" } });
  });
});

describe("the end of a declaration", () => {
  it("is told to its owners 30 days before, to everybody when it comes, and found in the register", async () => {
    const day = 24 * 60;
    const id = await declared(adopter, { validUntil: minute(40 * day) });
    const meant = await declared(other, { level: "INTENDS", validUntil: minute(50 * day) });
    const [atOnce, later] = [await told(author), await told(adopter)];
    await forum.turnTo(10 * day - 1);
    expect(await told(adopter)).toEqual(later);
    await forum.turnTo(10 * day);
    await forum.turnTo(11 * day);
    expect(await told(adopter)).toEqual([...later, `REMINDED ${id}`]);
    expect(await told(author)).toEqual(atOnce);
    await forum.turnTo(40 * day);
    expect(await told(author)).toEqual([...atOnce, `ADOPTION_EXPIRED ${id}`]);
    expect(await listFor(author, { endsBy: minute(40 * day) })).toEqual([id]);
    await forum.turnTo(60 * day);
    const byName = new Map([
      [id, "EXPIRED"],
      [meant, "OVERDUE"],
    ]);
    expect(new Set(await listFor(author, { endsBy: minute(60 * day) }))).toEqual(new Set(byName.keys()));
    for (const [one, standing] of byName)
      expect(await forum.done(author, look, { id: one })).toMatchObject({ node: { standing } });
    expect((await matrixFor(author)).counts).toEqual([
      { standing: "OVERDUE", count: 1 },
      { standing: "EXPIRED", count: 1 },
    ]);
  });

  it("does not come where it was put off in time, or taken back", async () => {
    const id = await declared(adopter, { validUntil: minute(60) });
    await declared(adopter, { validUntil: minute(120) });
    await forum.turnTo(60);
    expect(await told(author)).toEqual([`ADOPTION_DECLARED ${id}`, `ADOPTION_DECLARED ${id}`]);
    await declared(adopter, { level: "WITHDRAWN" });
    await forum.turnTo(600);
    expect((await told(author)).filter((line) => line.startsWith("ADOPTION_EXPIRED"))).toEqual([]);
  });
});

describe("the matrix", () => {
  it("has, with its counts, what each viewer sees and nothing else", async () => {
    await declared(adopter, { tlp: "AMBER", audience: { organizations: [other.organizationId] } });
    await declared(other, { level: "NOT_ADOPTING" });
    const clear = await forum.practice(author, undefined, { tlp: "CLEAR" });
    await declared(author, { practice: clear, tlp: "CLEAR" });
    const ids = (people: readonly Person[]) => new Set(people.map(({ organizationId: id }) => ({ id })));
    const shown = async (who: Person | null) => {
      const { organizations, rows, counts, totalCount } = await matrixFor(who);
      expect(rows).toHaveLength(totalCount);
      for (const { standings } of rows) expect(standings).toHaveLength(organizations.length);
      return { organizations: new Set(organizations), cells: counts };
    };
    expect(await shown(other)).toEqual({
      organizations: ids([adopter, other, author]),
      cells: [
        { standing: "FULL", count: 2 },
        { standing: "NOT_ADOPTING", count: 1 },
      ],
    });
    expect(await shown(author)).toEqual({
      organizations: ids([other, author]),
      cells: [
        { standing: "FULL", count: 1 },
        { standing: "NOT_ADOPTING", count: 1 },
      ],
    });
    expect(await shown(null)).toEqual({ organizations: ids([author]), cells: [{ standing: "FULL", count: 1 }] });
  });

  it("shows an adoption of an earlier version as that, and hands none on to a new one", async () => {
    await declared(adopter);
    await declared(other, { level: "NOT_ADOPTING" });
    await forum.move(author, practice, "WORKING_DRAFT");
    expect((await matrixFor(author)).rows[0]).toMatchObject({ version: 2, standings: ["EARLIER_VERSION"] });
    await declared(adopter, { version: 2, level: "INTENDS" });
    expect((await matrixFor(author)).rows[0]?.standings).toEqual(["INTENDS"]);
    // of what is hidden from them, others are shown the earlier declaration still
    await declared(adopter, { version: 2, tlp: "AMBER", audience: { organizations: [other.organizationId] } });
    expect((await matrixFor(author)).rows[0]?.standings).toEqual(["EARLIER_VERSION"]);
    expect((await matrixFor(other)).rows[0]?.standings).toEqual(["FULL"]);
  });

  it("shows by clause who follows what, and what is done otherwise", async () => {
    await declared(adopter, { level: "PARTIAL", clauses: ["R-1"], deviations: [{ clause: "R-1", reason: "Weekly." }] });
    await declared(other, { tlp: "AMBER", audience: { organizations: [adopter.organizationId] } });
    const [row] = (await matrixFor(adopter)).rows;
    expect(row?.clauses.map(({ clause, counts, deviations }) => [clause, counts, deviations])).toEqual([
      [
        "R-1",
        [
          { standing: "PARTIAL", count: 1 },
          { standing: "FULL", count: 1 },
        ],
        1,
      ],
      ["R-2", [{ standing: "FULL", count: 1 }], 0],
      ["R-3", [{ standing: "FULL", count: 1 }], 0],
    ]);
    const [seen] = (await matrixFor(author)).rows;
    expect(seen?.clauses.map(({ entries }) => entries.length)).toEqual([1, 0, 0]);
  });

  it("comes in pages, and in part", async () => {
    const practices = [practice];
    for (const at of [1, 2, 3]) {
      forum.stopAt(at);
      practices.unshift(await forum.practice(author));
    }
    for (const one of practices) await declared(adopter, { practice: one });
    const seen: string[] = [];
    for (let after: string | null = null; ;) {
      const page: Matrix["adoptionMatrix"] = await matrixFor(author, { first: 3, after });
      expect(page.totalCount).toBe(4);
      seen.push(...page.rows.map(({ practice: { id } }) => id));
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect(seen).toEqual(practices);
    expect((await matrixFor(author, { practices: practices.slice(1, 2) })).rows.map((row) => row.practice.id)).toEqual(
      practices.slice(1, 2),
    );
    expect((await matrixFor(author, { sectors: ["COMPANY"] })).organizations).toEqual([]);
    expect((await matrixFor(author, { organizations: [other.organizationId] })).organizations).toEqual([]);
    expect(await forum.refused(author, matrix, { first: 501 })).toBe("BAD_USER_INPUT first");
  });
});
