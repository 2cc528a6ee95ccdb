import type { SQL } from "drizzle-orm";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { BallotState } from "../domain/ballots.ts";
import type { BallotView } from "../domain/ballot-view.ts";
import { viewBallot } from "../domain/ballot-view.ts";
import type { BallotRow } from "./ballots.ts";
import type { Counted } from "./newest-first.ts";
import { newestFirst, withLoaded } from "./newest-first.ts";
import type { PageArgs } from "./page.ts";
import type { ItemReadContext } from "./read-items.ts";
import { isSubjectVisible } from "./visible.ts";

export type BallotPageArgs = PageArgs & {
  readonly groupId?: string | null | undefined;
  readonly itemId?: string | null | undefined;
  readonly states?: readonly BallotState[] | null | undefined;
};

/** All that can be read of ballots, for one viewer. */
export class BallotReader {
  readonly #context: () => Promise<ItemReadContext>;
  readonly #now: () => Date;

  constructor(context: () => Promise<ItemReadContext>, now: () => Date) {
    this.#context = context;
    this.#now = now;
  }

  /** By id: null for what is not there or not shown. */
  async byIds(ids: readonly string[]): Promise<(BallotView | null)[]> {
    const found = await this.#load(await this.#context(), ids);
    return ids.map((id) => found.get(id) ?? null);
  }

  /** A page of the ballots that the viewer sees, those that open last first. */
  async page(args: BallotPageArgs): Promise<Counted<BallotView>> {
    const context = await this.#context();
    const { ballots: b } = context.dialect.tables;
    const listed = { from: sql`${b}`, where: this.#condition(context, args), id: b.id, at: b.opensAt };
    const page = await newestFirst(context, { list: "ballots", order: "latest opening" }, listed, args);
    return withLoaded(page, (ids) => this.#load(context, ids));
  }

  #condition({ dialect: { tables }, rights }: ItemReadContext, { groupId, itemId, states }: BallotPageArgs): SQL {
    const { ballots: b } = tables;
    const now = this.#now().toISOString();
    const inState: Readonly<Record<BallotState, SQL>> = {
      SCHEDULED: sql`(${b.closedAt} IS NULL AND ${b.opensAt} > ${now})`,
      OPEN: sql`(${b.closedAt} IS NULL AND ${b.opensAt} <= ${now} AND ${b.closesAt} > ${now})`,
      CLOSED: sql`(${b.closedAt} IS NOT NULL OR ${b.closesAt} <= ${now})`,
    };
    return (
      and(
        isSubjectVisible(tables, rights.ring, b.id),
        groupId ? eq(b.groupId, groupId) : undefined,
        itemId ? eq(b.itemId, itemId) : undefined,
        states ? sql`(${sql.join([sql`false`, ...states.map((state) => inState[state])], sql` OR `)})` : undefined,
      ) ?? sql`false`
    );
  }

  async #load({ dialect, rights }: ItemReadContext, ids: readonly string[]): Promise<Map<string, BallotView>> {
    const { tables, reader } = dialect;
    const { ballots: b, ballotVoters: r, ballotVotes: v, secretPapers: s } = tables;
    if (ids.length === 0) return new Map();
    const rows: BallotRow[] = await reader.db
      .select()
      .from(b)
      .where(and(inArray(b.id, [...new Set(ids)]), isSubjectVisible(tables, rights.ring, b.id)));
    if (rows.length === 0) return new Map();
    const shown = rows.map(({ id }) => id);
    const [voters, votes, heaps] = await Promise.all([
      reader.db.select().from(r).where(inArray(r.ballotId, shown)).orderBy(r.organizationId),
      reader.db.select().from(v).where(inArray(v.ballotId, shown)).orderBy(v.at, v.organizationId),
      reader.db.select().from(s).where(inArray(s.ballotId, shown)),
    ]);
    const now = this.#now().toISOString();
    const view = ({ heldBy: _heldBy, openedAt: _openedAt, ...row }: BallotRow): BallotView => {
      const facts = {
        ...row,
        voters: own(voters, row.id).map(({ organizationId, sector, voted }) => ({ organizationId, sector, voted })),
        votes: own(votes, row.id).map(({ ballotId: _ballot, accountId: _account, ...vote }) => vote),
        papers: own(heaps, row.id)[0]?.papers ?? [],
      };
      return viewBallot(facts, rights.member, now);
    };
    return new Map(rows.map((row) => [row.id, view(row)]));
  }
}

function own<T extends { readonly ballotId: string }>(rows: readonly T[], ballotId: string): T[] {
  return rows.filter((row) => row.ballotId === ballotId);
}
