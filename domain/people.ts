import type { StreamName } from "./federation/streams.ts";
import type { Role, Sector } from "./vocabulary.ts";

/** What is known of a signed-in account, as far as the policy asks: the facts that a keyring is made of. */
export type Member = {
  readonly accountId: string;
  readonly organizationId: string;
  readonly sector: Sector;
  readonly role: Role;
  /** Groups that the account or its organisation is in. */
  readonly groupIds: readonly string[];
  /** Organisations that have registered this account's organisation as a client. */
  readonly providerIds: readonly string[];
};

/** Who reads: an account with a valid token, another forum, or anybody. What it may see is looked up anew for each read. */
export type Viewer =
  | { readonly kind: "anonymous" }
  | PeerViewer
  | { readonly kind: "account"; readonly accountId: string; readonly tokenId: string };

export type PeerViewer = {
  readonly kind: "peer";
  readonly peerId: string;
  /** The key that it showed itself by. */
  readonly kid?: string;
  /** The streams that it could follow when it showed itself: a place in its feed counts for these alone. */
  readonly streams?: readonly StreamName[];
};

/** Whose command it is, as the policy asks: an account, the operator, a visitor, another forum, or the clock, at whose instants things happen by themselves. */
export type CommandActor = Member | "operator" | "visitor" | "peer" | "clock";

/** Who writes. The operator is whoever can reach the database itself: it administers members and reads no content. */
export type Actor = Viewer | { readonly kind: "operator" };

export const anonymous: Viewer = { kind: "anonymous" };

export type Organization = {
  readonly id: string;
  readonly name: string;
  readonly sector: Sector;
  readonly country: string | null;
  readonly suspendedAt: string | null;
};

export type Account = {
  readonly id: string;
  readonly name: string;
  readonly organizationId: string;
  readonly role: Role;
  readonly listed: boolean;
  readonly suspendedAt: string | null;
};

export type Group = { readonly id: string; readonly name: string; readonly description: string | null };

/** Whether two names are one to a reader, whatever their case, width, spacing and what is not to be seen of them: two members must not be taken for one another. */
export function sameName(a: string, b: string): boolean {
  return foldName(a) === foldName(b);
}

/** A name as it is told from others. */
export function foldName(name: string): string {
  const seen = name.normalize("NFKC").replace(/[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu, "");
  return seen.toLowerCase().replace(/\s+/g, " ").trim();
}
