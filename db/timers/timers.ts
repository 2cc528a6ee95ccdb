/**
 * Runs what is due, once for the whole forum, whichever node looks first.
 *
 * 1. What is due by now is looked up without a lock.
 * 2. Each is run in a job of its own. Behind the lock on the forum's row it is looked at again: another node may have run it, or a
 *    command may have set it to later.
 * 3. The timer goes in the transaction that does what it asks for: a kill leaves both done or neither.
 */
import { and, eq, gt, lte, min } from "drizzle-orm";
import type { Timer } from "../../domain/timers.ts";
import { auditEntry, writeAudit } from "../audit.ts";
import type { Dialect } from "../dialect.ts";
import type { Log, Tx } from "../log/commit.ts";
import type { TimerHandler } from "./handlers.ts";

const timersAtOnce = 256;
/** How long one that failed is left alone: its fault is ours, and it must not fill the log of errors. */
const failureRestMs = 60_000;

export type TimerHandlers = Readonly<Record<string, TimerHandler>>;

type TimerParts = {
  readonly dialect: Dialect;
  readonly log: Log;
  readonly handlers: TimerHandlers;
  readonly now: () => Date;
  readonly onError: (error: unknown) => void;
};

export class Timers {
  readonly #parts: TimerParts;
  /** Until when those that failed here are left alone. */
  readonly #resting = new Map<string, number>();

  constructor(parts: TimerParts) {
    this.#parts = parts;
  }

  /** Runs all that is due by now, and says in how many milliseconds the next is; null for never, as things are. */
  async runDue(): Promise<number | null> {
    const { dialect, now } = this.#parts;
    const { timers: t } = dialect.tables;
    const at = now();
    const due = await dialect.reader.db
      .select()
      .from(t)
      .where(lte(t.due, at.toISOString()))
      .orderBy(t.due, t.kind, t.subjectId);
    const awake = due.filter((timer) => (this.#resting.get(nameOf(timer)) ?? 0) <= at.getTime());
    for (let from = 0; from < awake.length; from += timersAtOnce)
      await Promise.all(awake.slice(from, from + timersAtOnce).map((timer) => this.#run(timer)));
    // What is left of those that were due is left alone for a while, and must not be asked for again at once.
    const [next] = await dialect.reader.db
      .select({ due: min(t.due) })
      .from(t)
      .where(gt(t.due, at.toISOString()));
    return typeof next?.due === "string" ? Math.max(0, Date.parse(next.due) - now().getTime()) : null;
  }

  async #run(timer: Timer<string>): Promise<void> {
    const name = nameOf(timer);
    try {
      await this.#parts.log.commit((tx) => this.#runIn(tx, timer));
      this.#resting.delete(name);
    } catch (error) {
      this.#resting.set(name, this.#parts.now().getTime() + failureRestMs);
      this.#parts.onError(error);
    }
  }

  async #runIn(tx: Tx, { kind, subjectId }: Timer<string>): Promise<void> {
    const { dialect, handlers } = this.#parts;
    const { timers: t } = dialect.tables;
    const [timer] = await tx.db
      .select()
      .from(t)
      .where(and(eq(t.kind, kind), eq(t.subjectId, subjectId), lte(t.due, tx.at)));
    if (timer === undefined) return;
    const handler = handlers[kind];
    if (handler === undefined) throw new Error(`there is no handler for timers of the kind ${kind}`);
    await tx.db.delete(t).where(and(eq(t.kind, kind), eq(t.subjectId, subjectId)));
    await handler({ tx, dialect, actor: "clock", rights: null, peerId: null }, subjectId, timer.due);
    await writeAudit(tx, dialect.tables, [auditEntry({ kind: "clock" }, tx.at, kind, subjectId, "done")]);
  }
}

function nameOf({ kind, subjectId }: Timer<string>): string {
  return `${kind} ${subjectId}`;
}
