/**
 * The one way by which the server calls others. Whatever it is told to call by somebody else may be meant for what stands beside it:
 *
 * 1. Only https is called, and http where the operator has named the address.
 * 2. A name is looked up once for each request. Every address that it has must be one that may be called, and the request goes to these
 *    very addresses: what the name means a moment later does not matter.
 * 3. The address that is connected to is looked at once more before anything is sent.
 * 4. A redirect is a new request, looked at like the first; a secret is not sent on to another origin.
 * 5. An answer has a largest size, which is counted as it comes, and a time.
 */
import type { LookupAddress } from "node:dns";
import { lookup } from "node:dns/promises";
import type { IncomingMessage, RequestOptions } from "node:http";
import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import type { LookupFunction } from "node:net";
import { isIP } from "node:net";
import { Addresses } from "./addresses.ts";

/** Why nothing came back. Its message is for whoever looks after the source. */
export class NotReached extends Error {
  override readonly name = "NotReached";
}

export type Resolve = (host: string) => Promise<LookupAddress[]>;
export type OutgoingOptions = {
  /** Ranges that may be called though they are not public. */
  readonly allowed: readonly string[];
  /** @default the system's resolver */
  readonly resolve?: Resolve;
};
export type Call = {
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent to the origin that was asked for, and to no other. */
  readonly authorization?: string | null;
  readonly maxBytes: number;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
};
export type Answer = {
  readonly status: number;
  readonly headers: IncomingMessage["headers"];
  readonly body: Buffer;
};

const maxRedirects = 3;

export class Outgoing {
  readonly #addresses: Addresses;
  readonly #resolve: Resolve;

  constructor({ allowed, resolve = (host) => lookup(host, { all: true }) }: OutgoingOptions) {
    this.#addresses = new Addresses(allowed);
    this.#resolve = resolve;
  }

  /** Gets what is at an address, whatever its status; NotReached where it may not be called or does not answer. */
  async get(address: string, call: Call): Promise<Answer> {
    const signals = [AbortSignal.timeout(call.timeoutMs), ...(call.signal === undefined ? [] : [call.signal])];
    const signal = AbortSignal.any(signals);
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

  async #once(
    url: URL,
    { headers, authorization, maxBytes, signal }: Call & { readonly signal: AbortSignal },
  ): Promise<Answer> {
    const host = url.hostname.replace(/^\[(.*)\]$/, "$1");
    const addresses = await this.#addressesOf(host);
    const isSecure = url.protocol === "https:";
    if (!isSecure && !addresses.every(({ address }) => this.#addresses.isAllowed(address))) {
      throw new NotReached("only https is called; the operator can allow http inside by TOCSIN_OUTGOING_ALLOWED");
    }
    const options: RequestOptions = {
      method: "GET",
      agent: false, // a connection of its own: none that was opened for something else
      signal,
      lookup: pinnedTo(addresses),
      headers: {
        ...headers,
        "user-agent": "Tocsin",
        "accept-encoding": "identity",
        ...(authorization == null ? {} : { authorization }),
      },
    };
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    const request = (isSecure ? httpsRequest : httpRequest)(url, options);
    request.on("error", (error) => reject(notReached(error, signal)));
    request.on("socket", (socket) => {
      socket.once("connect", () => {
        if (!this.#addresses.mayCall(socket.remoteAddress ?? "")) request.destroy(new NotReached(mayNot));
      });
    });
    request.on("response", (response) => {
      readBody(response, maxBytes).then(
        (body) => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
        (error: unknown) => {
          request.destroy();
          reject(notReached(error, signal));
        },
      );
    });
    request.end();
    return promise;
  }

  async #addressesOf(host: string): Promise<LookupAddress[]> {
    const version = isIP(host);
    const found = version === 0 ? await this.#lookUp(host) : [{ address: host, family: version }];
    if (found.length === 0) throw new NotReached("its name has no address");
    if (!found.every(({ address }) => this.#addresses.mayCall(address))) throw new NotReached(mayNot);
    return found;
  }

  async #lookUp(host: string): Promise<LookupAddress[]> {
    try {
      return await this.#resolve(host);
    } catch {
      throw new NotReached("its name cannot be looked up");
    }
  }
}

const mayNot = "its address is not one of the public network; the operator can allow it by TOCSIN_OUTGOING_ALLOWED";

function urlOf(text: string): URL {
  const url = URL.parse(text);
  if (url === null || (url.protocol !== "https:" && url.protocol !== "http:")) {
    throw new NotReached("it is no https address, or redirects to none");
  }
  if (url.username !== "" || url.password !== "") throw new NotReached("its address holds a name or a password");
  return url;
}

/** Gives the addresses that were looked at, whoever asks. */
function pinnedTo(addresses: readonly LookupAddress[]): LookupFunction {
  return (_host, options, callback) => {
    const [first] = addresses;
    if (options.all === true) callback(null, [...addresses]);
    else callback(null, first?.address ?? "", first?.family);
  };
}

async function readBody(response: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const encoding = response.headers["content-encoding"] ?? "identity";
  if (encoding !== "identity") throw new NotReached("it answers compressed, though it was asked not to");
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response) {
    if (!Buffer.isBuffer(chunk)) continue;
    size += chunk.length;
    if (size > maxBytes) throw new NotReached(`its answer has more than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function notReached(error: unknown, signal: AbortSignal): NotReached {
  if (error instanceof NotReached) return error;
  if (signal.aborted) return new NotReached("it did not answer in time");
  const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
  return new NotReached(`it cannot be reached (${code})`);
}
