/** What can be asked of the forum about threads and meetings. */
import type { Made } from "./commands.ts";
import type { MeetingRule } from "./groups.ts";
import type { MeetingRecord } from "./meetings.ts";
import type { ThreadLabel } from "./threads.ts";

type Repeatable = { readonly idempotencyKey: string | null };

/** What a post says, and whom it names. */
export type PostDraft = { readonly text: string; readonly mentionIds: readonly string[] };

export type ThreadCommands = {
  openThread: {
    input: {
      readonly itemId: string | null;
      readonly groupId: string | null;
      readonly title: string;
      readonly label: ThreadLabel | null;
      readonly post: PostDraft;
    } & Repeatable;
    result: Made;
  };
  post: {
    input: { readonly threadId: string; readonly replyToId: string | null; readonly post: PostDraft } & Repeatable;
    result: Made;
  };
  editPost: { input: { readonly postId: string; readonly post: PostDraft }; result: Made };
  removePost: { input: { readonly postId: string; readonly reason: string }; result: Made };
  lookAtGroup: { input: { readonly groupId: string; readonly cursor: string }; result: Made };

  callMeeting: {
    input: {
      readonly groupId: string;
      readonly title: string;
      readonly startsAt: string;
      readonly endsAt: string;
      readonly place: string | null;
      readonly agenda: readonly string[];
      readonly rule: MeetingRule | null;
    } & Repeatable;
    result: Made;
  };
  changeMeeting: {
    input: {
      readonly meetingId: string;
      readonly title?: string;
      readonly startsAt?: string;
      readonly endsAt?: string;
      readonly place?: string | null;
      readonly agenda?: readonly string[];
    };
    result: Made;
  };
  cancelMeeting: { input: { readonly meetingId: string }; result: Made };
  recordMeeting: { input: { readonly meetingId: string; readonly record: MeetingRecord }; result: Made };
  /** `present` are accounts. It is not called ids, because the audit log keeps what is, and who was there is for the chairs. */
  recordAttendance: { input: { readonly meetingId: string; readonly present: readonly string[] }; result: Made };
};
