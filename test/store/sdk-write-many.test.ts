import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Client, ItemInput, ItemWrite, ItemWriteOutcome } from "../../clients/sdk/index.ts";
import { createClient } from "../../clients/sdk/index.ts";
import { addMember } from "../support/start-app.ts";
import type { ClientWorld } from "./client-world.ts";
import { clearAdvisory, clientWorld } from "./client-world.ts";

let world: ClientWorld;
beforeAll(async () => {
  world = await clientWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

type Counted = { readonly client: Client; requests: number };

/** A client of the company that counts what it sends, and may lose an answer. */
function counted(lose: (request: number) => boolean = () => false): Counted {
  const counter: Counted = {
    requests: 0,
    client: createClient({
      url: world.url,
      token: world.company.token,
      fetch: async (...call: Parameters<typeof fetch>) => {
        counter.requests += 1;
        const losing = lose(counter.requests);
        const response = await fetch(...call);
        if (losing) throw new TypeError("the answer was lost");
        return response;
      },
    }),
  };
  return counter;
}

const titles = (count: number, name: string): string[] => Array.from({ length: count }, (_, at) => `${name} ${at}`);
const publishing = (title: string): ItemWrite => ({ publish: clearAdvisory(title) });
const codeOf = (outcome: ItemWriteOutcome | undefined): string | undefined =>
  outcome !== undefined && "error" in outcome ? outcome.error.code : undefined;

async function publishedSince(cursor: string, client: Client): Promise<(string | undefined)[]> {
  const { events } = await client.feedPage({ after: cursor, first: 100 });
  return events.map(({ item }) => item?.title);
}

describe("many writes", () => {
  test("go twenty to an operation, in the order given", async () => {
    const { client } = counted();
    const cursor = await client.feedCursor();
    const wanted = titles(45, "Ordered");
    const counter = counted();
    const outcomes = await counter.client.writeMany(wanted.map(publishing));
    expect(counter.requests).toBe(3);
    expect(await publishedSince(cursor, client)).toEqual(wanted);
    const ids = outcomes.map((outcome) => ("item" in outcome ? outcome.item.id : ""));
    expect((await client.item(ids[44] ?? ""))?.title).toBe("Ordered 44");
  });

  test("revise beside publishing, and say which revision came of it", async () => {
    const { client } = counted();
    const { item } = await client.publish(clearAdvisory("Before"));
    const revise = { id: item.id, expectedRevision: 1, input: clearAdvisory("After") };
    const outcomes = await client.writeMany([publishing("Beside"), { revise }]);
    expect(outcomes).toMatchObject([{ item: { revision: 1 } }, { item: { id: item.id, revision: 2 } }]);
  });

  test("stand or are refused by themselves: a refusal names its write, the others happen once", async () => {
    const { client } = counted();
    const cursor = await client.feedCursor();
    const wanted = titles(25, "Beside refusals");
    const writes = wanted.map(publishing);
    writes[3] = publishing("x".repeat(301)); // refused when its turn comes
    writes[7] = { revise: { id: "itm_of_nobody", expectedRevision: 1, input: clearAdvisory("Nobody's") } };
    const unfit = { advisory: { ...clearAdvisory("Unfit"), severity: "AWFUL" } } as unknown as ItemInput; // what is tested
    writes[12] = { publish: unfit }; // refuses the whole operation before it begins
    const outcomes = await client.writeMany(writes);
    expect(outcomes.map(codeOf).flatMap((code, at) => (code === undefined ? [] : [[at, code]]))).toEqual([
      [3, "BAD_USER_INPUT"],
      [7, "NOT_FOUND"],
      [12, "BAD_USER_INPUT"],
    ]);
    expect(outcomes[3]).toMatchObject({ error: { field: "input.advisory.title" } });
    const stand = wanted.filter((_, at) => ![3, 7, 12].includes(at));
    expect(new Set(await publishedSince(cursor, client))).toEqual(new Set(stand));
    expect(await publishedSince(cursor, client)).toHaveLength(stand.length);
  });

  test("happen once when the answer is lost and they are sent again", async () => {
    const { client } = counted((request) => request === 2);
    const cursor = await client.feedCursor();
    const wanted = titles(20, "Lost");
    await client.writeMany(wanted.map(publishing));
    expect(await publishedSince(cursor, client)).toEqual(wanted);
  });

  test("that are too large for one message go in several", async () => {
    const counter = counted();
    const large = titles(6, "Large").map((title): ItemWrite => ({
      publish: {
        advisory: {
          title,
          summary: "In short.",
          body: "漢".repeat(90_000),
          tlp: "CLEAR",
          riskCategories: ["CYBER"],
          severity: "LOW",
        },
      },
    }));
    const outcomes = await counter.client.writeMany(large);
    expect(outcomes.map(codeOf)).toEqual(large.map(() => undefined));
    expect(counter.requests).toBe(6);
  });

  test("are all refused to a reader", async () => {
    const { token } = await addMember(world.app, { role: "READER" });
    const outcomes = await createClient({ url: world.url, token }).writeMany(titles(3, "Read").map(publishing));
    expect(outcomes.map(codeOf)).toEqual(["FORBIDDEN", "FORBIDDEN", "FORBIDDEN"]);
  });

  test("fail as a whole where nobody is signed in", async () => {
    const writing = createClient({ url: world.url }).writeMany([publishing("Nobody")]);
    await expect(writing).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  });
});
