import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import type { TestMember } from "../support/start-app.ts";
import { addMember } from "../support/start-app.ts";
import type { ClientWorld, Ran } from "./client-world.ts";
import { clientWorld, runTocsin, temporaryFolder } from "./client-world.ts";

let world: ClientWorld;
let home: string;
let steward: TestMember;
beforeAll(async () => {
  world = await clientWorld();
  home = await temporaryFolder();
  steward = await addMember(world.app, { role: "STEWARD", sector: "CIVIL_SOCIETY" });
});
afterAll(() => world[Symbol.asyncDispose]());

const tocsin = ({ token }: TestMember, words: readonly string[], input = ""): Promise<Ran> =>
  runTocsin(words, { HOME: home, TOCSIN_URL: world.url, TOCSIN_TOKEN: token }, input);

const anything = z.looseObject({ id: z.string() });
/** What a command answers with --json, which has to be one object. */
async function answer(who: TestMember, words: readonly string[], input = "") {
  const ran = await tocsin(who, [...words, "--json"], input);
  expect(ran.stderr).toBe("");
  return anything.parse(JSON.parse(ran.stdout));
}

const charter = (chairs: readonly TestMember[]): string => `
scope: How agents are kept from reaching what they should not.
successCriteria: [A practice that three members follow.]
riskCategories: [cyber, loss-of-control]
deliverables:
  - title: A first practice
    due: 2027-06-30
durationMonths: 12
chairs: [${chairs.map(({ accountId }) => accountId).join(", ")}]
joining: open
rule: simple-majority
meetingRule: chatham-house
intellectualProperty: Free for every member.
`;

const practiceFor = (group: string): string => `
practice:
  tlp: AMBER
  audience: { groups: [${group}] }
  title: Rotate keys
  summary: Often.
  riskCategories: [CYBER]
  severity: LOW
  clauses: [{ level: MUST, text: Rotate. }]
`;

describe("a working group on the command line", () => {
  test("is proposed, signed on to, chartered, joined, talked in, and met", async () => {
    const { company, government, outsider } = world;
    const { id } = await answer(company, ["group", "propose", "-", "--name", "Agent safety"], charter([company]));
    await answer(government, ["group", "sign", "agent safety"]);
    expect(await answer(steward, ["group", "move", id, "charter"])).toMatchObject({ state: "CHARTERED" });
    expect(await answer(company, ["group", "move", id, "start"])).toMatchObject({ state: "ACTIVE" });
    expect(await answer(outsider, ["group", "join", id])).toMatchObject({ viewerRoles: ["MEMBER"] });
    const editor = ["group", "role", id, "editor", "--account", government.accountId];
    await answer(company, editor);
    const open = ["thread", "open", id, "--title", "Scope", "--text", "What about tools?"];
    const thread = await answer(outsider, [...open, "--mention", government.accountId]);
    const post = await answer(government, ["thread", "post", thread.id, "They are in it."]);
    await answer(government, ["thread", "edit", post.id, "They are."]);
    const shown = await tocsin(outsider, ["thread", "show", thread.id]);
    expect(shown.stdout).toMatch(/^TLP:AMBER {2}Scope {2}2 posts.*What about tools\?.*, changed.*They are\./ms);
    const day = new Date(Date.now() + 86_400_000).toISOString();
    const times = ["--from", day, "--to", day.replace(/\d{3}Z$/, "999Z")];
    const meet = ["group", "meet", id, "--title", "First call", "--agenda", "Who we are", ...times];
    const meeting = await answer(company, meet);
    expect(meeting).toMatchObject({ state: "CALLED", rule: "CHATHAM_HOUSE", agenda: ["Who we are"] });
    const practice = await answer(company, ["publish", "-"], practiceFor(id));
    await answer(company, ["practice", "propose", practice.id, "--group", id]);
    await answer(outsider, ["practice", "comment", practice.id, "--text", "What ends a task?"]);
    const hold = ["ballot", "hold", "--group", id, "--question", "Shall we meet in May?", "--closes", day];
    await answer(company, hold);
    const page = await tocsin(outsider, ["group", "show", id]);
    const work =
      /Items \(1\)\n {2}20\d\d-\d\d {2}1 {2}CYBER 1 {2}\(LOW 1\)\n\nDrafts \(1\)\n.*TLP:AMBER.*PROPOSAL v1.*1 open comments\n/s;
    expect(page.stdout).toMatch(work);
    expect(page.stdout).toMatch(
      /Open comments \(1\)\n.*What ends a task\?\n {4}on Rotate keys\n\nBallots \(1\)\n.*May\?/s,
    );
    expect(page.stdout).toMatch(/^Agent safety {2}ACTIVE.*SIMPLE_MAJORITY.*Who\n.*EDITOR.*Next meetings.*First call/ms);
    expect(page.stdout).toMatch(/Threads\n.*Scope.*Since you last looked\n.*POSTED/ms);
    const again = await answer(outsider, ["group", "show", id]);
    expect(again).toMatchObject({ activity: { events: [] } });
  });

  test("is refused with code and field what its rules refuse", async () => {
    const { company, outsider } = world;
    const { id } = await answer(company, ["group", "propose", "-", "--name", "Watermarks"], charter([company]));
    const refusal = async (who: TestMember, words: readonly string[]): Promise<unknown> => {
      const ran = await tocsin(who, [...words, "--json"]);
      expect(ran.code).toBe(1);
      const { error } = z.object({ error: z.looseObject({ code: z.string() }) }).parse(JSON.parse(ran.stderr));
      return [error.code, error["field"] ?? null];
    };
    expect(await refusal(company, ["group", "move", id, "start"])).toEqual(["CONFLICT", "move"]);
    expect(await refusal(company, ["group", "move", id, "close"])).toEqual(["BAD_USER_INPUT", "reason"]);
    expect(await refusal(outsider, ["group", "join", id])).toEqual(["CONFLICT", null]);
    expect(await refusal(outsider, ["group", "admit", "adm_00000000000000000000000000"])).toEqual(["NOT_FOUND", null]);
  });
});
