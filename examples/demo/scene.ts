/** What whoever tells the demo's past works with. */
import type { App } from "../../server/app.ts";
import type { Voices } from "./voices.ts";

/** Something that happens at a time. What is about different things may happen together. */
export type Happening = { readonly at: Date; readonly about: readonly string[]; readonly play: () => Promise<void> };
export type Store = App["store"];
export type DemoViewer = { readonly kind: "account"; readonly accountId: string; readonly tokenId: string };

/** Members by their keys. */
export type Members = {
  readonly ids: ReadonlyMap<string, string>;
  readonly viewers: ReadonlyMap<string, DemoViewer>;
};

export type SceneOfGroups = Members & {
  readonly store: Store;
  readonly voices: Voices;
  readonly now: () => Date;
  /** The items of the practices, by their keys. */
  readonly practices: Map<string, string>;
};

export function idOf(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`the demo knows nobody by the name ${key}`);
  return id;
}

export function viewerOf({ viewers }: Pick<Members, "viewers">, key: string): DemoViewer {
  const viewer = viewers.get(key);
  if (viewer === undefined) throw new Error(`${key} has no account`);
  return viewer;
}
