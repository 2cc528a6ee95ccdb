import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { BatchBuilder } from "../../foreign/batch-builder.ts";
import type { ImportBatch } from "../../foreign/batch.ts";
import { UnreadableSource } from "../../foreign/batch.ts";
import { record } from "../../foreign/raw.ts";
import { entryOf } from "../../foreign/misp-entries.ts";
import type { MispOptions } from "../../foreign/misp-event.ts";
import { readEvent } from "../../foreign/misp-event.ts";

const maxBytes = 100_000_000;

/** One file of MISP: its name for messages, and what it holds. */
export type MispFile = { readonly name: string; readonly content: string };

/** Reads an export of MISP: a file with one event or several, or the folder of a feed, which has a file for each event. */
export async function readMisp(path: string, options: MispOptions = {}): Promise<ImportBatch> {
  const batch = new BatchBuilder();
  const isFolder = (await stat(path)).isDirectory();
  const names = isFolder ? (await readdir(path)).filter(isEventFile).sort() : [""];
  if (names.length === 0) throw new UnreadableSource(`${path} is no feed of MISP: it has no file of an event.`);
  const files: MispFile[] = [];
  for (const name of names) {
    const file = isFolder ? join(path, name) : path;
    if ((await stat(file)).size > maxBytes) batch.skip(file, `it has more than ${maxBytes} bytes`);
    else files.push({ name: name === "" ? path : name, content: await readFile(file, "utf8") });
  }
  return mapMisp(files, options, batch);
}

function isEventFile(name: string): boolean {
  return name.endsWith(".json") && name !== "manifest.json";
}

/** What the files hold, as items, in the order of the files. */
export function mapMisp(
  files: readonly MispFile[],
  options: MispOptions = {},
  batch: BatchBuilder = new BatchBuilder(),
): ImportBatch {
  for (const { name, content } of files) {
    let value: unknown;
    try {
      value = JSON.parse(content);
    } catch {
      batch.skip(name, "it is not JSON");
      continue;
    }
    for (const event of eventsIn(value)) {
      const read = readEvent(event, name, options, batch);
      if (read !== null) batch.add(entryOf(read, batch));
    }
  }
  return batch.build();
}

/** MISP wraps an event as `{ Event }`, a search as `{ response: [{ Event }] }`, and some tools leave either out. */
function eventsIn(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(eventsIn);
  const { response, Event: event } = record(value);
  if (response !== undefined) return eventsIn(response);
  return [event ?? value];
}
