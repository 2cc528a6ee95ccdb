import { badInput } from "../../domain/errors.ts";
import { anonymous } from "../../domain/people.ts";
import { addressOf } from "../auth.ts";
import type { Door, Found, ReadParts } from "../door.ts";
import { atomFeed } from "./atom.ts";
import { jsonFeed } from "./json-feed.ts";
import type { FeedPage } from "./page.ts";
import { readFeedPage } from "./page.ts";

/** How a format writes a page, and what it is called. */
type Format = { readonly type: string; readonly write: (page: FeedPage) => string };
const formats: ReadonlyMap<string, Format> = new Map([
  ["/feed.json", { type: "application/feed+json; charset=utf-8", write: jsonFeed }],
  ["/feed.atom", { type: "application/atom+xml; charset=utf-8", write: atomFeed }],
]);

/** `/feed.json` and `/feed.atom`: what anybody may read, newest first. */
export const syndication: Door = {
  name: "syndication",
  holds: (path) => formats.has(path),
  challenge: "",
  // What is public is all that there is here, whoever asks: a token is not looked at.
  whoCalls: async ({ config }, request) => ({
    viewer: anonymous,
    expiresAt: null,
    address: addressOf(request, config.trustedProxies),
  }),
  bytes: 2_097_152,
  read,
};

async function read({ store, address }: ReadParts, url: URL): Promise<Found | null> {
  const format = formats.get(url.pathname);
  if (format === undefined) return null;
  const after = url.searchParams.getAll("after");
  if (after.length > 1 || after.length < url.searchParams.size) {
    throw badInput("after", "The one parameter is `after`, once: follow the links to the next page.");
  }
  const page = await readFeedPage(store, `${address()}${url.pathname}`, after[0] ?? null);
  // Cursors are sealed anew each time: the page is recognised by all but where it goes on.
  const state = format.write({ ...page, nextUrl: page.nextUrl === null ? null : "next" });
  const changed = page.changedAt === null ? {} : { "last-modified": new Date(page.changedAt).toUTCString() };
  return { type: format.type, body: format.write(page), state, headers: changed };
}
