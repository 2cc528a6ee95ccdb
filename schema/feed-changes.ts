import type { FeedChange } from "../domain/vocabulary.ts";
import { enumOf } from "./enums.ts";

export const FeedChangeEnum = enumOf<FeedChange>("FeedChange", "What happened, as far as it concerns you.", {
  PUBLISHED: "You can see the item from now on.",
  REVISED: "The item has a new revision.",
  WITHDRAWN: "Its origin took the item back: still readable, no longer to be relied on.",
  HIDDEN: "You may see the item no longer: drop your copy. `item` is null.",
  RIGHTS_CHANGED:
    "You joined or left something, or your role changed: check what you hold, and ask anew. `item` and `itemId` are null.",
  STAGE_CHANGED: "A practice moved to another stage; `subject` is the decision.",
  DECIDED: "A group decided something; `subject` is the decision.",
  COMMENTED: "Somebody commented on a practice, or objected to what became of a comment; `subject` is the comment.",
  COMMENT_DISPOSED: "A comment on a practice was answered; `subject` is the comment.",
  COMMENTS_CLOSED: "The time for comments on a practice is over; `subject` is the decision that opened it.",
  BALLOT_ANNOUNCED: "A ballot will open at its instant; `subject` is the ballot.",
  BALLOT_OPENED: "A ballot was opened; `subject` is the ballot.",
  BALLOT_CLOSED: "A ballot ended, and its result stands; `subject` is the ballot.",
  ADOPTION_DECLARED:
    "An organisation declared how far it follows a practice, or changed that; `subject` is the declaration.",
  ADOPTION_EXPIRED: "What an organisation declared has expired, or is overdue; `subject` is the declaration.",
  MEETING_CHANGED: "A meeting was called or changed, or its minutes are there; `subject` is the meeting.",
  POSTED: "Something was said in a thread, or changed or taken back; `subject` is the post.",
  MENTIONED: "You were mentioned in a post; `subject` is the post.",
  GROUP_CHANGED: "A group's state, charter or membership changed; `subject` is the group.",
  REMINDED: "You are reminded of something that is due; `subject` is what.",
  ENVELOPE: "For other forums: an envelope lies on a stream that you follow. `item` and `itemId` are null.",
  SUBJECT_HIDDEN: "What hangs on an item or group may be seen by you no longer: drop your copy. `subject` is null.",
});
