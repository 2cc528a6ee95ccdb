import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Person } from "../support/small-forum.ts";
import { advisory, SmallForum } from "../support/small-forum.ts";

describe("full text search", () => {
  let forum: SmallForum;
  let member: Person;

  beforeAll(async () => {
    forum = await SmallForum.open();
    member = await forum.person();
    await forum.publish(member, advisory({ title: "Jailbreaking by role-play", body: "The canary1f2e was quiet." }));
    await forum.publish(
      member,
      advisory({ title: "Agents and their tools", body: "A jailbreak of tool injection, universities." }),
    );
    await forum.publish(
      member,
      advisory({ title: "The Zürich incident", body: "AML.T0054 was seen; injection of tools." }),
    );
  });
  afterAll(() => forum[Symbol.asyncDispose]());

  it.each([
    ["jailbreak", ["Jailbreaking by role-play", "Agents and their tools"]],
    ["jailbreaks", ["Jailbreaking by role-play", "Agents and their tools"]],
    ["jail*", ["Jailbreaking by role-play", "Agents and their tools"]],
    ["jailbreaki*", ["Jailbreaking by role-play"]],
    ["canary*", ["Jailbreaking by role-play"]],
    ["universit* jail*", ["Agents and their tools"]],
    ["universiti*", ["Agents and their tools"]],
    ['"tool injection"', ["Agents and their tools"]],
    ['"injection of tool"', ["The Zürich incident"]],
    ["tools the*", ["Agents and their tools", "The Zürich incident"]],
    ["zurich", ["The Zürich incident"]],
    ["aml.t0054", ["The Zürich incident"]],
    ["T0054", ["The Zürich incident"]],
    ["the", ["Jailbreaking by role-play", "The Zürich incident"]],
    ["nothing", []],
    ["jail* nothing", []],
    ["***", []],
  ])("finds %s", async (text, titles) => {
    const { edges } = await forum.store.as(member.viewer).page({ filter: { text } });
    const found = edges.map(({ node }) => node.content.envelope.title);
    expect(found.toSorted()).toEqual(titles.toSorted());
    expect(await forum.store.as(member.viewer).count({ text })).toBe(titles.length);
  });

  it.each(["jailbreak", "jail*"])("puts what has it in the title first: %s", async (text) => {
    const { edges } = await forum.store.as(member.viewer).page({ filter: { text } });
    expect(edges[0]?.node.content.envelope.title).toBe("Jailbreaking by role-play");
  });

  it("no longer finds what a revision has taken out", async () => {
    const { itemId } = await forum.publish(member, advisory({ title: "Ephemeral wording" }));
    await forum.revise(member, itemId, 1, advisory({ title: "Lasting wording" }));
    const counts = ["ephemeral", "ephem*", "lasting", "lasti*"].map((text) =>
      forum.store.as(member.viewer).count({ text }),
    );
    expect(await Promise.all(counts)).toEqual([0, 0, 1, 1]);
  });
});
