import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { BallotBox, BallotRule, Paper } from "../../domain/ballots.ts";
import { ballotRules, ballotStateAt, checkTerms, isSettled, mayCloseEarly, resultOf } from "../../domain/ballots.ts";
import { ForumError } from "../../domain/errors.ts";
import type { Sector } from "../../domain/vocabulary.ts";
import { sectors } from "../../domain/vocabulary.ts";

/** How many ballots are generated; more with TOCSIN_TEST_BALLOTS. */
const count = Number(process.env["TOCSIN_TEST_BALLOTS"] ?? 10_000);

/** One who may vote: what it has done, option, "abstain", or nothing yet; and whether the chair has answered it. */
type Seat = { readonly sector: Sector; readonly vote: number | "abstain" | "absent"; readonly heard: boolean };
type Held = {
  readonly seats: readonly Seat[];
  readonly rule: BallotRule;
  readonly options: number;
  readonly quorumPercent: number;
  readonly balanced: boolean;
};

/** Seats that are still empty make the naive oracle slow: it goes through everything that they can do. */
const held: fc.Arbitrary<Held> = fc
  .record({
    options: fc.integer({ min: 2, max: 3 }),
    rule: fc.constantFrom(...ballotRules),
    quorumPercent: fc.constantFrom(0, 25, 34, 50, 51, 67, 75, 100),
    balanced: fc.boolean(),
    spread: fc.integer({ min: 1, max: sectors.length }),
    voted: fc.integer({ min: 0, max: 9 }),
    absent: fc.integer({ min: 0, max: 3 }),
    bias: fc.nat({ max: 3 }),
  })
  .chain(({ spread, voted, absent, bias, ...terms }) => {
    const sector = fc.constantFrom(...sectors.slice(0, spread));
    const vote = fc.oneof(
      { weight: 1 + 2 * bias, arbitrary: fc.constant(0) },
      { weight: 2, arbitrary: fc.nat({ max: terms.options - 1 }) },
      { weight: 1, arbitrary: fc.constant("abstain" as const) },
    );
    const seats = fc.tuple(
      fc.array(fc.record({ sector, vote, heard: fc.boolean() }), { minLength: voted, maxLength: voted }),
      fc.array(fc.record({ sector, vote: fc.constant("absent" as const), heard: fc.constant(false) }), {
        minLength: absent,
        maxLength: absent,
      }),
    );
    return seats.map(([present, empty]) => ({ ...terms, seats: [...present, ...empty] }));
  });

function boxOf({ seats, rule, options, quorumPercent, balanced }: Held): BallotBox {
  const papers = seats.flatMap(({ vote, heard }): Paper[] =>
    vote === "absent" ? [] : [{ option: vote === "abstain" ? null : vote, heard }],
  );
  return {
    terms: { rule, quorumPercent, balanced, options: Array.from({ length: options }, (_, at) => `Option ${at}`) },
    voters: seats.map(({ sector, vote }) => ({ sector, voted: vote !== "absent" })),
    papers,
  };
}

/** The rules of ballots once more, in the words of a meeting: hands are counted seat by seat. Nothing of the product is in it. */
function winnerByHand({ seats, rule, options, quorumPercent, balanced }: Held): string {
  const present = seats.filter(({ vote }) => vote !== "absent");
  if (present.length === 0) return "NO_QUORUM";
  if (present.length / seats.length < quorumPercent / 100 - 1e-9) return "NO_QUORUM";
  if (balanced) {
    for (const { sector } of present) {
      const together = present.filter((seat) => seat.sector === sector).length;
      if (together > present.length - together) return "UNBALANCED";
    }
  }
  const hands = present.filter(({ vote }) => vote !== "abstain");
  for (let option = 0; option < options; option++) {
    const yes = hands.filter(({ vote }) => vote === option);
    const no = hands.filter(({ vote }) => vote !== option);
    const wins = rule === "TWO_THIRDS_MAJORITY" ? yes.length >= 2 * no.length : yes.length > no.length;
    if (!wins || yes.length === 0) continue;
    if (rule === "CONSENSUS" && no.some(({ heard }) => !heard)) return "OBJECTIONS_UNHEARD";
    return `option ${option}`;
  }
  return "NO_MAJORITY";
}

/** Every way in which a ballot can still go on: who is absent votes for anything or stays away, and any objection is heard or not. */
function* endings(ballot: Held, from = 0): Generator<Held> {
  const seat = ballot.seats[from];
  if (seat === undefined) {
    yield ballot;
    return;
  }
  const votes =
    seat.vote === "absent" ? ["absent" as const, "abstain" as const, ...Array(ballot.options).keys()] : [seat.vote];
  for (const vote of votes) {
    const hearings =
      ballot.rule === "CONSENSUS" && typeof vote === "number" && !seat.heard ? [false, true] : [seat.heard];
    for (const heard of hearings) {
      const seats = ballot.seats.with(from, { ...seat, vote, heard });
      yield* endings({ ...ballot, seats }, from + 1);
    }
  }
}

/** The winner, or none: why there is none may still change. */
const decisionOf = (text: string): string => (text.startsWith("option") ? text : "none");

function isSettledByHand(ballot: Held): boolean {
  const now = decisionOf(winnerByHand(ballot));
  for (const ending of endings(ballot)) if (decisionOf(winnerByHand(ending)) !== now) return false;
  return true;
}

describe(`${count} generated ballots`, () => {
  test("are counted as a meeting counts them by hand", () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(held, (ballot) => {
        const { outcome, winner, ...counted } = resultOf(boxOf(ballot));
        const expected = winnerByHand(ballot);
        expect(winner === null ? outcome : `option ${winner}`).toBe(expected);
        expect(outcome === "DECIDED").toBe(winner !== null);
        const present = ballot.seats.filter(({ vote }) => vote !== "absent").length;
        expect([counted.eligible, counted.voted]).toEqual([ballot.seats.length, present]);
        expect(counted.votes.reduce((a, b) => a + b, counted.abstained)).toBe(present);
        seen.set(expected, (seen.get(expected) ?? 0) + 1);
      }),
      { numRuns: count },
    );
    for (const outcome of ["NO_QUORUM", "UNBALANCED", "NO_MAJORITY", "OBJECTIONS_UNHEARD", "option 0", "option 1"])
      expect(seen.get(outcome), outcome).toBeGreaterThan(count / 200);
  });

  test("are settled exactly when no way of going on changes the decision", { timeout: 300_000 }, () => {
    let settled = 0;
    fc.assert(
      fc.property(held, (ballot) => {
        // every unheard objection doubles the endings
        fc.pre(ballot.rule !== "CONSENSUS" || ballot.seats.filter(({ heard }) => !heard).length <= 5);
        const expected = isSettledByHand(ballot);
        expect(isSettled(boxOf(ballot))).toBe(expected);
        if (expected) settled += 1;
      }),
      { numRuns: count },
    );
    expect(settled).toBeGreaterThan(count / 20);
  });

  test("come to the same in whatever order the votes came", () => {
    fc.assert(
      fc.property(held, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (ballot, luck) => {
        const mixed = ballot.seats
          .map((seat) => ({ seat, place: luck.next().value ?? 0 }))
          .sort((a, b) => a.place - b.place)
          .map(({ seat }) => seat);
        expect(resultOf(boxOf({ ...ballot, seats: mixed }))).toEqual(resultOf(boxOf(ballot)));
      }),
      { numRuns: Math.min(count, 1_000) },
    );
  });
});

describe("a ballot", () => {
  const seat = (vote: Seat["vote"], sector: Sector = "COMPANY"): Seat => ({ sector, vote, heard: false });
  const plain = { rule: "SIMPLE_MAJORITY", options: 2, quorumPercent: 0, balanced: false } as const;

  test("is not closed early in secret before everybody has voted, however certain it is", () => {
    const box = boxOf({ ...plain, seats: [seat(0), seat(0), seat("absent")] });
    expect([mayCloseEarly(box, false), mayCloseEarly(box, true)]).toEqual([true, false]);
    expect(mayCloseEarly(boxOf({ ...plain, seats: [seat(0), seat(1)] }), true)).toBe(true);
  });

  test("opens with its first instant and is closed at its last, whether it has been counted or not", () => {
    const ballot = { opensAt: "2026-01-02", closesAt: "2026-01-04", closedAt: null };
    const states = ["2026-01-01", "2026-01-02", "2026-01-03", "2026-01-04"].map((now) => ballotStateAt(ballot, now));
    expect(states).toEqual(["SCHEDULED", "OPEN", "OPEN", "CLOSED"]);
  });

  const now = "2026-11-25T12:00:00.000Z";
  const terms = {
    options: ["Yes", "No"],
    rule: "SIMPLE_MAJORITY",
    quorumPercent: 50,
    balanced: false,
    secret: false,
  } as const;
  const time = { opensAt: null, closesAt: "2026-12-01T12:00:00.000Z", zone: "Europe/Paris" };
  test.each([
    ["options", { ...terms, options: ["Yes"] }, time],
    ["options", { ...terms, options: ["Yes", "yes "] }, time],
    ["quorumPercent", { ...terms, quorumPercent: 101 }, time],
    ["rule", { ...terms, rule: "CONSENSUS" as const, secret: true }, time],
    ["opensAt", terms, { ...time, opensAt: "2026-11-24T12:00:00.000Z" }],
    ["closesAt", terms, { ...time, closesAt: now }],
    ["zone", terms, { ...time, zone: "Europe/Nowhere" }],
  ])("whose %s cannot be is refused", (field, bad, when) => {
    expect(() => checkTerms(terms, time, now)).not.toThrow();
    try {
      checkTerms(bad, when, now);
    } catch (error) {
      expect(error).toBeInstanceOf(ForumError);
      expect(error).toMatchObject({ code: "BAD_USER_INPUT", field });
      return;
    }
    throw new Error("it was taken");
  });
});
