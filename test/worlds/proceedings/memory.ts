/** What there is in a world at a moment, and who sees what of it. */
import type { Person } from "../sight.ts";
import { entitled } from "../sight.ts";
import { People } from "./people.ts";
import type { Ballot, Comment, Decision, Happening, Meeting, Practice, Subject } from "./state.ts";
import type { Act, Terms, World } from "./world.ts";
import { worldBegin } from "./world.ts";

/** As a group without a charter decides, and as one with a charter does where a ballot says nothing else. */
const plainTerms: Terms = { rule: "SIMPLE_MAJORITY", quorumPercent: 50, balanced: false, secret: false };

export class Memory {
  readonly world: World;
  readonly practices: Practice[] = [];
  readonly comments: Comment[] = [];
  readonly decisions: Decision[] = [];
  readonly ballots: Ballot[] = [];
  readonly meetings: Meeting[] = [];
  readonly story: Happening[] = [];
  readonly groupIds: readonly string[];
  people: People;
  now: number = worldBegin;

  constructor(world: World, groupIds: readonly string[]) {
    this.world = world;
    this.groupIds = groupIds;
    this.people = People.of(world);
  }

  get at(): string {
    return new Date(this.now).toISOString();
  }

  person(account: number | null): Person {
    return this.people.person(account);
  }

  sees(person: Person, practice: Practice): boolean {
    return entitled(person, practice.address);
  }

  /** What hangs on a practice goes no further than the practice; what is of a group stays in it. */
  seesSubject(person: Person, subject: Subject): boolean {
    switch (subject.kind) {
      case "comment":
      case "decision": {
        const { address, practice } = subject.one;
        return address !== null && entitled(person, address) && this.sees(person, practice);
      }
      case "ballot": {
        const { group, practice } = subject.one;
        return this.isIn(person, group) && (practice === null || this.sees(person, practice));
      }
      case "meeting":
        return this.isIn(person, subject.one.group);
      case "group":
        return person !== null;
    }
  }

  isIn(person: Person, group: number): boolean {
    return person?.groups.has(group) ?? false;
  }

  /** Whether comments of visitors that wait are shown. */
  moderates(person: Person, { process, ...practice }: Practice): boolean {
    if (person === null || process === null || !entitled(person, practice.address)) return false;
    return this.people.may(person.account, process.group, "editor");
  }

  seesAttendance(person: Person, { group, rule }: Meeting): boolean {
    if (person === null || !person.groups.has(group)) return false;
    return rule === "ATTRIBUTED" || this.people.may(person.account, group, "chair");
  }

  stateOf({ opensAt, closesAt, closedAt }: Ballot): "SCHEDULED" | "OPEN" | "CLOSED" {
    if (closedAt !== null || this.at >= closesAt) return "CLOSED";
    return this.at < opensAt ? "SCHEDULED" : "OPEN";
  }

  /** A ballot of a group is decided as its charter lays down, or as is wished where there is none. */
  termsOf(group: number, wish: Partial<Terms>): Terms {
    return { ...(this.world.groups[group]?.decision ?? plainTerms), ...wish };
  }

  /** The comments on a practice that have no answer, as far as somebody sees them. */
  unanswered(person: Person, practice: Practice): Comment[] {
    return this.comments.filter(
      (one) =>
        one.practice === practice && one.disposition === "OPEN" && this.seesSubject(person, { kind: "comment", one }),
    );
  }

  /** What a writer has read of the practice that it writes about. */
  knownOf(act: Act): { readonly revision: number; readonly version: number } {
    const practice = "practice" in act && act.practice !== null ? this.practices[act.practice] : undefined;
    return { revision: practice?.revision ?? 1, version: practice?.process?.version ?? 1 };
  }

  /** The instants at which something happens by itself, the next first. */
  due(): string[] {
    const ballots = this.ballots.flatMap(({ opensAt, closesAt, voters, closedAt }) => [
      ...(voters === null ? [opensAt] : []),
      ...(closedAt === null ? [closesAt] : []),
    ]);
    const comments = this.practices.flatMap(({ process }) =>
      process === null || process.closed || process.closesAt === null ? [] : [process.closesAt],
    );
    return [...ballots, ...comments].sort();
  }

  practice(index: number): Practice {
    return found(this.practices[index]);
  }
  comment(index: number): Comment {
    return found(this.comments[index]);
  }
  ballot(index: number): Ballot {
    return found(this.ballots[index]);
  }
  meeting(index: number): Meeting {
    return found(this.meetings[index]);
  }
}

/** What the story says that is there. */
export function found<T>(one: T | undefined): T {
  if (one === undefined) throw new Error("the story tells of something that is not there");
  return one;
}
