/**
 * The one way by which the server calls others. Whatever it is told to call by somebody else may be meant for what stands beside it:
 *
 * 1. Only https is called, and http where the operator has named the address.
 * 2. A name is looked up once for each connection. Every address that it has must be one that may be called, and the connection goes to
 *    these very addresses: what the name means a moment later does not matter.
 * 3. The address that is connected to is looked at once more before anything is sent.
 * 4. A redirect is a new request, looked at like the first; a secret is not sent on to another origin. What is posted is redirected nowhere.
 * 5. An answer has a largest size, which is counted as it comes, and a time.
 */
import type { Agent, IncomingMessage, RequestOptions } from "node:http";
import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import type { GuardOptions } from "./guard.ts";
import { Guard, NotReached } from "./guard.ts";

export type { GuardOptions as OutgoingOptions } from "./guard.ts";
export { NotReached } from "./guard.ts";

export type Call = {
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent to the origin that was asked for, and to no other. */
  readonly authorization?: string | null;
  readonly maxBytes: number;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
  /** The agent that opens the connection. @default one that keeps none */
  readonly agent?: Agent;
};
export type Answer = {
  readonly status: number;
  readonly headers: IncomingMessage["headers"];
  readonly body: Buffer;
};
type OneCall = Omit<Call, "signal"> & { readonly signal: AbortSignal; readonly sent?: string };

const maxRedirects = 3;

export class Outgoing {
  readonly guard: Guard;
  readonly #http: Agent;
  readonly #https: Agent;

  constructor(options: GuardOptions) {
    this.guard = new Guard(options);
    // a connection of its own for each request: none that was opened for something else
    this.#http = this.guard.agent(false);
    this.#https = this.guard.agent(true);
  }

  /** Gets what is at an address, whatever its status; NotReached where it may not be called or does not answer. */
  async get(address: string, call: Call): Promise<Answer> {
    const signal = signalOf(call);
    let url = urlOf(address);
    let authorization = call.authorization ?? null;
    for (let redirects = 0; redirects <= maxRedirects; redirects++) {
      const answer = await this.#once(url, { ...call, authorization, signal });
      const { location } = answer.headers;
      if (answer.status < 300 || answer.status >= 400 || location === undefined) return answer;
      const next = urlOf(URL.parse(location, url)?.href ?? "");
      if (next.origin !== url.origin) authorization = null;
      url = next;
    }
    throw new NotReached(`it redirects more than ${maxRedirects} times`);
  }

  /** Sends something to an address, once. */
  post(address: string, sent: string, call: Call): Promise<Answer> {
    return this.#once(urlOf(address), { ...call, sent, signal: signalOf(call) });
  }

  async #once(url: URL, { headers, authorization, maxBytes, signal, agent, sent }: OneCall): Promise<Answer> {
    const isSecure = url.protocol === "https:";
    const options: RequestOptions = {
      method: sent === undefined ? "GET" : "POST",
      agent: agent ?? (isSecure ? this.#https : this.#http),
      signal,
      headers: {
        ...headers,
        "user-agent": "Tocsin",
        "accept-encoding": "identity",
        ...(authorization == null ? {} : { authorization }),
        ...(sent === undefined ? {} : { "content-length": String(Buffer.byteLength(sent)) }),
      },
    };
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    const end = (): void => reject(tooLate());
    signal.addEventListener("abort", end); // a request that has no connection yet tells of no end
    const request = (isSecure ? httpsRequest : httpRequest)(url, options);
    request.on("error", (error) => reject(notReached(error, signal)));
    request.on("response", (response) => {
      readBody(response, maxBytes).then(
        (body) => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
        (error: unknown) => {
          request.destroy();
          reject(notReached(error, signal));
        },
      );
    });
    request.end(sent);
    return promise.finally(() => signal.removeEventListener("abort", end));
  }
}

function signalOf({ timeoutMs, signal }: Call): AbortSignal {
  return AbortSignal.any([AbortSignal.timeout(timeoutMs), ...(signal === undefined ? [] : [signal])]);
}

function urlOf(text: string): URL {
  const url = URL.parse(text);
  if (url === null || (url.protocol !== "https:" && url.protocol !== "http:")) {
    throw new NotReached("it is no https address, or redirects to none");
  }
  if (url.username !== "" || url.password !== "") throw new NotReached("its address holds a name or a password");
  return url;
}

async function readBody(response: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const encoding = response.headers["content-encoding"] ?? "identity";
  if (encoding !== "identity") throw new NotReached("it answers compressed, though it was asked not to");
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response) {
    if (!Buffer.isBuffer(chunk)) continue;
    size += chunk.length;
    if (size > maxBytes) throw new NotReached(`its answer has more than ${maxBytes} bytes`, { isTooLarge: true });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLate(): NotReached {
  return new NotReached("it did not answer in time");
}

function notReached(error: unknown, signal: AbortSignal): NotReached {
  if (error instanceof NotReached) return error;
  if (signal.aborted) return tooLate();
  const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
  return new NotReached(`it cannot be reached (${code})`);
}
