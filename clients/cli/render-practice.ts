import type { CommentFields, PracticeDetail, PracticeDifference, PracticeFields, Tlp } from "../sdk/index.ts";
import { hanging } from "./layout.ts";
import type { Output } from "./output.ts";
import { widestLabel } from "./output.ts";
import { oneLine, printable } from "./printable.ts";

/** A practice as an entry of a list: the label first, before any text. */
export function practiceLine(out: Output, practice: PracticeFields): string {
  const { id, tlp, title, process, commentCounts } = practice;
  const stands = process === null ? "in no group" : `${process.stage} v${process.version}`;
  const open = commentCounts.open === 0 ? "" : `  ${commentCounts.open} open comments`;
  const toLetIn = commentCounts.waiting ? `  ${commentCounts.waiting} to let in` : "";
  return `${out.label(tlp, widestLabel)}  ${id}  ${out.style("bold", stands)}  ${oneLine(title)}${open}${toLetIn}`;
}

/** A practice as a page: where it stands, what it demands, and how it came there. */
export function practicePage(out: Output, practice: PracticeDetail): string[] {
  const { process, clauses, decisions, commentCounts } = practice;
  const group =
    process?.group === null || process === null ? [] : hanging(out, "group     ", oneLine(process.group.name));
  return [
    `${out.label(practice.tlp)}  ${out.style("bold", oneLine(practice.title))}`,
    "",
    `id        ${practice.id}, revision ${practice.revision}`,
    `stage     ${process === null ? "in no group" : `${process.stage}, version ${process.version}`}`,
    ...(process?.adoptedVersion === null || process === null ? [] : [`adopted   version ${process.adoptedVersion}`]),
    ...(process?.closesAt === null || process === null ? [] : [`comments  until ${process.closesAt}`]),
    ...(commentCounts.waiting
      ? [`waiting   ${commentCounts.waiting} comments of visitors, to be let in or refused`]
      : []),
    ...group,
    "",
    ...hanging(out, "", printable(practice.summary)),
    "",
    ...clauses.flatMap(({ id, level, text }) => hanging(out, `  ${id}  ${level}  `, printable(text))),
    "",
    ...decisions.flatMap((decision) => decisionLines(out, decision)),
  ];
}

function decisionLines(out: Output, decision: PracticeDetail["decisions"][number]): string[] {
  const { at, version, from, to, ruleText, organization, reason, objections } = decision;
  const who = organization === null ? "" : `  ${oneLine(organization.name)}`;
  const why = reason === null ? ruleText : `${ruleText} ${oneLine(reason)}`;
  const standing = objections.length === 0 ? [] : [`    objections ${objections.map(({ id }) => id).join(", ")}`];
  return [`  v${version}  ${at}  ${from ?? "-"} → ${to}${who}`, ...hanging(out, "    ", why), ...standing];
}

/** A comment with its answers. `tlp` is the label of its practice. */
export function commentLines(out: Output, tlp: Tlp, comment: CommentFields): string[] {
  const { id, clause, type, disposition, at, organization, visitorName, text, proposedChange, objection } = comment;
  const who =
    organization === null
      ? `a visitor${visitorName === null ? "" : `, ${oneLine(visitorName)}`}`
      : oneLine(organization.name);
  return [
    `${out.label(tlp, widestLabel)}  ${id}  ${out.style("bold", disposition)}  ${clause ?? "whole"}  ${type}  ${at}  ${who}`,
    ...hanging(out, "  ", printable(text)),
    ...(proposedChange === null ? [] : hanging(out, "  proposed  ", printable(proposedChange))),
    ...comment.answers.flatMap(({ disposition: word, reason }) =>
      hanging(out, "  answered  ", reason === null ? word : `${word}: ${printable(reason)}`),
    ),
    ...(objection === null ? [] : hanging(out, "  objected  ", printable(objection))),
  ];
}

/** What differs between two versions: what is gone in brackets with a minus, what is new with a plus. */
export function differenceLines(out: Output, { tlp, title, difference }: PracticeDifference): string[] {
  const changed = (pieces: readonly Piece[]): boolean => pieces.some(({ change }) => change !== "KEPT");
  const part = (name: string, pieces: readonly Piece[]): string[] =>
    changed(pieces) ? hanging(out, `${name}  `, piecesText(out, pieces)) : [];
  return [
    `${out.label(tlp)}  ${oneLine(title)}  version ${difference.from} → ${difference.to}`,
    ...part("title  ", difference.title),
    ...part("summary", difference.summary),
    ...part("body   ", difference.body),
    ...difference.clauses.flatMap(({ id, change, levelBefore, levelAfter, text }) => {
      if (change === "KEPT") return [];
      const level = levelBefore === levelAfter ? levelAfter : `${levelBefore ?? ""} → ${levelAfter ?? ""}`;
      return hanging(out, `${id}  ${change}  ${level}  `, piecesText(out, text));
    }),
  ];
}

type Piece = PracticeDifference["difference"]["title"][number];

function piecesText(out: Output, pieces: readonly Piece[]): string {
  return pieces
    .map(({ change, text }) => {
      if (change === "ADDED") return out.style("green", `{+${printable(text)}+}`);
      return change === "REMOVED" ? out.style("red", `[-${printable(text)}-]`) : printable(text);
    })
    .join("");
}
