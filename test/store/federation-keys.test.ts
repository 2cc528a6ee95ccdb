import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStore } from "../../db/store.ts";
import type { Store } from "../../db/store.ts";
import type { PeerKey } from "../../db/federation/peers.ts";
import { forumKey, signKeyList, signRotation } from "../../server/federation/key-statements.ts";
import type { ListedKey } from "../../server/federation/key-statements.ts";
import { learnKeys } from "../../server/federation/belief.ts";
import { OwnKeys } from "../../server/federation/keys.ts";
import { NotBelieved, verify } from "../../server/federation/jws.ts";
import type { TestKey } from "../support/forum-keys.ts";
import { makeKey } from "../support/forum-keys.ts";
import { freshStoreUrl } from "../support/fresh-store.ts";

const at = "2026-11-23T09:00:00.000Z";

describe("the forum's own keys", () => {
  let url: string;
  let store: Store;
  beforeAll(async () => {
    url = await freshStoreUrl();
    store = await openStore(url);
  });
  afterAll(() => store[Symbol.asyncDispose]());

  it("begin with one that is made when it is needed, however many ask at once, and on however many nodes", async () => {
    await using other = await openStore(url);
    expect(await store.federation.ownKeys()).toEqual([]);
    const nodes = [store, other, store].map(({ federation }) => new OwnKeys(federation));
    const kids = await Promise.all(nodes.flatMap((keys) => [keys.current(), keys.current()]));
    expect(new Set(kids.map(({ kid }) => kid)).size).toBe(1);
    const [only, ...others] = await store.federation.ownKeys();
    expect(others).toEqual([]);
    expect(only).toMatchObject({ number: 1, statement: null, revokedAt: null });
    expect((await forumKey(only?.publicKey)).kid).toBe(only?.kid);
  });

  it("sign with the newest, which the one before has named; other nodes follow within seconds", async () => {
    const keys = new OwnKeys(store.federation);
    const elsewhere = new OwnKeys(store.federation);
    const first = await elsewhere.current();
    const made = await keys.rotate();
    const second = await keys.current();
    expect([made.kid, second.number]).toEqual([second.kid, 2]);
    const keyFor = () => first.publicKey;
    const { payload } = await verify(made.statement ?? "", { type: "tocsin-key+jws", maxBytes: 2_000, keyFor });
    expect(payload).toMatchObject({ act: "rotate", forum: store.forumId, key: second.publicKey });
    await expect.poll(async () => (await elsewhere.current()).kid, { timeout: 5_000 }).toBe(second.kid);
  });

  it("that are revoked sign nothing any more: the newest is replaced before", async () => {
    const keys = new OwnKeys(store.federation);
    const before = await keys.current();
    await keys.revoke(before.kid);
    const after = await keys.current();
    expect([after.kid === before.kid, after.number]).toEqual([false, before.number + 1]);
    const rows = await store.federation.ownKeys();
    expect(rows.map(({ kid, revokedAt }) => [kid === before.kid, revokedAt === null])).toContainEqual([true, false]);
    await keys.revoke(before.kid);
    expect((await keys.current()).kid).toBe(after.kid);
  });
});

describe("the keys of another forum", () => {
  const forumId = "00000000-0000-4000-8000-000000000001";
  let keys: readonly TestKey[];
  let rotations: readonly string[];
  beforeAll(async () => {
    keys = await Promise.all([1, 2, 3, 4].map(() => makeKey()));
    rotations = await Promise.all(
      keys.slice(1).map((next, index) => signRotation({ forumId, at, next: publicOf(next) }, keyAt(index))),
    );
  });

  const keyAt = (index: number): TestKey => {
    const key = keys[index];
    if (key === undefined) throw new Error("there are not so many keys");
    return key;
  };
  const publicOf = ({ kid, publicKey }: TestKey) => ({ kid, publicKey });
  const pinned = (index: number, more: Partial<PeerKey> = {}): PeerKey => ({
    ...publicOf(keyAt(index)),
    number: 1,
    revokedAt: null,
    ...more,
  });
  const listed = (upTo: number, revoked: Readonly<Record<number, string>> = {}): ListedKey[] =>
    keys
      .slice(0, upTo + 1)
      .map((key, index) => ({ ...publicOf(key), number: index + 1, revokedAt: revoked[index] ?? null }));
  const list = (upTo: number, revoked: Readonly<Record<number, string>> = {}, by = keyAt(upTo), forum = forumId) =>
    signKeyList({ forumId: forum, url: "https://f.example", at, keys: listed(upTo, revoked) }, by);
  const numbers = (learnt: Awaited<ReturnType<typeof learnKeys>>) =>
    learnt.added.map(({ kid, number }) => [keys.findIndex((key) => key.kid === kid), number]);

  it("are followed from the one that was pinned to the newest, and back to those before it", async () => {
    const learnt = await learnKeys(forumId, [pinned(1)], { rotations, list: await list(3) });
    expect(numbers(learnt)).toEqual([
      [2, 2],
      [3, 3],
      [0, 0],
    ]);
    expect(learnt.revoked).toEqual([]);
  });

  it("are learnt in whatever order the statements stand, and once", async () => {
    const told = { rotations: rotations.toReversed(), list: await list(3) };
    const first = await learnKeys(forumId, [pinned(0)], told);
    expect(numbers(first)).toEqual([
      [1, 2],
      [2, 3],
      [3, 4],
    ]);
    const known = [pinned(0), ...first.added.map((key) => ({ ...key, revokedAt: null }))];
    expect(await learnKeys(forumId, known, told)).toEqual({ added: [], revoked: [] });
  });

  it("are revoked by the list, with the instant from which on nothing of them is taken", async () => {
    const learnt = await learnKeys(forumId, [pinned(0)], { rotations, list: await list(3, { 0: at, 1: at }) });
    expect(learnt.revoked).toEqual([
      { kid: keyAt(0).kid, at },
      { kid: keyAt(1).kid, at },
    ]);
    const before = { ...pinned(0), revokedAt: "2026-01-01T00:00:00.000Z" };
    const again = await learnKeys(forumId, [before, pinned(3, { number: 4 })], {
      rotations,
      list: await list(3, { 0: at }),
    });
    expect(again.revoked).toEqual([]);
  });

  it.each<[string, () => Promise<{ rotations: string[]; list: string }>]>([
    ["are missing a rotation", async () => ({ rotations: [rotations[1] ?? ""], list: await list(2) })],
    [
      "have a list that an older key has signed",
      async () => ({ rotations: [...rotations], list: await list(3, {}, keyAt(0)) }),
    ],
    [
      "have a list that a stranger has signed",
      async () => ({ rotations: [], list: await list(0, {}, await makeKey()) }),
    ],
    [
      "have a list of another forum",
      async () => ({ rotations: [], list: await list(0, {}, keyAt(0), "00000000-0000-4000-8000-000000000002") }),
    ],
    ["are in no list", async () => ({ rotations: [], list: "" })],
    ["have a rotation in the place of the list", async () => ({ rotations: [], list: rotations[0] ?? "" })],
  ])("are not believed where they %s", async (_, told) => {
    await expect(learnKeys(forumId, [pinned(0)], await told())).rejects.toThrow(NotBelieved);
  });

  it("are not followed by a rotation that the newest key has not signed, or that is another forum's", async () => {
    const stranger = await makeKey();
    const forged = await signRotation({ forumId, at, next: publicOf(stranger) }, stranger);
    const other = "00000000-0000-4000-8000-000000000002";
    const foreign = await signRotation({ forumId: other, at, next: publicOf(stranger) }, keyAt(0));
    const learnt = await learnKeys(forumId, [pinned(0)], { rotations: [forged, foreign], list: await list(0) });
    expect(learnt).toEqual({ added: [], revoked: [] });
  });

  it("that a steward has revoked lead nowhere: people have to look at the new one", async () => {
    const told = { rotations, list: await list(3) };
    await expect(learnKeys(forumId, [pinned(0, { revokedAt: at })], told)).rejects.toMatchObject({
      kind: "UNKNOWN_KEY",
    });
    // an older one that was never revoked says nothing in its stead
    const stranger = await makeKey();
    const forged = await signRotation({ forumId, at, next: publicOf(stranger) }, keyAt(0));
    const known = [pinned(0), pinned(1, { number: 2, revokedAt: at })];
    const byOld = { rotations: [forged, ...rotations], list: await list(0) };
    await expect(learnKeys(forumId, known, byOld)).rejects.toMatchObject({ kind: "UNKNOWN_KEY" });
  });

  it("are no more than a thousand, however many it names", async () => {
    const named = (count: number) =>
      Array.from({ length: count }, (_, at) => ({ ...pinned(0), kid: `${at}`.padStart(43, "k"), number: -at }));
    const told = { rotations: rotations.slice(0, 1), list: await list(1) };
    expect((await learnKeys(forumId, [pinned(0), ...named(998)], told)).added).toHaveLength(1);
    await expect(learnKeys(forumId, [pinned(0), ...named(999)], told)).rejects.toMatchObject({
      kind: "NOT_UNDERSTOOD",
    });
  });

  it("go no way back: who holds an old key can name no new one to those who know a newer", async () => {
    const stranger = await makeKey();
    const forged = await signRotation({ forumId, at, next: publicOf(stranger) }, keyAt(0));
    const known = [pinned(0), pinned(1, { number: 2 })];
    const learnt = await learnKeys(forumId, known, {
      rotations: [forged, ...rotations.slice(0, 1)],
      list: await list(1),
    });
    expect(learnt).toEqual({ added: [], revoked: [] });
  });
});
