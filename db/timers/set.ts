import { and, eq } from "drizzle-orm";
import type { Timer, TimerKind } from "../../domain/timers.ts";
import type { CommandContext } from "../commands/command.ts";

type Writing = Pick<CommandContext, "tx" | "dialect">;

/** Sets a timer within a command: it holds if the command does. One of the same kind and subject is set anew. */
export async function setTimer<K extends string = TimerKind>({ tx, dialect }: Writing, timer: Timer<K>): Promise<void> {
  const { timers: t } = dialect.tables;
  await tx.db
    .insert(t)
    .values(timer)
    .onConflictDoUpdate({ target: [t.kind, t.subjectId], set: { due: timer.due } });
}

/** Takes a timer away, if it is there. */
export async function cancelTimer<K extends string = TimerKind>(
  { tx, dialect }: Writing,
  { kind, subjectId }: Pick<Timer<K>, "kind" | "subjectId">,
): Promise<void> {
  const { timers: t } = dialect.tables;
  await tx.db.delete(t).where(and(eq(t.kind, kind), eq(t.subjectId, subjectId)));
}
