import type { CommandInput, CommandResult, CommandType } from "../domain/commands.ts";
import type { AccessEntry } from "../domain/entries.ts";
import { ForumError } from "../domain/errors.ts";
import type { Alarm } from "../domain/federation/peers.ts";
import type { ItemFilter } from "../domain/filter.ts";
import type { Actor, PeerViewer, Viewer } from "../domain/people.ts";
import type { Keys } from "../domain/policy.ts";
import { streamKey } from "../domain/policy.ts";
import type { GroupView } from "../domain/people-view.ts";
import type { AuditEntry } from "./audit.ts";
import { auditEntry, isDenial, readAudit, writeAudit } from "./audit.ts";
import { actionOf, runCommand, subjectsOf } from "./commands/run.ts";
import type { Dialect, DialectOptions } from "./dialect.ts";
import { Federation } from "./federation/federation.ts";
import { readEveryAlarm } from "./federation/read-alarms.ts";
import type { PeerInCare } from "./federation/read-peers.ts";
import { readPeersInCare } from "./federation/read-peers.ts";
import { loadForum, readHead } from "./forum.ts";
import { Log } from "./log/commit.ts";
import type { Cursors } from "./log/cursor.ts";
import { createCursors } from "./log/cursor.ts";
import { follow } from "./log/follow.ts";
import { Tail } from "./log/tail.ts";
import { openDialect } from "./open.ts";
import type { FeedRecord } from "./feed-record.ts";
import { Reader } from "./reader.ts";
import type { OperatorAccount, OperatorClient, OperatorOrganization } from "./read-operator.ts";
import { accountsOf, clientsOf, groupsOf, organizationsOf } from "./read-operator.ts";
import { loadRights } from "./rights.ts";
import type { TokenView } from "./read-tokens.ts";
import { tokensOf } from "./read-tokens.ts";
import type { DueSource, Settled } from "./sources.ts";
import { isSourceDue, itemsOfFeed, knownVersions, settleSource, takeDueSource } from "./sources.ts";
import type { Session } from "./sessions.ts";
import { Sessions } from "./sessions.ts";
import { timerHandlers } from "./timers/handlers.ts";
import { Timers } from "./timers/timers.ts";

export type StoreOptions = {
  /** The clock. @default the system's */
  readonly now?: () => Date;
  /** Told of faults that no caller waits for. @default nothing is told */
  readonly onError?: (error: unknown) => void;
} & DialectOptions;

type StoreParts = {
  forumId: string;
  dialect: Dialect;
  cursors: Cursors;
  log: Log;
  tail: Tail;
  sessions: Sessions;
  timers: Timers;
  now: () => Date;
};

/**
 * Opens the forum's database: a SQLite file, or PostgreSQL by an address that begins with `postgres://`. Makes it where it is
 * missing and brings its tables up to date.
 *
 * @example await using store = await openStore("./data/tocsin.db")
 */
export async function openStore(
  url: string,
  { now = () => new Date(), onError = () => undefined, ...options }: StoreOptions = {},
): Promise<Store> {
  const dialect = await openDialect(url, options);
  try {
    const forum = await loadForum(dialect.reader, dialect.tables);
    const tail = new Tail(dialect, await readHead(dialect.reader, dialect.tables), onError);
    const log = new Log(dialect, now, () => tail.look());
    return new Store({
      forumId: forum.forumId,
      dialect,
      cursors: createCursors(forum),
      log,
      tail,
      sessions: new Sessions(dialect, log, now),
      timers: new Timers({ dialect, log, handlers: timerHandlers, now, onError }),
      now,
    });
  } catch (error) {
    await dialect[Symbol.asyncDispose]();
    throw error;
  }
}

/** The forum's database. Everything is read for a viewer, and everything is written by `commit`. */
export class Store {
  /** What the forum itself works with where it follows others and is followed. */
  readonly federation: Federation;
  readonly #parts: StoreParts;
  #closing: Promise<void> | null = null;

  constructor(parts: StoreParts) {
    this.#parts = parts;
    this.federation = new Federation(parts);
  }

  /** Which forum this is; it stays the same for as long as the forum lives, on every node. */
  get forumId(): string {
    return this.#parts.forumId;
  }

  /** What a viewer can read. */
  as(viewer: Viewer): Reader {
    const { forumId, dialect, cursors, now } = this.#parts;
    return new Reader(viewer, {
      forumId,
      dialect,
      cursors,
      now,
      audit: (action, ids, outcome) => this.#audit(viewer, action, ids, outcome),
    });
  }

  /** Gives a command. What it changed is on disk when this resolves; when it rejects with a ForumError, nothing was changed. */
  async commit<T extends CommandType>(actor: Actor, type: T, input: CommandInput<T>): Promise<CommandResult<T>> {
    const { log, dialect } = this.#parts;
    try {
      return await log.commit((tx) => runCommand(dialect, tx, actor, type, input));
    } catch (error) {
      if (isDenial(error, actor)) await this.#audit(actor, actionOf(type, input), subjectsOf(input, null), error.code);
      throw error;
    }
  }

  /**
   * A viewer's feed: what lies behind `after`, then what comes, until the signal aborts. null starts now, "beginning" with the oldest.
   * Throws UNAUTHENTICATED when the viewer's token, account or organisation ends.
   */
  async *follow(
    viewer: Viewer,
    { after, filter, signal }: { after: string | null; filter: ItemFilter; signal: AbortSignal },
  ): AsyncGenerator<FeedRecord, void, void> {
    const { dialect, tail, now } = this.#parts;
    const reader = this.as(viewer);
    const head = await readHead(dialect.reader, dialect.tables);
    const from = after === null ? { position: head.position, quietUntil: 0 } : reader.place(after, head);
    const context = {
      dialect,
      tail,
      viewer,
      loadRights: () => loadRights(dialect.reader, dialect.tables, viewer, now().toISOString()),
    };
    for await (const event of follow(context, { from, epoch: head.epoch, filter, signal }))
      yield await reader.record(event, head.epoch, from);
  }

  authenticate(token: string): Promise<Session> {
    return this.#parts.sessions.authenticate(token);
  }

  /** Whether a viewer's token, account and organisation are still good; "other" where a peer may follow other streams than when it came. */
  async standing(viewer: Viewer): Promise<"good" | "other" | "ended"> {
    const { dialect, now } = this.#parts;
    try {
      const { ring } = await loadRights(dialect.reader, dialect.tables, viewer, now().toISOString());
      return viewer.kind === "peer" && !followsStill(viewer, ring) ? "other" : "good";
    } catch (error) {
      if (error instanceof ForumError) return "ended";
      throw error;
    }
  }

  /** Tells when a token, account or organisation has ended, here or on another node; connections that rest on it must close. */
  onAccessEnded(listener: (ended: Pick<AccessEntry, "subject" | "id">) => void): () => void {
    return this.#parts.tail.onAccess(listener);
  }

  /** How many feeds are being followed here. */
  get followerCount(): number {
    return this.#parts.tail.followerCount;
  }

  /** Resolves when the database answers. */
  async ping(): Promise<void> {
    const { dialect } = this.#parts;
    await readHead(dialect.reader, dialect.tables);
  }

  /**
   * Runs what is due by now, each exactly once in the whole forum however many nodes call it, and says in how many milliseconds the
   * next is due; null for never.
   */
  runDueTimers(): Promise<number | null> {
    return this.#parts.timers.runDue();
  }

  /** The tokens of an account, newest first, for the operator. */
  async tokens(accountId: string): Promise<TokenView[]> {
    return (await tokensOf(this.#parts.dialect, [accountId])).get(accountId) ?? [];
  }

  /** Every organisation, for the operator. */
  organizations(): Promise<OperatorOrganization[]> {
    return organizationsOf(this.#parts.dialect);
  }

  /** Every account, or those of one organisation, for the operator. */
  accounts(organizationId: string | null = null): Promise<OperatorAccount[]> {
    return accountsOf(this.#parts.dialect, organizationId);
  }

  /** A feed source that is due, for the poller: nobody else gets it for `leaseMs`. */
  async takeDueSource(leaseMs: number): Promise<DueSource | null> {
    const { log, dialect, now } = this.#parts;
    if (!(await isSourceDue(dialect, now().toISOString()))) return null;
    const until = new Date(now().getTime() + leaseMs).toISOString();
    return log.commit((tx) => takeDueSource(tx, dialect.tables, until));
  }

  /** How the poll of a source ended, for the poller. */
  async settleSource(id: string, { inMs, ...settled }: Omit<Settled, "nextAt"> & { inMs: number }): Promise<void> {
    const { log, dialect, now } = this.#parts;
    const nextAt = new Date(now().getTime() + inMs).toISOString();
    await log.commit((tx) => settleSource(tx, dialect.tables, id, { ...settled, nextAt }));
  }

  /** Those of some items that have come from a feed, for the poller. */
  itemsOfFeed(feed: string, itemIds: readonly string[]): Promise<Set<string>> {
    return itemsOfFeed(this.#parts.dialect, feed, itemIds);
  }

  /** Which versions of objects a source has brought, for the poller. */
  sourceVersions(id: string): Promise<Map<string, string>> {
    return knownVersions(this.#parts.dialect, id);
  }

  /** Every group, for the operator. */
  groups(): Promise<GroupView[]> {
    return groupsOf(this.#parts.dialect);
  }

  /** Every client relation that stands, for the operator. */
  clients(): Promise<OperatorClient[]> {
    return clientsOf(this.#parts.dialect);
  }

  /** The other forums and how it goes with them, for the operator. */
  peers(): Promise<PeerInCare[]> {
    return readPeersInCare(this.#parts.dialect, this.forumId);
  }

  /** What is wrong with what other forums tell, for the operator: what is open, what was acknowledged, or (null) all. */
  peerAlarms(open: boolean | null): Promise<Alarm[]> {
    return readEveryAlarm(this.#parts.dialect, open);
  }

  /** The newest entries of the audit log, for the operator. */
  audit(limit: number): Promise<AuditEntry[]> {
    const { dialect } = this.#parts;
    return readAudit(dialect.reader, dialect.tables, limit);
  }

  /** Closing what is closed already changes nothing. */
  [Symbol.asyncDispose](): Promise<void> {
    return (this.#closing ??= this.#close());
  }

  async #close(): Promise<void> {
    const { sessions, log, tail, dialect } = this.#parts;
    await sessions[Symbol.asyncDispose]();
    await log[Symbol.asyncDispose]();
    await tail[Symbol.asyncDispose]();
    await dialect[Symbol.asyncDispose]();
  }

  async #audit(actor: Actor, action: string, subjectIds: readonly (string | null)[], outcome: string): Promise<void> {
    const { log, dialect } = this.#parts;
    const subjects = subjectIds.length === 0 ? [null] : subjectIds;
    await log.commit((tx) =>
      writeAudit(
        tx,
        dialect.tables,
        subjects.map((id) => auditEntry(actor, tx.at, action, id, outcome)),
      ),
    );
  }
}

function followsStill({ streams }: PeerViewer, ring: Keys): boolean {
  const now = [...ring].filter((key) => key.startsWith("stream:"));
  return streams === undefined || (streams.length === now.length && streams.every((name) => ring.has(streamKey(name))));
}
