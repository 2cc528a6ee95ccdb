/**
 * What a forum knows of its groups, done again in the most naive way: lists that are gone through from end to end. Written from the
 * READMEs and the words of the API, so that it can disagree with the product. It imports words of it, and no decision.
 */
import type { FeedChange, Stage } from "../../../domain/vocabulary.ts";
import type { Address, Person } from "../sight.ts";
import { countOf } from "./count.ts";
import { found, Memory } from "./memory.ts";
import type { Ballot, Comment, Decision, Meeting, Practice, Rule, Subject } from "./state.ts";
import { ruleOf } from "./ways.ts";
import type { Act, Label, Step } from "./world.ts";
import { dayMs, minuteMs, said } from "./world.ts";

export class Oracle extends Memory {
  /** Turns the clock. What is due happens. */
  turnTo(now: number): void {
    this.now = now;
    for (const ballot of this.ballots) {
      if (ballot.voters === null && ballot.opensAt <= this.at) this.#open(ballot);
      if (ballot.closedAt === null && ballot.closesAt <= this.at) this.#count(ballot);
    }
    for (const practice of this.practices) {
      const { process } = practice;
      if (process === null || process.closed || process.closesAt === null || process.closesAt > this.at) continue;
      process.closed = true;
      const one = this.decisions.findLast((decision) => decision.practice === practice);
      if (one !== undefined) this.#tell("COMMENTS_CLOSED", { kind: "decision", one }, process.group);
    }
  }

  /** Takes over a step that was done. `id` is that of what it made. */
  apply({ by, act, place }: Step, id: string): void {
    if (act.type === "visit") return this.#visit(act, place, id);
    if (by === null) throw new Error("a visitor does nothing but comment");
    switch (act.type) {
      case "publish":
        return this.#publish(by, act.label, id);
      case "propose":
        return this.#propose(by, act, id);
      case "relabel":
        return this.#relabel(by, this.practice(act.practice), act.label);
      case "withdraw": {
        const practice = this.practice(act.practice);
        practice.withdrawn = true;
        return this.#tellItem("withdraw", practice, practice.address);
      }
      case "move":
        return this.#move(by, act, place, id);
      case "comment":
        return this.#comment(by, act, place, id);
      case "moderate": {
        const one = this.comment(act.comment);
        one.door = act.letIn ? "IN" : "REFUSED";
        if (!act.letIn) return;
        one.address = one.practice.address;
        return this.#tellComment("COMMENTED", one);
      }
      case "dispose": {
        const one = this.comment(act.comment);
        one.disposition = act.disposition;
        one.answers.push({
          disposition: act.disposition,
          reason: act.reason ? said(place, "answer") : null,
          at: this.at,
        });
        return this.#tellComment("COMMENT_DISPOSED", one);
      }
      case "object": {
        const one = this.comment(act.comment);
        Object.assign(one, { disposition: "OPEN", objection: said(place, "objection"), objectedAt: this.at });
        return this.#tellComment("COMMENTED", one);
      }
      case "withdrawComment": {
        const one = this.comment(act.comment);
        one.disposition = "WITHDRAWN";
        return this.#tellComment("COMMENT_DISPOSED", one);
      }
      case "hold":
        return this.#hold(act, place, id);
      case "vote":
        return this.#vote(by, act, place);
      case "hear": {
        const paper = this.ballot(act.ballot).papers.find(({ organization }) => organization === act.organization);
        Object.assign(paper ?? {}, { heardAs: said(place, "heard"), heardAt: this.at });
        return;
      }
      case "close":
        return this.#count(this.ballot(act.ballot));
      case "call":
        return this.#call(act, place, id);
      case "change":
        return this.#changeMeeting(this.meeting(act.meeting), { title: said(place, "title") });
      case "cancel":
        return this.#changeMeeting(this.meeting(act.meeting), { state: "CANCELLED" });
      case "record":
        return this.#changeMeeting(this.meeting(act.meeting), {
          state: "HELD",
          record: {
            minutes: said(place, "minutes"),
            decision: said(place, "decided"),
            action: said(place, "action"),
            owner: act.owner,
          },
        });
      case "attend": {
        this.meeting(act.meeting).present = [...new Set(act.present)];
        return;
      }
      case "join":
      case "leave":
        return this.#seat(act);
      case "role":
        this.people = this.people.give(act.group, act.account, act.role, act.held);
        return this.#tell(
          "GROUP_CHANGED",
          { kind: "group", one: { index: act.group, id: this.groupIds[act.group] ?? "" } },
          act.group,
        );
    }
  }

  #publish(by: number, label: Label, id: string): void {
    const { organization: origin } = this.people.account(by);
    const address = addressOf(label, origin, [by]);
    const practice: Practice = {
      index: this.practices.length,
      id,
      origin,
      writer: by,
      label,
      address,
      revision: 1,
      withdrawn: false,
      process: null,
      versions: [],
    };
    this.practices.push(practice);
    this.#tellItem("publish", practice, null);
  }

  #relabel(by: number, practice: Practice, label: Label): void {
    const before = practice.address;
    const address = addressOf(label, practice.origin, [...new Set([practice.writer, by])]);
    Object.assign(practice, { label, address, revision: practice.revision + 1 });
    this.#tellItem("revise", practice, before);
  }

  #propose(by: number, { practice: index, group }: Act & { type: "propose" }, id: string): void {
    const practice = this.practice(index);
    practice.process = {
      group,
      stage: "PROPOSAL",
      version: 0,
      adoptedVersion: null,
      since: this.at,
      closesAt: null,
      closed: false,
    };
    this.#decide(by, practice, { id, from: null, to: "PROPOSAL", rule: "PROPOSE", reason: null, closesAt: null });
  }

  #move(by: number, { practice: index, to, days, reason }: Act & { type: "move" }, place: number, id: string): void {
    const practice = this.practice(index);
    const { stage: from } = found(practice.process ?? undefined);
    this.#decide(by, practice, {
      id,
      from,
      to,
      rule: found(ruleOf(from, to) ?? undefined),
      reason: reason ? said(place, "why") : null,
      closesAt: days === null ? null : closingAfter(this.now, days, place),
    });
  }

  /** Each move freezes a version and leaves a record. */
  #decide(
    by: number,
    practice: Practice,
    decided: { id: string; from: Stage | null; to: Stage; rule: Rule; reason: string | null; closesAt: string | null },
  ): void {
    const process = found(practice.process ?? undefined);
    const { to, rule, closesAt } = decided;
    const ballot =
      rule === "ADOPT"
        ? this.ballots
            .filter((one) => one.practice === practice && one.version === process.version && one.result?.winner === 0)
            .sort((a, b) => (`${a.closedAt} ${a.id}` < `${b.closedAt} ${b.id}` ? -1 : 1))[0]
        : undefined;
    const version = process.version + 1;
    const adoptedVersion = to === "ADOPTED" ? version : process.adoptedVersion;
    practice.process = { ...process, stage: to, version, adoptedVersion, since: this.at, closesAt, closed: false };
    const { revision, address, label } = practice;
    practice.versions.push({ version, stage: to, at: this.at, revision, tlp: label.tlp, address });
    const one: Decision = {
      index: this.decisions.length,
      practice,
      address,
      version,
      at: this.at,
      account: by,
      ballot: ballot ?? null,
      objections: this.comments.filter((comment) => comment.practice === practice && stands(comment)).sort(byTime),
      ...decided,
    };
    this.decisions.push(one);
    this.#tell("STAGE_CHANGED", { kind: "decision", one }, process.group);
  }

  #comment(by: number, { practice: index, sort, clause }: Act & { type: "comment" }, place: number, id: string): void {
    const practice = this.practice(index);
    const one = this.#newComment(practice, { id, sort, clause, place, account: by, visitorName: null });
    this.#tellComment("COMMENTED", one);
  }

  #visit({ practice: index, named }: Act & { type: "visit" }, place: number, id: string): void {
    const visitorName = named ? said(place, "name") : null;
    const wish = { id, sort: "OBJECTION" as const, clause: null, place, account: null, visitorName };
    this.#newComment(this.practice(index), wish);
  }

  #newComment(
    practice: Practice,
    {
      place,
      ...made
    }: Pick<Comment, "id" | "sort" | "clause" | "account" | "visitorName"> & { readonly place: number },
  ): Comment {
    const isMembers = made.account !== null;
    const one: Comment = {
      index: this.comments.length,
      practice,
      version: practice.process?.version ?? 0,
      text: said(place, "text"),
      at: this.at,
      door: isMembers ? "IN" : "WAITING",
      address: isMembers ? practice.address : null,
      disposition: "OPEN",
      objection: null,
      objectedAt: null,
      answers: [],
      ...made,
    };
    this.comments.push(one);
    return one;
  }

  #hold({ group, practice, options, wish, opensIn, lasts }: Act & { type: "hold" }, place: number, id: string): void {
    const about = practice === null ? null : this.practice(practice);
    const opens = this.now + (opensIn ?? 0) * minuteMs + (opensIn === null ? 0 : place);
    const one: Ballot = {
      index: this.ballots.length,
      id,
      group,
      practice: about,
      version: about?.process?.version ?? null,
      question: said(place, "question"),
      options: optionsOf(options, place),
      terms: this.termsOf(group, wish),
      opensAt: new Date(opens).toISOString(),
      closesAt: new Date(opens + lasts * minuteMs + place).toISOString(),
      voters: null,
      papers: [],
      closedAt: null,
      result: null,
    };
    this.ballots.push(one);
    if (opensIn === null) this.#open(one);
    else this.#tell("BALLOT_ANNOUNCED", { kind: "ballot", one }, group);
  }

  /** Who may vote is written down when a ballot opens. */
  #open(one: Ballot): void {
    one.voters = this.people.votersOf(one.group).map((organization) => ({
      organization,
      sector: this.world.organizations[organization] ?? "COMPANY",
      voted: false,
    }));
    this.#tell("BALLOT_OPENED", { kind: "ballot", one }, one.group);
  }

  #vote(by: number, { ballot: index, option, reason, words }: Act & { type: "vote" }, place: number): void {
    const one = this.ballot(index);
    const { organization } = this.people.account(by);
    one.voters = (one.voters ?? []).map((voter) =>
      voter.organization === organization ? { ...voter, voted: true } : voter,
    );
    const paper = { organization, option, reason: reason ? said(words ?? place, "vote") : null, at: this.at };
    one.papers.push({ ...paper, heardAs: null, heardAt: null });
  }

  #count(one: Ballot): void {
    one.closedAt = this.at;
    one.result = countOf(boxOf(one));
    this.#tell("BALLOT_CLOSED", { kind: "ballot", one }, one.group);
  }

  #call({ group, rule, startsIn, lasts }: Act & { type: "call" }, place: number, id: string): void {
    const starts = this.now + startsIn * minuteMs;
    const one: Meeting = {
      index: this.meetings.length,
      id,
      group,
      title: said(place, "title"),
      place: said(place, "place"),
      agenda: said(place, "agenda"),
      startsAt: new Date(starts).toISOString(),
      endsAt: new Date(starts + lasts * minuteMs).toISOString(),
      rule: rule ?? this.world.groups[group]?.meetingRule ?? "ATTRIBUTED",
      state: "CALLED",
      record: null,
      present: [],
    };
    this.meetings.push(one);
    this.#tell("MEETING_CHANGED", { kind: "meeting", one }, group);
  }

  #changeMeeting(one: Meeting, changes: Partial<Meeting>): void {
    Object.assign(one, changes);
    this.#tell("MEETING_CHANGED", { kind: "meeting", one }, one.group);
  }

  #seat({ type, group, member }: Act & { type: "join" | "leave" }): void {
    const before = this.people;
    const after = type === "join" ? before.join(group, member) : before.leave(group, member);
    if (after.seats.length === before.seats.length) return;
    this.story.push({ type: "rights", at: this.at, people: this.#everybody(), accounts: before.accountsOf(member) });
    this.people = after;
  }

  #everybody(): Person[] {
    return this.world.accounts.map((_, account) => this.person(account));
  }

  #tell(change: FeedChange, subject: Subject, group: number): void {
    this.story.push({ type: "activity", at: this.at, people: this.#everybody(), change, subject, group });
  }

  #tellComment(change: "COMMENTED" | "COMMENT_DISPOSED", one: Comment): void {
    this.#tell(change, { kind: "comment", one }, one.practice.process?.group ?? -1);
  }

  #tellItem(act: "publish" | "revise" | "withdraw", practice: Practice, before: Address | null): void {
    const people = this.#everybody();
    this.story.push({ type: "item", at: this.at, people, act, practice, before, after: practice.address });
  }
}

export function addressOf({ tlp, audience }: Label, origin: number, authors: readonly number[]): Address {
  return { draft: false, tlp, audience, origin, authors, passed: [] };
}

export function boxOf({ terms, options, voters, papers }: Ballot) {
  const counted = papers.map(({ option, heardAt }) => ({ option, heard: heardAt !== null }));
  return { terms, options: options.length, voters: voters ?? [], papers: counted };
}

export function optionsOf(count: number, place: number): string[] {
  return Array.from({ length: count }, (_, at) => `${said(place, "option")}${at}`);
}

/** The end of a time for comments. No two things are due at the same instant, so that their order is known. */
export function closingAfter(now: number, days: number, place: number): string {
  return new Date(now + days * dayMs + place).toISOString();
}

/** An objection, or an answer that was objected to, that was not met. */
function stands({ sort, objection, disposition }: Comment): boolean {
  return (sort === "OBJECTION" || objection !== null) && (disposition === "REJECTED" || disposition === "DEFERRED");
}

export function byTime(a: { at: string; id: string }, b: { at: string; id: string }): number {
  return `${a.at} ${a.id}` < `${b.at} ${b.id}` ? -1 : 1;
}
