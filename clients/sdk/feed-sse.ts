import { asTocsinError, TocsinError } from "./errors.ts";
import type { FeedDocument, FeedPlace, FeedSink, FeedSource } from "./feed-source.ts";
import { feedEnded, tellResult } from "./feed-source.ts";
import type { Connection, GraphqlRequest } from "./http.ts";
import { failureOf, send } from "./http.ts";

/** The forum sends a sign of life now and then; so many of our heartbeats may pass without one. */
const silentBeats = 4;

/** The feed as server-sent events (graphql-sse, distinct connections), for networks that block websockets. */
export function sseFeed<E extends FeedPlace>(connection: Connection, { document, now }: FeedDocument): FeedSource<E> {
  return {
    now,
    subscribe({ after, filter }, sink) {
      const ending = new AbortController();
      const request = { query: document, variables: { after, filter } };
      void read(connection, request, sink, ending.signal).catch((error: unknown) => {
        if (!ending.signal.aborted) sink.failed(asTocsinError(error));
      });
      return () => ending.abort();
    },
  };
}

async function read<E extends FeedPlace>(
  connection: Connection,
  request: GraphqlRequest,
  sink: FeedSink<E>,
  ending: AbortSignal,
): Promise<void> {
  const silence = new Silence(connection.heartbeatMs * silentBeats);
  const over = new AbortController();
  const signal = AbortSignal.any([ending, silence.signal, over.signal]);
  try {
    const response = await send(connection, request, "text/event-stream", { signal });
    if (!response.ok || response.body === null || !isEventStream(response)) throw await failureOf(response);
    for await (const { event, data } of messages(response.body, silence)) {
      if (ending.aborted) return;
      if (event === "complete") throw feedEnded();
      if (event !== "next") continue;
      let failure: TocsinError | null = null;
      tellResult<E>(JSON.parse(data), { event: (told) => sink.event(told), failed: (error) => (failure = error) });
      if (failure !== null) throw failure;
    }
    throw feedEnded();
  } finally {
    silence.stop();
    over.abort(); // lets go of a response that was not read to its end
  }
}

function isEventStream(response: Response): boolean {
  return response.headers.get("content-type")?.startsWith("text/event-stream") ?? false;
}

type Message = { readonly event: string; readonly data: string };

/** The messages of an event stream. Lines may be cut anywhere by the network, and comments are signs of life. */
async function* messages(body: ReadableStream<Uint8Array>, silence: Silence): AsyncGenerator<Message> {
  let rest = "";
  let event = "message";
  let data: string[] = [];
  const reader = body.getReader();
  const decoder = new TextDecoder();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    silence.broken();
    const lines = `${rest}${decoder.decode(value, { stream: true })}`.split(/\r?\n/);
    rest = lines.pop() ?? "";
    for (const line of lines) {
      if (line === "") {
        if (event !== "message" || data.length > 0) yield { event, data: data.join("\n") };
        event = "message";
        data = [];
      } else if (line.startsWith("event:")) event = line.slice(6).trim();
      else if (line.startsWith("data:")) data.push(line.slice(5).replace(/^ /, ""));
    }
  }
}

/** Ends a connection on which nothing has come for too long: its other end may be gone. */
class Silence {
  readonly #ending = new AbortController();
  readonly #longestMs: number;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(longestMs: number) {
    this.#longestMs = longestMs;
    this.broken();
  }

  get signal(): AbortSignal {
    return this.#ending.signal;
  }

  broken(): void {
    clearTimeout(this.#timer);
    const error = new TocsinError("UNREACHABLE", "Nothing came from the forum for too long.");
    this.#timer = setTimeout(() => this.#ending.abort(error), this.#longestMs);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
