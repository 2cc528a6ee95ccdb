export type { BroughtObject, BundleImportOptions, BundleOptions } from "./bundles.ts";
export type {
  AdoptionDeclaration,
  AdoptionDeclared,
  AdoptionMatrix,
  AdoptionMatrixArgs,
  AdoptionsOptions,
  ClauseMatrix,
} from "./adoption-client.ts";
export { AdoptionClient } from "./adoption-client.ts";
export type { BallotsOptions, BallotWish } from "./ballot-client.ts";
export { BallotClient } from "./ballot-client.ts";
export type {
  ClientOptions,
  FeedPage,
  ItemPage,
  ItemsOptions,
  SightingReport,
  Statistics,
  Viewer,
} from "./client-options.ts";
export type { ReadOptions, WriteOptions } from "./caller.ts";
export { Client, createClient } from "./client.ts";
export type { CursorStore } from "./cursor-store.ts";
export { localStorageCursorStore, memoryCursorStore } from "./cursor-store.ts";
export type { ErrorCode } from "./errors.ts";
export { errorCodes, TocsinError } from "./errors.ts";
export type { FollowOptions } from "./feed.ts";
export * from "./generated.ts";
export type {
  GroupMember,
  MeetingChange,
  MeetingPlan,
  MeetingRecord,
  PostWish,
  Thread,
  ThreadWish,
} from "./group-client.ts";
export { GroupClient } from "./group-client.ts";
export type {
  DeliveredItem,
  EnvelopePage,
  EnvelopeReceipt,
  Peering,
  PeeringOrganization,
  PeerPreview,
  SentEnvelope,
} from "./peer-client.ts";
export { PeerClient } from "./peer-client.ts";
export type { Token } from "./http.ts";
export type { ItemWrite, ItemWriteOutcome } from "./write-many.ts";
export type {
  CommentsOptions,
  MoveWish,
  PracticeDifference,
  PracticeHtml,
  PracticesOptions,
} from "./practice-client.ts";
export { PracticeClient } from "./practice-client.ts";
