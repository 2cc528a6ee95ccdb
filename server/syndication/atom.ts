import { printTlp } from "../../domain/tlp.ts";
import type { FeedEntry, FeedPage } from "./page.ts";
import { feedDescription, feedTitle } from "./page.ts";
import type { Xml } from "./xml.ts";
import { documentOf, element } from "./xml.ts";

/** A page as Atom (RFC 4287), with the links of a paged feed (RFC 5005, section 3). */
export function atomFeed({ url, firstUrl, nextUrl, entries, changedAt }: FeedPage): string {
  const link = (rel: string, href: string): Xml => element("link", { rel, href });
  return documentOf(
    element(
      "feed",
      { xmlns: "http://www.w3.org/2005/Atom" },
      element("id", {}, firstUrl),
      element("title", {}, feedTitle),
      element("subtitle", {}, feedDescription),
      // A feed must have been updated at some time; one without entries never was.
      element("updated", {}, changedAt ?? new Date(0).toISOString()),
      link("self", url),
      link("first", firstUrl),
      ...(nextUrl === null ? [] : [link("next", nextUrl)]),
      ...entries.map(entryOf),
    ),
  );
}

function entryOf({ id, item, title, summary, text, author, publishedAt, changedAt, tags }: FeedEntry): Xml {
  return element(
    "entry",
    {},
    element("id", {}, id),
    element("title", {}, title),
    element("updated", {}, changedAt),
    element("published", {}, publishedAt),
    element("author", {}, element("name", {}, author)),
    element("rights", {}, printTlp(item.tlp)),
    ...tags.map((term) => element("category", { term })),
    element("summary", {}, summary),
    element("content", {}, text),
  );
}
