/** The objects of items as text, made once for everybody to whom they are the same, and kept as long as there is room. */
import type { StixObject } from "../stix/stix-object.ts";

/** An object as it is sent. `version` is null for what has none, `json` is its text in UTF-8. */
export type Written = {
  readonly id: string;
  readonly type: string;
  readonly version: string | null;
  readonly json: Buffer;
};

export function write(object: StixObject): Written {
  const version = object["modified"] ?? object["created"];
  return {
    id: object.id,
    type: object.type,
    version: typeof version === "string" ? version : null,
    json: Buffer.from(JSON.stringify(object)),
  };
}

const maxBytes = 67_108_864;

export class StixCache {
  readonly #kept = new Map<string, readonly Written[]>();
  readonly #items = new Map<string, string>();
  #bytes = 0;

  get(key: string): readonly Written[] | undefined {
    const found = this.#kept.get(key);
    if (found === undefined) return undefined;
    this.#kept.delete(key); // the newest stands last
    this.#kept.set(key, found);
    return found;
  }

  keep(key: string, itemId: string, objects: readonly Written[]): void {
    this.#drop(key); // two that asked at once have made it twice
    this.#kept.set(key, objects);
    this.#bytes += sizeOf(objects);
    for (const { id, version } of objects) if (version === null) this.#items.set(id, itemId);
    for (const [oldest, { length }] of this.#kept) {
      if (this.#bytes <= maxBytes || length === undefined) break;
      this.#drop(oldest);
    }
  }

  /** An item that an object was part of whose id does not tell its item. */
  itemOf(objectId: string): string | null {
    return this.#items.get(objectId) ?? null;
  }

  #drop(key: string): void {
    const objects = this.#kept.get(key);
    if (objects === undefined) return;
    this.#kept.delete(key);
    this.#bytes -= sizeOf(objects);
    for (const { id } of objects) this.#items.delete(id);
  }
}

function sizeOf(objects: readonly Written[]): number {
  return objects.reduce((sum, { json }) => sum + json.length + 200, 200);
}
