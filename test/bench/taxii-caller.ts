import { Agent, request } from "node:http";

/** Reads the collection of everything over one kept connection, with as little work on this side as can be. */
export type TaxiiReader = { objects(query: string): Promise<string>; [Symbol.dispose](): void };

export async function openTaxii(url: string, token: string | null): Promise<TaxiiReader> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const headers = {
    accept: "application/taxii+json;version=2.1",
    ...(token === null ? {} : { authorization: `Basic ${Buffer.from(`me:${token}`).toString("base64")}` }),
  };
  const root = `${url}/taxii2/${token === null ? "public" : "members"}/collections/`;
  const get = (address: string): Promise<string> => {
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    const call = request(address, { agent, headers });
    call.on("error", reject).on("response", (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        const text = Buffer.concat(chunks).toString();
        if (response.statusCode === 200) resolve(text);
        else reject(new Error(text));
      });
    });
    call.end();
    return promise;
  };
  const { collections }: { collections: { id: string }[] } = JSON.parse(await get(root));
  return {
    objects: (query) => get(`${root}${collections[0]?.id ?? ""}/objects/?${query}`),
    [Symbol.dispose]: () => agent.destroy(),
  };
}
