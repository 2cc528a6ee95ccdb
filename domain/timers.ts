/** What happens by itself at its instant. db/timers holds one handler for each; their names stand in the audit log. */
export const timerKinds = [
  "endCharter",
  "closeComments",
  "openBallot",
  "closeBallot",
  "remindAdopter",
  "expireAdoption",
] as const;
export type TimerKind = (typeof timerKinds)[number];

/** One thing that is to happen: of each kind, a subject has one timer at most. */
export type Timer<K extends string = TimerKind> = {
  readonly kind: K;
  /** The id of what it happens to. */
  readonly subjectId: string;
  /** The instant from which on it happens. */
  readonly due: string;
};
