import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { App } from "../../server/app.ts";
import { readDocument } from "../../server/federation/read-document.ts";
import { sign } from "../../server/federation/jws.ts";
import { Outgoing } from "../../server/outgoing/outgoing.ts";
import type { TestKey } from "../support/forum-keys.ts";
import { makeKey, signAnything } from "../support/forum-keys.ts";
import { ask, bearer, codeOf, post, RawSocket, RawStream } from "../support/graphql-client.ts";
import { OtherForum } from "../support/other-forum.ts";
import { addMember, startApp } from "../support/start-app.ts";

const operator = { kind: "operator" } as const;
const outgoing = new Outgoing({ allowed: ["127.0.0.0/8"] });
const peering = "{ peering { checkpoints } }";
const feed = 'subscription { feed(after: "beginning", filter: {changes: [ENVELOPE]}) { cursor } }';
/** What whoever is known as a peer is told: where its two streams stand, signed. */
const known = { peering: { checkpoints: [expect.any(String), expect.any(String)] } };

let app: App;
let other: OtherForum;
let peerId: string;
beforeAll(async () => {
  app = await startApp({ TOCSIN_FORUM_NAME: "North", TOCSIN_CONTACT: "stewards@north.example" });
  other = await OtherForum.make();
  peerId = await other.agreeWith(app);
});
afterAll(() => app[Symbol.asyncDispose]());

describe("/.well-known/tocsin", () => {
  it("tells whoever asks who this forum is, and may be kept for some seconds", async () => {
    const response = await fetch(`${app.url}/.well-known/tocsin`, { headers: bearer("nonsense") });
    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toBe("public, max-age=10");
    expect(await response.json()).toMatchObject({
      version: 1,
      forumId: app.store.forumId,
      name: "North",
      url: app.url,
      contact: "stewards@north.example",
      endpoints: { graphql: `${app.url}/graphql`, taxii: `${app.url}/taxii2/`, stix: `${app.url}/stix/bundle` },
      policies: { organization: expect.stringContaining("verified"), community: expect.stringContaining("admitted") },
      keys: { rotations: [] },
    });
    expect((await fetch(`${app.url}/.well-known/tocsin`, { method: "POST" })).status).toBe(405);
  });

  it("is read by other forums, who see by its signature that it is of this id and at this address", async () => {
    const { forum, statements } = await readDocument(outgoing, app.url);
    const [key] = await app.store.federation.ownKeys();
    expect(forum).toMatchObject({
      forumId: app.store.forumId,
      name: "North",
      url: app.url,
      key: { kid: key?.kid, publicKey: key?.publicKey },
    });
    expect(statements.rotations).toEqual([]);
  });

  it("is believed of nobody else: neither at another address nor with another id or key", async () => {
    const genuine: unknown = await (await fetch(`${app.url}/.well-known/tocsin`)).json();
    const text = JSON.stringify(genuine);
    let answer = text;
    const server = createServer((_, response) => response.end(answer));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on TCP
    const foreignList = await sign("tocsin-key+jws", { v: 1, act: "list" }, other.key);
    for (answer of [
      text,
      text.replaceAll(app.url, url),
      text.replace(app.store.forumId, other.id),
      text.replaceAll(app.url, url).replace(/"list":"[^"]*"/, `"list":"${foreignList}"`),
      text.replaceAll(app.url, url).replace(/"list":"[^"]*"/, '"list":null'),
      text.replace('"version":1', '"version":2'),
      text.replace('"version":1', '"version":1,"version":1'),
      "[]",
      "<html>",
      "",
    ])
      await expect(readDocument(outgoing, url)).rejects.toMatchObject({ name: "NoDocument" });
    server.close();
  });
});

describe("a peer that shows itself by a credential", () => {
  it("is known by POST, as event stream and over a websocket, anew for each connection", async () => {
    const token = await other.credentialFor(app);
    expect((await ask(app, peering, { token })).data).toEqual(known);
    expect((await ask(app, peering)).data).toEqual({ peering: null });
    using stream = await RawStream.open(app, feed, { token });
    expect(stream.response.status).toBe(200);
    await using socket = await RawSocket.connect(app, token);
    socket.subscribe("1", peering);
    expect((await socket.result("1")).data).toEqual(known);
  });

  it("sees nothing that a visitor does not, and gives no command of an account", async () => {
    const { token: author, organizationId } = await addMember(app);
    const advisory = { title: "Green", summary: "In short.", riskCategories: ["CYBER"], severity: "LOW", tlp: "GREEN" };
    const publish = "mutation ($input: ItemInput!) { publish(input: $input) { item { id } } }";
    const input = { advisory };
    expect((await ask(app, publish, { token: author, variables: { input } })).errors).toBeUndefined();
    const token = await other.credentialFor(app);
    expect((await ask(app, "{ items { totalCount } }", { token })).data).toEqual({ items: { totalCount: 0 } });
    expect(codeOf(await ask(app, publish, { token, variables: { input } }))).toMatch(/UNAUTHENTICATED|FORBIDDEN/);
    const found = await ask(app, "query ($id: ID!) { organization(id: $id) { id } }", {
      token,
      variables: { id: organizationId },
    });
    expect(found.data?.["organization"] ?? null).toBeNull();
  });

  it("is refused at every other door", async () => {
    const token = await other.credentialFor(app);
    for (const path of ["/taxii2/", "/misp/manifest.json", "/stix/bundle"]) {
      const { status } = await fetch(`${app.url}${path}`, { headers: { ...bearer(token), accept: "*/*" } });
      expect([path, status]).toEqual([path, 401]);
    }
  });

  it("is told the same, whatever is wrong with what it shows", async () => {
    const now = Math.floor(Date.now() / 1_000);
    const good = { iss: other.id, aud: app.store.forumId, url: app.url, iat: now, exp: now + 60 };
    const stranger = await OtherForum.make();
    const header = (more: object = {}): object => ({
      alg: "EdDSA",
      kid: other.key.kid,
      typ: "tocsin-peer+jwt",
      ...more,
    });
    const made = (claims: object, key = other.key) => sign("tocsin-peer+jwt", claims, key);
    const [head = "", body = "", signature = ""] = (await made(good)).split(".");
    const bad = [
      await made({ ...good, aud: other.id }),
      await made({ ...good, aud: [app.store.forumId] }),
      // what was meant for somebody who bore this forum's id at an address of its own
      await made({ ...good, url: "https://elsewhere.example" }),
      await made({ iss: other.id, aud: app.store.forumId, iat: now, exp: now + 60 }),
      await made({ ...good, exp: now - 1, iat: now - 60 }),
      await made({ ...good, exp: now + 301 }),
      await made({ ...good, iat: now + 120, exp: now + 180 }),
      await made({ ...good, exp: `${now + 60}` }),
      await made({ iss: other.id, aud: app.store.forumId, url: app.url }),
      await made({ ...good, iss: app.store.forumId }),
      await made({ ...good, iss: "x" }),
      await made({ ...good, iss: stranger.id }),
      await made(good, await makeKey()),
      await stranger.credentialFor(app),
      await sign("tocsin-envelope+jws", good, other.key),
      await signAnything(header({ alg: "none" }), good, other.key),
      await signAnything(header({ crit: ["exp"] }), good, other.key),
      await signAnything(header({ typ: "JWT" }), good, other.key),
      await signAnything(
        header(),
        `{"iss":"${other.id}","iss":"${other.id}","aud":"${app.store.forumId}","url":"${app.url}","iat":${now},"exp":${now + 60}}`,
        other.key,
      ),
      `${head}.${body}.`,
      `${head}.${body}.${signature}x`,
      `${head}.${body}.${"A".repeat(86)}`,
      "a.b.c",
      "..",
      `${"x".repeat(3_000)}.y.z`,
      `tocsin_${"a".repeat(40)}`,
    ];
    const answers = new Set<string>();
    for (const token of bad) {
      const response = await post(app, JSON.stringify({ query: peering }), bearer(token));
      expect(response.status).toBe(401);
      answers.add(await response.text());
      const socket = await RawSocket.open(app);
      socket.send({ type: "connection_init", payload: bearer(token) });
      expect(await socket.closed).toMatchObject({ code: 4403 });
    }
    expect(answers.size).toBe(1);
    expect((await ask(app, peering, { token: await made(good) })).data).toEqual(known);
  });
});

it("a peer that has a newer key shows itself by that one alone", async () => {
  const [before, next] = [await OtherForum.make(), await makeKey()];
  await before.agreeWith(app);
  const status = async (key: TestKey) => {
    const now = Math.floor(Date.now() / 1_000);
    const claims = { iss: before.id, aud: app.store.forumId, url: app.url, iat: now, exp: now + 60 };
    const token = await sign("tocsin-peer+jwt", claims, key);
    return (await post(app, JSON.stringify({ query: peering }), bearer(token))).status;
  };
  expect([await status(before.key), await status(next)]).toEqual([200, 401]);
  await app.store.federation.addPeerKey(before.id, { ...next, number: 2 });
  expect([await status(before.key), await status(next)]).toEqual([401, 200]);
});

describe("the connections of a peer end within a second", () => {
  /** How long a websocket and a stream live on when something is done, and what a new connection gets. */
  async function endOf(forum: OtherForum, act: () => Promise<unknown>) {
    const token = await forum.credentialFor(app);
    await using socket = await RawSocket.connect(app, token);
    socket.subscribe("1", feed);
    using stream = await RawStream.open(app, feed, { token });
    await act();
    const began = performance.now();
    const { code } = await socket.closed;
    await stream.next().catch(() => null); // its end, or its being cut
    const isPrompt = performance.now() - began < 1_000;
    const again = await post(app, JSON.stringify({ query: peering }), bearer(await forum.credentialFor(app)));
    return { code, isPrompt, again: again.status };
  }
  const ended = { code: 4403, isPrompt: true, again: 401 };

  it("when the agreement is paused", async () => {
    const pause = () => app.store.commit(operator, "updatePeer", { peerId, state: "PAUSED" });
    expect(await endOf(other, pause)).toEqual(ended);
    await app.store.commit(operator, "updatePeer", { peerId, state: "AGREED" });
    expect((await ask(app, peering, { token: await other.credentialFor(app) })).data).toEqual(known);
  });

  it("when its key is revoked, by a steward or by its own statement", async () => {
    const [one, two] = [await OtherForum.make(), await OtherForum.make()];
    const id = await one.agreeWith(app);
    const bySteward = () => app.store.commit(operator, "revokePeerKey", { peerId: id, kid: one.key.kid });
    expect(await endOf(one, bySteward)).toEqual(ended);
    await two.agreeWith(app);
    const byStatement = () => app.store.federation.revokePeerKey(two.id, two.key.kid, new Date().toISOString());
    expect(await endOf(two, byStatement)).toEqual(ended);
  });

  it("when the agreement ends", async () => {
    expect(await endOf(other, () => app.store.commit(operator, "removePeer", { peerId }))).toEqual(ended);
  });
});
