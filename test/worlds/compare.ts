/** Asks a forum everything that a viewer can ask, and compares each answer with the oracle's. */
import { expect } from "vitest";
import { uuidOf } from "../../domain/ids.ts";
import { extensionId } from "../../server/stix/extension.ts";
import { tlpOfMarking } from "../../server/stix/markings.ts";
import { feedDocument, listDocument, pageDocument, wholeDocument } from "./documents.ts";
import { expectedItem, itemName, titleOf } from "./expected-items.ts";
import { expectedDirectory, expectedFeed, expectedList, expectedStatistics, expectedViewer } from "./expected-lists.ts";
import type { Filter, Questions } from "./filters.ts";
import { withoutText } from "./filters.ts";
import { newest } from "./oracle.ts";
import type { Bookmark, Played } from "./play.ts";
import { viewersOf } from "./play.ts";
import { compareTaxii } from "./taxii.ts";
import type {
  BundleFile,
  Connection,
  FeedAnswer,
  FeedFile,
  ItemAnswer,
  ListAnswer,
  ManifestFile,
  PageAnswer,
  WholeAnswer,
} from "./shapes.ts";
import { plainEvent } from "./shapes.ts";

export async function compareEverything(played: Played, questions: Questions): Promise<void> {
  for (const viewer of viewersOf(played.forum.world)) {
    if (viewer !== null && !played.oracle.works(viewer)) {
      const { codes, data } = await played.forum.ask(viewer, "{ feedCursor }");
      expect({ codes, data }).toEqual({ codes: ["UNAUTHENTICATED"], data: null });
      continue;
    }
    const comparison = new Comparison(played, viewer);
    await comparison.everything();
    await comparison.doorInTurn(questions);
    for (const filter of [{}, { riskCategories: ["CYBER"] }, ...questions.filters])
      await comparison.lists(filter, questions.order);
    await comparison.pages({ statuses: ["DRAFT", "PUBLISHED", "WITHDRAWN"] }, questions);
    await comparison.feeds(played.bookmarks, questions);
  }
}

class Comparison {
  readonly #played: Played;
  readonly #viewer: number | null;
  readonly #name: string;

  constructor(played: Played, viewer: number | null) {
    this.#played = played;
    this.#viewer = viewer;
    this.#name = viewer === null ? "a visitor" : `account ${viewer}`;
  }

  get #person() {
    return this.#played.oracle.person(this.#viewer);
  }

  /** Asks for data in the shape of its document. */
  async #ask<T>(document: string, variables: Readonly<Record<string, unknown>>): Promise<T> {
    const { forum } = this.#played;
    const answer = await forum.ask(this.#viewer, document, variables);
    expect(answer.codes, `${this.#name}: ${answer.text.slice(0, 500)}`).toEqual([]);
    return forum.named(answer) as T; // the shapes are those of the documents
  }

  /** What other tools are given. Each is dear: a viewer comes to another door in the next world. */
  async doorInTurn({ filters }: Questions): Promise<void> {
    const turn = (this.#viewer ?? 0) + this.#played.forum.world.history.length;
    switch (turn % 3) {
      case 0:
        await this.feedFile();
        return this.misp();
      case 1:
        return this.bundle(turn % 2 === 0 ? {} : (filters[0] ?? {}));
      default:
        return compareTaxii(this.#played, this.#viewer);
    }
  }

  /** Every item by its id, one by one and together; who one is; and the directory. */
  async everything(): Promise<void> {
    const { forum, oracle } = this.#played;
    const absent = ["itm_00000000000000000000000000", "nonsense"];
    const ids = [...forum.items, ...absent];
    const expected = ids.map((_, index) => {
      const item = oracle.items[index];
      return oracle.sees(this.#person, item) ? expectedItem(oracle, this.#person, item) : null;
    });
    const one = ((this.#viewer ?? -1) + 1) % ids.length;
    const whole = await this.#ask<WholeAnswer>(wholeDocument, { ids, one: ids[one] });
    const context = `${this.#name}, by id`;
    expect(whole.nodes.map(plainItem), context).toEqual(expected);
    expect(plainItem(whole.item), context).toEqual(expected[one]);
    expect(plainItem(whole.node), context).toEqual(expected[one]);
    const { groups, ...self } = whole.viewer;
    expect({ ...self, groups: groups.map(({ id }) => id).sort() }, context).toEqual(expectedViewer(this.#person));
    expect(plainDirectory(whole), `${this.#name}, directory`).toEqual(expectedDirectory(oracle, this.#person));
  }

  /** What is public, for feed readers. */
  async feedFile(): Promise<void> {
    const { forum, oracle } = this.#played;
    const isPublic = { tlp: ["CLEAR"], statuses: ["PUBLISHED", "WITHDRAWN"] } as const;
    const items = expectedList(oracle, null, isPublic, "NEWEST", ({ index }) => forum.items[index] ?? "");
    const feed: FeedFile = JSON.parse((await forum.read(this.#viewer, "/feed.json")) ?? "{}");
    expect(
      feed.items.map(({ _tocsin, title }) => `${forum.nameOf(_tocsin.id)} ${title}`),
      `${this.#name}, /feed.json`,
    ).toEqual(
      items.map((item) => `${itemName(item.index)} ${item.withdrawal ? "Withdrawn" : titleOf(newest(item).input)}`),
    );
  }

  /** The events of the MISP feed, their labels, and the files of those that are not among them. */
  async misp(): Promise<void> {
    const { forum, oracle } = this.#played;
    const passable = {
      tlp: ["AMBER_STRICT", "AMBER", "GREEN", "CLEAR"],
      statuses: ["PUBLISHED", "WITHDRAWN"],
    } as const;
    const items = expectedList(oracle, this.#person, passable, "NEWEST", ({ index }) => forum.items[index] ?? "");
    const names = new Map(forum.items.map((id) => [uuidOf(id), forum.nameOf(id)]));
    const manifest: ManifestFile = JSON.parse((await forum.read(this.#viewer, "/misp/manifest.json")) ?? "{}");
    const context = `${this.#name}, the MISP feed`;
    expect(
      Object.entries(manifest).map(([uuid, { info, Tag }]) => `${names.get(uuid)} ${info} ${Tag[0]?.name}`),
      context,
    ).toEqual(
      items.map((item) => {
        const { input } = newest(item);
        const tag = `tlp:${input.tlp.toLowerCase().replace("_", "+")}`;
        return `${itemName(item.index)} ${item.withdrawal ? "Withdrawn" : titleOf(input)} ${tag}`;
      }),
    );
    for (const [uuid, name] of names) {
      const file = await forum.read(this.#viewer, `/misp/${uuid}.json`);
      expect(file === null, `${context}, the file of ${name}`).toBe(manifest[uuid] === undefined);
    }
    const hashed = ((await forum.read(this.#viewer, "/misp/hashes.csv")) ?? "")
      .split("\n")
      .map((line) => line.slice(33));
    const published = items.filter(({ withdrawal }) => !withdrawal).map(({ index }) => itemName(index));
    expect(new Set(hashed.filter(Boolean).map((uuid) => names.get(uuid))), context).toEqual(new Set(published));
  }

  /** The items of a bundle of STIX, their labels and what is left of those that are withdrawn. */
  async bundle(filter: Filter): Promise<void> {
    const { forum, oracle } = this.#played;
    const { statuses: _, ...rest } = filter;
    const told = { statuses: ["PUBLISHED", "WITHDRAWN"], ...rest } as const;
    const items = expectedList(oracle, this.#person, told, "OLDEST", ({ index }) => forum.items[index] ?? "");
    const query = new URLSearchParams(
      Object.entries(forum.filterInput(rest)).flatMap(([name, value]) =>
        Array.isArray(value) ? [[name, value.join()]] : typeof value === "string" ? [[name, value]] : [],
      ),
    );
    const bundle: BundleFile = JSON.parse((await forum.read(this.#viewer, `/stix/bundle?${query}`)) ?? "{}");
    const mains = bundle.objects.flatMap(
      ({ extensions, name, revoked = false, object_marking_refs: [marking] = [] }) => {
        const itemId = extensions?.[extensionId]?.item_id;
        return itemId === undefined
          ? []
          : [`${forum.nameOf(itemId)} ${name} ${tlpOfMarking(marking ?? "")} ${revoked}`];
      },
    );
    expect(mains, `${this.#name}, a bundle by ${query}`).toEqual(
      items.map((item) => {
        const { input } = newest(item);
        const isWithdrawn = item.withdrawal !== null;
        return `${itemName(item.index)} ${isWithdrawn ? "Withdrawn" : titleOf(input)} ${input.tlp} ${isWithdrawn}`;
      }),
    );
  }

  /** A list under a filter, its total and its statistics. */
  async lists(filter: Filter, order: Questions["order"]): Promise<void> {
    const { forum, oracle } = this.#played;
    const items = expectedList(oracle, this.#person, filter, order, ({ index }) => forum.items[index] ?? "");
    const variables = { filter: forum.filterInput(filter), orderBy: order };
    const answer = await this.#ask<ListAnswer>(listDocument, variables);
    const context = `${this.#name}, ${order} ${JSON.stringify(filter)}`;
    expect(
      answer.items.nodes.map(({ id, title, tlp, revision }) => `${id} ${title} ${tlp} ${revision}`),
      context,
    ).toEqual(
      items.map((item) => {
        const { number, input } = newest(item);
        return `${itemName(item.index)} ${titleOf(input)} ${input.tlp} ${number}`;
      }),
    );
    expect(answer.items.totalCount, context).toBe(items.length);
    expect(answer.items.pageInfo, context).toEqual({ hasNextPage: false, hasPreviousPage: false });
    expect(plainStatistics(answer), context).toEqual(expectedStatistics(items));
    if (filter.text === undefined) return;
    const best = await this.#ask<ListAnswer>(listDocument, { filter: forum.filterInput(filter) });
    expect(best.items.nodes.map(({ id }) => id).sort(), `${context}, best match`).toEqual(
      items.map(({ index }) => itemName(index)).sort(),
    );
  }

  /** The same list in small pages, from the front and from the back. */
  async pages(filter: Filter, { pageSize, order }: Questions): Promise<void> {
    const { forum, oracle } = this.#played;
    const items = expectedList(oracle, this.#person, filter, order, ({ index }) => forum.items[index] ?? "");
    const names = items.map(({ index }) => itemName(index));
    const page = async (place: Readonly<Record<string, unknown>>): Promise<Connection> => {
      const { items: answer } = await this.#ask<PageAnswer>(pageDocument, {
        filter: forum.filterInput(filter),
        orderBy: order,
        ...place,
      });
      expect(answer.totalCount).toBe(names.length);
      return answer;
    };
    // half of the viewers go forward, the others backward: each page is dear
    for (const forward of [(this.#viewer ?? 0) % 2 === 0]) {
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const place: Record<string, unknown> = forward
          ? { first: pageSize, after: cursor }
          : { last: pageSize, before: cursor };
        const { edges, pageInfo } = await page(place);
        const ids = edges.map(({ node }) => node.id);
        if (forward) seen.push(...ids);
        else seen.unshift(...ids);
        const left = names.length - seen.length;
        expect(forward ? pageInfo.hasNextPage : pageInfo.hasPreviousPage, `${this.#name}, more pages`).toBe(left > 0);
        expect(ids.length, `${this.#name}, the length of a page`).toBe(Math.min(pageSize, left + ids.length));
        cursor = forward ? pageInfo.endCursor : pageInfo.startCursor;
        if (left <= 0) break;
      } while (cursor !== null);
      expect(seen, `${this.#name}, ${order} in pages, ${forward ? "forward" : "backward"}`).toEqual(names);
    }
  }

  /** The feed from its beginning, in pages, from stored cursors and from the cursor of one of its events. */
  async feeds(bookmarks: readonly Bookmark[], { pageSize, filters }: Questions): Promise<void> {
    const whole = await this.#feed({}, "beginning");
    expect((await this.#readFeed({}, whole.page.endCursor, 500)).events, "behind the end").toEqual([]);
    const middle = Math.floor(whole.lines.length / 2);
    const event = whole.page.events[middle];
    if (event !== undefined) {
      const rest = await this.#readFeed({}, event.cursor, 500);
      expect(rest.events.map(plainEvent), `${this.#name}, behind an event`).toEqual(whole.lines.slice(middle + 1));
    }
    if (this.#viewer === null) {
      expect((await this.#readFeed({}, null, 500)).events.map(plainEvent), "after null").toEqual(whole.lines);
    } else if (this.#viewer % 2 === 0) await this.#feedInPages(whole.lines, pageSize);
    for (const bookmark of bookmarks) await this.#feed({}, bookmark);
    const [first, second] = filters.map((filter) => withoutText(filter));
    if (first !== undefined) await this.#feed(first, "beginning");
    if (second !== undefined) await this.#feed(second, bookmarks.at(-1) ?? "beginning");
  }

  async #readFeed(filter: Filter, after: string | null, first: number): Promise<FeedAnswer["feed"]> {
    const variables = { after, first, filter: this.#played.forum.filterInput(filter) };
    return (await this.#ask<FeedAnswer>(feedDocument, variables)).feed;
  }

  async #feed(filter: Filter, from: Bookmark | "beginning") {
    const after = from === "beginning" ? from : from.cursors.get(this.#viewer);
    const place = from === "beginning" || after === undefined ? "beginning" : from.place;
    const lines = expectedFeed(this.#played.oracle, this.#viewer, filter, place);
    const page = await this.#readFeed(filter, after ?? "beginning", 500);
    const context = `${this.#name}, feed from ${place}, ${JSON.stringify(filter)}`;
    expect(page.events.map(plainEvent), context).toEqual(lines);
    expect(page.hasMore, context).toBe(false);
    return { page, lines };
  }

  async #feedInPages(lines: readonly string[], pageSize: number): Promise<void> {
    const seen: string[] = [];
    for (let after = "beginning", more = true; more;) {
      const page = await this.#readFeed({}, after, pageSize);
      expect(page.hasMore && page.events.length === 0, "hasMore on an empty page").toBe(false);
      seen.push(...page.events.map(plainEvent));
      ({ endCursor: after, hasMore: more } = page);
    }
    expect(seen, `${this.#name}, feed in pages of ${pageSize}`).toEqual(lines);
  }
}

/** An item without the order of lists that have none. */
function plainItem(item: ItemAnswer | null) {
  if (item === null) return null;
  const { audience, reachedThrough, relations, relatedFrom, revisions, relays, sightings, threads, answers } = item;
  const byId = <T extends { id: string }>(list: T[]): T[] => list.sort((a, b) => (a.id < b.id ? -1 : 1));
  const end = ({ type, item: target }: { type: string; item: { id: string } }): string => `${type} ${target.id}`;
  return {
    ...item,
    audience: audience && {
      organizations: byId(audience.organizations),
      groups: byId(audience.groups),
      sectors: audience.sectors.sort(),
      accounts: byId(audience.accounts),
    },
    reachedThrough: reachedThrough.map(({ type, group }) => (group === null ? type : `${type} ${group.id}`)).sort(),
    relations: relations.map(end).sort(),
    relatedFrom: relatedFrom.map(end).sort(),
    revisions: revisions.map((revision) => ({
      ...revision,
      changes: revision.changes.map(({ field }) => field).sort(),
    })),
    relays:
      relays?.map(({ organization, by, at, active }) => `${organization.id} by ${by.id} ${at} ${active}`).sort() ??
      null,
    sightings: {
      ...sightings,
      entries: sightings.entries
        .map(({ organization, count, at }) => `${organization?.id ?? "somebody"} ${count} ${at}`)
        .sort(),
    },
    threads: threads
      .flatMap(({ tlp, at, posts }) =>
        posts.map(({ organization }) => `${tlp} ${at} ${organization?.id ?? "somebody"}`),
      )
      .sort(),
    answers: {
      ...answers,
      entries: answers.entries?.map(({ organization, state }) => `${organization.id} ${state}`).sort() ?? null,
    },
  };
}

function plainStatistics({ itemStatistics: { total, byKind, byRiskCategory, bySeverity, byMonth } }: ListAnswer) {
  return {
    total,
    byKind: byKind.map(({ kind, count }) => `${kind} ${count}`).sort(),
    byRiskCategory: byRiskCategory.map(({ riskCategory, count }) => `${riskCategory} ${count}`).sort(),
    bySeverity: bySeverity.map(({ severity, count }) => `${severity} ${count}`).sort(),
    byMonth: byMonth.map(({ month, count }) => `${month} ${count}`).sort(),
    inMonths: byMonth
      .flatMap(({ month, byRiskCategory: categories, bySeverity: ranks }) => [
        ...categories.map(({ riskCategory, count }) => `${month} ${riskCategory} ${count}`),
        ...ranks.map(({ severity, count }) => `${month} ${severity} ${count}`),
      ])
      .sort(),
  };
}

function plainDirectory({ organizations, accounts, groups }: WholeAnswer) {
  for (const list of [organizations, accounts, groups]) expect(list.totalCount).toBe(list.nodes.length);
  return {
    organizations: organizations.nodes,
    accounts: accounts.nodes,
    groups: groups.nodes.map((group) => ({
      id: group.id,
      organizations: group.organizations.map(({ id }) => id).sort(),
      accounts: group.accounts.map(({ id }) => id).sort(),
    })),
  };
}
