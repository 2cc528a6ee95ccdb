import type { CommentCounts, CommentRange, CommentView } from "./read-comments.ts";
import {
  readCommentCounts,
  readComments,
  readCommentsById,
  readOpenComments,
  readWaiting,
  readWaitingCounts,
} from "./read-comments.ts";
import type { Counted } from "./newest-first.ts";
import type { PageArgs } from "./page.ts";
import type { ItemReadContext } from "./read-items.ts";
import type { DecisionView, PracticePageArgs, PracticeView, VersionView } from "./read-practices.ts";
import { readDecisions, readPracticePage, readPractices, readVersions } from "./read-practices.ts";

/** What can be read of practices, for one viewer: its rights are looked up anew for each read. */
export class PracticeReader {
  readonly #context: () => Promise<ItemReadContext>;

  constructor(context: () => Promise<ItemReadContext>) {
    this.#context = context;
  }

  async states(ids: readonly string[]): Promise<(PracticeView | null)[]> {
    return readPractices(await this.#context(), ids);
  }

  /** The ids of practices, page by page. */
  async page(args: PracticePageArgs): Promise<Counted<string>> {
    return readPracticePage(await this.#context(), args);
  }

  async versions(ids: readonly string[]): Promise<VersionView[][]> {
    return readVersions(await this.#context(), ids);
  }

  /** The decisions on practices, oldest first. */
  async decisions(itemIds: readonly string[]): Promise<DecisionView[][]> {
    const found = await readDecisions(await this.#context(), { itemIds });
    return itemIds.map((id) => found.filter(({ itemId }) => itemId === id));
  }

  async decisionsById(ids: readonly string[]): Promise<(DecisionView | null)[]> {
    const found = await readDecisions(await this.#context(), { ids });
    return ids.map((id) => found.find((decision) => decision.id === id) ?? null);
  }

  async comments(ids: readonly string[], range: CommentRange): Promise<CommentView[][]> {
    return readComments(await this.#context(), ids, range);
  }

  async commentCounts(ids: readonly string[]): Promise<CommentCounts[]> {
    return readCommentCounts(await this.#context(), ids);
  }

  /** Comments of visitors that wait to be let in; null for whoever does not moderate them. */
  async waitingComments(
    ids: readonly string[],
    range: Pick<CommentRange, "first" | "after">,
  ): Promise<(CommentView[] | null)[]> {
    return readWaiting(await this.#context(), ids, range);
  }

  /** How many wait, likewise. */
  async waitingCounts(ids: readonly string[]): Promise<(number | null)[]> {
    return readWaitingCounts(await this.#context(), ids);
  }

  /** The comments without an answer on what a group is making, newest first. */
  async openComments(groupId: string, args: PageArgs): Promise<Counted<CommentView>> {
    return readOpenComments(await this.#context(), groupId, args);
  }

  async commentsById(ids: readonly string[]): Promise<(CommentView | null)[]> {
    return readCommentsById(await this.#context(), ids);
  }
}
