import { expect } from "vitest";
import type { CommandInput, CommandType } from "../../domain/commands.ts";
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
import { mayPass } from "./sight.ts";
import { textOf } from "./texts.ts";
import type { Act, Agreement, Label, Org, Person, Seat } from "./world.ts";
import { accountHomes, nameOf, orgOf } from "./world.ts";

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
      case "leave":
        return this.#seat(act.type, act.forum, act.group, act.member);
      case "suspend":
      case "resume":
        return this.#suspend(act.forum, act.who, act.type === "suspend");
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
      case "heal":
        this.oracle.setUp(act.forum, act.peer, act.type === "heal");
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
    const item = this.oracle.items[index % Math.max(1, this.oracle.items.length)];
    if (item === undefined || item.status !== status) return [];
    const { forum } = item.origin;
    const author = accountHomes
      .map((_, account): Person => ({ forum, account }))
      .find(
        (person) =>
          nameOf(orgOf(person)) === nameOf(item.origin) &&
          this.oracle.works(person) &&
          this.oracle.sees(forum, person, item),
      );
    if (author === undefined) return [];
    await change(item, author);
    return [forum];
  }

  async #relay(index: number, by: Person, to: Org): Promise<readonly number[]> {
    const { forum } = by;
    const item = this.oracle.items[index % Math.max(1, this.oracle.items.length)];
    if (item === undefined || !this.oracle.works(by) || !this.oracle.sees(forum, by, item)) return [];
    const copy = this.oracle.copyIn(forum, item);
    if (copy === null || copy.withdrawn || item.status === "DRAFT") return [];
    const input = {
      itemId: this.itemId(forum, item),
      organizationIds: [this.forum(forum).idOf(to)],
      idempotencyKey: null,
    };
    const outcome = await this.#do(by, "relay", input);
    const isOutside = to.forum !== forum && this.oracle.forum(forum).peers.get(to.forum)?.agreement.community !== true;
    const isOwn = nameOf(item.origin) === nameOf(orgOf(by));
    const allowed = mayPass(copy.address.tlp, orgOf(by), to) && (isOwn || !isOutside || copy.address.tlp !== "GREEN");
    const isHome = item.origin.forum === forum;
    // what the label does not allow changes nothing; of others, those can be named whom the origin itself can reach
    if (allowed && to.forum === forum) expect(outcome.answer, `relay of ${index}`).toBe("done");
    if (allowed && to.forum !== forum && isHome)
      expect(outcome.answer, `relay of ${index} to another forum`).toBe(
        this.oracle.canName(forum, to) ? "done" : "refused",
      );
    if (outcome.answer === "done" && allowed) this.oracle.relay(forum, item, orgOf(by), to);
    return [forum];
  }

  async #seat(type: "join" | "leave", forum: number, group: number, member: Seat): Promise<readonly number[]> {
    const { groups } = this.oracle.forum(forum);
    if (!this.oracle.knows(forum, member)) return [];
    const seat = "account" in member ? "accountId" : "organizationId";
    const id = this.forum(forum).idOf(member);
    const who = seat === "accountId" ? { accountId: id } : { organizationId: id };
    const isIn = groups[group]?.has(nameOf(member)) ?? false;
    if (type === "leave" && !isIn) return [];
    const outcome = await this.#try(() =>
      this.forum(forum).store.commit(operator, type === "join" ? "joinGroup" : "leaveGroup", {
        groupId: this.forum(forum).groupId(group),
        member: who,
      }),
    );
    // of other forums, organisations alone are in groups
    const may = member.forum === forum || ("organization" in member && this.oracle.canName(forum, member));
    if (type === "join") expect({ member, ...outcome }).toMatchObject({ answer: may ? "done" : "refused" });
    else expect(outcome).toMatchObject({ answer: "done" });
    if (outcome.answer === "refused") return [forum];
    if (type === "join") groups[group]?.add(nameOf(member));
    else groups[group]?.delete(nameOf(member));
    return [forum];
  }

  async #suspend(forum: number, who: Seat, suspended: boolean): Promise<readonly number[]> {
    if (!this.oracle.knows(forum, who)) return [];
    const id = this.forum(forum).idOf(who);
    if ("account" in who) await this.#operate(forum, "suspendAccount", { accountId: id, suspended });
    else await this.#operate(forum, "suspendOrganization", { organizationId: id, suspended });
    const { suspended: list } = this.oracle.forum(forum);
    if (suspended) list.add(nameOf(who));
    else list.delete(nameOf(who));
    return [forum];
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
