/**
 * GraphQL over HTTP. Yoga reads the request, negotiates the media type and makes the answer; what an operation may be and
 * how it is run is decided by `Operations`, as on every other transport, so yoga is given no schema.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Readable } from "node:stream";
import { GraphQLError, OperationTypeNode } from "graphql";
import type { Plugin } from "graphql-yoga";
import { createYoga } from "graphql-yoga";
import type { AnswerParts } from "./answers.ts";
import { writeAnswer, writeStream } from "./answers.ts";
import type { Caller } from "./auth.ts";
import { ownHttp, refuse, requestError, withoutHttp, withStatus } from "./http-errors.ts";
import type { Operations } from "./operations.ts";
import type { Share } from "./room.ts";
import type { EventStreams } from "./sse.ts";
import { singleFrame, streamHeaders } from "./sse.ts";

export const graphqlPath = "/graphql";
const neutralType = "application/graphql-response+json";
const streamType = "text/event-stream";

/** What lies beside a request: who calls, where the answer goes, and what it takes until it is read. */
export type HttpContext = {
  readonly caller: Caller;
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  share: Share | null;
  /** The body of an answer that lasts. */
  stream: Readable | null;
};
export type HttpParts = AnswerParts & { readonly operations: Operations; readonly streams: EventStreams };
export type GraphqlHandler = (request: IncomingMessage, response: ServerResponse, caller: Caller) => Promise<void>;

/** Answers requests to /graphql whose origin, token and body have been looked at. */
export function createGraphqlHandler(parts: HttpParts): GraphqlHandler {
  const yoga = createYoga<HttpContext>({
    graphqlEndpoint: graphqlPath,
    plugins: [pipeline(parts)],
    maxRequestBodySize: false, // the body has been read
    maskedErrors: { maskError: (error) => requestError(error, parts.operations) },
    batching: false,
    multipart: false,
    cors: false,
    graphiql: false,
    landingPage: false,
    logging: false,
  });
  return async (req, res, caller) => {
    req.headers.host = "localhost"; // yoga makes an address of it, and what was sent may be none
    // Whoever has no wish gets the media type whose status tells whether the operation was executed.
    req.headers.accept ??= "*/*";
    if (req.headers.accept.trim() === "*/*") req.headers.accept = neutralType;
    if (!/json|event-stream|\*/i.test(req.headers.accept)) {
      return refuse(res, 406, "BAD_USER_INPUT", `Answers come as ${neutralType}, application/json or ${streamType}.`);
    }
    const context: HttpContext = { caller, req, res, share: null, stream: null };
    try {
      const answer = await yoga.handleNodeRequestAndResponse(req, res, context);
      if (context.stream === null) await writeAnswer(answer, res, context.share, parts);
      else await writeStream(answer, res, context.stream);
    } finally {
      context.share?.[Symbol.dispose]();
    }
  };
}

function pipeline({ operations, streams }: HttpParts): Plugin<object, HttpContext> {
  return {
    onParams: ({ setParamsHandler }) =>
      setParamsHandler(async ({ params: { query = "", operationName = null, variables = null }, context }) => {
        const { caller, req } = context;
        const takesStream = accepts(req, streamType);
        const prepared = await operations.prepare({ query, operationName, variables }, caller, "http", (type) =>
          checkType(type, req.method, takesStream),
        );
        if ("refused" in prepared) return { errors: prepared.refused.map(withStatus) };
        try {
          context.share = await operations.reserve(prepared);
        } catch (error) {
          return { errors: [withStatus(operations.present(error, "waiting for room"))] };
        }
        return operations.run(prepared, context.share);
      }),
    onResultProcess: (answer) => {
      const { result, serverContext } = answer;
      const { caller, req, res } = serverContext;
      if (Array.isArray(result)) return;
      if (Symbol.asyncIterator in result) {
        serverContext.stream = streams.open(result, caller, res);
        answer.setResultProcessor((_, { Response }) => new Response(null, { headers: streamHeaders() }), streamType);
      } else if (takesStreamOnly(req)) {
        answer.setResultProcessor((_, { Response }) => {
          const http = ownHttp(result);
          if (http === undefined) return new Response(singleFrame(withoutHttp(result)), { headers: streamHeaders() });
          // Refused before there was an operation, or with a status such as 429: a reader sees that before any stream.
          const headers = { ...http.headers, "content-type": neutralType };
          return new Response(JSON.stringify(withoutHttp(result)), { status: http.status, headers });
        }, streamType);
      }
    },
  };
}

/** An operation that may not come in this way, whatever it says. */
function checkType(type: OperationTypeNode, method: string | undefined, takesStream: boolean): void {
  if (method === "GET" && type !== OperationTypeNode.QUERY) {
    const http = { status: 405, headers: { allow: "POST" } };
    throw new GraphQLError(`A ${type} is sent with POST, never with GET.`, {
      extensions: { code: "BAD_USER_INPUT", http },
    });
  }
  if (type === OperationTypeNode.SUBSCRIPTION && !takesStream) {
    const message = `A subscription needs a websocket, or a request with Accept: ${streamType}.`;
    throw new GraphQLError(message, { extensions: { code: "BAD_USER_INPUT", http: { status: 406 } } });
  }
}

function accepts({ headers }: IncomingMessage, type: string): boolean {
  return (headers.accept ?? "").toLowerCase().includes(type);
}

function takesStreamOnly(request: IncomingMessage): boolean {
  return accepts(request, streamType) && !accepts(request, "json");
}
