/** Forums that follow each other from store to store: the very calls of the server's publisher and follower, without sockets between them. */
import type { Arrival, PublishBatch, SignedDraft } from "../../db/federation/federation.ts";
import { hashOf } from "../../db/federation/hashes.ts";
import type { Reader } from "../../db/reader.ts";
import { ForumError } from "../../domain/errors.ts";
import { maxEnvelopeBytes, parseHead, writeEnvelope } from "../../domain/federation/envelopes.ts";
import type { Agreement } from "../../domain/federation/peers.ts";
import { receives } from "../../domain/federation/peers.ts";
import type { Claims, PublicKey } from "../../server/federation/jws.ts";
import { NotBelieved, sign, verify } from "../../server/federation/jws.ts";
import { OwnKeys } from "../../server/federation/keys.ts";
import { operator } from "../support/small-forum.ts";
import type { PeopledForum } from "./people.ts";

export type OnEnvelope = (taken: { readonly by: number; readonly from: number; readonly claims: Claims }) => void;

export class Links {
  readonly #forums: readonly PeopledForum[];
  readonly #onEnvelope: OnEnvelope;
  readonly #keys = new Map<number, OwnKeys>();
  /** How many envelopes have come anywhere that were not there before. */
  taken = 0;

  constructor(forums: readonly PeopledForum[], onEnvelope: OnEnvelope = () => undefined) {
    this.#forums = forums;
    this.#onEnvelope = onEnvelope;
  }
}
