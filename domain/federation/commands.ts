import type { Made } from "../commands.ts";
import type { Agreement, PeerState } from "./peers.ts";
import type { StreamName } from "./streams.ts";

/** The public key of a forum, as a JWK (RFC 8037), under its thumbprint (RFC 7638). */
export type ForumKey = {
  readonly kid: string;
  readonly publicKey: { readonly kty: "OKP"; readonly crv: "Ed25519"; readonly x: string };
};

/** Who another forum says that it is: what a steward has looked at and agreed to. */
export type PeerDocument = {
  readonly forumId: string;
  readonly name: string;
  readonly url: string;
  readonly contact: string | null;
  readonly key: ForumKey;
};

/** Up to where a peer has one of our streams, and what of it behind `after` it has not taken: all else in between it has. */
export type Receipt = {
  readonly stream: StreamName;
  readonly after: number;
  readonly sequence: number;
  readonly refused: readonly { readonly sequence: number; readonly reason: string; readonly isExpired: boolean }[];
};

/** What stewards do with peers, what organisations allow, and what peers themselves may write: nothing but receipts. */
export type FederationCommands = {
  addPeer: { input: { readonly document: PeerDocument; readonly agreement: Agreement }; result: Made };
  updatePeer: {
    /** What is not given of the agreement stays. */
    input: { readonly peerId: string; readonly agreement?: Partial<Agreement>; readonly state?: PeerState };
    result: Made;
  };
  removePeer: { input: { readonly peerId: string }; result: Made };
  /** Reads its streams once more from the beginning: what is here already changes nothing. */
  rereadPeer: { input: { readonly peerId: string }; result: Made };
  revokePeerKey: { input: { readonly peerId: string; readonly kid: string }; result: Made };
  acknowledgeAlarm: { input: { readonly alarmId: string }; result: Made };
  /** Whether other forums are told of an organisation and its accounts, so that they can be addressed from there. */
  setReachable: { input: { readonly organizationId: string; readonly reachable: boolean }; result: Made };
  confirmEnvelopes: { input: { readonly receipts: readonly Receipt[] }; result: { readonly confirmed: number } };
};
