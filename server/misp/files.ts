/** The three kinds of files that a MISP feed consists of. */
import { createHash } from "node:crypto";
import type { Reader } from "../../db/reader.ts";
import { uuidOf } from "../../domain/ids.ts";
import { tooMuch } from "../limits.ts";
import type { ForumName } from "../stix/identities.ts";
import { collect, collectOne } from "./collect.ts";
import { eventOf, headOf } from "./event.ts";

/** Which events there are, by UUID, with what a reader needs in order to see which it wants or has in an older version. */
export async function manifestFile(
  reader: Reader,
  forum: ForumName,
  maxBytes: number,
  turn: () => Promise<void>,
): Promise<string> {
  const lines = new Lines(maxBytes);
  for await (const { item, origin } of collect(reader, turn)) {
    lines.add(`${JSON.stringify(uuidOf(item.id))}:${JSON.stringify(headOf(item, { forum, origin }))}`);
  }
  return `{${lines.join(",\n")}}`;
}

/** The MD5 of every value with the UUID of its event, by which MISP correlates without taking the events in. */
export async function hashesFile(
  reader: Reader,
  forum: ForumName,
  maxBytes: number,
  turn: () => Promise<void>,
): Promise<string> {
  const lines = new Lines(maxBytes);
  for await (const { item, origin } of collect(reader, turn)) {
    const { Attribute, Object, uuid } = eventOf(item, { forum, origin, earlier: [] });
    const attributes = [...Attribute, ...Object.flatMap((object) => object.Attribute)];
    const values = new Set(attributes.filter(({ deleted }) => !deleted).map(({ value }) => value));
    for (const value of values) lines.add(`${createHash("md5").update(value).digest("hex")},${uuid}\n`);
  }
  return lines.join("");
}

/** One event; null where there is none, or none for this reader. */
export async function eventFile(reader: Reader, forum: ForumName, uuid: string): Promise<string | null> {
  const found = await collectOne(reader, uuid);
  return found === null ? null : JSON.stringify({ Event: eventOf(found.item, { forum, ...found }) });
}

/** Gathers lines, and says so where they become too many: a file that ends too early would be taken for the whole. */
class Lines {
  readonly #maxBytes: number;
  readonly #lines: string[] = [];
  #bytes = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  add(line: string): void {
    this.#bytes += Buffer.byteLength(line) + 2;
    if (this.#bytes > this.#maxBytes) {
      throw tooMuch(
        `This file would have more than ${this.#maxBytes} bytes: there are too many events for a MISP feed.`,
      );
    }
    this.#lines.push(line);
  }

  join(separator: string): string {
    return this.#lines.join(separator);
  }
}
