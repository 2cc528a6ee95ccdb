export type { BroughtObject, BundleImportOptions, BundleOptions } from "./bundles.ts";
export type {
  ClientOptions,
  FeedPage,
  ItemPage,
  ItemsOptions,
  ReadOptions,
  SightingReport,
  Statistics,
  Viewer,
  WriteOptions,
} from "./client.ts";
export { Client, createClient } from "./client.ts";
export type { CursorStore } from "./cursor-store.ts";
export { localStorageCursorStore, memoryCursorStore } from "./cursor-store.ts";
export type { ErrorCode } from "./errors.ts";
export { errorCodes, TocsinError } from "./errors.ts";
export type { FollowOptions } from "./feed.ts";
export * from "./generated.ts";
export type { ItemWrite, ItemWriteOutcome } from "./write-many.ts";
