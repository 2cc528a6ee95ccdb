import { getTableColumns } from "drizzle-orm";
import { expect, it } from "vitest";
import { openDialect } from "../../db/open.ts";
import { freshStoreUrl, testDialect } from "../support/fresh-store.ts";
import { seedIds } from "../support/seeded-ids.ts";
import { range, SmallForum } from "../support/small-forum.ts";
import { minute, noon } from "../support/still-forum.ts";

type Paper = { readonly option: number | null; readonly reason: string | null };
type Ids = ReturnType<typeof seedIds>;

/** Holds a secret ballot in which each member casts one of the papers, and gives back all that the store holds of it. */
async function storeAfter(ids: Ids, papers: readonly Paper[], closed: boolean): Promise<string[]> {
  let time = noon;
  const url = await freshStoreUrl();
  {
    ids.seed("beginning");
    await using forum = await SmallForum.open(url, { now: () => new Date(time) });
    const [chair, steward] = [await forum.person(), await forum.person({ role: "STEWARD" })];
    const members = await forum.people(papers.length);
    const groupId = await forum.group(chair, ...members);
    const { accountId } = chair;
    await forum.store.commit(steward.viewer, "setGroupRole", {
      groupId,
      member: { accountId },
      role: "CHAIR",
      held: true,
    });
    const terms = { rule: null, quorumPercent: null, balanced: null, secret: true };
    const { ballotId } = await forum.store.commit(chair.viewer, "holdBallot", {
      groupId,
      itemId: null,
      version: null,
      question: "Who?",
      wish: { options: ["A", "B", "C"], ...terms },
      opensAt: null,
      closesAt: minute(60),
      zone: "UTC",
      idempotencyKey: null,
    });
    for (const [at, member] of members.entries()) {
      time += 60_000;
      const paper = papers[at] ?? { option: null, reason: null };
      await forum.store.commit(member.viewer, "castVote", { ballotId, ...paper });
    }
    time = noon + 3_600_000;
    if (closed) await forum.store.runDueTimers();
    await forum.store.as(chair.viewer).ballots.byIds([ballotId]);
  }
  return everythingIn(url);
}

/** Every row of every table in the order in which the store has them, without what is drawn anew in each forum. */
async function everythingIn(url: string): Promise<string[]> {
  await using dialect = await openDialect(url);
  const lines: string[] = [];
  for (const [name, table] of Object.entries(dialect.tables)) {
    if (name === "forum") continue;
    const rows: Record<string, unknown>[] = await dialect.reader.db.select().from(table);
    const random = name === "audit" ? ["id"] : ["hash", "email", "name"];
    const kept = Object.keys(getTableColumns(table)).filter((column) => !random.includes(column));
    lines.push(...rows.map((row) => `${name} ${JSON.stringify(kept.map((column) => row[column]))}`));
  }
  // where PostgreSQL puts a row that was changed depends on when it has cleaned up
  return testDialect() === "postgres" ? lines.sort() : lines;
}

const papers: readonly Paper[] = [
  { option: 0, reason: "For A." },
  { option: 1, reason: "For B." },
  { option: null, reason: null },
  { option: 2, reason: "For C." },
  { option: 0, reason: null },
];

it(
  "a secret ballot leaves the same store behind, row for row, whoever cast which of its papers",
  { timeout: 120_000 },
  async () => {
    using ids = seedIds();
    for (const closed of [false, true]) {
      const expected = await storeAfter(ids, papers, closed);
      expect(expected.filter((line) => line.startsWith("secretPapers"))).toHaveLength(1);
      expect(expected.filter((line) => line.startsWith("ballotVotes"))).toEqual([]);
      for (const turn of range(closed ? 4 : 1)) {
        const others = papers.map((_, at) => papers[(at + turn + 1) % papers.length] ?? { option: null, reason: null });
        expect(await storeAfter(ids, others, closed)).toEqual(expected);
      }
    }
  },
);
