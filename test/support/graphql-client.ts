import { once } from "node:events";
import type { ClientOptions } from "ws";
import { WebSocket } from "ws";
import { z } from "zod";

/** Small raw clients: what they send and get is what lies on the wire. */

const errorShape = z.looseObject({
  message: z.string(),
  extensions: z.looseObject({
    code: z.string(),
    field: z.string().optional(),
    retryAfterMs: z.number().optional(),
  }),
});
const resultShape = z.looseObject({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(errorShape).optional(),
});
export type Result = z.infer<typeof resultShape>;
export type Answer = Result & { readonly status: number; readonly headers: Headers };

export type Where = { readonly url: string };
export type Ask = {
  readonly token?: string | undefined;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
};

export function bearer(token: string | undefined): Record<string, string> {
  return token === undefined ? {} : { authorization: `Bearer ${token}` };
}

/** One operation with POST. */
export async function ask(
  app: Where,
  query: string,
  { token, variables = {}, headers = {} }: Ask = {},
): Promise<Answer> {
  const response = await post(app, JSON.stringify({ query, variables }), { ...bearer(token), ...headers });
  return { ...resultShape.parse(await response.json()), status: response.status, headers: response.headers };
}

/** A body as it is. */
export function post({ url }: Where, body: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  const accept = "application/graphql-response+json";
  return fetch(`${url}/graphql`, {
    method: "POST",
    body,
    headers: { "content-type": "application/json", accept, ...headers },
  });
}

/** The code of the only error. */
export function codeOf({ errors }: Result): string | undefined {
  return errors?.length === 1 ? errors[0]?.extensions.code : `${errors?.length ?? 0} errors`;
}

/** Publishes an advisory; TLP:AMBER to these organisations, TLP:CLEAR where none is named. */
export async function publishAdvisory(
  app: Where,
  token: string,
  {
    title = "A finding",
    body = "Nothing to do.",
    to = [],
  }: { title?: string; body?: string; to?: readonly string[] } = {},
): Promise<string> {
  const label = to.length > 0 ? { tlp: "AMBER", audience: { organizations: to } } : { tlp: "CLEAR" };
  const advisory = { title, summary: "In short.", body, riskCategories: ["CYBER"], severity: "LOW", ...label };
  const answer = await ask(app, "mutation ($input: ItemInput!) { publish(input: $input) { item { id } } }", {
    token,
    variables: { input: { advisory } },
  });
  const shape = z.object({ publish: z.object({ item: z.object({ id: z.string() }) }) });
  return shape.parse(answer.data).publish.item.id;
}

const messageShape = z.looseObject({ type: z.string(), id: z.string().optional(), payload: z.unknown().optional() });
export type Message = z.infer<typeof messageShape>;
export type Closed = { readonly code: number; readonly reason: string };

export type SocketWish = ClientOptions & { readonly protocols?: readonly string[] };

/** A raw websocket that keeps what came until it is asked for. */
export class RawSocket {
  readonly socket: WebSocket;
  readonly closed: Promise<Closed>;
  readonly #inbox: Message[] = [];
  #arrived = Promise.withResolvers<void>();
  #next = 0;

  private constructor(socket: WebSocket) {
    this.socket = socket;
    socket.on("error", () => {});
    this.closed = new Promise((resolve) =>
      socket.once("close", (code, reason) => {
        resolve({ code, reason: reason.toString() });
        this.#arrived.resolve();
      }),
    );
    socket.on("message", (data) => {
      if (!Buffer.isBuffer(data)) throw new Error("a message came in an odd form");
      this.#inbox.push(messageShape.parse(JSON.parse(data.toString())));
      this.#arrived.resolve();
      this.#arrived = Promise.withResolvers();
    });
  }

  static async open(
    { url }: Where,
    { protocols = ["graphql-transport-ws"], ...options }: SocketWish = {},
  ): Promise<RawSocket> {
    const socket = new RawSocket(new WebSocket(`${url.replace("http", "ws")}/graphql`, [...protocols], options));
    await once(socket.socket, "open");
    return socket;
  }

  /** Opens one and says who is there. */
  static async connect(app: Where, token?: string, options: SocketWish = {}): Promise<RawSocket> {
    const socket = await RawSocket.open(app, options);
    socket.send({ type: "connection_init", payload: bearer(token) });
    const ack = await socket.next();
    if (ack.type !== "connection_ack") throw new Error(`expected connection_ack, got ${ack.type}`);
    return socket;
  }

  /** Everything that came, whether it was asked for or not. */
  get received(): readonly Message[] {
    return this.#inbox;
  }

  send(message: unknown): void {
    this.socket.send(typeof message === "string" ? message : JSON.stringify(message));
  }

  subscribe(id: string, query: string, variables: Readonly<Record<string, unknown>> = {}): void {
    this.send({ type: "subscribe", id, payload: { query, variables } });
  }

  /** The next message that was not asked for yet; throws when the socket closes first. */
  async next(): Promise<Message> {
    for (;;) {
      const message = this.#inbox[this.#next];
      if (message !== undefined) {
        this.#next++;
        return message;
      }
      if (this.socket.readyState === WebSocket.CLOSED) {
        const { code, reason } = await this.closed;
        throw new Error(`the socket closed with ${code} ${reason}`);
      }
      await this.#arrived.promise;
    }
  }

  /** The next message of an operation, whatever comes for others in between. */
  async nextOf(id: string): Promise<Message> {
    for (;;) {
      const message = await this.next();
      if (message.id === id) return message;
    }
  }

  /** The result that the next message of an operation holds. */
  async result(id: string): Promise<Result> {
    const { type, payload } = await this.nextOf(id);
    return type === "error" ? { errors: z.array(errorShape).parse(payload) } : resultShape.parse(payload);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.socket.terminate();
    await this.closed;
  }
}

export type StreamEvent = { readonly event: string; readonly data: string };

/** An event stream over POST, read frame by frame. */
export class RawStream {
  readonly response: Response;
  readonly #reader: ReadableStreamDefaultReader<string>;
  readonly #gone: AbortController;
  #text = "";

  private constructor(response: Response, gone: AbortController) {
    if (response.body === null) throw new Error("the answer has no body");
    this.response = response;
    this.#gone = gone;
    this.#reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  }

  static async open(
    { url }: Where,
    query: string,
    { token, variables = {}, headers = {} }: Ask = {},
  ): Promise<RawStream> {
    const gone = new AbortController();
    const response = await fetch(`${url}/graphql`, {
      method: "POST",
      body: JSON.stringify({ query, variables }),
      headers: { "content-type": "application/json", accept: "text/event-stream", ...bearer(token), ...headers },
      signal: gone.signal,
    });
    return new RawStream(response, gone);
  }

  /** The next frame, comments too; null when the stream has ended. */
  async frame(): Promise<string | null> {
    for (;;) {
      const end = this.#text.indexOf("\n\n");
      if (end >= 0) {
        const frame = this.#text.slice(0, end);
        this.#text = this.#text.slice(end + 2);
        return frame;
      }
      const { value, done } = await this.#reader.read();
      if (done) return null;
      this.#text += value;
    }
  }

  /** The next event; null when the stream has ended. */
  async next(): Promise<StreamEvent | null> {
    for (;;) {
      const frame = await this.frame();
      if (frame === null) return null;
      const event = /^event: (.*)$/m.exec(frame)?.[1];
      if (event !== undefined) return { event, data: /^data: ?(.*)$/m.exec(frame)?.[1] ?? "" };
    }
  }

  async result(): Promise<Result> {
    const event = await this.next();
    if (event?.event !== "next") throw new Error(`expected a result, got ${event?.event ?? "the end"}`);
    return resultShape.parse(JSON.parse(event.data));
  }

  [Symbol.dispose](): void {
    this.#gone.abort();
  }
}
