/** Stories of one forum that has two peers, as far as they concern what its streams are to say. */
import fc from "fast-check";
import type { Agreement } from "../../domain/federation/peers.ts";
import { defaultAgreement, directions } from "../../domain/federation/peers.ts";
import type { MemberAtHome } from "../../domain/federation/directory.ts";
import { ForumError } from "../../domain/errors.ts";
import { newId } from "../../domain/ids.ts";
import { tlpLabels } from "../../domain/tlp.ts";
import { localId } from "../../db/federation/hashes.ts";
import type { ItemDraft } from "../../domain/commands.ts";
import type { FederatedForum } from "./federated-forum.ts";
import { newKey } from "./federated-forum.ts";
import type { Person } from "./small-forum.ts";
import { advisory, operator, range } from "./small-forum.ts";

const peerCount = 2;
const membersEach = 3;
const groupCount = 2;

type Address = {
  readonly type: "RED" | "AMBER" | "AMBER_STRICT" | "AMBER_GROUP" | "GREEN" | "GREEN_NAMED" | "GREEN_GROUP" | "CLEAR";
  readonly to: readonly number[];
};
export type FederatedAct =
  | {
      readonly type: "publish" | "draft";
      readonly by: number;
      readonly address: Address;
      readonly relation: number | null;
    }
  | { readonly type: "publishDraft" | "withdraw"; readonly item: number }
  | { readonly type: "revise"; readonly item: number; readonly address: Address; readonly relation: number | null }
  | { readonly type: "relay"; readonly item: number; readonly by: number; readonly to: number }
  | { readonly type: "join" | "leave"; readonly group: number; readonly who: number }
  | { readonly type: "suspend" | "resume"; readonly who: number; readonly whole: boolean }
  | {
      readonly type: "agree";
      readonly peer: number;
      readonly agreement: Partial<Agreement>;
      readonly groups: readonly number[];
    }
  | { readonly type: "state"; readonly peer: number; readonly paused: boolean }
  | { readonly type: "directory"; readonly peer: number; readonly members: readonly boolean[] }
  | { readonly type: "remove"; readonly peer: number }
  /** A node publishes all that is owed, or looks at it and forgets it, or looks at it and signs only after the next act. */
  | { readonly type: "sign" | "look" | "linger"; readonly node: number };

const index = (count: number) => fc.nat({ max: count - 1 });
const some = <T>(values: readonly T[]) => fc.subarray([...values]);
const seat = index(2 + peerCount * membersEach);
const item = fc.nat({ max: 7 });
const relation = fc.option(item, { freq: 2 });
const address: fc.Arbitrary<Address> = fc.record({
  type: fc.constantFrom("RED", "AMBER", "AMBER_STRICT", "AMBER_GROUP", "GREEN", "GREEN_NAMED", "GREEN_GROUP", "CLEAR"),
  to: fc.array(seat, { minLength: 1, maxLength: 3 }),
});
const agreement = fc.record(
  {
    direction: fc.constantFrom(...directions, "BOTH", "BOTH", "BOTH", "BOTH"),
    labels: fc.oneof(some(tlpLabels), fc.constant(tlpLabels), fc.constant(tlpLabels)),
    community: fc.boolean(),
  },
  { requiredKeys: [] },
);
const type = fc.constant;
const act: fc.Arbitrary<FederatedAct> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ type: type("publish" as const), by: index(2), address, relation }) },
  { weight: 1, arbitrary: fc.record({ type: type("draft" as const), by: index(2), address, relation }) },
  { weight: 12, arbitrary: fc.record({ type: type("revise" as const), item, address, relation }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constantFrom("publishDraft" as const, "withdraw" as const), item }) },
  { weight: 3, arbitrary: fc.record({ type: type("relay" as const), item, by: index(2), to: seat }) },
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constantFrom("join" as const, "leave" as const),
      group: index(groupCount),
      who: seat,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constantFrom("suspend" as const, "resume" as const),
      who: seat,
      whole: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: type("agree" as const),
      peer: index(peerCount),
      agreement,
      groups: some(range(groupCount)),
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: type("state" as const), peer: index(peerCount), paused: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({
      type: type("directory" as const),
      peer: index(peerCount),
      members: fc.array(fc.boolean(), { minLength: membersEach, maxLength: membersEach }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: type("remove" as const), peer: index(peerCount) }) },
  {
    weight: 8,
    arbitrary: fc.record({
      type: fc.constantFrom("sign" as const, "look" as const, "linger" as const),
      node: index(2),
    }),
  },
);

/** They begin with an agreement that lets most things through, so that there is something to take back. */
export function federatedHistories(maxLength: number): fc.Arbitrary<FederatedAct[]> {
  const begin = fc.record({
    type: type("agree" as const),
    peer: type(0),
    agreement: fc.record({ community: fc.boolean() }),
    groups: type(range(groupCount)),
  });
  return fc
    .tuple(begin, fc.array(act, { minLength: maxLength / 3, maxLength, size: "max" }))
    .map(([first, acts]) => [first, ...acts]);
}

type Peer = {
  readonly forumId: string;
  readonly key: ReturnType<typeof newKey>;
  readonly members: readonly MemberAtHome[];
};
type Known = { readonly id: string; readonly author: Person; revision: number };

/** Does the acts in a forum; what the rules refuse changes nothing. */
export class FederatedPlayer {
  readonly peers: readonly Peer[];
  readonly #here: FederatedForum;
  readonly #people: readonly Person[];
  readonly #groups: readonly string[];
  readonly #items: Known[] = [];

  private constructor(here: FederatedForum, people: readonly Person[], groups: readonly string[]) {
    this.#here = here;
    this.#people = people;
    this.#groups = groups;
    this.peers = range(peerCount).map((peer) => ({
      forumId: crypto.randomUUID(),
      key: newKey(),
      members: range(membersEach).map((at) => ({
        id: newId("organization"),
        name: `Guest ${at} of ${peer}`,
        sector: "GOVERNMENT" as const,
        country: null,
        accounts: [{ id: newId("account"), name: "Somebody" }],
      })),
    }));
  }

  static async start(here: FederatedForum): Promise<FederatedPlayer> {
    const people = await here.forum.people(2);
    return new FederatedPlayer(here, people, [await here.forum.group(), await here.forum.group()]);
  }

  async play(one: FederatedAct): Promise<void> {
    try {
      await this.#do(one);
    } catch (error) {
      if (!(error instanceof ForumError)) throw error;
    }
  }

  async #do(one: FederatedAct): Promise<void> {
    const { store } = this.#here.forum;
    switch (one.type) {
      case "publish":
      case "draft": {
        const author = this.#people[one.by] ?? never();
        const draft = this.#draft(one);
        const input = { item: draft, idempotencyKey: null };
        const { itemId } =
          one.type === "publish"
            ? await store.commit(author.viewer, "publish", input)
            : await store.commit(author.viewer, "saveDraft", { ...input, itemId: null });
        this.#items.push({ id: itemId, author, revision: 1 });
        return;
      }
      case "publishDraft": {
        const known = this.#known(one.item);
        await store.commit(known.author.viewer, "publishDraft", { itemId: known.id, idempotencyKey: null });
        return;
      }
      case "revise": {
        const known = this.#known(one.item);
        await this.#here.forum.revise(known.author, known.id, known.revision, this.#draft(one));
        known.revision += 1;
        return;
      }
      case "withdraw": {
        const known = this.#known(one.item);
        await this.#here.forum.withdraw(known.author, known.id);
        return;
      }
      case "relay": {
        const input = { itemId: this.#known(one.item).id, organizationIds: [this.#seat(one.to).organization] };
        await store.commit((this.#people[one.by] ?? never()).viewer, "relay", { ...input, idempotencyKey: null });
        return;
      }
      case "join":
      case "leave": {
        const groupId = this.#groups[one.group] ?? never();
        const seated = { groupId, member: { organizationId: this.#seat(one.who).organization } };
        await store.commit(operator, one.type === "join" ? "joinGroup" : "leaveGroup", seated);
        return;
      }
      case "suspend":
      case "resume": {
        const { organization, account } = this.#seat(one.who);
        if (one.who < 2) return; // the authors go on
        const suspended = one.type === "suspend";
        if (one.whole) await store.commit(operator, "suspendOrganization", { organizationId: organization, suspended });
        else await store.commit(operator, "suspendAccount", { accountId: account, suspended });
        return;
      }
      case "agree":
        return this.#agree(one.peer, { ...one.agreement, groups: one.groups.map((at) => this.#groups[at] ?? never()) });
      case "state": {
        const peerId = await this.peerId(one.peer);
        await store.commit(operator, "updatePeer", { peerId, state: one.paused ? "PAUSED" : "AGREED" });
        return;
      }
      case "directory": {
        const { members } = this.peers[one.peer] ?? never();
        const told = members.filter((_, at) => one.members[at]);
        await this.#here.federation.noteDirectory(await this.peerId(one.peer), told);
        return;
      }
      case "remove":
        await store.commit(operator, "removePeer", { peerId: await this.peerId(one.peer) });
        return;
      case "sign":
      case "look":
      case "linger":
        return;
    }
  }

  async #agree(at: number, wish: Partial<Agreement>): Promise<void> {
    const { store } = this.#here.forum;
    const { forumId, key, members } = this.peers[at] ?? never();
    const known = await this.#here.federation.peerByForum(forumId);
    if (known !== null) {
      await store.commit(operator, "updatePeer", { peerId: known.id, agreement: wish });
      return;
    }
    const document = { forumId, name: `Peer ${at}`, url: "https://peer.example", contact: null, key };
    const { id } = await store.commit(operator, "addPeer", { document, agreement: { ...defaultAgreement, ...wish } });
    await this.#here.federation.noteDirectory(id, members);
  }

  async peerId(at: number): Promise<string> {
    const known = await this.#here.federation.peerByForum((this.peers[at] ?? never()).forumId);
    if (known === null) throw new ForumError("NOT_FOUND", "There is no such peer now.");
    return known.id;
  }

  /** Somebody by number: the people at home here first, then those of each peer. */
  #seat(at: number): { organization: string; account: string } {
    const own = this.#people[at];
    if (own !== undefined) return { organization: own.organizationId, account: own.accountId };
    const peer = this.peers[Math.floor((at - 2) / membersEach)] ?? never();
    const member = peer.members[(at - 2) % membersEach] ?? never();
    const { forumId } = peer;
    return {
      organization: localId("organization", { id: member.id, forumId }, this.#here.id),
      account: localId("account", { id: member.accounts[0]?.id ?? "", forumId }, this.#here.id),
    };
  }

  #known(at: number): Known {
    const known = this.#items[at % Math.max(1, this.#items.length)];
    if (known === undefined) throw new ForumError("NOT_FOUND", "There is no such item yet.");
    return known;
  }

  #draft({ address: { type: kind, to }, relation: other }: { address: Address; relation: number | null }): ItemDraft {
    const seats = to.map((at) => this.#seat(at));
    const organizations = seats.map(({ organization }) => organization);
    const groups = [this.#groups[(to[0] ?? 0) % groupCount] ?? never()];
    const relations =
      other === null || this.#items.length === 0
        ? []
        : [{ type: "SUPERSEDES" as const, itemId: this.#known(other).id }];
    const wishes = {
      RED: { tlp: "RED", accounts: seats.map(({ account }) => account) },
      AMBER: { tlp: "AMBER", organizations },
      AMBER_STRICT: { tlp: "AMBER_STRICT", organizations, groups },
      AMBER_GROUP: { tlp: "AMBER", groups },
      GREEN: { tlp: "GREEN" },
      GREEN_NAMED: { tlp: "GREEN", organizations },
      GREEN_GROUP: { tlp: "GREEN", groups },
      CLEAR: { tlp: "CLEAR" },
    } as const;
    return { ...advisory(wishes[kind]), relations };
  }
}

function never(): never {
  throw new Error("there is no such number");
}
