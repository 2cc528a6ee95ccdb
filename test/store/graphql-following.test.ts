import type { ExecutionResult } from "graphql";
import { parse, subscribe } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createContext } from "../../schema/context.ts";
import { presentable } from "../../schema/errors.ts";
import { schema } from "../../schema/index.ts";
import type { Person } from "./graphql-world.ts";
import { advisory, GraphqlWorld } from "./graphql-world.ts";

const source = `subscription ($after: String, $filter: ItemFilter) {
  feed(after: $after, filter: $filter) { cursor change itemId revision item { title origin { name } tlp } }
}`;

type Event = { cursor: string; change: string; itemId: string | null; item: { title: string } | null };

describe("following through the API", () => {
  let world: GraphqlWorld;
  beforeAll(async () => {
    world = await GraphqlWorld.open();
  });
  afterAll(() => world[Symbol.asyncDispose]());

  async function open(who: Person, variableValues: Record<string, unknown> = {}) {
    return subscribe({
      schema,
      document: parse(source),
      variableValues,
      contextValue: createContext(world.store, who.viewer),
    });
  }

  async function follow(
    who: Person,
    variables: Record<string, unknown> = {},
  ): Promise<AsyncGenerator<ExecutionResult, void, void>> {
    const stream = await open(who, variables);
    if (Symbol.asyncIterator in stream) return stream;
    throw new Error("refused", { cause: stream.errors?.[0] });
  }

  async function next(stream: AsyncGenerator<ExecutionResult, void, void>): Promise<Event> {
    const { value } = await stream.next();
    if (!value?.data || value.errors) throw new Error("the stream failed or ended", { cause: value?.errors?.[0] });
    return value.data["feed"] as Event; // as asked for
  }

  async function cursorOf(who: Person): Promise<string> {
    return (await world.data(who, "{ feedCursor }"))["feedCursor"] as string; // as asked for
  }

  it("tells each change once and in order, and goes on behind a stored cursor", async () => {
    const { anna, ivan } = world.people;
    const stream = await follow(ivan, { after: await cursorOf(ivan) });
    const id = await world.publish(anna, advisory({ title: "First" }));
    const first = await next(stream);
    expect(first).toMatchObject({
      change: "PUBLISHED",
      itemId: id,
      item: { title: "First", origin: { name: "Acme AI" } },
    });
    await stream.return();
    await world.data(
      anna,
      'mutation ($id: ID!, $input: ItemInput!) { revise(id: $id, expectedRevision: 1, input: $input) { cursor } withdraw(id: $id, reason: "No.") { cursor } }',
      { id, input: advisory({ title: "Second" }) },
    );
    const resumed = await follow(ivan, { after: first.cursor });
    expect([await next(resumed), await next(resumed)]).toMatchObject([
      { change: "REVISED", item: { title: "Second" } },
      { change: "WITHDRAWN", item: { title: "Second" } },
    ]);
    await resumed.return();
    const page = await world.data(
      ivan,
      "query ($after: String) { feed(after: $after) { hasMore events { change itemId } } }",
      { after: first.cursor },
    );
    expect(page).toEqual({
      feed: {
        hasMore: false,
        events: [
          { change: "REVISED", itemId: id },
          { change: "WITHDRAWN", itemId: id },
        ],
      },
    });
  });

  it("never says that there is more with an empty page", async () => {
    const { anna, ivan } = world.people;
    const after = await cursorOf(ivan);
    await world.publish(anna, advisory());
    const feed =
      "query ($after: String, $first: Int) { feed(after: $after, first: $first) { hasMore events { change } } }";
    expect(await world.data(ivan, feed, { after, first: 0 })).toEqual({ feed: { hasMore: false, events: [] } });
    expect(await world.data(ivan, feed, { after, first: 1 })).toEqual({
      feed: { hasMore: false, events: [{ change: "PUBLISHED" }] },
    });
  });

  it("lets a follower go at once while no event comes", async () => {
    const { ivan } = world.people;
    const stream = await follow(ivan, { after: await cursorOf(ivan) });
    const waiting = stream.next();
    await expect.poll(() => world.store.followerCount).toBe(1);
    await stream.return();
    expect(await waiting).toEqual({ done: true, value: undefined });
    expect(world.store.followerCount).toBe(0);
  });

  it("says HIDDEN without content to whoever an item is narrowed away from", async () => {
    const { anna, ivan } = world.people;
    const id = await world.publish(anna, advisory({ title: "Wide" }));
    const stream = await follow(ivan, { after: await cursorOf(ivan) });
    const narrowed = advisory({
      title: "Narrow",
      tlp: "AMBER",
      audience: { organizations: [world.organizations.borealis] },
    });
    await world.data(
      anna,
      "mutation ($id: ID!, $input: ItemInput!) { revise(id: $id, expectedRevision: 1, input: $input) { cursor } }",
      { id, input: narrowed },
    );
    const event = await next(stream);
    expect(event).toMatchObject({ change: "HIDDEN", itemId: id, item: null });
    expect(JSON.stringify(event)).not.toContain("Narrow");
    await stream.return();
  });

  const refusals: readonly [string, Record<string, unknown>, object][] = [
    ["a cursor that is none", { after: "nonsense" }, { code: "CURSOR_INVALID" }],
    ["a filter by text", { filter: { text: "keys" } }, { code: "BAD_USER_INPUT", field: "filter.text" }],
  ];

  it.each(refusals)("refuses %s before the stream begins", async (_, variables, extensions) => {
    const result = await open(world.people.ivan, variables);
    expect("errors" in result && presentable(result.errors?.[0])?.extensions).toMatchObject(extensions);
  });

  it("refuses a cursor that was given to another account", async () => {
    const after = await cursorOf(world.people.anna);
    const result = await open(world.people.ivan, { after });
    expect("errors" in result && presentable(result.errors?.[0])?.extensions).toEqual({ code: "CURSOR_INVALID" });
  });
});
