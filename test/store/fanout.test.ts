import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { App } from "../../server/app.ts";
import { ask, publishAdvisory, RawSocket } from "../support/graphql-client.ts";
import type { TestMember } from "../support/start-app.ts";
import { addMember, startApp } from "../support/start-app.ts";

const selections = {
  "content alone": "item { id title body tlp riskCategories }",
  "names and what depends on the origin":
    "item { id title origin { name country suspended } audience { organizations { id } } viewerIsOrigin reachedThrough { type } }",
  "what is read for the viewer":
    "item { id ownAnswer { state note } answers { acknowledged noAnswer } relays { at } relatedFrom { type item { id } } }",
  "a variable in a fragment": "item { ...Rest }",
} as const;
const fragment = "fragment Rest on Item { id body @include(if: $long) summary }";

describe("events are executed once for all to whom the answer is the same", () => {
  let app: App;
  let origin: TestMember;
  let readers: Record<string, TestMember>;

  beforeAll(async () => {
    app = await startApp();
    origin = await addMember(app);
    const first = await addMember(app, { sector: "GOVERNMENT" });
    readers = {
      first,
      colleague: await addMember(app, { organizationId: first.organizationId }),
      steward: await addMember(app, { organizationId: first.organizationId, role: "STEWARD" }),
      other: await addMember(app, { sector: "ACADEMIA" }),
      originColleague: await addMember(app, { organizationId: origin.organizationId }),
      outsider: await addMember(app, { sector: "CIVIL_SOCIETY" }),
    };
  });
  afterAll(() => app[Symbol.asyncDispose]());

  for (const [what, selection] of Object.entries(selections)) {
    test(`each subscriber is told what it would read for itself: ${what}`, async () => {
      const usesFragment = selection.includes("...Rest");
      const fields = `cursor change at itemId revision ${selection}`;
      const head = usesFragment ? "($after: String, $long: Boolean!)" : "($after: String)";
      const subscription = `subscription ${head} { feed(after: $after) { ${fields} } } ${usesFragment ? fragment : ""}`;
      const page = `query ${head} { feed(after: $after) { events { ${fields} } } } ${usesFragment ? fragment : ""}`;
      const named = ["first", "other"].map((name) => readers[name]?.organizationId ?? "");

      const sockets = await Promise.all(
        Object.entries(readers).map(async ([name, { token }], at) => {
          const { data } = await ask(app, "{ feedCursor }", { token });
          const variables = { after: data?.["feedCursor"], ...(usesFragment ? { long: at % 2 === 0 } : {}) };
          const socket = await RawSocket.connect(app, token);
          socket.subscribe("1", subscription, variables);
          return { name, token, variables, socket };
        }),
      );
      const amber = await publishAdvisory(app, origin.token, { to: named, title: `For two: ${what}` });
      const clear = await publishAdvisory(app, origin.token, { title: `For all: ${what}` });
      for (const socket of sockets) await compare(socket, socket.name === "outsider" ? [clear] : [amber, clear]);

      // From here on, two who are shown the same item have answered it differently.
      await give(app, readers["first"], answer, clear);
      await give(app, origin, revise, clear);
      for (const socket of sockets) {
        await compare(socket, [clear]);
        await socket.socket[Symbol.asyncDispose]();
      }

      /** The next events of a subscriber are those that it reads for itself, and each cursor goes on right behind its event. */
      async function compare(
        { token, variables, socket }: (typeof sockets)[number],
        expected: string[],
      ): Promise<void> {
        const told = [];
        for (const _each of expected) told.push((await socket.result("1")).data?.["feed"]);
        const { data } = await ask(app, page, { token, variables });
        const { events } = (data as { feed: Events }).feed; // the query names these fields
        const last = events.slice(-expected.length);
        expect(last.map(({ itemId }) => itemId)).toEqual(expected);
        expect(told.map(withoutCursor)).toEqual(last.map(withoutCursor));
        for (const [place, event] of told.entries()) {
          const { cursor: after } = event as { cursor: string }; // likewise
          const behind = await ask(app, itemIds, { token, variables: { after } });
          expect(behind.data).toEqual({ feed: { events: expected.slice(place + 1).map((itemId) => ({ itemId })) } });
        }
      }
    });
  }
});

const answer = "mutation ($id: ID!) { answer(id: $id, state: AFFECTED) { id } }";
const revise = `mutation ($id: ID!) { revise(id: $id, expectedRevision: 1, input: { advisory: {
  tlp: CLEAR, title: "Second", summary: "In short.", riskCategories: [CYBER], severity: LOW } }) { cursor } }`;

type Events = { events: { cursor: string; itemId: string }[] };
const itemIds = "query ($after: String) { feed(after: $after) { events { itemId } } }";

async function give(app: App, member: TestMember | undefined, mutation: string, id: string): Promise<void> {
  const { errors } = await ask(app, mutation, { token: member?.token, variables: { id } });
  expect(errors).toBeUndefined();
}

function withoutCursor(event: unknown): unknown {
  return { ...(event as object), cursor: null };
}
