/** Who is in which group, as what. It is never changed: each change gives another. */
import type { GroupRole } from "../../../domain/groups.ts";
import type { Person } from "../sight.ts";
import type { Member, Office, Officer, Seat, World } from "./world.ts";
import { cast } from "./world.ts";

function same(a: Member, b: Member): boolean {
  if ("account" in a) return "account" in b && a.account === b.account;
  return "organization" in b && a.organization === b.organization;
}

/** What each role lets its holder do, as the words of the API say it. */
const chairs: readonly GroupRole[] = ["CHAIR", "CO_CHAIR"];
const officers: readonly GroupRole[] = [...chairs, "SECRETARY"];
const voters: readonly GroupRole[] = [...officers, "EDITOR", "MEMBER"];
export const rolesFor = {
  chair: chairs,
  officer: officers,
  editor: [...chairs, "EDITOR"],
  vote: voters,
  speak: [...voters, "LIAISON"],
} as const satisfies Record<string, readonly GroupRole[]>;

export class People {
  readonly world: World;
  readonly seats: readonly Seat[];
  readonly officers: readonly Officer[];

  constructor(world: World, seats: readonly Seat[], holders: readonly Officer[]) {
    this.world = world;
    this.seats = seats;
    this.officers = holders;
  }

  static of(world: World): People {
    const always = world.groups.flatMap((_, group) =>
      [cast.chair, cast.author].map((account) => ({ group, member: { account }, standing: "MEMBER" as const })),
    );
    const chair = world.groups.map((_, group) => ({ group, account: cast.chair, role: "CHAIR" as const }));
    const first = new People(world, [...always, ...world.seats], chair);
    return world.officers.reduce((people, { group, account, role }) => people.give(group, account, role, true), first);
  }

  account(account: number) {
    const found = this.world.accounts[account];
    if (found === undefined) throw new Error(`no account ${account}`);
    return found;
  }

  person(account: number | null): Person {
    if (account === null) return null;
    const { organization, role } = this.account(account);
    const groups = new Set(this.world.groups.flatMap((_, group) => (this.isIn(account, group) ? [group] : [])));
    const sector = this.world.organizations[organization] ?? "COMPANY";
    return { account, organization, sector, role, groups, providers: new Set() };
  }

  /** By itself, or through its organisation. */
  isIn(account: number, group: number): boolean {
    return this.#isSeated(group, { account }) || this.#isSeated(group, { organization: this.#home(account) });
  }

  isInByItself(account: number, group: number): boolean {
    return this.#isSeated(group, { account });
  }

  rolesOf(account: number | null, group: number): GroupRole[] {
    if (account === null || !this.isIn(account, group)) return [];
    const own: readonly Member[] = [{ account }, { organization: this.#home(account) }];
    const standings = this.seats.flatMap((seat) =>
      seat.group === group && own.some((member) => same(member, seat.member)) ? [seat.standing] : [],
    );
    return [...new Set<GroupRole>([...standings, ...this.#offices(account, group)])];
  }

  may(account: number | null, group: number, act: keyof typeof rolesFor): boolean {
    const allowed: readonly GroupRole[] = rolesFor[act];
    return this.rolesOf(account, group).some((role) => allowed.includes(role));
  }

  /** The organisations of whom somebody may vote, and can. */
  votersOf(group: number): number[] {
    const accounts = this.world.accounts.flatMap(({ role }, account) =>
      role !== "READER" && this.may(account, group, "vote") ? [this.#home(account)] : [],
    );
    return [...new Set(accounts)].sort((a, b) => a - b);
  }

  /** Who can chair a group: somebody who does more than read. */
  chairsOf(group: number): number[] {
    return this.officers.flatMap((one) =>
      one.group === group && one.role === "CHAIR" && this.account(one.account).role !== "READER" ? [one.account] : [],
    );
  }

  join(group: number, member: Member): People {
    if (this.#isSeated(group, member)) return this;
    return new People(this.world, [...this.seats, { group, member, standing: "MEMBER" }], this.officers);
  }

  /** Whoever is no longer in it, neither by itself nor through its organisation, loses its offices. */
  leave(group: number, member: Member): People {
    const left = this.seats.filter((seat) => seat.group !== group || !same(seat.member, member));
    const after = new People(this.world, left, this.officers);
    const kept = this.officers.filter((one) => one.group !== group || after.isIn(one.account, group));
    return new People(this.world, left, kept);
  }

  give(group: number, account: number, role: GroupRole, held: boolean): People {
    if (role === "MEMBER" || role === "OBSERVER" || role === "LIAISON") {
      const standing = held ? role : "MEMBER";
      const seats = this.seats.map((seat) =>
        seat.group === group && same(seat.member, { account }) ? { ...seat, standing } : seat,
      );
      return new People(this.world, seats, this.officers);
    }
    const others = this.officers.filter((one) => one.group !== group || one.account !== account || one.role !== role);
    return new People(this.world, this.seats, held ? [...others, { group, account, role }] : others);
  }

  /** The accounts that a change to a member concerns. */
  accountsOf(member: Member): number[] {
    if ("account" in member) return [member.account];
    return this.world.accounts.flatMap(({ organization }, account) =>
      organization === member.organization ? [account] : [],
    );
  }

  homeOf(member: Member): number {
    return "account" in member ? this.#home(member.account) : member.organization;
  }

  /** Whether the directory shows an account to another. */
  lists(account: number, viewer: number | null): boolean {
    if (viewer === null) return false;
    return this.account(account).listed || viewer === account || this.account(viewer).role === "STEWARD";
  }

  #home(account: number): number {
    return this.account(account).organization;
  }

  #offices(account: number, group: number): Office[] {
    return this.officers.flatMap((one) => (one.group === group && one.account === account ? [one.role] : []));
  }

  #isSeated(group: number, member: Member): boolean {
    return this.seats.some((seat) => seat.group === group && same(seat.member, member));
  }
}
