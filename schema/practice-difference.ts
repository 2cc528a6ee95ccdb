/** A readable difference between two versions of a practice: clause by clause, word by word. */
import { diffWordsWithSpace } from "diff";
import type { VersionView } from "../db/read-practices.ts";
import { clausesOf } from "../domain/clauses.ts";
import type { Clause } from "../domain/fields.ts";
import type { ClauseLevel } from "../domain/vocabulary.ts";
import { builder } from "./builder.ts";
import { choiceEnum } from "./choice-enums.ts";
import { enumOf } from "./enums.ts";

type Change = "KEPT" | "ADDED" | "REMOVED" | "CHANGED";
type Piece = { readonly change: Change; readonly text: string };
type ClauseDifference = {
  readonly id: string;
  readonly change: Change;
  readonly levelBefore: ClauseLevel | null;
  readonly levelAfter: ClauseLevel | null;
  readonly text: readonly Piece[];
};
export type Difference = {
  readonly from: number;
  readonly to: number;
  readonly title: readonly Piece[];
  readonly summary: readonly Piece[];
  readonly body: readonly Piece[];
  readonly clauses: readonly ClauseDifference[];
};

/** Beyond so many words that differ, a text counts as another one: nobody reads such a difference, and finding it takes long. */
const maxEdits = 500;
/** The time grows with the square of the words that differ: all texts of a difference together may take twice that of one. */
const maxWork = 2 * maxEdits ** 2;

export function differenceOf(before: VersionView, after: VersionView): Difference {
  const [old, now] = [before.content.envelope, after.content.envelope];
  const pieces = comparer();
  return {
    from: before.version,
    to: after.version,
    title: pieces(old.title, now.title),
    summary: pieces(old.summary, now.summary),
    body: pieces(old.body ?? "", now.body ?? ""),
    clauses: clauseDifferences(clausesOf(before.content), clausesOf(after.content), pieces),
  };
}

/** The clauses of the newer version in their order, and behind them those that are gone. */
function clauseDifferences(before: readonly Clause[], after: readonly Clause[], pieces: Compare): ClauseDifference[] {
  const idsAfter = new Set(after.map(({ id }) => id));
  const known = new Map(before.map((clause) => [clause.id, clause]));
  return [
    ...after.map((clause) => clauseDifference(known.get(clause.id), clause, pieces)),
    ...before.filter(({ id }) => !idsAfter.has(id)).map((clause) => clauseDifference(clause, undefined, pieces)),
  ];
}

function clauseDifference(before: Clause | undefined, after: Clause | undefined, pieces: Compare): ClauseDifference {
  const same = before?.text === after?.text && before?.level === after?.level;
  const change = before === undefined ? "ADDED" : after === undefined ? "REMOVED" : same ? "KEPT" : "CHANGED";
  return {
    id: (after ?? before)?.id ?? "",
    change,
    levelBefore: before?.level ?? null,
    levelAfter: after?.level ?? null,
    text: pieces(before?.text ?? "", after?.text ?? ""),
  };
}

type Compare = (before: string, after: string) => Piece[];

/** Compares the texts of one difference, in as much time as it may take. */
function comparer(): Compare {
  let workLeft = maxWork;
  return (before, after) => {
    const most = Math.min(maxEdits, Math.floor(Math.sqrt(workLeft)));
    const found = diffWordsWithSpace(before, after, { maxEditLength: most });
    const edits = found?.reduce((sum, { added, removed, count }) => (added || removed ? sum + count : sum), 0) ?? most;
    workLeft = Math.max(0, workLeft - edits ** 2);
    const whole = [
      { added: false, removed: true, value: before },
      { added: true, removed: false, value: after },
    ];
    return (found ?? whole).map(({ added, removed, value }) => ({
      change: added ? "ADDED" : removed ? "REMOVED" : "KEPT",
      text: value,
    }));
  };
}

const ChangeEnum = enumOf<Change>("DifferenceType", "What happened to a stretch of text, or to a clause.", {
  KEPT: "It is the same in both.",
  ADDED: "It is in the newer alone.",
  REMOVED: "It is in the older alone.",
  CHANGED: "It is in both, and not the same. For clauses alone.",
});

const PieceRef = builder.objectRef<Piece>("DifferencePiece").implement({
  description: "A stretch of text. Those KEPT and REMOVED make the older text, those KEPT and ADDED the newer.",
  fields: (t) => ({
    change: t.expose("change", { type: ChangeEnum, description: "What happened to it." }),
    text: t.exposeString("text", { description: "The text." }),
  }),
});

const ClauseDifferenceRef = builder.objectRef<ClauseDifference>("ClauseDifference").implement({
  description: "What happened to one clause between two versions.",
  fields: (t) => ({
    id: t.exposeString("id", { description: "The clause, such as R-1." }),
    change: t.expose("change", { type: ChangeEnum, description: "What happened to it." }),
    levelBefore: t.expose("levelBefore", {
      type: choiceEnum("ClauseLevel"),
      nullable: true,
      description: "How it bound; null where it was not there.",
    }),
    levelAfter: t.expose("levelAfter", {
      type: choiceEnum("ClauseLevel"),
      nullable: true,
      description: "How it binds; null where it is gone.",
    }),
    text: t.field({ type: [PieceRef], description: "Its text, piece by piece.", resolve: ({ text }) => [...text] }),
  }),
});

export const DifferenceRef = builder.objectRef<Difference>("PracticeDifference").implement({
  description: "What differs between two versions of a practice.",
  fields: (t) => ({
    from: t.exposeInt("from", { description: "The older version." }),
    to: t.exposeInt("to", { description: "The newer version." }),
    title: t.field({ type: [PieceRef], description: "Its title, piece by piece.", resolve: ({ title }) => [...title] }),
    summary: t.field({
      type: [PieceRef],
      description: "Its summary, piece by piece.",
      resolve: ({ summary }) => [...summary],
    }),
    body: t.field({ type: [PieceRef], description: "Its body, piece by piece.", resolve: ({ body }) => [...body] }),
    clauses: t.field({
      type: [ClauseDifferenceRef],
      description: "Its clauses, in the order of the newer version; behind them those that are gone.",
      resolve: ({ clauses }) => [...clauses],
    }),
  }),
});
