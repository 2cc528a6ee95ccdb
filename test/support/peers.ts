import { createHash } from "node:crypto";
import { localId } from "../../db/federation/hashes.ts";
import type { Store } from "../../db/store.ts";
import type { PeerDocument } from "../../domain/federation/commands.ts";
import type { MemberAtHome } from "../../domain/federation/directory.ts";
import type { Agreement } from "../../domain/federation/peers.ts";
import { defaultAgreement } from "../../domain/federation/peers.ts";
import type { Viewer } from "../../domain/people.ts";
import { newId } from "../../domain/ids.ts";

export type TestPeer = { readonly id: string; readonly document: PeerDocument; readonly viewer: Viewer };

/** The document of a forum that exists in a test alone. Its key is as good as any, where nothing is signed. */
export function peerDocument(
  name: string,
  { forumId = crypto.randomUUID() }: { readonly forumId?: string } = {},
): PeerDocument {
  const x = createHash("sha256").update(`${name} ${forumId}`).digest("base64url");
  const publicKey = { kty: "OKP", crv: "Ed25519", x } as const;
  const kid = createHash("sha256").update(`{"crv":"Ed25519","kty":"OKP","x":"${x}"}`).digest("base64url");
  const url = `https://${name.toLowerCase().replaceAll(/\W+/g, "-")}.example`;
  return { forumId, name, url, contact: `stewards of ${name}`, key: { kid, publicKey } };
}

/** Agrees with a forum of this name, and gives it as a viewer. */
export async function addPeer(
  store: Store,
  name: string,
  agreement: Partial<Agreement> = {},
  document: PeerDocument = peerDocument(name),
): Promise<TestPeer> {
  const { id } = await store.commit({ kind: "operator" }, "addPeer", {
    document,
    agreement: { ...defaultAgreement, ...agreement },
  });
  return { id, document, viewer: { kind: "peer", peerId: id } };
}

/** An organisation as its forum tells of it, with accounts of these names. */
export function memberAtHome(name: string, ...accounts: readonly string[]): MemberAtHome {
  return {
    id: newId("organization"),
    name,
    sector: "GOVERNMENT",
    country: "GB",
    accounts: accounts.map((account) => ({ id: newId("account"), name: account })),
  };
}

/** A peer with one member and its two accounts, as they are here. */
export async function peerWithMember(
  store: Store,
  name: string,
  told: MemberAtHome = memberAtHome("AI Security Institute", "Ida", "Ivo"),
) {
  const peer = await addPeer(store, name);
  await store.federation.noteDirectory(peer.id, [told]);
  const idHere = (kind: "organization" | "account", id: string): string =>
    localId(kind, { id, forumId: peer.document.forumId }, store.forumId);
  const [ida = "", ivo = ""] = told.accounts.map(({ id }) => idHere("account", id));
  return { peer, told, organization: idHere("organization", told.id), ida, ivo };
}
