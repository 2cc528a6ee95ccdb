/**
 * What forums that follow each other come to, done again in the most naive way: lists that are gone through from end to end. Written
 * from the table of labels and the sentences on federation, so that it can disagree with the product; it imports nothing of it.
 */
import type { Copy } from "./copies.ts";
import { copyOf } from "./copies.ts";
import type { Shown, Statement } from "./said.ts";
import { passesOn, Said, streamTo, takes } from "./said.ts";
import type { Address, Groups, Relay } from "./sight.ts";
import { entitled, isForAllOf, isWide, mayPass, namedIn, organizationsIn } from "./sight.ts";
import type { Agreement, Label, Org, Person, Seat, World } from "./world.ts";
import { accountHomes, groupCount, nameOf, organizationSectors, orgOf, seatOf } from "./world.ts";

export type Item = {
  readonly index: number;
  readonly origin: Org;
  readonly writer: Person;
  /** Who gave it its present words. */
  author: Person;
  status: "DRAFT" | "PUBLISHED" | "WITHDRAWN";
  readonly labels: Label[];
  relays: Relay[];
};
type Peering = { paused: boolean; agreement: Agreement };
type Forum = {
  readonly groups: Set<string>[];
  readonly suspended: Set<string>;
  readonly reachable: Set<string>;
  readonly peers: Map<number, Peering>;
  /** Members of others who can be named here, and those who ever could. */
  readonly known: Set<string>;
  readonly everKnown: Set<string>;
  /** What was passed on here of items of other forums. */
  readonly relays: Map<number, Relay[]>;
  readonly copies: Map<number, Copy>;
};

export const labelOf = (item: Item): Label => {
  const label = item.labels.at(-1);
  if (label === undefined) throw new Error("an item without a label");
  return label;
};

export class Oracle {
  readonly forums: readonly Forum[];
  readonly items: Item[] = [];
  readonly said = new Said();
  readonly #cut = new Set<string>();

  constructor({ forums, reachable, agreements }: Pick<World, "forums" | "reachable" | "agreements">) {
    this.forums = Array.from({ length: forums }, (_, forum) => ({
      groups: Array.from({ length: groupCount }, () => new Set<string>()),
      suspended: new Set<string>(),
      reachable: new Set(reachable.filter((org) => org.forum === forum).map(nameOf)),
      peers: new Map(
        agreements.flatMap((one) =>
          one.forum === forum ? [[one.peer, { paused: false, agreement: one.agreement }] as const] : [],
        ),
      ),
      known: new Set<string>(),
      everKnown: new Set<string>(),
      relays: new Map<number, Relay[]>(),
      copies: new Map<number, Copy>(),
    }));
  }

  forum(index: number): Forum {
    const forum = this.forums[index];
    if (forum === undefined) throw new Error(`there is no forum ${index}`);
    return forum;
  }

  // Who is there.

  /** Whether somebody at home in a forum can sign in. */
  works(person: Person): boolean {
    const { suspended } = this.forum(person.forum);
    return !suspended.has(nameOf(person)) && !suspended.has(nameOf(orgOf(person)));
  }

  /** Whether an author of a forum can name an organisation or person: its own, and those of others that it has been told of. */
  canName(forum: number, seat: Seat): boolean {
    return seat.forum === forum || this.forum(forum).known.has(nameOf(seat));
  }

  /** Whether anybody of that name can be put into a group of a forum. */
  knows(forum: number, seat: Seat): boolean {
    return seat.forum === forum || this.forum(forum).everKnown.has(nameOf(seat));
  }

  isUp(forum: number, peer: number): boolean {
    return !this.#cut.has(pairOf(forum, peer));
  }

  cut(forum: number, peer: number): void {
    this.#cut.add(pairOf(forum, peer));
  }

  /** All links are up again. */
  heal(): void {
    this.#cut.clear();
  }

  // Items where they are at home.

  addressOf(item: Item): Address {
    const label = labelOf(item);
    return {
      tlp: label.tlp,
      organizations: label.organizations.map(nameOf),
      persons: label.persons.map(nameOf),
      groups: label.groups,
      sectors: label.sectors,
      toAll: isWide(label),
      origin: item.origin,
      authors: [item.writer, item.author],
      draft: item.status === "DRAFT",
      relays: item.relays,
    };
  }

  /** What an item is to a forum: its own, or what has come of it; null where nothing is to be seen there. */
  copyIn(
    forum: number,
    item: Item,
  ): { readonly address: Address; readonly revision: number; readonly withdrawn: boolean } | null {
    if (item.origin.forum === forum)
      return { address: this.addressOf(item), revision: item.labels.length, withdrawn: item.status === "WITHDRAWN" };
    const copy = this.forum(forum).copies.get(item.index);
    if (copy === undefined) return null;
    const relays = this.forum(forum).relays.get(item.index) ?? [];
    const nothing = { groups: [], sectors: [], authors: [], draft: false };
    return {
      address: { ...nothing, ...copy, origin: item.origin, relays },
      revision: copy.revision,
      withdrawn: copy.withdrawn,
    };
  }

  sees(forum: number, person: Person | null, item: Item): boolean {
    const found = this.copyIn(forum, item);
    return found !== null && entitled(person, found.address, this.groupsOf(forum));
  }

  groupsOf(forum: number): Groups {
    return this.forum(forum).groups;
  }

  /** Whether an author can give a label: everybody that it names can be named there, or was named by the item before. */
  canAddress(forum: number, label: Label, item: Item | null): boolean {
    const seats = ({ organizations, persons }: Label): Seat[] => [...organizations, ...persons];
    const before = item === null ? [] : seats(labelOf(item)).map(nameOf);
    return seats(label).every((seat) => this.canName(forum, seat) || before.includes(nameOf(seat)));
  }

  publish(by: Person, label: Label, draft: boolean): Item {
    const item: Item = {
      index: this.items.length,
      origin: orgOf(by),
      writer: by,
      author: by,
      status: draft ? "DRAFT" : "PUBLISHED",
      labels: [label],
      relays: [],
    };
    this.items.push(item);
    return item;
  }

  revise(item: Item, by: Person, label: Label): void {
    if (!sameAddress(labelOf(item), label)) item.relays = [];
    item.labels.push(label);
    item.author = by;
  }

  /**
   * Whether somebody may pass an item on: by its label, and to another forum by its origin, or within one community. What comes from
   * another forum is passed on within this one alone.
   */
  mayRelay(forum: number, item: Item, by: Org, to: Org): boolean {
    const found = this.copyIn(forum, item);
    if (found === null || !mayPass(found.address.tlp, by, to) || !this.canName(forum, to)) return false;
    if (to.forum === forum) return true;
    if (item.origin.forum !== forum) return false;
    const isCommunity = this.forum(forum).peers.get(to.forum)?.agreement.community === true;
    return isCommunity || found.address.tlp === "CLEAR" || nameOf(by) === nameOf(item.origin);
  }

  /** Passes an item on in a forum. To whoever has it already nothing is passed on, so that nothing is left where that ends. */
  relay(forum: number, item: Item, by: Org, to: Org): void {
    const found = this.copyIn(forum, item);
    if (found === null || this.#has(forum, to, found.address)) return;
    const asClient = found.address.tlp === "AMBER" && nameOf(by) !== nameOf(to);
    const relays = [...found.address.relays, { to, by, asClient }];
    if (item.origin.forum === forum) item.relays = relays;
    else this.forum(forum).relays.set(item.index, relays);
  }

  /** Whether an organisation has an item of a forum. One of another forum has what everybody has, and what names it. */
  #has(forum: number, org: Org, address: Address): boolean {
    if (org.forum === forum) return isForAllOf(org, address, this.groupsOf(forum));
    return address.tlp === "CLEAR" || namedIn(address, org.forum).organizations.includes(nameOf(org));
  }

  // What is said to others.

  /** What a stream is to be told of an item as it is now. */
  #offer(origin: number, name: string, item: Item): Shown | null {
    if (item.status === "DRAFT") return null;
    const address = this.addressOf(item);
    const { tlp } = address;
    const said = { tlp, withdrawn: item.status === "WITHDRAWN", organizations: [], persons: [] };
    const wide = tlp === "GREEN" && address.toAll;
    if (name === "public") return tlp === "CLEAR" ? said : null;
    if (name === "community") return wide ? said : null;
    const peer = Number(name.slice("to:".length));
    const { peers, known, suspended } = this.forum(origin);
    const peering = peers.get(peer);
    if (peering === undefined || peering.paused || !sends(peering.agreement)) return null;
    const { agreement } = peering;
    if (!agreement.labels.includes(tlp) || tlp === "CLEAR" || (wide && agreement.community)) return null;
    const named = namedIn(address, peer);
    const grouped = address.groups.filter((group) => agreement.groups.includes(group));
    const through = organizationsIn(this.groupsOf(origin), grouped).filter((org) => org.startsWith(`org ${peer}.`));
    const isThere = (seat: string): boolean => known.has(seat) && !suspended.has(seat) && !suspended.has(homeOf(seat));
    const organizations = [...new Set([...named.organizations, ...through])].filter(isThere).sort();
    const persons = named.persons.filter(isThere).sort();
    return organizations.length + persons.length === 0 ? null : { ...said, organizations, persons };
  }

  /** A forum tells each stream what has become otherwise. */
  sign(origin: number): void {
    const own = this.items.filter((item) => item.origin.forum === origin);
    const peers = [...this.forum(origin).peers.keys()].map(streamTo);
    for (const name of new Set(["public", "community", ...peers, ...this.said.names(origin)])) {
      for (const item of own) {
        const last = this.said.last(origin, name, item.index);
        const show = this.#offer(origin, name, item);
        const statement: Statement = { item: item.index, revision: item.labels.length, show };
        if (show === null ? last !== null && last.show !== null : !same(last, statement))
          this.said.stream(origin, name).push(statement);
      }
    }
  }

  /** Whether a forum is let in by another, and asks it. */
  reaches(forum: number, peer: number): boolean {
    const [here, there] = [this.forum(forum).peers.get(peer), this.forum(peer).peers.get(forum)];
    if (here === undefined || here.paused || there === undefined || there.paused) return false;
    return this.isUp(forum, peer) && here.agreement.direction !== "NONE";
  }

  /** A forum learns who can be named at a peer, and takes what the peer has for it. */
  pull(forum: number, peer: number): void {
    if (!this.reaches(forum, peer)) return;
    this.#learn(forum, peer);
    const [here, there] = [this.forum(forum).peers.get(peer), this.forum(peer).peers.get(forum)];
    if (here === undefined || there === undefined || !receives(here.agreement) || !sends(there.agreement)) return;
    const held = followed(there.agreement, forum);
    for (const origin of this.forums.keys()) {
      if (origin === forum) continue;
      if (this.forum(forum).peers.get(origin)?.paused !== false) continue; // its keys are not believed
      for (const name of this.said.names(origin)) if (held.includes(name)) this.#take(forum, peer, origin, name);
    }
  }

  /** What the origin is told of its item at another forum that reads it directly, when everything has come; null of others. */
  deliveryOf(item: Item, forum: number): "CONFIRMED" | "REFUSED" | "NOT_SENT" | null {
    const origin = item.origin.forum;
    const [here, there] = [this.forum(forum).peers.get(origin), this.forum(origin).peers.get(forum)];
    if (here === undefined || there === undefined || !this.reaches(forum, origin)) return null;
    if (!receives(here.agreement) || !sends(there.agreement)) return null;
    const name = followed(there.agreement, forum).find((one) => this.#offer(origin, one, item) !== null);
    if (name === undefined) return "NOT_SENT";
    const place = this.said.stream(origin, name).findLastIndex((said) => said.item === item.index);
    const arrivals = this.said.arrived(forum, origin, name)[place] ?? [];
    return arrivals.some(({ taken }) => taken) ? "CONFIRMED" : "REFUSED";
  }

  #learn(forum: number, peer: number): void {
    const { known, everKnown } = this.forum(forum);
    const there = this.forum(peer);
    for (const name of known) if (isAt(name, peer)) known.delete(name);
    const orgs = organizationSectors.keys().map((organization): Org => ({ forum: peer, organization }));
    const agreement = there.peers.get(forum)?.agreement;
    const isTold = agreement !== undefined && receives(agreement); // nobody is told of who cannot be written to
    const told = orgs
      .filter((org) => isTold && there.reachable.has(nameOf(org)) && !there.suspended.has(nameOf(org)))
      .toArray();
    const persons = accountHomes.keys().map((account): Person => ({ forum: peer, account }));
    const reached = persons.filter(
      (person) => told.some((org) => nameOf(org) === nameOf(orgOf(person))) && this.works(person),
    );
    for (const seat of [...told, ...reached]) {
      known.add(nameOf(seat));
      everKnown.add(nameOf(seat));
    }
  }

  /** Takes from a peer what lies behind what has come of a stream already, as long as the next is there. */
  #take(forum: number, peer: number, origin: number, name: string): void {
    const agreement = this.forum(forum).peers.get(peer)?.agreement;
    if (agreement === undefined) return;
    const stream = this.said.stream(origin, name);
    const arrived = this.said.arrived(forum, origin, name);
    for (const [place, statement] of stream.entries()) {
      const routes = this.#routes(peer, origin, name, place).filter((route) => !route.includes(forum));
      if (routes.length === 0 && place >= arrived.length) break; // a hole: nothing behind it is believed
      for (const route of routes) {
        const others = (arrived[place] ?? []).filter((arrival) => arrival.route.join() !== route.join());
        const earlier = arrived[place]?.find((arrival) => arrival.route.join() === route.join());
        const taken = earlier?.taken === true || takes(agreement, name, route, statement);
        const passedOn = earlier?.passedOn === true || (taken && passesOn(agreement, name, route));
        arrived[place] = [...others, { route, taken, passedOn }];
        this.#apply(forum, origin, statement.item);
      }
    }
  }

  /** By which forums a statement comes from a peer: from its origin, or as the peer passes it on. */
  #routes(peer: number, origin: number, name: string, place: number): number[][] {
    if (peer === origin) return [[origin]];
    const at = this.said.arrived(peer, origin, name)[place] ?? [];
    return at.filter(({ passedOn }) => passedOn).map(({ route }) => [...route, peer]);
  }

  /** What is shown here of an item of another forum, by all that has come. A relay lasts as long as its address does. */
  #apply(forum: number, origin: number, item: number): void {
    const { copies, relays } = this.forum(forum);
    const before = copies.get(item);
    const after = copyOf(this.said, forum, origin, item);
    if (JSON.stringify(addressIn(before)) !== JSON.stringify(addressIn(after))) relays.delete(item);
    if (after === null) copies.delete(item);
    else copies.set(item, after);
  }

  /** Whoever is at home there can be named no longer. */
  forget(forum: number, peer: number): void {
    const { peers, known } = this.forum(forum);
    peers.delete(peer);
    for (const name of known) if (isAt(name, peer)) known.delete(name);
  }
}

const pairOf = (a: number, b: number): string => `${Math.min(a, b)} ${Math.max(a, b)}`;
const sends = ({ direction }: Agreement): boolean => direction === "SEND" || direction === "BOTH";
const receives = ({ direction }: Agreement): boolean => direction === "RECEIVE" || direction === "BOTH";
const isAt = (name: string, forum: number): boolean => name.split(" ")[1]?.startsWith(`${forum}.`) ?? false;

/** The streams that a forum may follow by an agreement with it. */
function followed({ labels, community }: Agreement, forum: number): string[] {
  return [
    streamTo(forum),
    ...(labels.includes("CLEAR") ? ["public"] : []),
    ...(labels.includes("GREEN") && community ? ["community"] : []),
  ];
}

/** The organisation of a person, by name; an organisation is its own. */
function homeOf(name: string): string {
  const seat = seatOf(name);
  return nameOf("account" in seat ? orgOf(seat) : seat);
}

function same(last: Statement | null, next: Statement): boolean {
  return last !== null && last.revision === next.revision && JSON.stringify(last.show) === JSON.stringify(next.show);
}

function sameAddress(a: Label, b: Label): boolean {
  const text = ({ tlp, organizations, groups, sectors, persons }: Label): string =>
    JSON.stringify([
      tlp,
      organizations.map(nameOf).sort(),
      groups.toSorted((a, b) => a - b),
      [...sectors].sort(),
      persons.map(nameOf).sort(),
    ]);
  return text(a) === text(b);
}

function addressIn(copy: Copy | null | undefined): unknown {
  if (copy === null || copy === undefined) return null;
  const { tlp, toAll, organizations, persons } = copy;
  return [tlp, toAll, organizations, persons];
}
