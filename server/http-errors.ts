import type { ServerResponse } from "node:http";
import type { ExecutionResult } from "graphql";
import { GraphQLError } from "graphql";
import type { ErrorCode } from "../domain/errors.ts";
import { ForumError } from "../domain/errors.ts";
import { refusal } from "../schema/errors.ts";
import type { Operations } from "./operations.ts";

/** How yoga is told the status of an error; it keeps this to itself. `spec`: 200 for whoever asks for plain JSON. */
type Http = { readonly status: number; readonly spec?: boolean; readonly headers?: Readonly<Record<string, string>> };

/** What a result asks for beyond the status that every operation that is refused gets. */
export function ownHttp({ errors = [] }: ExecutionResult): Http | undefined {
  return errors.map(httpOf).find((http) => http !== undefined && http.spec !== true);
}

function httpOf({ extensions: { http } }: GraphQLError): Http | undefined {
  const isHttp = typeof http === "object" && http !== null && "status" in http && typeof http.status === "number";
  return isHttp ? (http as Http) : undefined; // the other fields are optional
}

/** An operation that was not executed: 400 where its error asks for nothing else. */
export function withStatus(error: GraphQLError): GraphQLError {
  if (httpOf(error) !== undefined) return error;
  const { code, retryAfterMs } = error.extensions;
  if (code === "RATE_LIMITED") return withHttp(error, { status: 429, headers: retryAfter(Number(retryAfterMs)) });
  return withHttp(error, code === "UNAVAILABLE" ? { status: 503 } : { status: 400, spec: true });
}

/** What yoga leaves out of its own answers. */
export function withoutHttp(result: ExecutionResult): ExecutionResult {
  const errors = result.errors?.map((error) => (httpOf(error) === undefined ? error : withHttp(error, undefined)));
  return errors === undefined ? result : { ...result, errors };
}

/** What yoga itself refuses: a GET without an operation. */
export function requestError(error: unknown, operations: Operations): GraphQLError {
  const http = error instanceof GraphQLError ? httpOf(error) : undefined;
  if (error instanceof GraphQLError && http !== undefined) {
    return withHttp(refusal(new ForumError("BAD_USER_INPUT", error.message)), { ...http, spec: false });
  }
  if (error instanceof SyntaxError) {
    return withHttp(refusal(new ForumError("BAD_USER_INPUT", "The variables are no JSON.")), { status: 400 });
  }
  return withHttp(operations.present(error, "reading a request"), { status: 500 });
}

function withHttp(error: GraphQLError, http: Http | undefined): GraphQLError {
  const { nodes, source, positions, path } = error;
  const { http: _, ...extensions } = error.extensions;
  return new GraphQLError(error.message, {
    nodes: nodes ?? null,
    source: source ?? null,
    positions: positions ?? null,
    path: path ?? null,
    extensions: http === undefined ? extensions : { ...extensions, http },
  });
}

/** An answer without yoga: the request is refused before it is read. */
export function refuse(
  response: ServerResponse,
  status: number,
  code: ErrorCode,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  refuseWith(response, status, new ForumError(code, message), headers);
}

/** Too much was asked: says when to come back. */
export function refuseForNow(response: ServerResponse, why: ForumError): void {
  refuseWith(response, 429, why, retryAfter(why.retryAfterMs));
}

function retryAfter(ms = 0): Record<string, string> {
  return { "retry-after": String(Math.ceil(ms / 1_000)) };
}

function refuseWith(
  response: ServerResponse,
  status: number,
  why: ForumError,
  headers: Readonly<Record<string, string>>,
): void {
  const body: ExecutionResult = { errors: [refusal(why)] };
  response.writeHead(status, { "content-type": "application/graphql-response+json; charset=utf-8", ...headers });
  response.end(JSON.stringify(body));
}
