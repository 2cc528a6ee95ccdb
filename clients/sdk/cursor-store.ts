/** Where a follower keeps its place. `save` has to last before it resolves, as far as the store lasts at all. */
export type CursorStore = {
  load(): Promise<string | null>;
  save(cursor: string): Promise<void>;
};

/** Keeps the place as long as the program runs. */
export function memoryCursorStore(initial: string | null = null): CursorStore {
  let cursor = initial;
  return {
    load: async () => cursor,
    save: async (next) => {
      cursor = next;
    },
  };
}

/** Keeps the place in a browser, under a key of its own for each forum, account and use. */
export function localStorageCursorStore(
  key: string,
  storage: Pick<Storage, "getItem" | "setItem"> = globalThis.localStorage,
): CursorStore {
  return {
    load: async () => storage.getItem(key),
    save: async (cursor) => storage.setItem(key, cursor),
  };
}
