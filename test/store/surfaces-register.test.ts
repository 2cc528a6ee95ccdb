import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { App } from "../../server/app.ts";
import { ask, bearer, post } from "../support/graphql-client.ts";
import { startApp } from "../support/start-app.ts";
import type { ViewerName } from "../worlds/cast.ts";
import { gather, shutOut, viewers } from "../worlds/cast.ts";
import { declarations, fillRegister } from "../worlds/register.ts";
import type { RegisterScene } from "../worlds/register-ways-out.ts";
import { registerWaysOut } from "../worlds/register-ways-out.ts";
import { tokenOf } from "../worlds/ways-out.ts";

let app: App;
let scene: RegisterScene;

beforeAll(async () => {
  app = await startApp({
    TOCSIN_OPERATIONS_PER_MINUTE: "100000",
    TOCSIN_ANONYMOUS_OPERATIONS_PER_MINUTE: "100000",
    TOCSIN_MAX_COST: "1000000",
  });
  const cast = await gather(app.store);
  await shutOut(app.store, cast);
  const register = await fillRegister(app, cast);
  const advisory = {
    title: "That was all",
    summary: "The end.",
    riskCategories: ["PRIVACY"],
    severity: "LOW",
    tlp: "CLEAR",
  };
  const document = "mutation ($input: ItemInput!) { publish(input: $input) { item { id } } }";
  const answer = await ask(app, document, { token: cast.tokens["author"]?.token, variables: { input: { advisory } } });
  const endId = /itm_\w{26}/.exec(JSON.stringify(answer.data))?.[0] ?? "";
  scene = { url: app.url, cast, register, endId };
}, 120_000);

afterAll(() => app[Symbol.asyncDispose]());

const partOf = (name: string) => (/ballot|vote|paper/.test(name) ? "ballots" : "declarations");

describe.each(registerWaysOut)("$name", ({ read, shows }) => {
  test.each(viewers)("shows the %s what its labels say, and not a byte more", { timeout: 90_000 }, async (viewer) => {
    const text = await read(scene, viewer);
    const { canaries } = scene.register;
    const found = canaries.filter((canary) => text.includes(canary.text)).map(({ name }) => name);
    const mine = canaries.filter(({ sees }) => sees.includes(viewer)).map(({ name }) => name);
    expect(found.filter((name) => !mine.includes(name))).toEqual([]);
    const listed = mine.filter((name) => shows.includes(partOf(name)));
    expect(listed.filter((name) => !found.includes(name))).toEqual([]);
  });
});

describe("counts of the register", () => {
  const document = `query ($practices: [ID!]) { adoptions(practices: $practices) { totalCount }
    adoptionMatrix(practices: $practices) { organizations { id } counts { count } rows { standings counts { count } clauses { counts { count } deviations } } } }`;
  type Answer = {
    adoptions: { totalCount: number };
    adoptionMatrix: {
      organizations: unknown[];
      counts: { count: number }[];
      rows: {
        standings: unknown[];
        counts: { count: number }[];
        clauses: { counts: { count: number }[]; deviations: number }[];
      }[];
    };
  };

  test.each(viewers.filter((viewer) => viewer !== "suspended" && viewer !== "revoked"))(
    "are for the %s as many as it sees declarations",
    async (viewer) => {
      const [practice] = scene.register.practices;
      const answer = await ask(app, document, { token: tokenOf(scene, viewer), variables: { practices: [practice] } });
      const { adoptions, adoptionMatrix } = answer.data as Answer; // the shape of the document
      const seen = Object.values(declarations).filter(({ sees }: { sees: readonly ViewerName[] }) =>
        sees.includes(viewer),
      );
      const [row] = adoptionMatrix.rows;
      const sum = (counts: readonly { count: number }[] = []) => counts.reduce((total, { count }) => total + count, 0);
      expect([
        adoptions.totalCount,
        adoptionMatrix.organizations.length,
        sum(adoptionMatrix.counts),
        sum(row?.counts),
        row?.standings.length,
        sum(row?.clauses[0]?.counts),
        row?.clauses[0]?.deviations,
      ]).toEqual(Array.from({ length: 7 }, () => seen.length));
      expect(sum(row?.clauses[1]?.counts)).toBe(0);
    },
  );
});

test("a write on a hidden ballot or practice is answered, byte for byte, as one on what does not exist", async () => {
  const { ids, practices } = scene.register;
  const writes = [
    [ids["ballot"], "blt", "mutation ($id: ID!) { vote(id: $id, option: 0) { cursor } }"],
    [ids["ballot"], "blt", "mutation ($id: ID!) { vote(id: $id) { cursor } }"],
    [ids["ballot"], "blt", "mutation ($id: ID!) { closeBallot(id: $id) { cursor } }"],
    [ids["ballot"], "blt", 'mutation ($id: ID!) { hearObjection(id: $id, organization: "x", answer: "") { cursor } }'],
    [
      practices[1],
      "itm",
      "mutation ($id: ID!) { declareAdoption(practice: $id, version: 9, level: FULL, tlp: RED) { cursor } }",
    ],
    [
      practices[1],
      "itm",
      'mutation ($id: ID!) { declareAdoption(practice: $id, version: 1, level: FULL, tlp: GREEN, note: "\\u0000") { cursor } }',
    ],
  ] as const;
  for (const viewer of ["visitor", "named", "other", "steward"] as const) {
    for (const [hidden, prefix, query] of writes) {
      const answerTo = async (id: string | undefined): Promise<string> => {
        const response = await post(
          scene,
          JSON.stringify({ query, variables: { id } }),
          bearer(tokenOf(scene, viewer)),
        );
        return `${response.status} ${await response.text()}`;
      };
      expect(await answerTo(hidden), `${viewer}: ${query}`).toBe(await answerTo(`${prefix}_${"0".repeat(26)}`));
    }
  }
});

test("the audit log of the operator says who voted, and nothing of what", async () => {
  const { secretBallotId, canaries } = scene.register;
  const entries = await app.store.audit(10_000);
  const text = JSON.stringify(entries);
  expect(canaries.filter((canary) => text.includes(canary.text))).toEqual([]);
  const votes = entries.filter(({ action, subjectId }) => action === "castVote" && subjectId === secretBallotId);
  const voters = ["author", "member"].map((name) => scene.cast.accounts[name] ?? null);
  expect(new Set(votes.map(({ accountId }) => accountId))).toEqual(new Set(voters));
  expect(votes).toHaveLength(voters.length);
});
