/** Bundles of STIX 2.1, out of a forum and into one: they go by an address of their own, in pieces of any size. */
import { asTocsinError, record, TocsinError } from "./errors.ts";
import type { ItemFilter, Sector, Tlp } from "./generated.ts";
import type { Connection } from "./http.ts";
import { authorizationOf, failureOf } from "./http.ts";

export type BundleOptions = {
  readonly filter?: ItemFilter;
  /** In which edition of TLP labels are said; 1.0 has no AMBER+STRICT, and leaves out what has it. @default "2.0" */
  readonly tlpEdition?: "2.0" | "1.0";
  /** With what is shown to you alone, such as the audience of your items: not to be handed on. @default false */
  readonly forKeeping?: boolean;
};

export type BundleImportOptions = {
  /** The label of what bears none. Without it, such items become drafts for your eyes alone. */
  readonly defaultTlp?: Tlp;
  /** Whether everything becomes a draft. @default false */
  readonly drafts?: boolean;
  /** For whom items are whose label is for some only. @default your own organisation */
  readonly organizations?: readonly string[];
  readonly groups?: readonly string[];
  readonly sectors?: readonly Sector[];
};

/** What became of one object of a bundle. */
export type BroughtObject = {
  /** Its id in STIX. */
  readonly id: string;
  readonly outcome: string;
  readonly reason: string | null;
  /** The item that it is here. */
  readonly item: string | null;
};

/** The bytes of a bundle as they come. A bundle that was cut off throws. */
export async function* readBundle(
  connection: Connection,
  { filter = {}, ...options }: BundleOptions,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array, void> {
  const response = await call(connection, { ...filter, ...options }, { signal });
  try {
    for await (const piece of response.body ?? []) yield piece;
  } catch (error) {
    throw asTocsinError(error);
  }
}

/** Sends a bundle. Gives how many objects there are, then each when it is done with. */
export async function* sendBundle(
  connection: Connection,
  bundle: Blob | string,
  options: BundleImportOptions,
  signal: AbortSignal,
): AsyncGenerator<BroughtObject | { readonly objects: number }, void> {
  const headers = { "content-type": "application/stix+json;version=2.1" };
  const response = await call(connection, options, { method: "POST", body: bundle, headers, signal });
  let isWhole = false;
  try {
    for await (const line of linesOf(response)) {
      const told = record(JSON.parse(line));
      isWhole = "outcomes" in told;
      if (typeof told["objects"] === "number") yield { objects: told["objects"] };
      else if (!isWhole) yield broughtOf(told);
    }
  } catch (error) {
    throw asTocsinError(error);
  }
  if (!isWhole) throw new TocsinError("UNREACHABLE", "The report ended in the middle: send the bundle again.");
}

function broughtOf({ id, outcome, reason, item }: Readonly<Record<string, unknown>>): BroughtObject {
  return {
    id: String(id),
    outcome: String(outcome),
    reason: typeof reason === "string" ? reason : null,
    item: typeof item === "string" ? item : null,
  };
}

async function* linesOf(response: Response): AsyncGenerator<string, void> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const piece of response.body ?? []) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  if (rest !== "") yield rest;
}

type Parameters = Readonly<Record<string, string | number | boolean | readonly string[] | null | undefined>>;

async function call(connection: Connection, parameters: Parameters, init: RequestInit): Promise<Response> {
  const url = new URL(connection.endpoint);
  url.pathname = url.pathname.replace(/graphql$/, "stix/bundle");
  for (const [name, value] of Object.entries(parameters))
    if (value !== undefined && value !== null)
      url.searchParams.set(name, typeof value === "object" ? value.join() : String(value));
  const headers = new Headers(init.headers);
  const authorization = await authorizationOf(connection);
  if (authorization !== null) headers.set("authorization", authorization);
  try {
    const response = await connection.fetch(url, { ...init, headers });
    if (!response.ok) throw await failureOf(response);
    return response;
  } catch (error) {
    throw asTocsinError(error);
  }
}
