import { createHash } from "node:crypto";
import { join } from "node:path";
import type { Command } from "commander";
import { fileCursorStore } from "../../sdk/file-cursor-store.ts";
import type { CursorStore } from "../../sdk/index.ts";
import { TocsinError } from "../../sdk/index.ts";
import { filterById } from "../by-id.ts";
import { cursorFolder } from "../config-file.ts";
import { Directory } from "../directory.ts";
import { UsageError } from "../exit-codes.ts";
import { addFilterOptions, filterOf } from "../filter-options.ts";
import type { Io } from "../io.ts";
import { eventLines } from "../render-line.ts";
import type { CommonOptions } from "../session.ts";
import { addressOf, clientFor, forumCommand, withForum } from "../session.ts";
import { numberOption } from "../words.ts";

type Options = CommonOptions &
  Parameters<typeof filterOf>[0] & {
    readonly cursor?: string | false;
    readonly after?: string;
    readonly sse?: boolean;
    readonly count?: string;
  };

export function followCommand(io: Io): Command {
  const command = forumCommand("follow", "follow the feed live; the next call goes on where this one ended", [
    "follow",
    "follow --category cyber --severity high",
    "follow --json --after beginning --cursor feed.cursor | jq .item.title",
    "follow --sse                 # for networks that block websockets",
  ]);
  return addFilterOptions(command)
    .option("--after <cursor>", "begin behind a cursor, or at the `beginning`, whatever was kept")
    .option("--cursor <file>", "keep the place in this file rather than in one of its own for forum and filter")
    .option("--no-cursor", "keep no place: begin now")
    .option("--count <number>", "end after so many events")
    .option("--sse", "use server-sent events")
    .action((options: Options) => follow(io, options));
}

async function follow(io: Io, options: Options): Promise<void> {
  const words = filterOf(options);
  const count = options.count === undefined ? Infinity : numberOption(options.count, "--count", 1);
  const ending = new AbortController();
  const interrupt = (): void => ending.abort();
  process.once("SIGINT", interrupt).once("SIGTERM", interrupt);
  try {
    await withForum(io, options, async (probe, out, address) => {
      // A wrong address or token is told at once; later on, the follower waits for the forum to come back.
      const { account } = await probe.viewer({ signal: ending.signal });
      const filter = await filterById(new Directory(probe), words);
      const file = cursorFile(io, options, [address.url, account?.id ?? "", JSON.stringify(filter)]);
      const kept = file === null ? undefined : fileCursorStore(file);
      if (options.after === undefined) {
        const isKept = ((await kept?.load()) ?? null) !== null;
        await out.note(isKept ? `Going on from the place kept in ${file}.` : "Following from now on. Ctrl-C ends it.");
      }
      await using client = clientFor(await addressOf(io, options), options.sse ? "sse" : "ws");
      const store = kept === undefined || options.after === undefined ? kept : savingOnly(kept);
      const feed = client.follow({
        filter,
        signal: ending.signal,
        after: options.after ?? null,
        ...(store === undefined ? {} : { cursorStore: store }),
        onRetry: ({ error, waitMs }) =>
          void out.note(`${error.message} Trying again in ${Math.ceil(waitMs / 1_000)} s.`),
      });
      let seen = 0;
      try {
        for await (const event of feed) {
          await out.either(event, () => eventLines(out, event));
          seen += 1;
          if (seen >= count) ending.abort();
        }
      } catch (error) {
        throw withAdvice(error, file);
      }
    });
  } finally {
    process.off("SIGINT", interrupt).off("SIGTERM", interrupt);
  }
}

function cursorFile(io: Io, { cursor }: Options, use: readonly string[]): string | null {
  if (cursor === false) return null;
  if (cursor === "") throw new UsageError("--cursor takes the name of a file.");
  if (typeof cursor === "string") return cursor;
  return join(cursorFolder(io.env), createHash("sha256").update(use.join("\n")).digest("hex").slice(0, 16));
}

/** How to start again, where the forum says that it must be. */
function withAdvice(error: unknown, file: string | null): unknown {
  if (!(error instanceof TocsinError) || error.code !== "CURSOR_EXPIRED") return error;
  const orNow = file === null ? "" : ` To begin now instead, remove the place kept in ${file}.`;
  const advice = "`tocsin follow --after beginning` tells everything anew.";
  return new TocsinError(error.code, `${error.message} ${advice}${orNow}`, { cause: error });
}

/** Keeps the place, but does not begin at it. */
function savingOnly(store: CursorStore): CursorStore {
  return { load: async () => null, save: (cursor) => store.save(cursor) };
}
