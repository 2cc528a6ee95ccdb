import type { IncomingMessage, ServerResponse } from "node:http";

/**
 * Which web pages may speak with the forum. A request without an Origin does not come from a page and is let in; a page of
 * another origin is refused, unless the operator has named it. The Host header decides nothing: a page can choose it by
 * rebinding its own name.
 */
export class Origins {
  readonly #own: ReadonlySet<string>;
  readonly #others: ReadonlySet<string>;

  constructor(own: readonly string[], others: readonly string[]) {
    this.#own = new Set(own);
    this.#others = new Set(others);
  }

  allows({ headers }: IncomingMessage): boolean {
    const { origin } = headers;
    return origin === undefined || this.#own.has(origin) || this.#others.has(origin);
  }

  /** Lets the pages that the operator has named read the answers. */
  share({ headers }: IncomingMessage, response: ServerResponse): void {
    response.setHeader("vary", "origin");
    const { origin } = headers;
    if (origin === undefined || !this.#others.has(origin)) return;
    response.setHeader("access-control-allow-origin", origin);
    response.setHeader("access-control-allow-methods", "GET, POST");
    response.setHeader("access-control-allow-headers", "authorization, content-type, accept");
    response.setHeader("access-control-expose-headers", "retry-after");
    response.setHeader("access-control-max-age", "600");
  }
}

/** The addresses by which a browser reaches a server that listens here and has no public address. */
export function listeningOrigins(host: string, port: number): string[] {
  const isLoopback = host === "localhost" || host === "::1" || host.startsWith("127.");
  const hosts = isLoopback ? ["127.0.0.1", "localhost", "[::1]"] : [host.includes(":") ? `[${host}]` : host];
  return hosts.map((name) => new URL(`http://${name}:${port}`).origin);
}
