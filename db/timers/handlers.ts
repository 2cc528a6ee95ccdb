import type { TimerKind } from "../../domain/timers.ts";
import { expireByClock, remindByClock } from "../commands/adoptions.ts";
import { closeByClock, openByClock } from "../commands/ballot-life.ts";
import type { CommandContext } from "../commands/command.ts";
import { closeComments } from "./close-comments.ts";
import { endCharter } from "./end-charter.ts";

/** Does what is due to a subject, in an open transaction, as the clock. It refuses nothing: where the state no longer asks for it, it returns. */
export type TimerHandler = (context: CommandContext, subjectId: string, due: string) => Promise<void>;

/** One handler for each kind of timer; a missing one does not compile. */
export const timerHandlers: { readonly [K in TimerKind]: TimerHandler } = {
  endCharter,
  closeComments,
  openBallot: openByClock,
  closeBallot: closeByClock,
  remindAdopter: remindByClock,
  expireAdoption: expireByClock,
};
