import { asTocsinError, fromGraphqlErrors, record, TocsinError } from "./errors.ts";

/** What shows who is calling; a function is asked anew for each request and each connection. */
export type Token = string | (() => Promise<string>);

/** Where the forum is, and as whom to speak to it. */
export type Connection = {
  readonly endpoint: URL;
  readonly token: Token | undefined;
  readonly fetch: typeof fetch;
  readonly timeoutMs: number;
  /** How often an open feed is looked at for a sign of life. */
  readonly heartbeatMs: number;
};

export type GraphqlRequest = { readonly query: string; readonly variables: unknown };

/** The GraphQL endpoint of a forum, from its address with or without the path. */
export function endpointOf(url: string | URL): URL {
  const endpoint = new URL(url);
  if (endpoint.protocol !== "http:" && endpoint.protocol !== "https:") {
    throw new TypeError(`The address of a forum begins with http:// or https://, not ${endpoint.protocol}//.`);
  }
  if (!endpoint.pathname.endsWith("/graphql")) endpoint.pathname = `${endpoint.pathname.replace(/\/$/, "")}/graphql`;
  return endpoint;
}

/** Sends one query or mutation, once, and gives its data. */
export async function execute(connection: Connection, request: GraphqlRequest, signal?: AbortSignal): Promise<unknown> {
  const timeout = AbortSignal.timeout(connection.timeoutMs);
  try {
    const response = await send(connection, request, "application/graphql-response+json, application/json;q=0.9", {
      signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
    });
    return await readData(response);
  } catch (error) {
    if (signal?.aborted) throw new TocsinError("ABORTED", "The call was ended.", { cause: error });
    throw asTocsinError(error);
  }
}

/** The header that shows who is calling; null for a visitor. A token that is known is not waited for. */
export function authorizationOf({ token }: Pick<Connection, "token">): string | null | Promise<string> {
  if (typeof token === "function") return token().then((made) => `Bearer ${made}`);
  return token === undefined ? null : `Bearer ${token}`;
}

export async function send(
  connection: Connection,
  request: GraphqlRequest,
  accept: string,
  init: { readonly signal: AbortSignal },
): Promise<Response> {
  const { endpoint, fetch } = connection;
  const headers = new Headers({ "content-type": "application/json", accept });
  const shown = authorizationOf(connection);
  const authorization = shown instanceof Promise ? await shown : shown;
  init.signal.throwIfAborted();
  if (authorization !== null) headers.set("authorization", authorization);
  return fetch(endpoint, { method: "POST", headers, body: JSON.stringify(request), signal: init.signal });
}

async function readData(response: Response): Promise<unknown> {
  const text = await response.text();
  const body = parseJson(text);
  const { data, errors } = record(body);
  if (Array.isArray(errors) && errors.length > 0) throw withRetryAfter(fromGraphqlErrors(errors), response);
  if (!response.ok || data === undefined || data === null) throw fromStatus(response);
  return data;
}

/** What a response without a GraphQL answer in it means. */
export async function failureOf(response: Response): Promise<TocsinError> {
  return readData(response).then(
    () => new TocsinError("UNEXPECTED", "The forum answered a subscription with a single result."),
    asTocsinError,
  );
}

function fromStatus(response: Response): TocsinError {
  const { status } = response;
  const said = `The forum's address answered with HTTP ${status}`;
  if (status === 401) return new TocsinError("UNAUTHENTICATED", "The token is not valid, or no longer.");
  if (status === 403) return new TocsinError("FORBIDDEN", `${said}.`);
  if (status === 413) return new TocsinError("LIMIT_EXCEEDED", "The request is too large.");
  if (status === 429) return withRetryAfter(new TocsinError("RATE_LIMITED", "Too many operations."), response);
  if (status === 502 || status === 503 || status === 504) return new TocsinError("UNAVAILABLE", `${said}.`);
  return new TocsinError("UNEXPECTED", `${said}, and not with a GraphQL answer. Is this the address of a forum?`);
}

function withRetryAfter(error: TocsinError, response: Response): TocsinError {
  const seconds = Number(response.headers.get("retry-after") ?? NaN);
  if (error.code !== "RATE_LIMITED" || error.retryAfterMs !== undefined || Number.isNaN(seconds)) return error;
  return new TocsinError(error.code, error.message, { retryAfterMs: seconds * 1_000, cause: error.cause });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
