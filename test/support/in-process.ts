import type { Store, StoreOptions } from "../../db/store.ts";
import { openStore } from "../../db/store.ts";
import { ForumError } from "../../domain/errors.ts";
import { schema } from "../../schema/index.ts";
import type { Caller } from "../../server/auth.ts";
import { authenticate } from "../../server/auth.ts";
import { isBundlePath } from "../../server/bundles/door.ts";
import { bundleText, exportOptions } from "../../server/bundles/export.ts";
import { readConfig } from "../../server/config.ts";
import { doorAt } from "../../server/doors.ts";
import type { Results } from "../../server/operations.ts";
import { Operations } from "../../server/operations.ts";
import { RateLimit } from "../../server/rate-limit.ts";
import { isTaxii } from "../../server/taxii/door.ts";
import type { TaxiiParts } from "../../server/taxii/endpoints.ts";
import { answerTo } from "../../server/taxii/endpoints.ts";
import { Refusal } from "../../server/taxii/refusal.ts";
import { Statuses } from "../../server/taxii/statuses.ts";
import { StixCache } from "../../server/taxii/stix-cache.ts";
import { Telemetry } from "../../server/telemetry.ts";
import { copyOfStore, dropStore, freshStoreUrl } from "./fresh-store.ts";

export type Answer = {
  readonly data: Readonly<Record<string, unknown>> | null;
  /** The codes of the errors, in order. */
  readonly codes: readonly string[];
  /** The whole answer as a client would read it. */
  readonly text: string;
};

/** A forum without sockets: the store and the pipeline that every transport goes through. */
export type InProcessForum = {
  readonly store: Store;
  ask(token: string | null, query: string, variables?: Readonly<Record<string, unknown>>): Promise<Answer>;
  /** What stands at a path behind one of the doors that are only read from, or the code of the refusal; null for nothing. */
  read(token: string | null, path: string): Promise<string | null>;
  follow(token: string | null, query: string, variables: Readonly<Record<string, unknown>>): Promise<Results>;
  [Symbol.asyncDispose](): Promise<void>;
};

const address = "http://forum.example";
/** Every forum of a test is this one to STIX, so that two of them give the same ids. */
const forum = { id: "00000000-0000-4000-8000-000000000000", name: "The forum", origin: address };

let template: Promise<string> | null = null;

/** A store with all tables and nothing in them but who the forum is, so that two of them are the same forum. */
async function emptyStore(): Promise<string> {
  const url = await freshStoreUrl();
  await using _ = await openStore(url);
  return url;
}

/** Opens a forum in a store of its own, which goes when the forum is closed. */
export async function openInProcess(options: StoreOptions = {}): Promise<InProcessForum> {
  template ??= emptyStore();
  const url = await copyOfStore(await template);
  const store = await openStore(url, options);
  const config = readConfig({
    TOCSIN_LOG_LEVEL: "silent",
    TOCSIN_MAX_COST: "1000000",
    TOCSIN_MAX_ALIASES: "1000",
    TOCSIN_MAX_TOKENS: "20000",
    TOCSIN_VISITOR_COMMENTS_PER_HOUR: "1000000",
    TOCSIN_OPERATIONS_PER_MINUTE: "1000000",
    TOCSIN_ANONYMOUS_OPERATIONS_PER_MINUTE: "1000000",
  });
  const operations = new Operations(schema, store, config, new RateLimit(config), new Telemetry(config));
  const run = async (token: string | null, query: string, variables: Readonly<Record<string, unknown>>) => {
    const caller = await authenticate(store, token === null ? undefined : `Bearer ${token}`, "127.0.0.1");
    const prepared = await operations.prepare({ query, variables }, caller, "http");
    return "refused" in prepared ? { errors: prepared.refused } : operations.run(prepared);
  };
  const taxii: TaxiiParts = {
    store,
    cache: new StixCache(),
    statuses: new Statuses(),
    count: () => Promise.resolve(null),
    forum,
    maxContentBytes: config.maxMessageBytes,
  };
  return {
    store,
    async ask(token, query, variables = {}) {
      try {
        const outcome = await run(token, query, variables);
        if (Symbol.asyncIterator in outcome) throw new Error("a subscription was asked as a question");
        return answerOf(outcome);
      } catch (error) {
        if (error instanceof ForumError)
          return answerOf({ errors: [{ message: error.message, extensions: { code: error.code } }] });
        throw error;
      }
    },
    async read(token, path) {
      const url = new URL(path, address);
      try {
        const caller = await authenticate(store, token === null ? undefined : `Bearer ${token}`, "127.0.0.1");
        if (isBundlePath(url.pathname)) {
          const pieces = bundleText(store.as(caller.viewer), forum, exportOptions(url.searchParams), async () => {});
          return (await Array.fromAsync(pieces)).join("");
        }
        if (isTaxii(url.pathname)) return await readTaxii(taxii, url, caller);
        return (
          (
            await doorAt(url.pathname)?.read(
              { store, config, address: () => address },
              url,
              caller,
              async () => undefined,
            )
          )?.body ?? null
        );
      } catch (error) {
        if (error instanceof ForumError) return error.code;
        throw error;
      }
    },
    async follow(token, query, variables) {
      const outcome = await run(token, query, variables);
      if (!(Symbol.asyncIterator in outcome)) throw new Error(`no subscription, but ${JSON.stringify(outcome)}`);
      return outcome;
    },
    async [Symbol.asyncDispose]() {
      await store[Symbol.asyncDispose]();
      await dropStore(url);
    },
  };
}

/** What a GET of TAXII is answered, or the status of its refusal. */
async function readTaxii(parts: TaxiiParts, url: URL, caller: Caller): Promise<string> {
  try {
    return (await answerTo(parts, { method: "GET", url, caller, body: () => Promise.resolve("") })).body.toString();
  } catch (error) {
    if (error instanceof Refusal) return String(error.status);
    throw error;
  }
}

type Result = {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions?: unknown }[] | undefined;
};

export function answerOf(result: Result): Answer {
  const text = JSON.stringify({ data: result.data, errors: result.errors });
  const plain: {
    data?: Record<string, unknown> | null;
    errors?: { message: string; extensions?: { code?: string } }[];
  } = JSON.parse(text);
  return {
    data: plain.data ?? null,
    codes: (plain.errors ?? []).map(({ message, extensions }) => extensions?.code ?? message),
    text,
  };
}
