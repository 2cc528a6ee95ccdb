import { describe, expect, test } from "vitest";
import { createClient, TocsinError } from "../../clients/sdk/index.ts";
import { endpointOf } from "../../clients/sdk/http.ts";

/** A forum that answers what it is told to, in order, and remembers what it was asked. */
function scripted(...answers: (Response | Error)[]): { asked: { variables: unknown }[]; fetch: typeof fetch } {
  const asked: { variables: unknown }[] = [];
  const answer = async (_url: unknown, init?: RequestInit): Promise<Response> => {
    asked.push(JSON.parse(typeof init?.body === "string" ? init.body : "{}"));
    const next = answers.shift();
    if (next === undefined) throw new Error("Nothing more was expected to be asked.");
    if (next instanceof Error) throw next;
    return next;
  };
  return { asked, fetch: answer };
}

const json = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers });
const refusal = (code: string, more: object = {}, status = 200): Response =>
  json({ data: null, errors: [{ message: `It is ${code}.`, extensions: { code, ...more } }] }, status);
const written = (): Response => json({ data: { withdraw: { cursor: "c", item: {} } } });
const network = (): Error => new TypeError("fetch failed");

async function failure(work: Promise<unknown>): Promise<TocsinError> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof TocsinError) return error;
  throw new Error(`A TocsinError was expected, not ${String(error)}.`);
}

describe("the address of a forum", () => {
  test.each([
    ["https://forum.example", "https://forum.example/graphql"],
    ["https://forum.example/", "https://forum.example/graphql"],
    ["https://example.org/forum/", "https://example.org/forum/graphql"],
    ["https://forum.example/graphql", "https://forum.example/graphql"],
  ])("%s leads to %s", (url, endpoint) => {
    expect(endpointOf(url).href).toBe(endpoint);
  });

  test("is refused when it is none of the web", () => {
    expect(() => createClient({ url: "ftp://forum.example" })).toThrow(TypeError);
  });
});

describe("an error of the forum", () => {
  test("carries its code, its field and the time to wait", async () => {
    const { fetch } = scripted(refusal("BAD_USER_INPUT", { field: "input.advisory.tlp" }));
    const error = await failure(createClient({ url: "http://f", fetch }).viewer());
    expect(error).toMatchObject({ code: "BAD_USER_INPUT", field: "input.advisory.tlp" });
  });

  test("is UNAUTHENTICATED for HTTP 401, whatever stands in the answer", async () => {
    const { fetch } = scripted(new Response("no", { status: 401 }));
    expect((await failure(createClient({ url: "http://f", fetch }).viewer())).code).toBe("UNAUTHENTICATED");
  });

  test("is UNEXPECTED where something else than a forum answers", async () => {
    const { fetch } = scripted(new Response("<html>", { status: 404 }));
    expect((await failure(createClient({ url: "http://f", fetch }).viewer())).code).toBe("UNEXPECTED");
  });

  test("is UNEXPECTED with a code that no forum has", async () => {
    const { fetch } = scripted(refusal("TEAPOT"));
    expect((await failure(createClient({ url: "http://f", fetch }).viewer())).code).toBe("UNEXPECTED");
  });
});

describe("a write", () => {
  test("is repeated under one key when the answer did not come", async () => {
    const { asked, fetch } = scripted(network(), refusal("UNAVAILABLE", {}, 503), written());
    await createClient({ url: "http://f", fetch }).withdraw("itm_1", "why");
    const keys = asked.map(({ variables }) => (variables as { idempotencyKey: string }).idempotencyKey); // as sent
    expect(keys).toHaveLength(3);
    expect(new Set(keys).size).toBe(1);
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
  });

  test("has a key of its own for each call, or the caller's", async () => {
    const { asked, fetch } = scripted(written(), written(), written());
    const client = createClient({ url: "http://f", fetch });
    await client.withdraw("itm_1", "why");
    await client.withdraw("itm_1", "why");
    await client.withdraw("itm_1", "why", { idempotencyKey: "mine" });
    const keys = asked.map(({ variables }) => (variables as { idempotencyKey: string }).idempotencyKey); // as sent
    expect(new Set(keys).size).toBe(3);
    expect(keys[2]).toBe("mine");
  });

  test("is not repeated when the forum refused it", async () => {
    const { asked, fetch } = scripted(refusal("FORBIDDEN"));
    expect((await failure(createClient({ url: "http://f", fetch }).withdraw("i", "w"))).code).toBe("FORBIDDEN");
    expect(asked).toHaveLength(1);
  });

  test("waits as long as a busy forum asks for", async () => {
    const { fetch } = scripted(refusal("RATE_LIMITED", { retryAfterMs: 600 }), written());
    const began = performance.now();
    await createClient({ url: "http://f", fetch }).withdraw("i", "w");
    expect(performance.now() - began).toBeGreaterThanOrEqual(590);
  });

  test("that makes a new draft is sent once, for it has no key", async () => {
    const { asked, fetch } = scripted(network());
    const input = {
      practice: { title: "T", summary: "S", tlp: "CLEAR", riskCategories: ["CYBER"], severity: "LOW" },
    } as const;
    expect((await failure(createClient({ url: "http://f", fetch }).saveDraft(input))).code).toBe("UNREACHABLE");
    expect(asked).toHaveLength(1);
  });

  test("of one's own document is sent once", async () => {
    const { asked, fetch } = scripted(network());
    const request = createClient({ url: "http://f", fetch }).request("# why\n mutation { discardDraft(id: 1) }");
    expect((await failure(request)).code).toBe("UNREACHABLE");
    expect(asked).toHaveLength(1);
  });
});

describe("the caller's signal", () => {
  test("ends a call, and the waiting between two attempts, with ABORTED", async () => {
    const ending = new AbortController();
    const hanging: typeof fetch = (_url, init) =>
      new Promise((_resolve, reject) => {
        init?.signal?.addEventListener("abort", () => reject(new DOMException("ended", "AbortError")));
      });
    const call = failure(createClient({ url: "http://f", fetch: hanging }).viewer({ signal: ending.signal }));
    ending.abort();
    expect((await call).code).toBe("ABORTED");
  });
});
