/** What a viewer gets by TAXII, for the oracle and for twins. */
import { expect } from "vitest";
import { itemKinds } from "../../domain/kinds.ts";
import { mainId } from "../../server/stix/main-types.ts";
import { itemName, titleOf } from "./expected-items.ts";
import { expectedFeed } from "./expected-lists.ts";
import type { WorldForum } from "./forum.ts";
import { newest } from "./oracle.ts";
import type { Played } from "./play.ts";

type Envelope = { readonly more?: boolean; readonly next?: string; readonly objects?: readonly StixObject[] };
type StixObject = { readonly id: string; readonly name?: string; readonly revoked?: boolean };

async function collectionIds(forum: WorldForum, viewer: number | null): Promise<readonly string[]> {
  const root = rootOf(viewer);
  const text = (await forum.read(viewer, `/taxii2/${root}/collections/`)) ?? "{}";
  const { collections }: { collections: readonly { id: string; can_read: boolean }[] } = JSON.parse(text);
  return collections.filter(({ can_read }) => can_read).map(({ id }) => `/taxii2/${root}/collections/${id}`);
}

function rootOf(viewer: number | null): string {
  return viewer === null ? "public" : "members";
}

/** A walk through everything, page by page, as the text of its answers. */
async function walk(forum: WorldForum, viewer: number | null, path: string, query: string): Promise<string[]> {
  const pages: string[] = [];
  for (let next: string | null = ""; next !== null;) {
    const text = (await forum.read(viewer, `${path}?${query}&next=${next}`)) ?? "";
    pages.push(text);
    const envelope: Envelope = JSON.parse(text);
    next = envelope.more === true ? (envelope.next ?? null) : null;
  }
  return pages;
}

/** The items that are there, revoked or not, are those that the oracle says. */
export async function compareTaxii({ forum, oracle }: Played, viewer: number | null): Promise<void> {
  const person = oracle.person(viewer);
  const [everything = ""] = await collectionIds(forum, viewer);
  const pages = await walk(forum, viewer, `${everything}/objects/`, "limit=1000");
  const objects = pages.flatMap((page): readonly StixObject[] => JSON.parse(page).objects ?? []);
  const names = new Map(
    forum.items.flatMap((id, index) => itemKinds.map((kind) => [mainId(id, kind), itemName(index)] as const)),
  );
  const found = objects.flatMap(({ id, name, revoked }) =>
    names.has(id) ? [`${names.get(id)} ${revoked === true ? "revoked" : name}`] : [],
  );
  const hidden = new Set(
    expectedFeed(oracle, viewer, {}, "beginning")
      .filter((line) => line.startsWith("HIDDEN"))
      .map((line) => line.split(" ").at(-1)),
  );
  const expected = oracle.items.flatMap((item) => {
    const name = itemName(item.index);
    if (!oracle.sees(person, item)) return hidden.has(name) ? [`${name} revoked`] : [];
    if (item.status === "DRAFT") return [];
    return [`${name} ${item.withdrawal ? "revoked" : titleOf(newest(item).input)}`];
  });
  expect(found.sort(), `${viewer === null ? "a visitor" : `account ${viewer}`}, TAXII`).toEqual(expected.sort());
}

/** What twins must answer alike. `hidden` are the ids of items that the viewer never saw. */
export async function taxiiAnswers(
  forum: WorldForum,
  viewer: number | null,
  hidden: readonly string[],
  pageSize: number,
): Promise<string[]> {
  const collections = await collectionIds(forum, viewer);
  const [everything = ""] = collections;
  const answers = [JSON.stringify(collections)];
  answers.push(...(await walk(forum, viewer, `${everything}/objects/`, `limit=${20 * pageSize}`)));
  answers.push(...(await walk(forum, viewer, `${everything}/manifest/`, "limit=1000&match[version]=all")));
  for (const group of collections.slice(-2)) answers.push(...(await walk(forum, viewer, `${group}/manifest/`, "")));
  for (const id of hidden.slice(0, 2)) {
    for (const kind of itemKinds) {
      answers.push((await forum.read(viewer, `${everything}/objects/${mainId(id, kind)}/`)) ?? "");
    }
  }
  return answers;
}
