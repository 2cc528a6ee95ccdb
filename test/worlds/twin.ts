/** The twin of a world for one viewer: the same story without the items that this viewer never saw. */
import { uuidOf } from "../../domain/ids.ts";
import { feedCursorDocument, feedDocument, listDocument, pageDocument, wholeDocument, writes } from "./documents.ts";
import type { Questions } from "./filters.ts";
import { WorldForum } from "./forum.ts";
import { normalize } from "./normalize.ts";
import type { DoneStep, Played } from "./play.ts";
import { middleOf, viewersOf } from "./play.ts";
import { taxiiAnswers } from "./taxii.ts";
import type { Act, Input, World } from "./world.ts";
import { worldBegin } from "./world.ts";

export type Viewer = number | null;

/** The items that a viewer never saw, and the other ones. */
export function hiddenFrom({ oracle, everSeen }: Played, viewer: Viewer): number[] {
  return oracle.items.map(({ index }) => index).filter((index) => !everSeen.has(`${viewer} ${index}`));
}

/** The viewers from whom something is hidden, and who can still ask. */
export function kept(played: Played): Viewer[] {
  const { forum, oracle } = played;
  return viewersOf(forum.world).filter(
    (viewer) => (viewer === null || oracle.works(viewer)) && hiddenFrom(played, viewer).length > 0,
  );
}

/** Plays the twin. Gives the forum, and the cursor that the viewer had in the middle of the story. */
export async function playTwin(
  { forum: { world }, done, oracle }: Played,
  hidden: readonly number[],
  { viewer, keepsCursor }: { viewer: Viewer; keepsCursor: boolean },
  seed: (name: string) => void,
): Promise<{ forum: WorldForum; cursor: string | null }> {
  const forum = await WorldForum.open(world, seed);
  const places = new Map<number, number>();
  let elapsedMs = 0;
  let made = 0;
  let cursor: string | null = null;
  for (const { step, key, place, elapsedMs: at } of done) {
    if (keepsCursor && cursor === null && place > middleOf(world)) cursor = await cursorOf(forum, viewer);
    const isNew = step.act.type === "publish" || (step.act.type === "saveDraft" && step.act.item === null);
    const item = isNew ? made++ : "item" in step.act ? step.act.item : null;
    if (item !== null && hidden.includes(item)) continue;
    const revision = item === null || isNew ? 1 : revisionAt(done, item, place);
    const act = withoutHidden(step.act, places);
    const { outcome, itemId } = await forum.perform({ ...step, act, laterMs: at - elapsedMs }, key, () => revision);
    if (outcome !== "done") throw new Error(`in the twin, ${JSON.stringify(act)} was answered with ${outcome}`);
    elapsedMs = at;
    if (!isNew || itemId === null || item === null) continue;
    places.set(item, forum.items.length);
    forum.addItem(itemId);
  }
  forum.waitUntil(worldBegin + totalMs(world));
  if (oracle.items.length !== made) throw new Error("the twin has lost count of the items");
  return { forum, cursor: keepsCursor ? (cursor ?? (await cursorOf(forum, viewer))) : null };
}

function totalMs({ history }: World): number {
  return history.reduce((sum, { laterMs }) => sum + laterMs, 0);
}

/** The newest revision of an item before a place in the story. */
function revisionAt(done: readonly DoneStep[], item: number, place: number): number {
  const isRevision = ({ act }: DoneStep["step"]): boolean => act.type === "revise" && act.item === item;
  return 1 + done.filter((one) => one.place < place && isRevision(one.step)).length;
}

/** An act with the places that items have in the twin; relations to hidden items are left out. */
function withoutHidden(act: Act, places: ReadonlyMap<number, number>): Act {
  const item = "item" in act && act.item !== null ? { item: places.get(act.item) ?? -1 } : {};
  const keepRelations = ({ relations }: Input): Input["relations"] =>
    relations.flatMap(({ type, item: target }) => {
      const place = places.get(target);
      return place === undefined ? [] : [{ type, item: place }];
    });
  const input = "input" in act ? { input: { ...act.input, relations: keepRelations(act.input) } } : {};
  return { ...act, ...item, ...input };
}

async function cursorOf(forum: WorldForum, viewer: Viewer): Promise<string> {
  const { data } = await forum.ask(viewer, feedCursorDocument);
  return String(data?.["feedCursor"]);
}

/** Everything that a viewer can ask, as the text of the answers. `ids` are those of the whole world, hidden ones too. */
export async function answersTo(
  forum: WorldForum,
  viewer: Viewer,
  {
    ids,
    cursor,
    hidden,
    questions,
  }: { ids: readonly string[]; cursor: string | null; hidden: readonly string[]; questions: Questions },
): Promise<string[]> {
  const answers: string[] = [];
  const ask = async (document: string, variables: Readonly<Record<string, unknown>>): Promise<void> => {
    const { text } = await forum.ask(viewer, document, variables);
    answers.push(normalize(text));
  };
  const events = ids.map((id) => `/misp/${uuidOf(id)}.json`);
  const bundles = ["/stix/bundle?forKeeping=true", "/stix/bundle?tlpEdition=1.0&statuses=PUBLISHED"];
  for (const path of ["/feed.json", "/feed.atom", "/misp/manifest.json", "/misp/hashes.csv", ...events, ...bundles])
    answers.push(normalize((await forum.read(viewer, path)) ?? ""));
  answers.push(...(await taxiiAnswers(forum, viewer, hidden, questions.pageSize)).map(normalize));
  for (const one of hidden.slice(0, 2)) {
    await ask(wholeDocument, { ids, one });
    await ask(writes.withdraw, { id: one, reason: "No.", key: `probe ${one}` });
    await ask(writes.relay, { id: one, organizations: [forum.organizations[0]], key: null });
    await ask(writes.answer, { id: one, state: "AFFECTED" });
    await ask(writes.discuss, { id: one });
    await ask(writes.publishDraft, { id: one, key: null });
    await ask(writes.publish, {
      input: { advisory: { ...probe, relations: [{ type: "COUNTERS", item: one }] } },
      key: null,
    });
    await ask(writes.revise, { id: one, expectedRevision: 1, input: { advisory: probe }, key: null });
  }
  for (const filter of [{}, { statuses: ["DRAFT", "PUBLISHED", "WITHDRAWN"] as const }, ...questions.filters]) {
    const input = forum.filterInput(filter);
    await ask(listDocument, { filter: input, orderBy: questions.order });
    if (filter.text !== undefined) await ask(listDocument, { filter: input });
    await ask(pageDocument, { filter: input, orderBy: questions.order, first: questions.pageSize });
    await ask(pageDocument, { filter: input, orderBy: questions.order, last: questions.pageSize });
    const { text: _, ...feedFilter } = input;
    await ask(feedDocument, { after: "beginning", first: 500, filter: feedFilter });
    await ask(feedDocument, { after: cursor, first: questions.pageSize, filter: feedFilter });
  }
  return answers;
}

/** Without a label or an audience that would do: what is refused is refused for it. */
const probe = { title: "Probe", summary: "Probe", riskCategories: ["CYBER"], severity: "LOW", tlp: "GREEN" };
