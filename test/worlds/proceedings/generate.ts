import fc from "fast-check";
import { ballotRules } from "../../../domain/ballots.ts";
import { groupRoles, standings } from "../../../domain/groups.ts";
import type { Stage } from "../../../domain/vocabulary.ts";
import type { Audience, Role, Sector } from "../world.ts";
import type { Questions } from "./compare.ts";
import type { Charter, FeedWish, Label, Member, Office, Officer, PlannedStep, Seat, World } from "./world.ts";
import { cast, dayMs, groupCount, homes, minuteMs, organizationCount } from "./world.ts";

const sectors = ["COMPANY", "GOVERNMENT", "ACADEMIA", "CIVIL_SOCIETY"] as const satisfies readonly Sector[];
const commentTypes = ["GENERAL", "TECHNICAL", "EDITORIAL", "OBJECTION"] as const;
const stages = [
  "PROPOSAL",
  "WORKING_DRAFT",
  "GROUP_LAST_CALL",
  "PUBLIC_COMMENT",
  "CANDIDATE",
  "ADOPTED",
  "DISCONTINUED",
] as const satisfies readonly Stage[];
const offices = ["CO_CHAIR", "SECRETARY", "EDITOR"] as const satisfies readonly Office[];
/** What the worlds make happen. */
const changes = [
  "STAGE_CHANGED",
  "COMMENTED",
  "COMMENT_DISPOSED",
  "COMMENTS_CLOSED",
  "BALLOT_ANNOUNCED",
  "BALLOT_OPENED",
  "BALLOT_CLOSED",
  "MEETING_CHANGED",
  "SUBJECT_HIDDEN",
  "GROUP_CHANGED",
  "PUBLISHED",
  "REVISED",
  "WITHDRAWN",
  "HIDDEN",
] as const;

const index = fc.nat({ max: 11 });
/** Nobody is of the steward's own organisation, which it cannot let in. */
const organization = fc.nat({ max: organizationCount - 2 });
/** Besides those who are in every world: one who only looks on at first, one who is nowhere at first, and whoever else. */
const others = 5;
const accountCount = Object.keys(cast).length + others;
const [onlooker, outsider] = [Object.keys(cast).length, Object.keys(cast).length + 1];
const outside = organizationCount - 2;
const account = fc.nat({ max: accountCount - 1 });
const group = fc.nat({ max: groupCount - 1 });
const oneIn = (count: number): fc.Arbitrary<boolean> => fc.nat({ max: count - 1 }).map((n) => n === 0);

const nobody: Audience = { organizations: [], groups: [], sectors: [], accounts: [] };
const label = (audience: Partial<Audience>, tlp: Label["tlp"]): Omit<Label, "attribution"> => ({
  tlp,
  audience: { ...nobody, ...audience },
});
const organizations = fc.uniqueArray(organization, { minLength: 1, maxLength: 2 });
const groups = fc.uniqueArray(group, { minLength: 1, maxLength: 2 });
const attribution = oneIn(4).map((withheld) => (withheld ? ("ANONYMOUS" as const) : ("ORGANIZATION" as const)));
const withAttribution = (one: fc.Arbitrary<Omit<Label, "attribution">>): fc.Arbitrary<Label> =>
  fc.tuple(one, attribution).map(([rest, shown]) => ({ ...rest, attribution: shown }));

/** A label under which every group can work on a practice. */
const openLabel = withAttribution(
  fc.oneof(
    { weight: 4, arbitrary: fc.constant(label({}, "CLEAR")) },
    { weight: 2, arbitrary: fc.constant(label({}, "GREEN")) },
    organizations.map((named) => label({ groups: [0, 1], organizations: named }, "AMBER")),
    fc.constant(label({ groups: [0, 1] }, "AMBER_STRICT")),
    fc.constant(label({ groups: [0, 1] }, "GREEN")),
  ),
);
const anyLabel = withAttribution(
  fc.oneof(
    { weight: 3, arbitrary: fc.constant(label({}, "CLEAR")) },
    { weight: 3, arbitrary: fc.constant(label({}, "GREEN")) },
    { weight: 2, arbitrary: groups.map((named) => label({ groups: named }, "AMBER")) },
    { weight: 1, arbitrary: organizations.map((named) => label({ organizations: named }, "AMBER")) },
    { weight: 1, arbitrary: organizations.map((named) => label({ organizations: named }, "GREEN")) },
    { weight: 1, arbitrary: fc.constantFrom(...sectors).map((one) => label({ sectors: [one] }, "AMBER_STRICT")) },
    { weight: 1, arbitrary: fc.constant(label({ accounts: [cast.chair, cast.author] }, "RED")) },
  ),
);

const terms = fc
  .record({
    rule: fc.constantFrom(...ballotRules),
    quorumPercent: fc.constantFrom(0, 34, 50, 100),
    balanced: oneIn(3),
    secret: fc.boolean(),
  })
  .map((one) => (one.rule === "CONSENSUS" ? { ...one, secret: false } : one));
const charter: fc.Arbitrary<Charter | null> = fc.oneof(
  fc.constant(null),
  fc.record({ decision: terms, meetingRule: fc.constantFrom("ATTRIBUTED" as const, "CHATHAM_HOUSE" as const) }),
);

const practice = index;
const comment = index;
const ballot = index;
const meeting = index;
const type = <T extends string>(word: T): fc.Arbitrary<T> => fc.constant(word);
const minutes = fc.constantFrom(20, 90, 600, 3_000, 20_000);
/** Mostly those who may; at times somebody, so that much is refused. */
const by = fc.oneof(
  { weight: 12, arbitrary: account.map((able) => ({ able })) },
  { weight: 5, arbitrary: account.filter((who) => who !== cast.guest) },
  { weight: 1, arbitrary: fc.constant(null) },
);

const hold = fc.record({
  type: type("hold"),
  group,
  practice: fc.option(practice),
  options: fc.constantFrom(2, 2, 3),
  wish: fc.oneof(
    { weight: 3, arbitrary: fc.boolean().map((secret) => ({ secret })) },
    { weight: 1, arbitrary: fc.record({ rule: fc.constantFrom(...ballotRules), balanced: fc.boolean() }) },
    { weight: 1, arbitrary: fc.constant({}) },
  ),
  insists: oneIn(6),
  opensIn: fc.option(fc.constantFrom(5, 60, 2_000), { freq: 2 }),
  lasts: minutes,
});
const call = fc.record({
  type: type("call"),
  group,
  rule: fc.constantFrom(null, null, "CHATHAM_HOUSE" as const, "ATTRIBUTED" as const),
  startsIn: fc.constantFrom(1, 30, 300),
  lasts: fc.constantFrom(30, 60, 10_000),
});
const member: fc.Arbitrary<Member> = fc.oneof(
  { weight: 5, arbitrary: account.filter((one) => one !== cast.steward).map((one) => ({ account: one })) },
  { weight: 1, arbitrary: organization.map((one) => ({ organization: one })) },
);
const poll = fc.record({
  type: type("poll"),
  ballot,
  options: fc.array(fc.option(fc.nat({ max: 2 }), { freq: 5 }), { minLength: 1, maxLength: 5, size: "max" }),
});
const commenting = fc.record({
  type: type("comment"),
  practice,
  sort: fc.constantFrom(...commentTypes),
  clause: fc.constantFrom("R-1" as const, "R-2" as const, null),
});
const attend = fc.record({
  type: type("attend"),
  meeting,
  present: fc.uniqueArray(account, { maxLength: 3 }),
});
const disposition = fc.constantFrom(
  "ACCEPTED" as const,
  "ACCEPTED_WITH_CHANGE" as const,
  "REJECTED" as const,
  "DEFERRED" as const,
  "DUPLICATE" as const,
  "OPEN" as const,
);
const move = fc.record({
  type: type("move"),
  practice,
  to: fc.constantFrom(...stages),
  days: fc.constantFrom(null, null, 3, 20),
  reason: fc.boolean(),
});
const role = fc.record({
  type: type("role"),
  group,
  account,
  role: fc.constantFrom(...groupRoles),
  held: fc.boolean(),
});

const plan = fc.oneof(
  { weight: 7, arbitrary: commenting },
  { weight: 3, arbitrary: fc.record({ type: type("visit"), practice, named: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ type: type("moderate"), comment, letIn: fc.boolean() }) },
  { weight: 4, arbitrary: fc.record({ type: type("dispose"), comment, disposition, reason: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ type: type("object"), comment }) },
  { weight: 1, arbitrary: fc.record({ type: type("withdrawComment"), comment }) },
  { weight: 2, arbitrary: fc.record({ type: type("settle"), practice }) },
  { weight: 4, arbitrary: fc.record({ type: type("relabel"), practice, label: anyLabel }) },
  { weight: 1, arbitrary: fc.record({ type: type("withdraw"), practice }) },
  { weight: 4, arbitrary: fc.record({ type: type("advance"), practice }) },
  { weight: 2, arbitrary: move },
  { weight: 1, arbitrary: fc.record({ type: type("adopt"), practice }) },
  { weight: 1, arbitrary: fc.record({ type: type("propose"), practice, group }) },
  { weight: 4, arbitrary: hold },
  { weight: 4, arbitrary: poll },
  {
    weight: 2,
    arbitrary: fc.record({ type: type("vote"), ballot, option: fc.option(fc.nat({ max: 3 })), reason: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ type: type("hear"), ballot, organization }) },
  { weight: 2, arbitrary: fc.record({ type: type("close"), ballot }) },
  { weight: 2, arbitrary: call },
  { weight: 1, arbitrary: fc.record({ type: type("change"), meeting }) },
  { weight: 1, arbitrary: fc.record({ type: type("cancel"), meeting }) },
  { weight: 3, arbitrary: fc.record({ type: type("record"), meeting, owner: fc.option(organization, { freq: 2 }) }) },
  { weight: 4, arbitrary: attend },
  { weight: 2, arbitrary: fc.record({ type: type("join"), group, member }) },
  { weight: 3, arbitrary: fc.record({ type: type("leave"), group, member }) },
  { weight: 3, arbitrary: role },
);
/** Often within the hour; at times so much later that a time for comments is over. */
const laterMs = fc.oneof(
  { weight: 6, arbitrary: fc.constant(0) },
  { weight: 9, arbitrary: fc.integer({ min: 1, max: 50 }).map((count) => count * minuteMs) },
  { weight: 1, arbitrary: fc.constantFrom(8, 15, 22).map((days) => days * dayMs) },
);
const step: fc.Arbitrary<PlannedStep> = fc.record({ by, laterMs, plan });

const able = { able: cast.chair };
const now = (who: PlannedStep["by"], what: PlannedStep["plan"]): PlannedStep => ({ by: who, laterMs: 0, plan: what });

/** What its authors say among themselves, before the group sees the practice again. */
function whisper(practice: number, first: Label): PlannedStep[] {
  const among = { ...label({ organizations: [homes.author] }, "AMBER"), attribution: first.attribution };
  return [
    now(cast.author, { type: "relabel", practice, label: among }),
    now(cast.author, { type: "comment", practice, sort: "OBJECTION", clause: null }),
    now(cast.author, { type: "relabel", practice, label: first }),
  ];
}

/** A practice that has come some part of its way, with what was said about it on it. */
const beginning = fc
  .record({
    label: openLabel,
    group,
    steps: fc.constantFrom(0, 1, 2, 3, 3, 3, 4, 5),
    whispers: oneIn(4),
    remarks: fc.array(commenting, { maxLength: 2 }),
    visits: fc.array(fc.boolean(), { minLength: 1, maxLength: 3 }),
  })
  .map(({ label: first, group: at, steps, whispers, remarks, visits }) => (practice: number): PlannedStep[] => {
    const advance = (turn: number): PlannedStep[] => [
      { by: able, laterMs: turn < 2 ? 0 : 22 * dayMs, plan: { type: "settle", practice } },
      now(able, { type: "advance", practice }),
    ];
    return [
      now(cast.author, { type: "publish", label: first }),
      now(cast.author, { type: "propose", practice, group: at }),
      ...(whispers ? whisper(practice, first) : []),
      ...remarks.map((remark) => now({ able: onlooker }, { ...remark, practice })),
      ...[0, 1, 2, 3].slice(0, steps).flatMap(advance),
      ...(steps === 3 ? visits : []).map((named) => now(null, { type: "visit", practice, named })),
      ...(steps === 3 ? remarks : []).map((remark) => now({ able: outsider }, { ...remark, practice })),
      ...(steps === 5 ? [{ by: able, laterMs: 8 * dayMs, plan: { type: "adopt" as const, practice } }] : []),
    ];
  });
/** A meeting that has begun and a ballot under way. */
const sessions = fc
  .tuple(call, attend, hold, poll)
  .map(([called, attended, held, polled]) => (secret: boolean): PlannedStep[] => [
    now(able, { ...called, rule: null }),
    now(able, {
      ...held,
      ...(secret ? { wish: { secret } } : {}),
      practice: null,
      opensIn: null,
      lasts: 20_000,
      insists: false,
    }),
    { by: able, laterMs: 400 * minuteMs, plan: { ...attended, meeting: 0 } },
    now(able, { type: "record", meeting: 0, owner: null }),
    now(able, { ...polled, ballot: 0 }),
    now(able, { type: "close", ballot: 0 }),
  ]);

function inSecret({ decision, ...rest }: Charter): Charter {
  const rule = decision.rule === "CONSENSUS" ? "SIMPLE_MAJORITY" : decision.rule;
  return { ...rest, decision: { ...decision, rule, secret: true } };
}

/** Heard by everybody who asks for it, so that nothing that should not have been told stays unheard before it. */
const last: PlannedStep = now(cast.author, {
  type: "publish",
  label: { ...label({}, "CLEAR"), attribution: "ORGANIZATION" },
});

const being = fc.record({
  organization,
  role: oneIn(7).map((reads): Role => (reads ? "READER" : "CONTRIBUTOR")),
  listed: oneIn(5).map((hides) => !hides),
  seats: fc.tuple(
    ...Array.from({ length: groupCount }, () =>
      fc.option(fc.constantFrom("MEMBER" as const, ...standings), { freq: 4 }),
    ),
  ),
  office: fc.tuple(...Array.from({ length: groupCount }, () => fc.option(fc.constantFrom(...offices), { freq: 1 }))),
});

type Size = {
  readonly maxSteps?: number;
  /** Whether every group votes in secret. */
  readonly secret?: boolean;
};

/** Small worlds with a long story. */
export function worlds({ maxSteps = 22, secret = false }: Size = {}): fc.Arbitrary<World> {
  return fc
    .record({
      sectors: fc.tuple(...Array.from({ length: organizationCount }, () => fc.constantFrom(...sectors))),
      guest: organization,
      beings: fc.array(being, { minLength: others, maxLength: others }),
      charters: fc.tuple(
        ...Array.from({ length: groupCount }, () => (secret ? charter.map((one) => one && inSecret(one)) : charter)),
      ),
      whole: fc.option(fc.record({ group, organization: fc.nat({ max: outside - 1 }) }), { freq: 2 }),
      beginnings: fc.tuple(beginning, fc.option(beginning, { freq: 2 })),
      sessions,
      steps: fc.array(step, { minLength: maxSteps - 8, maxLength: maxSteps, size: "max" }),
    })
    .map(({ beings, guest, charters, whole, beginnings, steps, ...rest }) => {
      const own = (home: number, role: Role = "CONTRIBUTOR") => ({ organization: home, role, listed: true });
      const accounts = [
        own(homes.steward, "STEWARD"),
        own(homes.chair),
        own(homes.author),
        own(guest),
        ...beings.map(({ organization: home, role: forumRole, listed }, at) => ({
          organization: at + onlooker === outsider ? outside : home,
          role: forumRole,
          listed,
        })),
      ];
      const seats = beings.flatMap((one, at) => seatsOf(one.seats, at + onlooker));
      const guests = charters.map((_, at) => ({
        group: at,
        member: { account: cast.guest },
        standing: "MEMBER" as const,
      }));
      const wholes =
        whole === null
          ? []
          : [{ group: whole.group, member: { organization: whole.organization }, standing: "MEMBER" as const }];
      const officers = beings.flatMap((one, at) => officersOf(one.office, at + onlooker, seats));
      return {
        organizations: rest.sectors,
        accounts,
        groups: charters,
        seats: [...seats, ...guests, ...wholes],
        officers,
        history: [...beginnings.flatMap((begin, at) => begin?.(at) ?? []), ...rest.sessions(secret), ...steps, last],
      };
    });
}

function seatsOf(plans: readonly (Seat["standing"] | null)[], who: number): Seat[] {
  if (who === outsider) return [];
  return plans.flatMap((standing, at) => {
    const first = who === onlooker && at === 0 ? ("OBSERVER" as const) : standing;
    return first === null ? [] : [{ group: at, member: { account: who }, standing: first }];
  });
}

/** An office is held by somebody who is in the group. */
function officersOf(plans: readonly (Office | null)[], who: number, seats: readonly Seat[]): Officer[] {
  if (who === onlooker) return [];
  const isIn = (at: number): boolean =>
    seats.some(({ group: in_, member: one }) => in_ === at && "account" in one && one.account === who);
  return plans.flatMap((office, at) =>
    office !== null && isIn(at) ? [{ group: at, account: who, role: office }] : [],
  );
}

const wish: fc.Arbitrary<FeedWish> = fc.oneof(
  { weight: 2, arbitrary: fc.constant({ changes }) },
  { weight: 2, arbitrary: fc.subarray([...changes]).map((some) => ({ changes: [...some, "PUBLISHED" as const] })) },
  { weight: 1, arbitrary: groups.map((some) => ({ changes, groups: some })) },
  { weight: 1, arbitrary: fc.constantFrom("PRACTICE", "ADVISORY").map((kind) => ({ changes, kinds: [kind] })) },
);

export const questions: fc.Arbitrary<Questions> = fc.record({
  wishes: fc.array(wish, { minLength: 3, maxLength: 3 }),
  pageSize: fc.integer({ min: 1, max: 3 }),
  turn: fc.nat({ max: 11 }),
  group,
  practice,
  stages: fc.subarray([...stages]),
  states: fc.subarray(["SCHEDULED", "OPEN", "CLOSED"] as const),
});
