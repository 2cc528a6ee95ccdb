import { expect } from "vitest";
import type { CommandInput, CommandType, GroupMember } from "../../domain/commands.ts";
import { ForumError } from "../../domain/errors.ts";
import type { Agreement as RealAgreement } from "../../domain/federation/peers.ts";
import { noAudience, normalizeAudience } from "../../domain/label.ts";
import type { Label as RealLabel } from "../../domain/label.ts";
import { operator } from "../support/small-forum.ts";
import type { Links } from "./links.ts";
import type { Item, Oracle } from "./oracle.ts";
import { labelOf } from "./oracle.ts";
import type { PeopledForum } from "./people.ts";
import { forumName } from "./people.ts";
import { textOf } from "./texts.ts";
import type { Act, Agreement, Label, Org, Person, Seat } from "./world.ts";
import { accountHomes, nameOf, orgOf, seatOf } from "./world.ts";

type Outcome = "done" | "refused";

/** Does what happens in a federation in real stores and in the oracle, and compares how it is answered. */
export class Player {
  readonly forums: readonly PeopledForum[];
  readonly oracle: Oracle;
  readonly links: Links;
  /** The id of each item at its home. */
  readonly ids: string[];

  constructor(forums: readonly PeopledForum[], oracle: Oracle, links: Links, ids: string[]) {
    this.forums = forums;
    this.oracle = oracle;
    this.links = links;
    this.ids = ids;
  }

  forum(index: number): PeopledForum {
    const forum = this.forums[index];
    if (forum === undefined) throw new Error(`there is no forum ${index}`);
    return forum;
  }

  itemId(forum: number, item: Item): string {
    return this.forum(forum).itemId(item.origin.forum, this.ids[item.index] ?? "");
  }

  /** The forums in which an act may have changed something. */
  async play(act: Act): Promise<readonly number[]> {
    switch (act.type) {
      case "publish":
      case "draft":
        return this.#publish(act.by, act.label, act.type === "draft", act.type === "publish" ? act.relation : null);
      case "publishDraft":
        return this.#change(act.item, "DRAFT", async (item, author) => {
          const input = { itemId: this.itemId(author.forum, item), idempotencyKey: null };
          await this.#expect("done", author, "publishDraft", input);
          item.status = "PUBLISHED";
        });
      case "revise":
        return this.#change(act.item, "PUBLISHED", (item, author) => this.#revise(item, author, act.label));
      case "withdraw":
        return this.#change(act.item, "PUBLISHED", async (item, author) => {
          const input = { itemId: this.itemId(author.forum, item), reason: "It was wrong.", idempotencyKey: null };
          await this.#expect("done", author, "withdraw", input);
          item.status = "WITHDRAWN";
        });
      case "relay":
        return this.#relay(act.item, act.by, act.to);
      case "join":
        return this.#join(act.forum, act.group, act.member);
      case "leave":
        return this.#leave(act.forum, act.group, act.index);
      case "suspend":
        return this.#suspend(act.forum, act.who);
      case "resume":
        return this.#resume(act.forum, act.index);
      case "reach": {
        const { forum } = act.who;
        const organizationId = this.forum(forum).idOf(act.who);
        await this.#operate(forum, "setReachable", { organizationId, reachable: act.reachable });
        const { reachable } = this.oracle.forum(forum);
        if (act.reachable) reachable.add(nameOf(act.who));
        else reachable.delete(nameOf(act.who));
        return [forum];
      }
      case "agree":
        return this.agree(act.forum, act.peer, act.agreement);
      case "state":
        return this.#pause(act.forum, act.peer, act.paused);
      case "remove":
        return this.#remove(act.forum, act.peer);
      case "cut":
        this.oracle.cut(act.forum, act.peer);
        return [];
      case "heal":
        this.oracle.heal();
        return [];
      case "restart":
        await this.forum(act.forum).restart();
        return [act.forum];
      case "sign":
        await this.sign(act.forum);
        return [act.forum];
      case "pull":
        await this.pull(act.forum, act.peer);
        return [act.forum];
      case "reread":
        return this.#reread(act.forum, act.peer);
      case "settle":
        await this.settle();
        return this.forums.map(({ index }) => index);
    }
  }

  async agree(forum: number, peer: number, agreement: Agreement): Promise<readonly number[]> {
    const { peers } = this.oracle.forum(forum);
    const known = peers.get(peer);
    const real = this.#agreement(forum, agreement);
    if (known === undefined) {
      await this.links.introduce(forum, peer, forumName(peer), real);
      peers.set(peer, { paused: false, agreement });
    } else {
      await this.#operate(forum, "updatePeer", { peerId: await this.links.peerId(forum, peer), agreement: real });
      known.agreement = agreement;
    }
    return [forum];
  }

  async sign(forum: number): Promise<void> {
    this.oracle.sign(forum);
    await this.links.sign(forum);
  }

  /** What a forum reads of a peer; the peer has told its streams before all that there is to tell. */
  async pull(forum: number, peer: number): Promise<void> {
    await this.sign(peer);
    this.oracle.pull(forum, peer);
    await this.links.pull(forum, peer, this.oracle.isUp(forum, peer));
  }

  /** Everybody reads until nothing new comes and nobody learns of new members, who may be named by what there is already. */
  async settle(): Promise<void> {
    const state = (): string =>
      JSON.stringify([this.links.given, ...this.oracle.forums.map(({ known }) => [...known].sort())]);
    for (let [round, before] = [0, ""]; before !== state(); round++) {
      before = state();
      for (const { index } of this.forums)
        for (const other of this.forums) if (other.index !== index) await this.pull(index, other.index);
      expect(round, "rounds until nothing new comes").toBeLessThan(4 * this.forums.length);
    }
  }

  async #publish(by: Person, wish: Label, draft: boolean, relation: number | null): Promise<readonly number[]> {
    if (!this.oracle.works(by)) return [];
    const label = this.#fitted(by.forum, wish, null);
    const at = this.oracle.items.length;
    const other = relation === null ? undefined : this.oracle.items[relation % Math.max(1, at)];
    const related = other !== undefined && this.oracle.sees(by.forum, by, other) ? [other] : [];
    const item = {
      ...textOf(at, 1),
      label: this.#label(by.forum, label),
      relations: related.map((one) => ({ type: "SUPERSEDES" as const, itemId: this.itemId(by.forum, one) })),
      path: "input.advisory",
    };
    const expected = this.oracle.canAddress(by.forum, label, null) ? "done" : "refused";
    const made = draft
      ? await this.#expect(expected, by, "saveDraft", { itemId: null, item })
      : await this.#expect(expected, by, "publish", { item, idempotencyKey: null });
    if (made !== null) {
      this.oracle.publish(by, label, draft);
      this.ids.push(made.itemId);
    }
    return [by.forum];
  }

  async #revise(item: Item, author: Person, wish: Label | null): Promise<void> {
    const { forum } = author;
    const label = wish === null ? labelOf(item) : this.#fitted(forum, wish, item);
    const revision = item.labels.length;
    const content = {
      ...textOf(item.index, revision + 1),
      label: this.#label(forum, label),
      relations: [],
      path: "input.advisory",
    };
    const input = {
      itemId: this.itemId(forum, item),
      expectedRevision: revision,
      item: content,
      idempotencyKey: null,
    };
    const expected = this.oracle.canAddress(forum, label, item) ? "done" : "refused";
    if ((await this.#expect(expected, author, "revise", input)) !== null) this.oracle.revise(item, author, label);
  }

  /** Has somebody of the origin who sees an item of this status change it. */
  async #change(
    index: number,
    status: Item["status"],
    change: (item: Item, author: Person) => Promise<void>,
  ): Promise<readonly number[]> {
    const authored = this.oracle.items.flatMap((item) => {
      const author = item.status === status ? this.#authorOf(item) : undefined;
      return author === undefined ? [] : [{ item, author }];
    });
    const found = pick(authored, index);
    if (found === undefined) return [];
    await change(found.item, found.author);
    return [found.author.forum];
  }

  #authorOf(item: Item): Person | undefined {
    const { forum } = item.origin;
    const people = accountHomes.map((_, account): Person => ({ forum, account }));
    return people.find((one) => {
      const isOrigin = nameOf(orgOf(one)) === nameOf(item.origin);
      return isOrigin && this.oracle.works(one) && this.oracle.sees(forum, one, item);
    });
  }

  async #relay(index: number, by: Person, wish: Org): Promise<readonly number[]> {
    const { forum } = by;
    if (!this.oracle.works(by)) return [];
    const item = pick(
      this.oracle.items.filter((one) => one.status !== "DRAFT" && this.oracle.sees(forum, by, one)),
      index,
    );
    const copy = item === undefined ? null : this.oracle.copyIn(forum, item);
    if (item === undefined || copy === null || copy.withdrawn) return [];
    const to = this.oracle.canName(forum, wish) ? wish : { ...wish, forum };
    const input = {
      itemId: this.itemId(forum, item),
      organizationIds: [this.forum(forum).idOf(to)],
      idempotencyKey: null,
    };
    const { answer } = await this.#do(by, "relay", input);
    const may = this.oracle.mayRelay(forum, item, orgOf(by), to);
    // whoever has it already may be named whatever the label says, as far as that is known; it changes nothing
    if (may) expect({ index, by, to, answer }).toMatchObject({ answer: "done" });
    if (answer === "done" && may) this.oracle.relay(forum, item, orgOf(by), to);
    return [forum];
  }

  async #join(forum: number, group: number, wish: Seat): Promise<readonly number[]> {
    const members = this.oracle.forum(forum).groups[group];
    const member = this.oracle.knows(forum, wish) ? wish : { ...wish, forum };
    // of other forums, organisations alone are in groups
    const may = member.forum === forum || ("organization" in member && this.oracle.canName(forum, member));
    const input = { groupId: this.forum(forum).groupId(group), member: this.#memberId(forum, member) };
    const { answer } = await this.#try(() => this.forum(forum).store.commit(operator, "joinGroup", input));
    expect({ member, answer }).toEqual({ member, answer: may ? "done" : "refused" });
    if (may) members?.add(nameOf(member));
    return [forum];
  }

  async #leave(forum: number, group: number, index: number): Promise<readonly number[]> {
    const members = this.oracle.forum(forum).groups[group];
    const name = pick([...(members ?? [])], index);
    if (name === undefined) return [];
    const member = this.#memberId(forum, seatOf(name));
    await this.#operate(forum, "leaveGroup", { groupId: this.forum(forum).groupId(group), member });
    members?.delete(name);
    return [forum];
  }

  #memberId(forum: number, seat: Seat): GroupMember {
    const id = this.forum(forum).idOf(seat);
    return "account" in seat ? { accountId: id } : { organizationId: id };
  }

  async #suspend(forum: number, wish: Seat): Promise<readonly number[]> {
    const who = this.oracle.knows(forum, wish) ? wish : { ...wish, forum };
    await this.#setSuspended(forum, who, true);
    this.oracle.forum(forum).suspended.add(nameOf(who));
    return [forum];
  }

  async #resume(forum: number, index: number): Promise<readonly number[]> {
    const { suspended } = this.oracle.forum(forum);
    const name = pick([...suspended], index);
    if (name === undefined) return [];
    await this.#setSuspended(forum, seatOf(name), false);
    suspended.delete(name);
    return [forum];
  }

  async #setSuspended(forum: number, who: Seat, suspended: boolean): Promise<void> {
    const id = this.forum(forum).idOf(who);
    if ("account" in who) await this.#operate(forum, "suspendAccount", { accountId: id, suspended });
    else await this.#operate(forum, "suspendOrganization", { organizationId: id, suspended });
  }

  async #pause(forum: number, peer: number, paused: boolean): Promise<readonly number[]> {
    const known = this.oracle.forum(forum).peers.get(peer);
    if (known === undefined) return [];
    const peerId = await this.links.peerId(forum, peer);
    await this.#operate(forum, "updatePeer", { peerId, state: paused ? "PAUSED" : "AGREED" });
    known.paused = paused;
    return [forum];
  }

  async #remove(forum: number, peer: number): Promise<readonly number[]> {
    if (!this.oracle.forum(forum).peers.has(peer)) return [];
    await this.#operate(forum, "removePeer", { peerId: await this.links.peerId(forum, peer) });
    this.oracle.forget(forum, peer);
    return [forum];
  }

  async #reread(forum: number, peer: number): Promise<readonly number[]> {
    if (!this.oracle.forum(forum).peers.has(peer)) return [];
    await this.#operate(forum, "rereadPeer", { peerId: await this.links.peerId(forum, peer) });
    return [forum];
  }

  /** A label that names only those who can be named, as long as that leaves anybody. */
  #fitted(forum: number, wish: Label, item: Item | null): Label {
    const can = (seat: Seat): boolean => this.oracle.canName(forum, seat);
    const fitted = { ...wish, organizations: wish.organizations.filter(can), persons: wish.persons.filter(can) };
    const names = (label: Label): number => label.organizations.length + label.groups.length + label.persons.length;
    const isPossible = names(fitted) + fitted.sectors.length > 0 || names(wish) === 0;
    return isPossible || item === null ? (isPossible ? fitted : wish) : labelOf(item);
  }

  #label(forum: number, { tlp, attribution, ...label }: Label): RealLabel {
    const here = this.forum(forum);
    const audience = {
      ...noAudience,
      organizations: label.organizations.map((org) => here.idOf(org)),
      accounts: label.persons.map((person) => here.idOf(person)),
      groups: label.groups.map((group) => here.groupId(group)),
      sectors: label.sectors,
    };
    return { tlp, attribution, audience: normalizeAudience(audience) };
  }

  #agreement(forum: number, { groups, ...agreement }: Agreement): RealAgreement {
    const groupIds = groups.map((group) => this.forum(forum).groupId(group));
    return { ...agreement, groups: groupIds, envelopesPerHour: 1_000_000 };
  }

  async #operate<T extends CommandType>(forum: number, type: T, input: CommandInput<T>): Promise<void> {
    await this.forum(forum).store.commit(operator, type, input);
  }

  async #do<T extends CommandType>(by: Person, type: T, input: CommandInput<T>) {
    const forum = this.forum(by.forum);
    return this.#try(() => forum.store.commit(forum.viewer(by), type, input));
  }

  async #expect<T extends CommandType>(expected: Outcome, by: Person, type: T, input: CommandInput<T>) {
    const { answer, result } = await this.#do(by, type, input);
    expect(answer, `${type} of ${nameOf(by)}: ${JSON.stringify(input)}`).toBe(expected);
    return result;
  }

  async #try<T>(work: () => Promise<T>): Promise<{ answer: Outcome; result: T | null }> {
    try {
      return { answer: "done", result: await work() };
    } catch (error) {
      if (error instanceof ForumError && error.code !== "UNAVAILABLE") return { answer: "refused", result: null };
      throw error;
    }
  }
}

function pick<T>(list: readonly T[], index: number): T | undefined {
  return list[index % Math.max(1, list.length)];
}
