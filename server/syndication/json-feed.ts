import { printTlp } from "../../domain/tlp.ts";
import type { FeedEntry, FeedPage } from "./page.ts";
import { feedDescription, feedTitle } from "./page.ts";

/** A page as JSON Feed 1.1: https://www.jsonfeed.org/version/1.1/ */
export function jsonFeed({ url, firstUrl, nextUrl, entries }: FeedPage): string {
  return JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: feedTitle,
    description: feedDescription,
    home_page_url: new URL("/", firstUrl).href,
    feed_url: url,
    ...(nextUrl === null ? {} : { next_url: nextUrl }),
    items: entries.map(itemOf),
  });
}

/** What the format has no word for stands in an extension of ours. */
function itemOf({ id, item, title, summary, text, author, publishedAt, changedAt, tags, isWithdrawn }: FeedEntry) {
  return {
    id,
    title,
    summary,
    content_text: text,
    date_published: publishedAt,
    date_modified: changedAt,
    authors: [{ name: author }],
    tags,
    _tocsin: { id: item.id, label: printTlp(item.tlp), withdrawn: isWithdrawn },
  };
}
