import type { MeetingRule } from "./groups.ts";

export const meetingStates = ["CALLED", "HELD", "CANCELLED"] as const;
export type MeetingState = (typeof meetingStates)[number];

/** Something that was agreed to be done. Under the Chatham House rule nobody is named: who takes something on was there. */
export type MeetingAction = {
  readonly text: string;
  readonly organizationId: string | null;
  readonly due: string | null;
};

/** What a meeting came to. */
export type MeetingRecord = {
  readonly minutes: string;
  readonly decisions: readonly string[];
  readonly actions: readonly MeetingAction[];
};

/** Whether what is written of a meeting may name who was there and who does what. */
export function namesPeople(rule: MeetingRule): boolean {
  return rule === "ATTRIBUTED";
}
