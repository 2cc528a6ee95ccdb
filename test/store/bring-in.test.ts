import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Brought } from "../../server/bundles/bring-in.ts";
import { bringIn } from "../../server/bundles/bring-in.ts";
import { BundleText } from "../../server/stix/bundle-text.ts";
import { Intake } from "../../server/stix/from-stix.ts";
import type { Person } from "../support/small-forum.ts";
import { advisory, SmallForum } from "../support/small-forum.ts";

let forum: SmallForum;
beforeAll(async () => {
  forum = await SmallForum.open();
});
afterAll(() => forum[Symbol.asyncDispose]());

const patternId = `attack-pattern--${crypto.randomUUID()}`;
const pattern = (modified: string, description: string): string =>
  JSON.stringify({
    type: "attack-pattern",
    spec_version: "2.1",
    id: patternId,
    created: "2026-11-01T00:00:00.000Z",
    modified,
    name: "From a feed",
    description,
    object_marking_refs: ["marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487"],
  });

/** What a feed brings, as `who`. `turn` is done before each write. */
async function bring(
  { store }: SmallForum,
  who: Person,
  object: string,
  turn: () => Promise<unknown>,
): Promise<Brought[]> {
  const reader = store.as(who.viewer);
  const member = await reader.member();
  if (member === null) throw new Error("it is an account of the forum");
  const intake = new Intake({ defaultTlp: "GREEN" });
  const texts = new BundleText();
  for (const text of [...texts.push(Buffer.from(`{"objects":[${object}]}`)), ...texts.end()]) intake.takeText(text);
  const parts = { store, reader, member, turn: async () => void (await turn()) };
  const nobody = { organizations: [], groups: [], sectors: [] };
  return Array.fromAsync(bringIn(parts, intake.finish(), { audience: nobody, drafts: false, feed: "a feed" }));
}

describe("what a feed brings", () => {
  it("is brought once more where somebody revises the item meanwhile", async () => {
    const who = await forum.person();
    const nothing = async (): Promise<void> => undefined;
    const [first] = await bring(forum, who, pattern("2026-11-01T00:00:00.000Z", "First."), nothing);
    const itemId = first?.item ?? "";
    let revisions = 0;
    const meanwhile = async (): Promise<void> => {
      if (revisions++ > 0) return;
      const { content } = (await forum.store.as(who.viewer).item(itemId)) ?? {};
      const item = { ...advisory({ tlp: "CLEAR" }), ...(content === undefined ? {} : { content }) };
      await forum.store.commit(who.viewer, "revise", { itemId, expectedRevision: 1, item, idempotencyKey: null });
    };
    const [second] = await bring(forum, who, pattern("2026-11-02T00:00:00.000Z", "Second."), meanwhile);
    expect(second).toMatchObject({ outcome: "revised", reason: null });
    const item = await forum.store.as(who.viewer).item(itemId);
    expect([item?.revision, item?.content.envelope.summary]).toEqual([3, "Second."]);
  });

  it("ends the poll where nothing can be written now, so that it is asked for again", async () => {
    const closing = await SmallForum.open();
    const who = await closing.person();
    const brought = bring(closing, who, pattern("2026-11-01T00:00:00.000Z", "Not written."), () =>
      closing[Symbol.asyncDispose](),
    );
    await expect(brought).rejects.toMatchObject({ code: "UNAVAILABLE" });
  });
});
