import type { Column, SQL } from "drizzle-orm";
import { and, count, gt, inArray, sql } from "drizzle-orm";
import { may } from "../domain/groups.ts";
import { isOriginWithheld, mayChange } from "../domain/policy.ts";
import type { Tlp } from "../domain/tlp.ts";
import { labelBeside, labelRules } from "../domain/tlp.ts";
import { groupRolesIn } from "./group-reader.ts";
import { loadVisible } from "./item-rows.ts";
import { readAccounts } from "./read-directory.ts";
import type { ItemReadContext } from "./read-items.ts";
import type { Tables } from "./tables.ts";
import { isSubjectVisible } from "./visible.ts";

export type ThreadView = {
  readonly id: string;
  readonly itemId: string | null;
  readonly groupId: string | null;
  readonly title: string;
  readonly tlp: Tlp;
  readonly at: string;
};
export type PostView = {
  readonly id: string;
  readonly threadId: string;
  readonly number: number;
  readonly replyToId: string | null;
  /** Who wrote it; null where that would tell where the item comes from. */
  readonly accountId: string | null;
  readonly organizationId: string | null;
  /** null once it is removed; its author and the moderators still read it. */
  readonly text: string | null;
  readonly mentionIds: readonly string[];
  readonly at: string;
  readonly editedAt: string | null;
  readonly removal: { readonly at: string; readonly reason: string; readonly byAuthor: boolean } | null;
  /** What it said before, oldest first. */
  readonly versions: readonly { readonly text: string; readonly at: string }[];
};
type ReaderParts = {
  readonly context: () => Promise<ItemReadContext>;
  readonly noteReads: (ids: readonly string[]) => Promise<void>;
};

type Ranking = {
  readonly table: Tables["threads"] | Tables["posts"];
  readonly of: SQL | Column;
  readonly among: SQL | undefined;
  readonly orderBy: SQL;
  readonly limit: number;
};

/** What is said in groups and on items, for one viewer. */
export class ThreadReader {
  readonly #parts: ReaderParts;

  constructor(parts: ReaderParts) {
    this.#parts = parts;
  }

  async threads(ids: readonly string[]): Promise<(ThreadView | null)[]> {
    const { dialect, rights } = await this.#parts.context();
    const { threads: t } = dialect.tables;
    const rows = await dialect.reader.db
      .select()
      .from(t)
      .where(and(inArray(t.id, [...ids]), isSubjectVisible(dialect.tables, rights.ring, t.id)));
    const found = await this.#labelled(rows);
    await this.#note(found);
    return ids.map((id) => found.find((thread) => thread.id === id) ?? null);
  }

  /** The newest threads on items or in groups, newest first. */
  async threadsOn(on: "itemId" | "groupId", ids: readonly string[], last: number): Promise<ThreadView[][]> {
    const { dialect } = await this.#parts.context();
    const { threads: t } = dialect.tables;
    const found = await this.#firstOf({
      table: t,
      of: t[on],
      among: inArray(t[on], [...ids]),
      orderBy: sql`${t.at} DESC, ${t.id} DESC`,
      limit: last,
    });
    const rows = found.length === 0 ? [] : await dialect.reader.db.select().from(t).where(inArray(t.id, found));
    rows.sort((x, y) => found.indexOf(x.id) - found.indexOf(y.id));
    const threads = await this.#labelled(rows);
    await this.#note(threads);
    return ids.map((id) => threads.filter((thread) => thread[on] === id));
  }

  async posts(ids: readonly string[]): Promise<(PostView | null)[]> {
    const { dialect, rights } = await this.#parts.context();
    const { posts: p } = dialect.tables;
    const rows = await dialect.reader.db
      .select()
      .from(p)
      .where(and(inArray(p.id, [...ids]), isSubjectVisible(dialect.tables, rights.ring, p.id)));
    await this.threads([...new Set(rows.map(({ threadId }) => threadId))]); // a read of a thread is noted
    const views = await this.#views(rows);
    return ids.map((id) => views.get(id) ?? null);
  }

  /** The posts of threads behind a number, oldest first. */
  async postsIn(
    threadIds: readonly string[],
    { after, first }: { readonly after: number; readonly first: number },
  ): Promise<PostView[][]> {
    const { dialect } = await this.#parts.context();
    const { posts: p } = dialect.tables;
    const found = await this.#firstOf({
      table: p,
      of: p.threadId,
      among: and(inArray(p.threadId, [...threadIds]), gt(p.number, after)),
      orderBy: sql`${p.number}`,
      limit: first,
    });
    const rows = found.length === 0 ? [] : await dialect.reader.db.select().from(p).where(inArray(p.id, found));
    const views = await this.#views(rows);
    return threadIds.map((id) =>
      found.flatMap((one) => views.get(one) ?? []).filter(({ threadId }) => threadId === id),
    );
  }

  async postCounts(threadIds: readonly string[]): Promise<number[]> {
    const { dialect, rights } = await this.#parts.context();
    const { posts: p } = dialect.tables;
    const rows = await dialect.reader.db
      .select({ threadId: p.threadId, posts: count() })
      .from(p)
      .where(and(inArray(p.threadId, [...threadIds]), isSubjectVisible(dialect.tables, rights.ring, p.id)))
      .groupBy(p.threadId);
    return threadIds.map((id) => rows.find(({ threadId }) => threadId === id)?.posts ?? 0);
  }

  async #views(rows: readonly Tables["posts"]["$inferSelect"][]): Promise<Map<string, PostView>> {
    const context = await this.#parts.context();
    const { dialect, rights } = context;
    const { member, ring } = rights;
    const { threads: t, postVersions: v } = dialect.tables;
    if (rows.length === 0) return new Map();
    const ids = rows.map(({ id }) => id);
    const [threads, versions] = await Promise.all([
      dialect.reader.db
        .select()
        .from(t)
        .where(inArray(t.id, [...new Set(rows.map(({ threadId }) => threadId))])),
      dialect.reader.db.select().from(v).where(inArray(v.postId, ids)).orderBy(v.version),
    ]);
    const items = await loadVisible(
      dialect.reader,
      dialect.tables,
      ring,
      threads.flatMap(({ itemId }) => itemId ?? []),
    );
    const listed = await readAccounts(
      context,
      rows.flatMap(({ mentionIds }) => [...mentionIds]),
    );
    const roles = await groupRolesIn(
      context,
      threads.map(({ groupId }) => groupId ?? ""),
    );
    const views = new Map<string, PostView>();
    for (const row of rows) {
      const thread = threads.find(({ id }) => id === row.threadId);
      const item = items.get(thread?.itemId ?? "");
      const origin = item === undefined ? null : { originId: item.originId, attribution: item.label.attribution };
      const withheld = origin !== null && isOriginWithheld(row.organizationId, origin, member);
      const isAuthor = member?.accountId === row.accountId;
      const moderates =
        member !== null &&
        (item === undefined ? may(roles.get(thread?.groupId ?? "") ?? [], "moderate") : mayChange(item, member));
      const whole = row.removedAt === null || isAuthor || moderates;
      views.set(row.id, {
        id: row.id,
        threadId: row.threadId,
        number: row.number,
        replyToId: row.replyToId,
        accountId: withheld || member === null ? null : row.accountId,
        organizationId: withheld || member === null ? null : row.organizationId,
        text: whole ? row.text : null,
        mentionIds: whole ? row.mentionIds.filter((id) => listed.has(id)) : [],
        at: row.at,
        editedAt: row.editedAt,
        removal:
          row.removedAt === null
            ? null
            : { at: row.removedAt, reason: row.removalReason ?? "", byAuthor: row.removedById === row.accountId },
        versions: whole ? versions.filter(({ postId }) => postId === row.id).map(({ text, at }) => ({ text, at })) : [],
      });
    }
    return views;
  }

  /** The ids of the first so many visible rows of each whole, in one statement, in their order. */
  async #firstOf({ table, of, among, orderBy, limit }: Ranking): Promise<string[]> {
    const { dialect, rights } = await this.#parts.context();
    const visible = isSubjectVisible(dialect.tables, rights.ring, table.id);
    const rows = await dialect.reader.rows<{ id: string }>(
      sql`SELECT id FROM (
        SELECT ${table.id} AS id, row_number() OVER (PARTITION BY ${of} ORDER BY ${orderBy}) AS place
        FROM ${table} WHERE ${among} AND ${visible}) AS ranked
      WHERE place <= ${limit} ORDER BY place`,
    );
    return rows.map(({ id }) => id);
  }

  /** A thread on an item that was narrowed is as confidential as the item; one whose item has gone meanwhile goes with it. */
  async #labelled(rows: readonly Tables["threads"]["$inferSelect"][]): Promise<ThreadView[]> {
    const { dialect, rights } = await this.#parts.context();
    const ids = rows.flatMap(({ itemId }) => itemId ?? []);
    const items = await loadVisible(dialect.reader, dialect.tables, rights.ring, ids);
    return rows.flatMap((row) => {
      if (row.itemId === null) return [row];
      const item = items.get(row.itemId);
      return item === undefined ? [] : [{ ...row, tlp: labelBeside(row.tlp, item.label.tlp) }];
    });
  }

  async #note(rows: readonly ThreadView[]): Promise<void> {
    const noted = rows.filter(({ tlp }) => labelRules[tlp].readsAudited).map(({ id }) => id);
    if (noted.length > 0) await this.#parts.noteReads(noted);
  }
}
