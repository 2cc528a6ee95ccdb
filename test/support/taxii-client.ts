/** A client of TAXII 2.1 for tests: requests as they are, and a walk through a collection as a poller does it. */
export type TaxiiAnswer = {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
  readonly text: string;
};
export type TaxiiRequest = {
  readonly method?: string;
  readonly token?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
};
export type StixObject = { readonly id: string; readonly type: string; readonly [property: string]: unknown };

export const mediaType = "application/taxii+json;version=2.1";

/** `path` is what follows /taxii2/. */
export async function taxii(
  { url }: { readonly url: string },
  path: string,
  { method = "GET", token, headers = {}, body }: TaxiiRequest = {},
): Promise<TaxiiAnswer> {
  const authorization = token === undefined ? {} : { authorization: basic(token) };
  const response = await fetch(`${url}/taxii2/${path}`, {
    method,
    headers: { accept: mediaType, ...authorization, ...headers },
    ...(body === undefined ? {} : { body }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: text === "" ? {} : JSON.parse(text) };
}

/** As most clients say who they are: any name, and the token as password. */
export function basic(token: string): string {
  return `Basic ${Buffer.from(`anybody:${token}`).toString("base64")}`;
}

/** The path of a collection by its alias, in the API root of members or, without a token, of everybody. */
export async function collectionPath(app: { readonly url: string }, token: string | undefined, alias = "everything") {
  const root = token === undefined ? "public" : "members";
  const { body } = await taxii(app, `${root}/collections/`, { token });
  const collections = listIn<{ id: string; alias: string }>(body, "collections");
  const found = collections.find((collection) => collection.alias === alias);
  return `${root}/collections/${found?.id ?? "none"}/`;
}

// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller says what the standard has in the list
export function listIn<T>(body: TaxiiAnswer["body"], name: string): readonly T[] {
  const list = body[name] ?? [];
  return Array.isArray(list) ? list : [];
}

export function objectsIn({ body }: TaxiiAnswer): readonly StixObject[] {
  return listIn<StixObject>(body, "objects");
}

/** All answers from a place on, by `next`; `query` goes with each. */
export async function walk(
  app: { readonly url: string },
  path: string,
  { token, query = {} }: { readonly token?: string | undefined; readonly query?: Readonly<Record<string, string>> },
  afterPage: (page: number) => Promise<unknown> | undefined = () => undefined,
): Promise<TaxiiAnswer[]> {
  const pages: TaxiiAnswer[] = [];
  for (let next: unknown = undefined; ;) {
    const parameters = new URLSearchParams({ ...query, ...(typeof next === "string" ? { next } : {}) });
    const page = await taxii(app, `${path}?${parameters}`, { token });
    pages.push(page);
    await afterPage(pages.length);
    if (page.body["more"] !== true) return pages;
    next = page.body["next"];
  }
}

/** The objects that say something of items: what stands at the beginning of every collection is left out. */
export function told(pages: readonly TaxiiAnswer[]): StixObject[] {
  return pages.flatMap(objectsIn).filter(({ type, created }) => !isSupport(type) && created !== undefined);
}

function isSupport(type: string): boolean {
  return ["marking-definition", "extension-definition", "identity"].includes(type);
}
