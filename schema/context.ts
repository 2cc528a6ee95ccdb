import type { Reader } from "../db/reader.ts";
import type { Store } from "../db/store.ts";
import { ForumError } from "../domain/errors.ts";
import type { PeerDocument } from "../domain/federation/commands.ts";
import type { StreamName } from "../domain/federation/streams.ts";
import type { Viewer } from "../domain/people.ts";
import type { Loaders } from "./loaders.ts";
import { createLoaders } from "./loaders.ts";

/** Who another forum says that it is, before anything is agreed. */
export type PeerPreview = PeerDocument & {
  /** Of its key, as people read it to each other. */
  readonly fingerprint: string;
  /** What it takes for an organisation, and whom it counts to its community, in its own words. */
  readonly policies: { readonly organization: string | null; readonly community: string | null };
};

/** What takes the network or the forum's key, so that the server does it. */
export type FederationServices = {
  /** Fetches the document of the forum at an address; BAD_USER_INPUT for `url` where there is none, UNAVAILABLE where it does not answer. */
  preview(url: string): Promise<PeerPreview>;
  /** Where these streams of ours stand now, each signed. */
  checkpoints(streams: readonly StreamName[]): Promise<readonly string[]>;
};

/** What resolvers may reach: reading as the viewer, batched, and giving commands as the viewer. */
export type Context = {
  readonly store: Store;
  readonly viewer: Viewer;
  readonly reader: Reader;
  readonly loaders: Loaders;
  /** Counts a comment that a visitor hands in, beside its operation; RATE_LIMITED where there were too many from where it is. */
  readonly countVisitorComment: () => Promise<void>;
  readonly federation: FederationServices;
};

/** A forum that is on its own. */
const alone: FederationServices = {
  preview: () => Promise.reject(new ForumError("UNAVAILABLE", "This forum reaches no others from here.")),
  checkpoints: () => Promise.resolve([]),
};

/** Cheap: makes no look-up. One may serve a whole subscription, since it remembers nothing but who is asking. */
export function createContext(
  store: Store,
  viewer: Viewer,
  {
    countVisitorComment = () => Promise.resolve(),
    federation = alone,
  }: Partial<Pick<Context, "countVisitorComment" | "federation">> = {},
): Context {
  const reader = store.as(viewer);
  return { store, viewer, reader, loaders: createLoaders(reader), countVisitorComment, federation };
}
