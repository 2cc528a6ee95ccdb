import type { Caller, ReadOptions, WriteOptions } from "./caller.ts";
import type {
  CommentDisposition,
  CommentFields,
  CommentWritten,
  Operations,
  PracticeAmendmentInput,
  PracticeCommentInput,
  PracticeDetail,
  PracticeFields,
  PracticeStage,
  PracticeWritten,
} from "./generated.ts";
import { pagesOf } from "./pages.ts";

export type PracticesOptions = ReadOptions & { readonly group?: string; readonly stages?: readonly PracticeStage[] };
export type CommentsOptions = ReadOptions & {
  readonly clause?: string;
  readonly dispositions?: readonly CommentDisposition[];
};
/** What a move takes beside where it leads. */
export type MoveWish = { readonly closesAt?: string; readonly reason?: string; readonly successor?: string };
export type PracticeDifference = NonNullable<Operations["practiceDifference"]["result"]["practice"]>;
export type PracticeHtml = NonNullable<Operations["practiceHtml"]["result"]["practice"]>;
type Disposal = { readonly disposition: CommentDisposition; readonly reason?: string; readonly answeredIn?: number };

const pageSize = 50;

/** Practices: their life in a group, and what is said of them. */
export class PracticeClient {
  readonly #caller: Caller;

  constructor(caller: Caller) {
    this.#caller = caller;
  }

  /** One practice with its versions and decisions; null where there is none, or none that may be seen. */
  async get(id: string, options?: ReadOptions): Promise<PracticeDetail | null> {
    return (await this.#caller.send("practice", { id }, options)).practice;
  }

  /** Every practice that a group looks after, those that moved last first. */
  list({ group, stages, ...options }: PracticesOptions = {}): AsyncGenerator<PracticeFields, void> {
    return pagesOf(async (after) => {
      const variables = { first: pageSize, after, group, stages: stages === undefined ? undefined : [...stages] };
      return (await this.#caller.send("practices", variables, options)).practices;
    });
  }

  /** Every comment on a practice that may be seen, oldest first. */
  async *comments(
    id: string,
    { clause, dispositions, ...options }: CommentsOptions = {},
  ): AsyncGenerator<CommentFields, void> {
    let after: string | undefined;
    for (;;) {
      const chosen = dispositions === undefined ? undefined : [...dispositions];
      const variables = { id, first: pageSize, after, clause, dispositions: chosen };
      const found = (await this.#caller.send("practiceComments", variables, options)).practice?.comments ?? [];
      yield* found;
      after = found.at(-1)?.id;
      if (found.length < pageSize) return;
    }
  }

  /** Comments of visitors that wait to be let in, the oldest 100; null for whoever does not moderate them. */
  async waiting(id: string, options?: ReadOptions): Promise<readonly CommentFields[] | null> {
    return (await this.#caller.send("waitingComments", { id, first: 100 }, options)).practice?.waitingComments ?? null;
  }

  /** What differs between two versions. */
  async difference(id: string, from: number, to: number, options?: ReadOptions): Promise<PracticeDifference | null> {
    return (await this.#caller.send("practiceDifference", { id, from, to }, options)).practice;
  }

  /** Body and clauses as HTML that is safe to put into a page. */
  async html(id: string, options?: ReadOptions): Promise<PracticeHtml | null> {
    return (await this.#caller.send("practiceHtml", { id }, options)).practice;
  }

  async propose(id: string, group: string, options?: WriteOptions): Promise<PracticeWritten> {
    return (await this.#caller.write("proposePractice", { id, group }, options)).proposePractice;
  }

  /** A new text, as an editor of its group. CONFLICT where `expectedRevision` is no longer the newest. */
  async amend(
    id: string,
    expectedRevision: number,
    input: PracticeAmendmentInput,
    options?: WriteOptions,
  ): Promise<PracticeWritten> {
    return (await this.#caller.write("amendPractice", { id, expectedRevision, input }, options)).amendPractice;
  }

  async move(id: string, to: PracticeStage, wish: MoveWish = {}, options?: WriteOptions): Promise<PracticeWritten> {
    return (await this.#caller.write("movePractice", { id, to, ...wish }, options)).movePractice;
  }

  async comment(id: string, input: PracticeCommentInput, options?: WriteOptions): Promise<CommentWritten> {
    return (await this.#caller.write("commentOnPractice", { id, input }, options)).commentOnPractice;
  }

  /** Hands in a comment without signing in; it is sent once. Gives the id that it has once it is let in. */
  async commentAsVisitor(
    id: string,
    input: PracticeCommentInput,
    name?: string,
    options?: ReadOptions,
  ): Promise<string> {
    const sent = await this.#caller.send("commentAsVisitor", { id, input, name }, { ...options, retries: 0 });
    return sent.commentAsVisitor;
  }

  async moderate(id: string, letIn: boolean, options?: ReadOptions): Promise<CommentWritten> {
    return (await this.#caller.send("moderateComment", { id, letIn }, options)).moderateComment;
  }

  async dispose(id: string, disposal: Disposal, options?: WriteOptions): Promise<CommentWritten> {
    return (await this.#caller.write("disposeComment", { id, ...disposal }, options)).disposeComment;
  }

  async object(id: string, text: string, options?: WriteOptions): Promise<CommentWritten> {
    return (await this.#caller.write("objectToDisposition", { id, text }, options)).objectToDisposition;
  }

  async withdrawComment(id: string, options?: WriteOptions): Promise<CommentWritten> {
    return (await this.#caller.write("withdrawComment", { id }, options)).withdrawComment;
  }
}
