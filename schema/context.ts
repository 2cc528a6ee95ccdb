import type { Reader } from "../db/reader.ts";
import type { Store } from "../db/store.ts";
import type { Viewer } from "../domain/people.ts";
import type { Loaders } from "./loaders.ts";
import { createLoaders } from "./loaders.ts";

/** What resolvers may reach: reading as the viewer, batched, and giving commands as the viewer. */
export type Context = {
  readonly store: Store;
  readonly viewer: Viewer;
  readonly reader: Reader;
  readonly loaders: Loaders;
  /** Counts a comment that a visitor hands in, beside its operation; RATE_LIMITED where there were too many from where it is. */
  readonly countVisitorComment: () => Promise<void>;
};

/** Cheap: makes no look-up. One may serve a whole subscription, since it remembers nothing but who is asking. */
export function createContext(
  store: Store,
  viewer: Viewer,
  countVisitorComment: Context["countVisitorComment"] = () => Promise.resolve(),
): Context {
  const reader = store.as(viewer);
  return { store, viewer, reader, loaders: createLoaders(reader), countVisitorComment };
}
