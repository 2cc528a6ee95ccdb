/** Two other forums, what goes to them and what is known of them, and by hand who may see what of it. */
import type { Store } from "../../db/store.ts";
import { localId } from "../../db/federation/hashes.ts";
import type { MemberAtHome } from "../../domain/federation/directory.ts";
import type { Agreement } from "../../domain/federation/peers.ts";
import { defaultAgreement } from "../../domain/federation/peers.ts";
import { makeCredential } from "../../server/federation/credential.ts";
import type { TestKey } from "../support/forum-keys.ts";
import { makeKey } from "../support/forum-keys.ts";
import { ask } from "../support/graphql-client.ts";
import { memberAtHome } from "../support/peers.ts";
import type { Cast, ViewerName } from "./cast.ts";
import { viewers } from "./cast.ts";

export const peerNames = ["north", "south"] as const;
export type PeerName = (typeof peerNames)[number];
export type PeerViewerName = ViewerName | PeerName;
export const peerViewers: readonly PeerViewerName[] = [...viewers, ...peerNames];

type Peer = { readonly id: string; readonly forumId: string; readonly key: TestKey; readonly member: MemberAtHome };
export type PeerScene = {
  readonly url: string;
  readonly store: Store;
  readonly cast: Cast;
  readonly peers: Readonly<Record<PeerName, Peer>>;
  readonly ids: Readonly<Record<SentName, string>>;
  /** The id of what is published last, for everybody. */
  readonly endId: string;
};

/** What the token of a viewer is now; that of a forum is good for minutes. */
export function tokenNow({ url, store, cast, peers }: Omit<PeerScene, "endId" | "ids">, viewer: PeerViewerName) {
  if (viewer !== "north" && viewer !== "south") return Promise.resolve(cast.tokens[viewer]?.token);
  const { forumId, key } = peers[viewer];
  return makeCredential({ from: forumId, to: store.forumId, url, now: new Date() }, key);
}

const agreements: Readonly<Record<PeerName, Partial<Agreement>>> = {
  north: { community: true },
  south: { direction: "SEND", labels: ["CLEAR"], community: false },
};

const members: readonly PeerViewerName[] = [
  "author",
  "colleague",
  "reader of the origin",
  "named",
  "member",
  "sectoral",
  "client",
  "person",
  "other",
  "steward",
];
const origin: readonly PeerViewerName[] = ["author", "colleague", "reader of the origin"];
const everybody: readonly PeerViewerName[] = ["visitor", ...members, ...peerNames];

type Sent = {
  readonly tlp: string;
  /** Whom of the peers' members it names. */
  readonly to?: { readonly organizations?: PeerName; readonly accounts?: PeerName };
  /** Who may read the item here. */
  readonly sees: readonly PeerViewerName[];
  /** Who reads the envelopes of it. */
  readonly gets: readonly PeerName[];
};
export const sentItems = {
  public: { tlp: "CLEAR", sees: everybody, gets: ["north", "south"] },
  community: { tlp: "GREEN", sees: members, gets: ["north"] },
  amber: { tlp: "AMBER", to: { organizations: "north" }, sees: origin, gets: ["north"] },
  strict: { tlp: "AMBER_STRICT", to: { organizations: "north" }, sees: origin, gets: ["north"] },
  red: { tlp: "RED", to: { accounts: "north" }, sees: ["author"], gets: ["north"] },
  unsent: { tlp: "AMBER", to: { organizations: "south" }, sees: origin, gets: [] },
} as const satisfies Record<string, Sent>;
export type SentName = keyof typeof sentItems;
const sentNames = Object.keys(sentItems) as SentName[]; // the table's own keys

export type PeerCanary = { readonly name: string; readonly text: string; readonly sees: readonly PeerViewerName[] };

const canary = (): string => `canary${crypto.randomUUID().replaceAll("-", "")}`;
const textOf = { item: new Map(sentNames.map((name) => [name, canary()])), fact: new Map<string, string>() };
const facts: Readonly<Record<string, readonly PeerViewerName[]>> = {
  "the name of a peer": members,
  "the contact of a peer": ["steward"],
  "why a peer cannot be followed": ["steward"],
  "an alarm": ["steward"],
  "why a peer has not taken an item": origin,
  "a member of a peer": members,
  "a member of ours that is shared": [...members, "north"],
};
for (const fact of Object.keys(facts)) textOf.fact.set(fact, canary());
const factText = (fact: string): string => textOf.fact.get(fact) ?? "";

/** Every text that may be found, with who may find it. What is in an envelope is found in its payload. */
export const peerCanaries: readonly PeerCanary[] = [
  ...sentNames.map((name) => {
    const { sees, gets }: Sent = sentItems[name];
    return { name, text: textOf.item.get(name) ?? "", sees: [...sees, ...gets] };
  }),
  ...Object.entries(facts).map(([name, sees]) => ({ name, text: factText(name), sees })),
];

const operator = { kind: "operator" } as const;

async function addPeer(store: Store, name: PeerName): Promise<Peer> {
  const key = await makeKey();
  const forumId = crypto.randomUUID();
  const document = {
    forumId,
    name: name === "north" ? `North ${factText("the name of a peer")}` : "South",
    url: "http://127.0.0.1:9",
    contact: name === "north" ? factText("the contact of a peer") : null,
    key: { kid: key.kid, publicKey: key.publicKey },
  };
  const agreement = { ...defaultAgreement, ...agreements[name] };
  const { id } = await store.commit(operator, "addPeer", { document, agreement });
  const member = memberAtHome(name === "north" ? factText("a member of a peer") : "Southern Office", "Ida");
  await store.federation.noteDirectory(id, [member]);
  return { id, forumId, key, member };
}

/** Agrees with two forums, and publishes for them. */
export async function federate(url: string, store: Store, cast: Cast): Promise<Omit<PeerScene, "endId">> {
  const peers = { north: await addPeer(store, "north"), south: await addPeer(store, "south") };
  const shared = { name: factText("a member of ours that is shared"), sector: "COMPANY", country: null } as const;
  const { id: organizationId } = await store.commit(operator, "addOrganization", shared);
  await store.commit(operator, "setReachable", { organizationId, reachable: true });
  const here = (name: PeerName, kind: "organization" | "account"): string => {
    const { member, forumId } = peers[name];
    const id = kind === "organization" ? member.id : (member.accounts[0]?.id ?? "");
    return localId(kind, { id, forumId }, store.forumId);
  };
  const ids: Partial<Record<SentName, string>> = {};
  for (const name of sentNames) {
    const { tlp, to }: Sent = sentItems[name];
    const audience = {
      ...(to?.organizations === undefined ? {} : { organizations: [here(to.organizations, "organization")] }),
      ...(to?.accounts === undefined ? {} : { accounts: [here(to.accounts, "account")] }),
    };
    const label = to === undefined ? { tlp } : { tlp, audience };
    ids[name] = await publish({ url, cast }, `Said ${textOf.item.get(name)}`, label);
  }
  return { url, store, cast, peers, ids: ids as PeerScene["ids"] }; // every name was gone through
}

export async function publish(
  { url, cast }: Pick<PeerScene, "url" | "cast">,
  title: string,
  label: object = { tlp: "CLEAR" },
): Promise<string> {
  const advisory = { title, summary: title, body: title, riskCategories: ["CYBER"], severity: "LOW", ...label };
  const document = "mutation ($input: ItemInput!) { publish(input: $input) { item { id } } }";
  const token = cast.tokens["author"]?.token;
  const answer = await ask({ url }, document, { token, variables: { input: { advisory } } });
  const [id] = /itm_\w{26}/.exec(JSON.stringify(answer.data)) ?? [];
  if (id === undefined) throw new Error(JSON.stringify(answer.errors));
  return id;
}

/** What happens later: a forum does not take an item, one cannot be followed, something is wrong with one. */
export async function goWrong({ store, peers }: Omit<PeerScene, "endId">): Promise<void> {
  const { id: peerId, forumId } = peers.north;
  const stream = `to:${forumId}` as const;
  const reason = factText("why a peer has not taken an item");
  // all three that name somebody there: in which order they lie is the publisher's business
  const refused = [1, 2, 3].map((sequence) => ({ sequence, reason, isExpired: false }));
  const receipt = { stream, after: 0, sequence: 3, refused };
  await store.commit({ kind: "peer", peerId }, "confirmEnvelopes", { receipts: [receipt] });
  await store.federation.settlePeer(peerId, {
    error: factText("why a peer cannot be followed"),
    failures: 1,
    inMs: 3_600_000,
  });
  await store.federation.raise({
    kind: "HOLE",
    peerId,
    forumId,
    stream,
    sequence: 2,
    message: factText("an alarm"),
  });
}
