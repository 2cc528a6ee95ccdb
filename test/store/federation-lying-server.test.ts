import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { AlarmKind } from "../../domain/federation/peers.ts";
import { anonymous } from "../../domain/people.ts";
import type { Viewer } from "../../domain/people.ts";
import type { App } from "../../server/app.ts";
import { hashOf } from "../../db/federation/hashes.ts";
import { signCheckpoint } from "../../server/federation/checkpoints.ts";
import { agree, startForum } from "../support/federated-servers.ts";
import { LyingForum } from "../support/lying-forum.ts";
import { addMember } from "../support/start-app.ts";
import { range } from "../support/small-forum.ts";

const operator = { kind: "operator" } as const;
const soon = { timeout: 15_000, interval: 20 };

let ahead = 0;
let app: App;
let liar: LyingForum;
let steward: Viewer;
const now = (): Date => new Date(Date.now() + ahead);
beforeEach(async () => {
  ahead = 0;
  [app, liar] = await Promise.all([startForum("Honest", {}, now), LyingForum.start(now)]);
  const { accountId, tokenId } = await addMember(app, { role: "STEWARD" });
  steward = { kind: "account", accountId, tokenId };
});
afterEach(async () => {
  await app[Symbol.asyncDispose]();
  await liar[Symbol.asyncDispose]();
});

/** What anybody sees, and what of it is another forum's. */
const titles = async (): Promise<string[]> => {
  const { edges } = await app.store.as(anonymous).page({ first: 100, filter: {} });
  return edges.map(({ node }) => node.content.envelope.title).toSorted();
};
const alarms = async (): Promise<AlarmKind[]> => {
  const open = await app.store.as(steward).federation.alarms({ open: true });
  return open.map(({ kind }) => kind);
};
const peer = async () => {
  const peers = await app.store.as(steward).federation.peers();
  return peers.find(({ forumId }) => forumId === liar.id)?.care;
};
/** Once the honest beginning is here, whatever is a lie comes. */
async function begin(...honest: readonly string[]): Promise<void> {
  for (const title of honest) liar.tell(await liar.sign({ title }));
  await agree(app, liar);
  await expect.poll(titles, soon).toEqual(honest.toSorted());
  await expect.poll(() => liar.followers, soon).toBe(1);
  await expect.poll(async () => (await peer())?.error, soon).toBeNull();
}

/** Until it has been watched a few times more, so that no answer from before is on its way. */
async function watched(): Promise<void> {
  const before = liar.asked.get("peering") ?? 0;
  await expect.poll(() => liar.asked.get("peering"), soon).toBeGreaterThan(before + 2);
}

describe("a peer over the network", () => {
  it("is followed in pages and then live, and is told what was taken", async () => {
    const many = range(250).map((at) => `Old ${1_000 + at}`);
    for (const title of many) liar.tell(await liar.sign({ title }));
    await agree(app, liar, { labels: ["CLEAR"] });
    await expect.poll(() => app.store.as(anonymous).count({}), soon).toBe(250);
    liar.tell(await liar.sign({ title: "New" }));
    await expect.poll(() => app.store.as(anonymous).count({}), soon).toBe(251);
    await expect
      .poll(() => liar.receipts.at(-1), soon)
      .toEqual([{ stream: "public", after: expect.any(Number), sequence: 251, refused: [] }]);
    expect(await alarms()).toEqual([]);
    liar.disconnect();
    liar.tell(await liar.sign({ title: "Newer" }));
    await expect.poll(() => app.store.as(anonymous).count({}), soon).toBe(252);
    expect(liar.asked.get("envelopePage")).toBeLessThan(10);
  });

  it.each<[string, AlarmKind, () => Promise<void>]>([
    [
      "alters",
      "ALTERED",
      async () => {
        const [head, , signature] = (await liar.sign({ title: "True" })).split(".");
        const altered = Buffer.from(JSON.stringify({ forum: liar.id, tlp: "CLEAR" })).toString("base64url");
        liar.tell(`${head}.${altered}.${signature}`);
      },
    ],
    [
      "drops",
      "HOLE",
      async () => {
        await liar.sign({ title: "Dropped" });
        liar.tell(await liar.sign({ title: "Behind" }));
      },
    ],
    [
      "turns round",
      "HOLE",
      async () => {
        const [one, two] = [await liar.sign({ title: "One" }), await liar.sign({ title: "Two" })];
        liar.tell(two, one);
      },
    ],
    [
      "forks",
      "SPLIT_VIEW",
      async () => {
        liar.tell(await liar.sign({ title: "Other first" }, { sequence: 1, previous: null }));
      },
    ],
    [
      "speaks for the forum itself",
      "UNKNOWN_KEY",
      async () => {
        const bytes = await liar.sign(
          { title: "Forged" },
          { forumId: app.store.forumId, item: { id: "itm_0123456789abcdefghjkmnpqrs", forumId: app.store.forumId } },
        );
        liar.tell({ bytes, route: [app.store.forumId, liar.id] });
      },
    ],
    ["sends what is no envelope", "NOT_UNDERSTOOD", async () => liar.tell({ bytes: 7, route: [liar.id] })],
    ["sends what is too long", "OVERSIZED", async () => liar.tell("x".repeat(1_100_000))],
    [
      "sends a label that is too wide for its stream",
      "TOO_WIDE",
      async () => {
        liar.tell(await liar.sign({ title: "Green", tlp: "GREEN" }));
      },
    ],
    [
      "sends what has expired",
      "EXPIRED",
      async () => {
        liar.tell(await liar.sign({ title: "Expired" }, { expires: "2025-01-01T00:00:00.000Z" }));
      },
    ],
  ])("that %s is told to stewards as %s, and nothing of it is shown", async (_, kind, lie) => {
    await begin("First", "Second");
    await lie();
    await expect.poll(alarms, soon).toContain(kind);
    expect(await titles()).toEqual(["First", "Second"]);
  });

  it("that doubles and brings again what it has brought is believed once", async () => {
    await begin("First", "Second");
    const [first, second] = liar.feed;
    liar.tell(...[first, second, first, second].flatMap((one) => one ?? []));
    liar.tell(await liar.sign({ title: "Third" }));
    await expect.poll(titles, soon).toEqual(["First", "Second", "Third"]);
    expect(await alarms()).toEqual([]);
  });

  it("that rolls back is found out by its own checkpoints", async () => {
    await begin("First", "Second", "Third");
    ahead += 10_000;
    liar.stands.set("public", { sequence: 1, hash: hashOf(String(liar.feed[0]?.bytes)) });
    await expect.poll(alarms, soon).toContain("ROLLED_BACK");
  });

  it("that begins anew, as if nothing had been, is found out", async () => {
    await begin("First");
    ahead += 10_000;
    liar.stands.set("public", { sequence: 0, hash: "" });
    await expect.poll(alarms, soon).toContain("ROLLED_BACK");
  });

  it("that keeps back what it has signed is found out within a minute", async () => {
    await begin("First");
    await liar.sign({ title: "Kept back" });
    await watched();
    expect(await alarms()).toEqual([]);
    ahead += 45_000;
    await expect.poll(alarms, soon).toContain("HOLE");
  });

  it("that shows an old checkpoint again and again is found out within a minute", async () => {
    await begin("First");
    const frozen = await liar.checkpoints();
    liar.answer = (operation) =>
      operation === "peering" ? { peering: { checkpoints: frozen, witnessed: [] } } : undefined;
    await watched();
    ahead += 50_000;
    await expect.poll(alarms, soon).toContain("FROZEN");
  });

  it("that shows no checkpoint any longer is found out within a minute", async () => {
    await begin("First");
    await watched();
    liar.answer = (operation) =>
      operation === "peering" ? { peering: { checkpoints: [], witnessed: [] } } : undefined;
    await watched();
    ahead += 50_000;
    await expect.poll(alarms, soon).toContain("FROZEN");
  });

  it("that tells another forum another history is found out by what that one was shown", async () => {
    await begin("First", "Second");
    await using witness = await LyingForum.start(now);
    const stand = { forumId: liar.id, stream: "public", sequence: 2, hash: hashOf("another history") } as const;
    witness.witnessed = [await signCheckpoint({ ...stand, at: now().toISOString() }, liar.key)];
    await agree(app, witness);
    await expect.poll(alarms, soon).toContain("SPLIT_VIEW");
    expect(await titles()).toEqual(["First", "Second"]);
  });

  it("that says where streams of others stand, or that one stands beyond all numbers, is told, and nothing of it is kept", async () => {
    await begin("First");
    for (let at = 0; at < 3; at++) liar.stands.set(`to:${crypto.randomUUID()}`, { sequence: 5, hash: hashOf("x") });
    await expect.poll(alarms, soon).toContain("TOO_WIDE");
    liar.stands.clear();
    liar.stands.set("public", { sequence: 2 ** 40, hash: hashOf("x") });
    await expect.poll(alarms, soon).toContain("NOT_UNDERSTOOD");
    const streams = (await peer())?.streams.filter(({ isOurs }) => !isOurs);
    expect(streams?.map(({ stream, newest }) => [stream, newest])).toEqual([["public", 1]]);
  });

  it("that is not believed as a witness makes no alarm about a third", async () => {
    await begin("First");
    await using witness = await LyingForum.start(now);
    const stand = { forumId: liar.id, stream: "public", sequence: 1, hash: hashOf("invented") } as const;
    witness.witnessed = [await signCheckpoint({ ...stand, at: now().toISOString() }, witness.key)];
    await agree(app, witness);
    await expect.poll(() => witness.asked.get("peering"), soon).toBeGreaterThan(2);
    expect(await alarms()).toEqual([]);
  });
});

describe("a peer that answers badly", () => {
  it.each<[string, (liar: LyingForum) => void, RegExp]>([
    [
      "with what is no page",
      (forum) => (forum.answer = (name) => (name === "envelopePage" ? { feed: { events: 7 } } : undefined)),
      /not a page/,
    ],
    [
      "with events that are none",
      (forum) =>
        (forum.answer = (name) =>
          name === "envelopePage" ? { feed: { events: [null], endCursor: "1", hasMore: false } } : undefined),
      /not an answer/,
    ],
    [
      "with pages without end and without anything in them",
      (forum) =>
        (forum.answer = (name) =>
          name === "envelopePage" ? { feed: { events: [], endCursor: "1", hasMore: true } } : undefined),
      /not an end/,
    ],
    [
      "with a cursor of a million letters",
      (forum) =>
        (forum.answer = (name) =>
          name === "envelopePage"
            ? { feed: { events: [], endCursor: "x".repeat(1_000_000), hasMore: false } }
            : undefined),
      /not a place/,
    ],
    [
      "with what is no JSON",
      (forum) => (forum.answer = (name) => (name === "envelopePage" ? "<html>" : undefined)),
      /UNEXPECTED/,
    ],
    [
      "with an answer that is too large",
      (forum) => (forum.answer = (name) => (name === "envelopePage" ? "x".repeat(17_000_000) : undefined)),
      /more than 16777216 bytes/,
    ],
    [
      "with errors of its own",
      (forum) =>
        (forum.answer = (name) =>
          name === "envelopePage"
            ? JSON.stringify({ errors: [{ message: "no\u001b[31m\nway", extensions: { code: "FORBIDDEN" } }] })
            : undefined),
      /^It answers FORBIDDEN: no \[31m way$/,
    ],
    [
      "that it does not know this forum",
      (forum) =>
        (forum.answer = (name) =>
          name === "envelopePage"
            ? JSON.stringify({ errors: [{ message: "x", extensions: { code: "UNAUTHENTICATED" } }] })
            : undefined),
      /have not agreed yet/,
    ],
    ["with members that are none", (forum) => (forum.organizations = [{ id: "x" }]), /organizations\.0/],
    [
      "from under another id",
      (forum) => (forum.answer = (name) => (name === "document" ? { version: 1 } : undefined)),
      /document/,
    ],
  ])("%s is left alone for a while, with words that say why", async (_, misbehave, words) => {
    await begin("First");
    misbehave(liar);
    liar.disconnect();
    await expect.poll(async () => (await peer())?.error, soon).toMatch(words);
    expect(await titles()).toEqual(["First"]);
  });

  it("holds up no other: one that never answers, one that drips, one that is gone", async () => {
    await using silent = await LyingForum.start(now);
    await using dripping = await LyingForum.start(now);
    const gone = await LyingForum.start(now);
    await Promise.all([silent, dripping, gone].map((forum) => agree(app, forum)));
    await gone[Symbol.asyncDispose]();
    silent.intercept = () => true;
    dripping.intercept = (_, response) => {
      const drip = setInterval(() => response.write(" "), 10);
      response.once("close", () => clearInterval(drip));
      return true;
    };
    await begin("First");
    const began = performance.now();
    liar.tell(await liar.sign({ title: "Second" }));
    await expect.poll(titles, soon).toEqual(["First", "Second"]);
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  it("is followed again as soon as it is back", async () => {
    await begin("First");
    liar.intercept = (request) => {
      request.socket.destroy();
      return true;
    };
    liar.disconnect();
    await expect.poll(async () => (await peer())?.error, soon).toMatch(/cannot be (asked|reached)|broke/);
    liar.intercept = () => false;
    liar.tell(await liar.sign({ title: "Second" }));
    await expect.poll(titles, soon).toEqual(["First", "Second"]);
    await expect.poll(async () => (await peer())?.error, soon).toBeNull();
  });

  it("and has a new place for everything, since it was restored, is read from the beginning", async () => {
    await begin("First");
    let isForeign = true;
    liar.answer = (name, { after }) => {
      if (name !== "envelopePage" || after === null || !isForeign) return undefined;
      isForeign = false;
      return JSON.stringify({ errors: [{ message: "x", extensions: { code: "CURSOR_INVALID" } }] });
    };
    liar.disconnect();
    liar.tell(await liar.sign({ title: "Second" }));
    await expect.poll(titles, soon).toEqual(["First", "Second"]);
    expect(isForeign).toBe(false);
    expect(await alarms()).toEqual([]);
  });

  it("is read once more when a steward wants it", async () => {
    await begin("First");
    const pages = liar.asked.get("envelopePage") ?? 0;
    const peerId = (await app.store.federation.peerByForum(liar.id))?.id ?? "";
    await app.store.commit(operator, "rereadPeer", { peerId });
    await expect.poll(() => liar.asked.get("envelopePage"), soon).toBeGreaterThan(pages);
    liar.tell(await liar.sign({ title: "Second" }));
    await expect.poll(titles, soon).toEqual(["First", "Second"]);
  });
});
