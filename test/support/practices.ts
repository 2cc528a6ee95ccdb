import type { ItemDraft } from "../../domain/commands.ts";
import type { ClauseLevel, Stage } from "../../domain/vocabulary.ts";
import { noAudience, normalizeAudience } from "../../domain/label.ts";
import { parseContent } from "../../domain/parse.ts";
import type { CommentDraft } from "../../domain/practice-commands.ts";
import type { Tlp } from "../../domain/tlp.ts";
import type { Person, SmallForum } from "./small-forum.ts";

export type PracticeWish = {
  readonly tlp?: Tlp;
  readonly groups?: readonly string[];
  readonly title?: string;
  readonly clauses?: readonly { readonly id?: string; readonly level: ClauseLevel; readonly text: string }[];
};

/** A practice with two clauses under TLP:CLEAR, unless said otherwise. */
export function practice({
  tlp = "CLEAR",
  groups = [],
  title = "Keep agents in their box",
  clauses,
}: PracticeWish = {}): ItemDraft {
  const fields = {
    title,
    summary: "How agents are kept from what they should not reach.",
    riskCategories: ["LOSS_OF_CONTROL"],
    severity: "HIGH",
    clauses: clauses ?? [
      { level: "MUST", text: "An agent runs in a sandbox." },
      { level: "SHOULD", text: "Its credentials end with its task." },
    ],
  };
  const label = { tlp, audience: normalizeAudience({ ...noAudience, groups }), attribution: "ORGANIZATION" } as const;
  return { content: parseContent("PRACTICE", fields, "input.practice"), label, relations: [], path: "input.practice" };
}

export const comment = (wish: Partial<CommentDraft> = {}): CommentDraft => ({
  clause: null,
  type: "TECHNICAL",
  text: "What is a sandbox?",
  proposedChange: null,
  ...wish,
});

const none = { closesAt: null, reason: null, successorId: null, idempotencyKey: null };

export type MoveWish = { readonly closesAt?: string; readonly reason?: string; readonly successorId?: string };

/** Gives the commands of practices in one line each. */
export class PracticeHands {
  readonly #forum: SmallForum;

  constructor(forum: SmallForum) {
    this.#forum = forum;
  }

  async propose(who: Person, groupId: string, draft = practice()): Promise<string> {
    const { itemId } = await this.#forum.publish(who, draft);
    await this.#forum.store.commit(who.viewer, "proposePractice", { itemId, groupId, idempotencyKey: null });
    return itemId;
  }

  move(who: Person, itemId: string, to: Stage, wish: MoveWish = {}): Promise<unknown> {
    return this.#forum.store.commit(who.viewer, "movePractice", { ...none, ...wish, itemId, to });
  }

  async comment(who: Person, itemId: string, wish: Partial<CommentDraft> = {}): Promise<string> {
    const input = { itemId, comment: comment(wish), idempotencyKey: null };
    return (await this.#forum.store.commit(who.viewer, "commentOnPractice", input)).id;
  }

  async visit(itemId: string, wish: Partial<CommentDraft> = {}, name: string | null = null): Promise<string> {
    const input = { itemId, comment: comment(wish), name };
    return (await this.#forum.store.commit({ kind: "anonymous" }, "commentAsVisitor", input)).id;
  }

  dispose(who: Person, commentId: string, reason: string | null = "It is said elsewhere."): Promise<unknown> {
    const answer = { disposition: "REJECTED", reason, answeredIn: null, idempotencyKey: null } as const;
    return this.#forum.store.commit(who.viewer, "disposeComment", { commentId, ...answer });
  }
}
