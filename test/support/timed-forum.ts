import type { Dialect } from "../../db/dialect.ts";
import { loadForum } from "../../db/forum.ts";
import { Log } from "../../db/log/commit.ts";
import { openDialect } from "../../db/open.ts";
import type { TimerHandler } from "../../db/timers/handlers.ts";
import { cancelTimer, setTimer } from "../../db/timers/set.ts";
import { Timers } from "../../db/timers/timers.ts";
import type { Timer } from "../../domain/timers.ts";

export type TestTimer = Timer<"strike" | "fail">;

/** The engine of the timers with a handler that writes down each time that it runs, and one that always fails. */
export class TimedForum {
  readonly timers: Timers;
  readonly errors: unknown[] = [];
  readonly #dialect: Dialect;
  readonly #log: Log;

  private constructor(dialect: Dialect, now: () => Date) {
    this.#dialect = dialect;
    this.#log = new Log(dialect, now, () => undefined);
    this.timers = new Timers({
      dialect,
      log: this.#log,
      handlers: { strike, fail },
      now,
      onError: (error) => this.errors.push(error),
    });
  }

  static async open(url: string, now: () => Date = () => new Date()): Promise<TimedForum> {
    const dialect = await openDialect(url);
    await loadForum(dialect.reader, dialect.tables);
    return new TimedForum(dialect, now);
  }

  runDueTimers(): Promise<number | null> {
    return this.timers.runDue();
  }

  set(timer: TestTimer, refuse = false): Promise<void> {
    return this.#log.commit(async (tx) => {
      await setTimer({ tx, dialect: this.#dialect }, timer);
      if (refuse) throw new Error("refused behind the timer");
    });
  }

  cancel(timer: Pick<TestTimer, "kind" | "subjectId">): Promise<void> {
    return this.#log.commit((tx) => cancelTimer({ tx, dialect: this.#dialect }, timer));
  }

  /** What has struck, in the order of the log, as `subject due`. */
  async struck(): Promise<string[]> {
    const { log } = this.#dialect.tables;
    const rows = await this.#dialect.reader.db.select().from(log).orderBy(log.position);
    return rows.flatMap(({ entry }) => (entry.type === "quiet" ? [entry.what] : []));
  }

  /** What the audit log says of the clock. */
  async audited(): Promise<{ action: string; subjectId: string | null; accountId: string | null }[]> {
    const { audit } = this.#dialect.tables;
    const { action, subjectId, accountId } = audit;
    return this.#dialect.reader.db.select({ action, subjectId, accountId }).from(audit).orderBy(subjectId);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#log[Symbol.asyncDispose]();
    await this.#dialect[Symbol.asyncDispose]();
  }
}

const strike: TimerHandler = async ({ tx }, subjectId, due) => {
  await tx.append({ type: "quiet", what: `${subjectId} ${due}` });
};

const fail: TimerHandler = async (context, subjectId, due) => {
  await strike(context, subjectId, due);
  throw new Error("this handler always fails");
};
