import { afterAll, beforeAll, expect, it } from "vitest";
import type { Client, FeedEventFields } from "../../clients/sdk/index.ts";
import { createClient, TocsinError } from "../../clients/sdk/index.ts";
import type { App } from "../../server/app.ts";
import type { TestMember } from "../support/start-app.ts";
import { addMember, startApp } from "../support/start-app.ts";

const day = 24 * 60 * 60 * 1_000;
let time = Date.now();
const days = (count: number): string => new Date(time + count * day).toISOString();

/** A government, a university and a company, and a steward who is none of them. */
type Cast = { readonly institute: TestMember; readonly campus: TestMember; readonly company: TestMember };

let app: App;
let cast: Cast;
const clients: Client[] = [];
const clientOf = (token?: string): Client => {
  const client = createClient({ url: app.url, token });
  clients.push(client);
  return client;
};

beforeAll(async () => {
  app = await startApp({ TOCSIN_OPERATIONS_PER_MINUTE: "100000" }, () => new Date(time));
  cast = {
    institute: await addMember(app, { sector: "GOVERNMENT" }),
    campus: await addMember(app, { sector: "ACADEMIA" }),
    company: await addMember(app, { sector: "COMPANY" }),
  };
});
afterAll(async () => {
  for (const client of clients) await client[Symbol.asyncDispose]();
  await app[Symbol.asyncDispose]();
});

/** Follows a feed from now on, and keeps what it is told of some items. */
class Follower {
  readonly told: FeedEventFields[] = [];
  readonly #ending = new AbortController();
  #running: Promise<void> = Promise.resolve();
  #news = Promise.withResolvers<void>();

  static async start(client: Client): Promise<Follower> {
    const follower = new Follower();
    const after = await client.feedCursor();
    follower.#running = follower.#run(client, after);
    return follower;
  }

  async #run(client: Client, after: string): Promise<void> {
    for await (const event of client.follow({ after, signal: this.#ending.signal })) {
      this.told.push(event);
      this.#news.resolve();
      this.#news = Promise.withResolvers();
    }
  }

  of(itemId: string): string[] {
    return this.told.filter((event) => event.itemId === itemId).map(({ change }) => change);
  }

  /** Resolves when a change of an item was told so many times. */
  async until(itemId: string, change: string, times: number): Promise<void> {
    while (this.of(itemId).filter((one) => one === change).length < times) await this.#news.promise;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#ending.abort();
    await this.#running;
  }
}

it("lives from proposal to adoption, a second version and supersession, across three sectors, over the public API, each step told once", async () => {
  const { institute, campus, company } = cast;
  const [chair, editor, firm] = [clientOf(campus.token), clientOf(institute.token), clientOf(company.token)];
  const steward = clientOf((await addMember(app, { role: "STEWARD", sector: "CIVIL_SOCIETY" })).token);
  const visitor = clientOf();

  const { id: group } = await chair.workingGroups.propose({
    name: "Agent safety",
    charter: {
      scope: "How agents are kept from what they should not reach.",
      successCriteria: ["A practice that three members follow."],
      riskCategories: ["LOSS_OF_CONTROL"],
      durationMonths: 60,
      chairs: [campus.accountId],
      joining: "OPEN",
      rule: "TWO_THIRDS_MAJORITY",
      quorumPercent: 50,
      meetingRule: "ATTRIBUTED",
      intellectualProperty: "Free for every member.",
    },
  });
  await editor.workingGroups.signOn(group);
  await steward.workingGroups.move(group, "CHARTER");
  await chair.workingGroups.move(group, "START");
  await firm.workingGroups.enter(group, { wholeOrganization: true });
  await chair.workingGroups.setRole(group, { account: institute.accountId }, "EDITOR");

  await using follower = await Follower.start(firm);
  const publish = async (title: string): Promise<string> => {
    const { item } = await chair.publish({
      practice: {
        title,
        summary: "How agents are kept in their box.",
        tlp: "CLEAR",
        riskCategories: ["LOSS_OF_CONTROL"],
        severity: "HIGH",
        clauses: [
          { level: "MUST", text: "An agent runs in a sandbox." },
          { level: "SHOULD", text: "Its credentials end with its task." },
        ],
      },
    });
    await chair.practices.propose(item.id, group);
    return item.id;
  };
  let closings = 0;
  const waitUntilClosed = async (id: string): Promise<void> => {
    time += 21 * day;
    closings += 1;
    await follower.until(id, "COMMENTS_CLOSED", closings);
  };
  const adopt = async (id: string): Promise<number> => {
    await chair.practices.move(id, "CANDIDATE");
    const refused = await chair.practices.move(id, "ADOPTED").catch((error: unknown) => error);
    expect(refused instanceof TocsinError && [refused.code, refused.field]).toEqual(["CONFLICT", "to"]);
    const version = (await chair.practices.get(id))?.process?.version ?? 0;
    time += 8 * day;
    const wish = { group, practice: id, version, question: "Adopt it?", closesAt: days(3), zone: "Europe/Paris" };
    const { ballot } = await chair.ballots.hold(wish);
    for (const voter of [chair, editor, firm]) await voter.ballots.vote(ballot.id, 0);
    await chair.ballots.close(ballot.id);
    await chair.practices.move(id, "ADOPTED");
    return version + 1;
  };

  // The first version: comments in every stage that takes them, one of a visitor, an objection that is heard twice.
  const id = await publish("Keep agents in their box");
  await chair.practices.move(id, "WORKING_DRAFT");
  const { comment: technical } = await firm.practices.comment(id, {
    clause: "R-1",
    type: "TECHNICAL",
    text: "Which one?",
  });
  await editor.practices.amend(id, 1, {
    clauses: [
      { id: "R-1", level: "MUST", text: "An agent runs in a sandbox without a network." },
      { id: "R-2", level: "SHOULD", text: "Its credentials end with its task." },
    ],
  });
  await editor.practices.dispose(technical?.id ?? "", { disposition: "ACCEPTED", answeredIn: 3 });
  await chair.practices.move(id, "GROUP_LAST_CALL", { closesAt: days(20) });
  const { comment: objection } = await firm.practices.comment(id, {
    clause: "R-2",
    type: "OBJECTION",
    text: "Too costly.",
  });
  await waitUntilClosed(id);
  await editor.practices.dispose(objection?.id ?? "", { disposition: "REJECTED", reason: "It costs little." });
  await firm.practices.object(objection?.id ?? "", "It costs much to small members.");
  await editor.practices.dispose(objection?.id ?? "", { disposition: "REJECTED", reason: "It is a SHOULD for that." });
  await chair.practices.move(id, "PUBLIC_COMMENT", { closesAt: days(20) });
  const word = await visitor.practices.commentAsVisitor(
    id,
    { type: "EDITORIAL", text: "Say “network access”." },
    "A reader",
  );
  expect(await Array.fromAsync(visitor.practices.comments(id))).toHaveLength(2);
  await editor.practices.moderate(word, true);
  await waitUntilClosed(id);
  await editor.practices.dispose(word, { disposition: "DEFERRED", reason: "In the next version." });
  const first = await adopt(id);
  await firm.adoptions.declare({ practice: id, version: first, level: "FULL", tlp: "CLEAR" });

  // A second version does not inherit what was declared for the first.
  await chair.practices.move(id, "WORKING_DRAFT", { reason: "Network access is to be said." });
  await editor.practices.amend(id, 2, {
    clauses: [
      { id: "R-1", level: "MUST", text: "An agent runs in a sandbox without network access." },
      { level: "MAY", text: "It may ask a person." },
    ],
  });
  await chair.practices.move(id, "GROUP_LAST_CALL", { closesAt: days(20) });
  await waitUntilClosed(id);
  await chair.practices.move(id, "PUBLIC_COMMENT", { closesAt: days(20) });
  await waitUntilClosed(id);
  const second = await adopt(id);
  const difference = await visitor.practices.difference(id, first, second);
  expect(difference?.difference.clauses.map(({ id: clause, change }) => [clause, change])).toEqual([
    ["R-1", "CHANGED"],
    ["R-3", "ADDED"],
    ["R-2", "REMOVED"],
  ]);

  // Another practice takes its place.
  closings = 0;
  const other = await publish("Keep agents in their box, and watch them");
  await chair.practices.move(other, "WORKING_DRAFT");
  await chair.practices.move(other, "GROUP_LAST_CALL", { closesAt: days(20) });
  await waitUntilClosed(other);
  await chair.practices.move(other, "PUBLIC_COMMENT", { closesAt: days(20) });
  await waitUntilClosed(other);
  await adopt(other);
  await chair.practices.move(id, "SUPERSEDED", { successor: other });
  await follower.until(id, "STAGE_CHANGED", 12);

  const practice = await visitor.practices.get(id);
  expect(practice?.process).toMatchObject({ stage: "SUPERSEDED", adoptedVersion: second, successor: { id: other } });
  const edition = ["WORKING_DRAFT", "GROUP_LAST_CALL", "PUBLIC_COMMENT", "CANDIDATE", "ADOPTED"];
  const stages = ["PROPOSAL", ...edition, ...edition, "SUPERSEDED"];
  expect(practice?.decisions.map(({ to }) => to)).toEqual(stages);
  // who does not see the ballot does not learn which it was
  expect(practice?.decisions[5]?.ballotId).toBeNull();
  expect((await chair.practices.get(id))?.decisions[5]?.ballotId).toMatch(/^blt_/);
  expect(practice?.decisions[5]?.objections.map((each) => each.id)).toEqual([objection?.id]);
  expect(follower.of(id)).toEqual(stepsTold);
}, 60_000); // six times for comments end by themselves, each within a second

/** What the follower is told of the practice, from its publication to its end, in order. */
const stepsTold = [
  ["PUBLISHED", "STAGE_CHANGED", "STAGE_CHANGED", "COMMENTED", "REVISED", "COMMENT_DISPOSED"],
  ["STAGE_CHANGED", "COMMENTED", "COMMENTS_CLOSED", "COMMENT_DISPOSED", "COMMENTED", "COMMENT_DISPOSED"],
  ["STAGE_CHANGED", "COMMENTED", "COMMENTS_CLOSED", "COMMENT_DISPOSED"],
  ["STAGE_CHANGED", "BALLOT_OPENED", "BALLOT_CLOSED", "STAGE_CHANGED", "ADOPTION_DECLARED"],
  ["STAGE_CHANGED", "REVISED", "STAGE_CHANGED", "COMMENTS_CLOSED", "STAGE_CHANGED", "COMMENTS_CLOSED"],
  ["STAGE_CHANGED", "BALLOT_OPENED", "BALLOT_CLOSED", "STAGE_CHANGED"],
  ["STAGE_CHANGED"],
].flat();
