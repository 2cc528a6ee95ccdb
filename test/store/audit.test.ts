import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { App } from "../../server/app.ts";
import { ask } from "../support/graphql-client.ts";
import type { TestMember } from "../support/start-app.ts";
import { addMember, startApp } from "../support/start-app.ts";

describe("the audit log", () => {
  let app: App;
  let author: TestMember;
  let named: TestMember;
  let outsider: TestMember;
  let red: string;

  beforeAll(async () => {
    app = await startApp();
    author = await addMember(app);
    named = await addMember(app);
    outsider = await addMember(app);
    const { data } = await ask(
      app,
      `mutation ($accounts: [ID!]) { publish(input: { advisory: { tlp: RED, audience: { accounts: $accounts }, title: "A canary",
        summary: "s", riskCategories: [CYBER], severity: LOW } }) { item { id } } }`,
      { token: author.token, variables: { accounts: [named.accountId] } },
    );
    red = (data as { publish: { item: { id: string } } }).publish.item.id; // the query names it
  });
  afterAll(() => app[Symbol.asyncDispose]());

  const entriesOf = async ({ accountId }: TestMember) =>
    (await app.store.audit(1_000))
      .filter((entry) => entry.accountId === accountId)
      .map(({ action, subjectId, outcome }) => `${action} ${subjectId} ${outcome}`);

  it("has every write, and every read of TLP:RED", async () => {
    await ask(app, "query ($id: ID!) { item(id: $id) { title } }", { token: named.token, variables: { id: red } });
    expect(await entriesOf(author)).toContain(`publish ${red} done`);
    expect(await entriesOf(named)).toContain(`read ${red} done`);
  });

  it("has what was denied, however bad the rest of the input was", async () => {
    const reader = await addMember(app, { role: "READER" });
    const withdraw = "mutation ($id: ID!, $reason: String!) { withdraw(id: $id, reason: $reason) { cursor } }";
    const tries = [
      { who: outsider, id: red, reason: "It is wrong." },
      { who: outsider, id: red, reason: "" },
      { who: outsider, id: "no\u0000id", reason: "" },
      { who: reader, id: red, reason: "" },
    ];
    for (const { who, id, reason } of tries) await ask(app, withdraw, { token: who.token, variables: { id, reason } });
    expect((await entriesOf(outsider)).toSorted()).toEqual(
      [`withdraw ${red} NOT_FOUND`, `withdraw ${red} NOT_FOUND`, "withdraw no?id NOT_FOUND"].toSorted(),
    );
    expect(await entriesOf(reader)).toEqual([`withdraw ${red} FORBIDDEN`]);
  });

  it("says who was let in where", async () => {
    const steward = await addMember(app, { role: "STEWARD" });
    const groupId = (await app.store.commit({ kind: "operator" }, "addGroup", { name: "Group", description: null })).id;
    await ask(app, "mutation ($g: ID!, $a: ID!) { joinGroup(group: $g, account: $a) { id } }", {
      token: steward.token,
      variables: { g: groupId, a: outsider.accountId },
    });
    expect((await entriesOf(steward)).toSorted()).toEqual(
      [`joinGroup ${groupId} done`, `joinGroup ${outsider.accountId} done`].toSorted(),
    );
  });

  it("tells a suspension from its end, and the operator from everybody else", async () => {
    const { accountId, organizationId } = await addMember(app);
    for (const suspended of [true, false]) {
      await app.store.commit({ kind: "operator" }, "suspendAccount", { accountId, suspended });
      await app.store.commit({ kind: "operator" }, "suspendOrganization", { organizationId, suspended });
      const input = { accountId: "acc_nobody", suspended };
      await expect(app.store.commit({ kind: "operator" }, "suspendAccount", input)).rejects.toThrow("There is no");
    }
    const named = [accountId, organizationId, "acc_nobody"];
    const told = (await app.store.audit(100)).filter(
      ({ action, subjectId }) => /^(suspend|resume)/.test(action) && named.includes(subjectId ?? ""),
    );
    const newest = told.map(({ accountId: by, action, outcome }) => `${by} ${action} ${outcome}`);
    const expected = ["suspend", "resume"].flatMap((verb) => [
      `null ${verb}Account done`,
      `null ${verb}Organization done`,
      `null ${verb}Account NOT_FOUND`,
    ]);
    expect(newest.toSorted()).toEqual(expected.toSorted());
  });

  it("keeps no content", async () => {
    expect(JSON.stringify(await app.store.audit(1_000))).not.toContain("canary");
  });
});
