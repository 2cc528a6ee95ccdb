/**
 * Twins of a world of groups: the same story without what one viewer never saw, and the same story with the papers of its secret ballots
 * cast by others. Both draw the same ids for the same steps, so that what is left has the same names.
 */
import { uuidOf } from "../../../domain/ids.ts";
import { feedChanges } from "../../../domain/vocabulary.ts";
import { normalize } from "../normalize.ts";
import type { Questions } from "./compare.ts";
import {
  activityDocument,
  feedCursorDocument,
  feedDocument,
  groupDocument,
  listDocument,
  lookUpDocument,
  pageDocument,
  writes,
} from "./documents.ts";
import { filterInput } from "./follow.ts";
import type { Ids } from "./forum.ts";
import { ProceedingsForum } from "./forum.ts";
import type { Done, Played, Viewer } from "./play.ts";
import { viewersOf } from "./play.ts";
import type { Act } from "./world.ts";

type DoneStep = Extract<Done, { step: unknown }>;

/** What a step is about, as a sight of it is noted; null for what concerns the directory alone. */
function aboutOf({ step: { act }, made }: DoneStep): string | null {
  switch (act.type) {
    case "publish":
      return `practice ${made?.index}`;
    case "propose":
    case "move":
    case "relabel":
    case "withdraw":
      return `practice ${act.practice}`;
    case "comment":
    case "visit":
      return `comment ${made?.index}`;
    case "moderate":
    case "dispose":
    case "object":
    case "withdrawComment":
      return `comment ${act.comment}`;
    case "hold":
      return `ballot ${made?.index}`;
    case "vote":
    case "hear":
    case "close":
      return `ballot ${act.ballot}`;
    case "call":
      return `meeting ${made?.index}`;
    case "change":
    case "cancel":
    case "record":
      return `meeting ${act.meeting}`;
    case "attend":
      return `attendance ${act.meeting}`;
    case "join":
    case "leave":
    case "role":
      return null;
  }
}

/** The steps that a viewer saw nothing of. A ballot on which a decision rests that it saw shows in that. */
export function hiddenFrom({ done, everSeen, oracle }: Played, viewer: Viewer): ReadonlySet<Done> {
  const rested = oracle.decisions.flatMap(({ index, ballot }) =>
    ballot !== null && everSeen.has(`${viewer} decision ${index}`) ? [`ballot ${ballot.index}`] : [],
  );
  const isHidden = (one: Done): boolean => {
    const about = "step" in one ? aboutOf(one) : null;
    return about !== null && !everSeen.has(`${viewer} ${about}`) && !rested.includes(about);
  };
  return new Set(done.filter(isHidden));
}

/** Everybody from whom something of the proceedings is hidden. */
export function kept(played: Played): Viewer[] {
  return viewersOf(played.forum.world).filter((viewer) => hiddenFrom(played, viewer).size > 0);
}

/** The same story with what stands on the papers of each secret ballot cast by the next voter; null where all stays as it is. */
export function recast({ done, oracle }: Played): Done[] | null {
  const votes = done.filter((one): one is DoneStep & { step: { act: Act & { type: "vote" } } } => {
    const act = "step" in one ? one.step.act : null;
    return act?.type === "vote" && oracle.ballot(act.ballot).terms.secret;
  });
  const swapped = new Map<Done, Done>();
  for (const ballot of new Set(votes.map(({ step }) => step.act.ballot))) {
    const own = votes.filter(({ step }) => step.act.ballot === ballot);
    for (const [at, one] of own.entries()) {
      const next = own[(at + 1) % own.length] ?? one;
      const { option, reason } = next.step.act;
      const act = { ...one.step.act, option, reason, words: next.step.place };
      if (next !== one) swapped.set(one, { ...one, step: { ...one.step, act } });
    }
  }
  return swapped.size === 0 ? null : done.map((one) => swapped.get(one) ?? one);
}

type Telling = {
  readonly seed: (name: string) => void;
  readonly isLeftOut?: (one: Done) => boolean;
  /** Whose cursor to take in the middle of the story. */
  readonly viewer: Viewer;
};

/** Tells a story once more. Gives the forum, and the cursor that the viewer had in the middle. */
export async function tellAgain(
  { forum: first, done: original, middle }: Played,
  done: readonly Done[],
  { seed, isLeftOut = () => false, viewer }: Telling,
): Promise<{ forum: ProceedingsForum; cursor: string }> {
  const forum = await ProceedingsForum.open(first.world, seed);
  try {
    forum.takeNames(first);
    let cursor = "";
    for (const [at, one] of done.entries()) {
      if (at === middle) cursor = await cursorOf(forum, viewer);
      const told = original[at];
      if (told !== undefined && isLeftOut(told)) continue;
      if ("turn" in one) await forum.turnTo(one.turn);
      else {
        const { outcome, text } = await forum.perform(one.step, one.known);
        if (outcome !== "done") throw new Error(`in the twin, ${JSON.stringify(one.step)} was answered with ${text}`);
      }
    }
    return { forum, cursor };
  } catch (error) {
    await forum[Symbol.asyncDispose]();
    throw error;
  }
}

async function cursorOf(forum: ProceedingsForum, viewer: Viewer): Promise<string> {
  const { data } = await forum.ask(viewer, feedCursorDocument);
  return String(data?.["feedCursor"]);
}

const stages = ["WORKING_DRAFT", "GROUP_LAST_CALL", "PUBLIC_COMMENT", "CANDIDATE", "ADOPTED", "DISCONTINUED"] as const;

/** Everything that a viewer can ask, as the text of the answers. What it tries in the end changes what may be changed. */
export async function answersTo(
  forum: ProceedingsForum,
  viewer: Viewer,
  { ids, cursor, questions }: { ids: Ids; cursor: string; questions: Questions },
): Promise<string[]> {
  const answers: string[] = [];
  const ask = async (document: string, variables: Readonly<Record<string, unknown>>): Promise<void> => {
    answers.push(normalize((await forum.ask(viewer, document, variables)).text));
  };
  const { practices, comments, decisions, ballots, meetings } = ids;
  const all = [...comments, ...decisions, ...ballots, ...meetings, ...practices];
  const { pageSize: first, stages: inStages, states, turn } = questions;
  const [practice, ballot, meeting, one] = [practices, ballots, meetings, all].map(
    (list) => list[turn % Math.max(1, list.length)],
  );
  const group = forum.groups[questions.group];
  await ask(lookUpDocument, { ids: all, practice, ballot: ballot ?? practice, meeting: meeting ?? practice, one });
  await ask(listDocument, { group, practice, stages: inStages, states });
  for (const id of practices)
    for (const comment of [null, ...comments.slice(-2)]) await ask(pageDocument, { id, first, comment, ballot: null });
  for (const id of forum.groups) {
    await ask(groupDocument, { id });
    await ask(activityDocument, { id, after: id === group ? cursor : "beginning" });
  }
  for (const [at, wish] of [{ changes: feedChanges }, ...questions.wishes].entries()) {
    const filter = filterInput(forum, wish);
    if (at !== 1) await ask(feedDocument, { after: "beginning", first: 500, filter });
    if (at !== 2) await ask(feedDocument, { after: cursor, first, filter });
  }
  for (const path of ["/feed.json", "/stix/bundle?forKeeping=true", `/misp/${uuidOf(practice ?? "")}.json`])
    answers.push(normalize((await forum.read(viewer, path)) ?? ""));
  for (const id of comments.slice(-4)) {
    await ask(writes.moderate, { id, letIn: false });
    await ask(writes.dispose, { id, disposition: "REJECTED", reason: "No." });
    await ask(writes.object, { id, text: "No." });
    await ask(writes.withdrawComment, { id });
  }
  for (const id of ballots.slice(-3)) {
    await ask(writes.vote, { id, option: 0 });
    await ask(writes.hear, { id, organization: forum.organizations[0], answer: "Yes." });
    await ask(writes.close, { id });
  }
  for (const id of meetings.slice(-2)) {
    await ask(writes.attend, { id, present: [] });
    await ask(writes.record, { id, minutes: "We met." });
    await ask(writes.change, { id, title: "Once more" });
  }
  for (const id of practices) {
    await ask(writes.comment, { id, input: { type: "GENERAL", text: "Probe" } });
    for (const to of stages) await ask(writes.move, { id, to, reason: "Why not." });
  }
  return answers;
}
