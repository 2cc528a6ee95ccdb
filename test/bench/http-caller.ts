import { Agent, request } from "node:http";

/** Calls a forum over kept connections, with as little work on this side as can be. */
export class HttpCaller {
  readonly #url: string;
  readonly #agent: Agent;

  constructor(url: string, connections: number) {
    this.#url = `${url}/graphql`;
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  /** One operation; the body of its answer. Throws on any error in it. */
  ask(query: string, variables: object, token: string | null): Promise<string> {
    const body = JSON.stringify({ query, variables });
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    const call = request(this.#url, {
      method: "POST",
      agent: this.#agent,
      headers: {
        "content-type": "application/json",
        accept: "application/graphql-response+json",
        "content-length": Buffer.byteLength(body),
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
    });
    call.on("error", reject).on("response", (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
      response.on("end", () => (text.includes('"errors"') ? reject(new Error(text)) : resolve(text)));
    });
    call.end(body);
    return promise;
  }

  [Symbol.dispose](): void {
    this.#agent.destroy();
  }
}
