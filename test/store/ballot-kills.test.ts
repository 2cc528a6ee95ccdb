import { expect, it } from "vitest";
import type { BallotView } from "../../domain/ballot-view.ts";
import { ForumError } from "../../domain/errors.ts";
import { killChild, startChild } from "../support/killed-child.ts";
import type { Person } from "../support/small-forum.ts";
import { range, SmallForum } from "../support/small-forum.ts";

/** 4 in the suite, 200 in the long form. */
const kills = Number(process.env["TOCSIN_BALLOT_KILLS"] ?? 4);
const ballotsAKill = 8;

it(
  `ballots that end while their server is killed ${kills} times are each closed exactly once, with every vote that was answered`,
  async () => {
    await using forum = await SmallForum.open();
    const [chair, steward, voter] = [
      await forum.person(),
      await forum.person({ role: "STEWARD" }),
      await forum.person(),
    ];
    const groupId = await forum.group(chair, voter);
    const seat = { groupId, member: { accountId: chair.accountId }, role: "CHAIR", held: true } as const;
    await forum.store.commit(steward.viewer, "setGroupRole", seat);
    const answered = new Map<string, number>();
    for (const kill of range(kills)) {
      const server = await startChild("clock-store-main.ts", forum.url);
      const ends: number[] = [];
      for (const at of range(ballotsAKill)) {
        const [ballotId, closes] = await hold(forum, chair, groupId, at % 2 === 0);
        ends.push(closes);
        answered.set(ballotId, 0);
        await vote(forum, voter, ballotId).then(
          () => answered.set(ballotId, 1),
          () => undefined, // it came too late
        );
      }
      await until(forum, ends[kill % ballotsAKill] ?? 0);
      await killChild(server);
    }
    while ((await forum.store.runDueTimers()) !== null); // what nobody was up for, and the last within moments
    const ids = [...answered.keys()];
    const ballots = await forum.store.as(voter.viewer).ballots.byIds(ids);
    expect(ballots.map((ballot) => plain(ballot))).toEqual(
      ids.map((id) => ({ id, state: "CLOSED", voted: answered.get(id), votes: [answered.get(id), 0] })),
    );
    const changes = ["BALLOT_OPENED", "BALLOT_CLOSED"] as const;
    const told: string[] = [];
    for (let after = "beginning", more = true; more;) {
      const page = await forum.store.as(voter.viewer).feedPage({ first: 500, after, filter: { changes } });
      told.push(...page.events.map(({ change, subjectId }) => `${change} ${subjectId}`));
      ({ endCursor: after, hasMore: more } = page);
    }
    expect(told.toSorted()).toEqual(changes.flatMap((change) => ids.map((id) => `${change} ${id}`)).toSorted());
  },
  60_000 + kills * 20_000,
);

function plain(ballot: BallotView | null) {
  return ballot && { id: ballot.id, state: ballot.state, voted: ballot.result?.voted, votes: ballot.result?.votes };
}

/** Holds a ballot that ends in a moment, and says when. On a slow machine the moment is longer. */
async function hold(forum: SmallForum, chair: Person, groupId: string, secret: boolean): Promise<[string, number]> {
  for (let momentMs = 300; ; momentMs *= 2) {
    const end = Date.now() + momentMs;
    const input = {
      groupId,
      itemId: null,
      version: null,
      question: "Now?",
      wish: { options: ["Yes", "No"], rule: null, quorumPercent: 0, balanced: null, secret },
      opensAt: null,
      closesAt: new Date(end).toISOString(),
      zone: "UTC",
      idempotencyKey: null,
    };
    try {
      return [(await forum.store.commit(chair.viewer, "holdBallot", input)).ballotId, end];
    } catch (error) {
      if (!(error instanceof ForumError && error.field === "closesAt")) throw error;
    }
  }
}

function vote(forum: SmallForum, voter: Person, ballotId: string): Promise<unknown> {
  return forum.store.commit(voter.viewer, "castVote", { ballotId, option: 0, reason: null });
}

async function until(forum: SmallForum, instant: number): Promise<void> {
  while (Date.now() < instant) await forum.store.ping();
}
