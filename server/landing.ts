import type { IncomingMessage, ServerResponse } from "node:http";
import { graphqlPath } from "./graphql-http.ts";

/** What stands at `/`, and at /graphql for a browser: what this is and how to speak with it. Nothing here depends on what the forum holds. */
const text = `Tocsin: a forum in which AI companies, governments, academia and civil society share safety findings
under enforced TLP labels.

The API is GraphQL at ${graphqlPath}: POST, websocket (graphql-transport-ws) or event stream (text/event-stream).
Send your token as "Authorization: Bearer <token>"; without one you read what is TLP:CLEAR.
The schema: ask ${graphqlPath} for it with your token (introspection), or read schema/schema.graphql of the sources.

What is TLP:CLEAR is also at /feed.json (JSON Feed) and /feed.atom (Atom), for any feed reader.
What you may see is a MISP feed at /misp/, STIX 2.1 over TAXII 2.1 at /taxii2/, and one bundle of it at /stix/bundle.
Other forums find at /.well-known/tocsin who this one is.

For operators: /livez (the process runs), /readyz (it can answer), /metrics (figures, guarded).
`;

export function landing({ method }: IncomingMessage, response: ServerResponse): void {
  if (method !== "GET" && method !== "HEAD") return void response.writeHead(405, { allow: "GET, HEAD" }).end();
  response.writeHead(200, { "content-type": "text/plain; charset=utf-8" }).end(text);
}
