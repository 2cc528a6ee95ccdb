/**
 * Follows what is new about one risk category. Stop it, start it again tomorrow: it goes on where it was, and has missed
 * nothing. The place is kept in a file (the first argument). Set TOCSIN_URL and TOCSIN_TOKEN.
 */
import { fileCursorStore } from "../clients/sdk/file-cursor-store.ts";
import { createClient, TocsinError } from "../clients/sdk/index.ts";

const { TOCSIN_URL: url = "http://127.0.0.1:4000", TOCSIN_TOKEN: token } = process.env;
const cursorStore = fileCursorStore(process.argv[2] ?? "feed.cursor");
const ending = new AbortController();
process.once("SIGINT", () => ending.abort()).once("SIGTERM", () => ending.abort());

await using forum = createClient({ url, token });
const events = forum.follow({
  filter: { riskCategories: ["CYBER"] },
  cursorStore,
  signal: ending.signal,
  onRetry: ({ error, waitMs }) => console.error(`${error.message} Trying again in ${waitMs} ms.`),
});
try {
  for await (const { change, itemId, item } of events) {
    // The place behind this event is kept when the loop asks for the next one: do what has to be done before that.
    console.log(`${change} ${itemId ?? ""} ${item?.title ?? ""}`.trim());
  }
} catch (error) {
  if (!(error instanceof TocsinError) || error.code !== "CURSOR_EXPIRED") throw error;
  console.error("The forum was restored from a backup. Look at what you hold, remove the file, and begin anew.");
  process.exitCode = 1;
}
