import { expect, it } from "vitest";
import { noAudience } from "../../domain/label.ts";
import { timerKinds } from "../../domain/timers.ts";
import { charteredGroup } from "../support/chartered.ts";
import { killChild, startChild } from "../support/killed-child.ts";
import { PracticeHands } from "../support/practices.ts";
import type { Person } from "../support/small-forum.ts";
import { range, SmallForum } from "../support/small-forum.ts";

/** 4 in the suite, 200 in the long form. */
const kills = Number(process.env["TOCSIN_TIMER_KILLS"] ?? 4);
/** Between the instants of one turn. */
const stepMs = 10;
const hour = 3_600_000;
const day = 24 * hour;

/** What is to have happened by itself, as `kind subject` in the words of the audit log. */
type Due = { readonly what: string; readonly at: number };

/** A forum whose clock is ahead by as much as it was turned. Nothing runs in it by itself: that is for the servers that are killed. */
class AheadForum {
  aheadMs = 0;
  readonly forum: Promise<SmallForum> = SmallForum.open(undefined, { now: () => new Date(this.now()) });

  now(): number {
    return Date.now() + this.aheadMs;
  }

  /** Turns the clock to an instant, never back. */
  turnTo(instant: number): void {
    this.aheadMs += Math.max(0, instant - this.now());
  }
}

it(
  `whatever happens by itself, a charter's end, a time for comments, a ballot, an adoption, happens exactly once though its server is killed ${kills} times`,
  async () => {
    const clock = new AheadForum();
    await using forum = await clock.forum;
    const scene = new Scene(clock, forum, await forum.person());
    let startMs = 1_000;
    for (const kill of range(kills)) {
      const end = await scene.prepare();
      // a server needs about as long as the one before: some come up before the instants, and some behind
      clock.turnTo(end - startMs);
      const begun = Date.now();
      const server = await startChild("clock-store-main.ts", forum.url, String(clock.aheadMs));
      startMs = Date.now() - begun;
      while (clock.now() < end + (kill % 8) * stepMs) await forum.store.ping();
      await killChild(server);
    }
    clock.turnTo(clock.now() + hour); // what nobody was up for
    await forum.store.runDueTimers();
    const due = scene.due.filter(({ at }) => at <= clock.now()).map(({ what }) => what);
    expect((await scene.done()).toSorted()).toEqual(due.toSorted());
    expect((await scene.told()).toSorted()).toEqual(due.flatMap(toldOf).toSorted());
    expect(await scene.ends()).toEqual(scene.groups.map(() => [["CHARTER", "START", "PAUSE"], "DORMANT"]));
  },
  60_000 + kills * 30_000,
);

const changes = ["COMMENTS_CLOSED", "BALLOT_OPENED", "BALLOT_CLOSED", "REMINDED", "ADOPTION_EXPIRED"] as const;
const changeOf: Readonly<Record<string, string>> = {
  closeComments: "COMMENTS_CLOSED",
  openBallot: "BALLOT_OPENED",
  closeBallot: "BALLOT_CLOSED",
  remindAdopter: "REMINDED",
  expireAdoption: "ADOPTION_EXPIRED",
};

/** What a feed tells of it. The end of a charter stands in the history of its group. */
function toldOf(what: string): string[] {
  const [kind = "", subject = ""] = what.split(" ");
  const change = changeOf[kind];
  return change === undefined ? [] : [`${change} ${subject}`];
}

/** Sets everything up that can happen by itself, so that it comes at about the same moment. */
class Scene {
  readonly due: Due[] = [];
  readonly groups: { readonly groupId: string; readonly chair: Person }[] = [];
  readonly #clock: AheadForum;
  readonly #forum: SmallForum;
  readonly #chair: Person;
  #groupId: string | null = null;

  constructor(clock: AheadForum, forum: SmallForum, chair: Person) {
    this.#clock = clock;
    this.#forum = forum;
    this.#chair = chair;
  }

  /** Says when the first of it comes. */
  async prepare(): Promise<number> {
    const hands = new PracticeHands(this.#forum);
    const chair = this.#chair;
    const work = (this.#groupId ??= await this.#work());
    // The end of a charter is a month from its beginning: all else is set to come right behind it.
    const group = await charteredGroup(this.#forum, { durationMonths: 1 });
    const [status] = await this.#forum.store.as(group.chair.viewer).workingGroups.status([group.groupId]);
    const end = Date.parse(status?.charterEndsAt ?? "");
    this.groups.push(group);
    this.#expect("endCharter", group.groupId, end);
    const at = (step: number): string => new Date(end + step * stepMs).toISOString();
    const practice = await hands.propose(chair, work);
    await hands.move(chair, practice, "WORKING_DRAFT");
    await hands.move(chair, practice, "GROUP_LAST_CALL", { closesAt: at(1) });
    this.#expect("closeComments", practice, end + stepMs);
    this.#clock.turnTo(end - hour);
    const reminded = await this.#declare(practice, 1, end + 30 * day + 2 * stepMs);
    this.#expect("remindAdopter", reminded, end + 2 * stepMs);
    this.#expect("expireAdoption", reminded, end + 30 * day + 2 * stepMs);
    this.#expect("expireAdoption", await this.#declare(practice, 2, end + 3 * stepMs), end + 3 * stepMs);
    const wish = { options: ["Yes", "No"], rule: null, quorumPercent: 0, balanced: null, secret: null };
    const about = { groupId: work, itemId: null, version: null, question: "Now?", wish, zone: "UTC" };
    const time = { opensAt: at(4), closesAt: at(6), idempotencyKey: null };
    const { ballotId } = await this.#forum.store.commit(chair.viewer, "holdBallot", { ...about, ...time });
    this.#expect("openBallot", ballotId, end + 4 * stepMs);
    this.#expect("closeBallot", ballotId, end + 6 * stepMs);
    return end;
  }

  /** What the clock has done, as it stands in the audit log. */
  async done(): Promise<string[]> {
    const entries = await this.#forum.store.audit(1_000_000);
    const byClock = entries.filter(({ action }) => timerKinds.some((kind) => kind === action));
    return byClock.map(({ action, subjectId }) => `${action} ${subjectId}`);
  }

  /** What the chair, who sees all of it, was told. */
  async told(): Promise<string[]> {
    const told: string[] = [];
    for (let after = "beginning", more = true; more;) {
      const reader = this.#forum.store.as(this.#chair.viewer);
      const page = await reader.feedPage({ first: 500, after, filter: { changes } });
      for (const { change, itemId, subjectId } of page.events)
        told.push(`${change} ${change === "COMMENTS_CLOSED" ? itemId : subjectId}`);
      ({ endCursor: after, hasMore: more } = page);
    }
    return told;
  }

  /** How each chartered group came to where it stands. */
  ends(): Promise<unknown[]> {
    return Promise.all(
      this.groups.map(async ({ groupId, chair }) => {
        const reader = this.#forum.store.as(chair.viewer).workingGroups;
        const [[moves = []], [status]] = [await reader.history([groupId]), await reader.status([groupId])];
        return [moves.map(({ move }) => move), status?.state];
      }),
    );
  }

  #expect(kind: string, subject: string, at: number): void {
    this.due.push({ what: `${kind} ${subject}`, at });
  }

  async #declare(itemId: string, version: number, until: number): Promise<string> {
    const validUntil = new Date(until).toISOString();
    const declaration = { level: "FULL", clauses: null, deviations: [], evidence: [], validUntil, note: null } as const;
    const input = { itemId, version, declaration, label: { tlp: "CLEAR", audience: noAudience } as const };
    const idempotencyKey = null;
    const { adoptionId } = await this.#forum.store.commit(this.#chair.viewer, "declareAdoption", {
      ...input,
      idempotencyKey,
    });
    return adoptionId;
  }

  /** A group without a charter, which nothing ends, where the chair works. */
  async #work(): Promise<string> {
    const groupId = await this.#forum.group(this.#chair);
    const steward = await this.#forum.person({ role: "STEWARD" });
    const seat = { groupId, member: { accountId: this.#chair.accountId }, role: "CHAIR", held: true } as const;
    await this.#forum.store.commit(steward.viewer, "setGroupRole", seat);
    return groupId;
  }
}
