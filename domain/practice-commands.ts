import type { ItemWritten, Made } from "./commands.ts";
import type { Content } from "./kinds.ts";
import type { CommentType, Disposition, Stage } from "./vocabulary.ts";

type Repeatable = { readonly idempotencyKey: string | null };

/** What a comment says. */
export type CommentDraft = {
  readonly clause: string | null;
  readonly type: CommentType;
  readonly text: string;
  readonly proposedChange: string | null;
};

/** What somebody says to a visitor's comment, to a comment, or against an answer. */
export type Disposal = {
  readonly disposition: Disposition;
  readonly reason: string | null;
  /** The version that answers it; null where none does. */
  readonly answeredIn: number | null;
};

/** A command about what hangs on an item answers which item. */
export type CommentWritten = ItemWritten & Made;

/** What can be asked of the forum about practices. */
export type PracticeCommands = {
  proposePractice: {
    input: { readonly itemId: string; readonly groupId: string } & Repeatable;
    result: ItemWritten;
  };
  /** A group's editors change the text of a practice, and nothing else of it. */
  amendPractice: {
    input: {
      readonly itemId: string;
      readonly expectedRevision: number;
      readonly content: Content<"PRACTICE">;
      readonly path: string;
    } & Repeatable;
    result: ItemWritten;
  };
  movePractice: {
    input: {
      readonly itemId: string;
      readonly to: Stage;
      readonly closesAt: string | null;
      readonly reason: string | null;
      readonly successorId: string | null;
    } & Repeatable;
    result: ItemWritten;
  };
  commentOnPractice: {
    input: { readonly itemId: string; readonly comment: CommentDraft } & Repeatable;
    result: CommentWritten;
  };
  commentAsVisitor: {
    input: { readonly itemId: string; readonly comment: CommentDraft; readonly name: string | null };
    result: Made;
  };
  moderateComment: { input: { readonly commentId: string; readonly letIn: boolean }; result: CommentWritten };
  disposeComment: { input: { readonly commentId: string } & Disposal & Repeatable; result: CommentWritten };
  objectToDisposition: {
    input: { readonly commentId: string; readonly text: string } & Repeatable;
    result: CommentWritten;
  };
  withdrawComment: { input: { readonly commentId: string } & Repeatable; result: CommentWritten };
};
