import { and, eq, gte, lt, or } from "drizzle-orm";
import type { ItemState } from "../domain/items.ts";
import { strictestAttribution } from "../domain/label.ts";
import type { Member, Viewer } from "../domain/people.ts";
import { maySee } from "../domain/policy.ts";
import { labelRules } from "../domain/tlp.ts";
import type { ItemView } from "../domain/view.ts";
import { viewItem } from "../domain/view.ts";
import type { Dialect } from "./dialect.ts";
import type { Head } from "./forum.ts";
import { readHead } from "./forum.ts";
import { itemOfRow, loadVisible, revisionOfRow } from "./item-rows.ts";
import type { Arrival, ArrivalScope } from "./log/arrival.ts";
import type { Cursors } from "./log/cursor.ts";
import { openArrivalPage, sealArrivalPage, type ArrivalPage } from "./log/arrival-page.ts";
import type { Arrivals } from "./read-arrivals.ts";
import {
  firstPlaceAt,
  readArrivals,
  readArrivalsOf,
  readOrganizationsLike,
  readRelationMarks,
} from "./read-arrivals.ts";
import type { Earlier, RelationMark, Version } from "./read-earlier.ts";
import { readEarlier } from "./read-earlier.ts";
import type { ItemReadContext } from "./read-items.ts";
import type { Rights } from "./rights.ts";
import type { ArrivalPlace } from "./visible.ts";

export type ArrivedParts = {
  readonly dialect: Dialect;
  readonly cursors: Cursors;
  readonly rightsOfNow: () => Promise<Rights>;
  readonly audit: (action: string, subjectIds: readonly string[], outcome: string) => Promise<void>;
};

/** The head of the log, and the rights that were looked up behind it, as for a feed. */
type Moment = { readonly head: Head; readonly context: ItemReadContext };

/**
 * What arrived in one viewer's sight, by the rights of the moment at which it is first asked: each request makes its own. It tells nothing
 * but numbers and instants, until what came is asked for.
 */
export class Arrived {
  readonly viewer: Viewer;
  readonly #parts: ArrivedParts;
  #looked: Promise<Moment> | null = null;

  constructor(viewer: Viewer, parts: ArrivedParts) {
    this.viewer = viewer;
    this.#parts = parts;
  }

  /** Who the viewer is at this moment; null for a visitor. */
  async member(): Promise<Member | null> {
    return (await this.#moment()).context.rights.member;
  }

  /** What arrived at a place or behind it, from at most `limit` entries of the log. */
  async from({ order, position }: ArrivalPlace, scope: ArrivalScope, limit: number): Promise<Arrivals> {
    const { head, context } = await this.#moment();
    const after = { order, position: position - 1 };
    return readArrivals(context, scope, { after, until: head.position, limit });
  }

  /** All that arrived of the items whose ids begin so, in order. */
  async ofItems(idBegins: string, scope: ArrivalScope): Promise<Arrival[]> {
    const { context } = await this.#moment();
    const { items: i } = context.dialect.tables;
    const rows = await context.dialect.reader.db
      .select({ id: i.id })
      .from(i)
      .where(and(gte(i.id, idBegins), lt(i.id, `${idBegins}~`)))
      .limit(2);
    const found = await Promise.all(rows.map(({ id }) => readArrivalsOf(context, scope, id)));
    return found.flat();
  }

  /** The first place at which something can have arrived at an instant or later; null where nothing did. */
  async firstPlaceAt(instant: string): Promise<ArrivalPlace | null> {
    return firstPlaceAt((await this.#moment()).context, instant);
  }

  /** The items as they were in these revisions; null for what the viewer may not see. */
  async items(versions: readonly Version[]): Promise<(ItemView | null)[]> {
    const { dialect, rights } = (await this.#moment()).context;
    const { reader, tables } = dialect;
    const states = await loadVisible(reader, tables, rights.ring, [...new Set(versions.map(({ itemId }) => itemId))]);
    const earlier = versions.filter(({ itemId, revision }) => (states.get(itemId)?.revision ?? revision) !== revision);
    const { revisions: r } = tables;
    const wanted = earlier.map(({ itemId, revision }) => and(eq(r.itemId, itemId), eq(r.revision, revision)));
    const rows =
      wanted.length === 0
        ? []
        : await reader.db
            .select()
            .from(r)
            .where(or(...wanted));
    const known = new Map(
      rows
        .filter(({ keys }) => maySee(keys, rights.ring))
        .map((row) => [`${row.itemId} ${row.revision}`, revisionOfRow(row)]),
    );
    return versions.map(({ itemId, revision }) => {
      const state = states.get(itemId);
      if (state === undefined) return null;
      if (state.revision === revision) return viewItem(state, rights.member);
      const then = known.get(`${itemId} ${revision}`);
      if (then === undefined) return null;
      const attribution = strictestAttribution(then.label.attribution, state.label.attribution);
      const revisedAt = revision === 1 ? null : then.at;
      const item: ItemState = {
        ...state,
        revision,
        revisedAt,
        content: then.content,
        label: { ...then.label, attribution },
      };
      return viewItem(item, rights.member);
    });
  }

  /** What the viewer had of items that have been hidden from it, as if they had been withdrawn when they were. */
  async lastSeen(hidden: readonly Extract<Arrival, { type: "hidden" }>[]): Promise<(ItemView | null)[]> {
    if (hidden.length === 0) return [];
    const { dialect, rights } = (await this.#moment()).context;
    const { items: i, revisions: r, log } = dialect.tables;
    const { db } = dialect.reader;
    return Promise.all(
      hidden.map(async ({ itemId, revision, position, at }) => {
        const [[row], [then], [logged]] = await Promise.all([
          db.select().from(i).where(eq(i.id, itemId)),
          db
            .select()
            .from(r)
            .where(and(eq(r.itemId, itemId), eq(r.revision, revision - 1))),
          db.select().from(log).where(eq(log.position, position)),
        ]);
        const entry = logged?.entry.type === "item" && logged.entry.itemId === itemId ? logged.entry : null;
        const { member, ring } = rights.before(position);
        if (row === undefined || then === undefined || entry === null || !maySee(entry.before, ring)) return null;
        const { content, label, revision: number } = revisionOfRow(then);
        const withdrawal = { reason: "", at };
        return viewItem(
          { ...itemOfRow(row), status: "WITHDRAWN", revision: number, content, label, withdrawal },
          member,
        );
      }),
    );
  }

  /** The organisations whose ids begin so, as they arrived. */
  async ofOrganizations(idBegins: string): Promise<Arrival[]> {
    return readOrganizationsLike((await this.#moment()).context, idBegins);
  }

  /** What items were before these revisions, for each in order. */
  async earlier(versions: readonly Version[]): Promise<Earlier[]> {
    return readEarlier((await this.#moment()).context, versions);
  }

  /** What items say of others that the viewer sees. */
  async relationMarks(ids: readonly string[]): Promise<RelationMark[]> {
    return readRelationMarks((await this.#moment()).context, ids);
  }

  /** Writes to the audit log that items were handed out, those whose label asks for it. */
  async noteHandedOut(arrivals: readonly Arrival[]): Promise<void> {
    const noted = arrivals.flatMap((each) =>
      each.type === "item" && labelRules[each.tlp].readsAudited ? [each.itemId] : [],
    );
    if (noted.length > 0) await this.#parts.audit("read", [...new Set(noted)], "done");
  }

  /** A page's place as text that tells nothing, good for this viewer and for `collection` alone. */
  async seal(collection: string, page: ArrivalPage): Promise<string> {
    return sealArrivalPage(this.#parts.cursors, this.viewer, collection, (await this.#moment()).head.epoch, page);
  }

  /** The place that such a text stands for. */
  async open(collection: string, text: string): Promise<ArrivalPage> {
    return openArrivalPage(this.#parts.cursors, this.viewer, collection, (await this.#moment()).head.epoch, text);
  }

  #moment(): Promise<Moment> {
    this.#looked ??= this.#look();
    return this.#looked;
  }

  async #look(): Promise<Moment> {
    const { dialect, cursors, rightsOfNow } = this.#parts;
    const head = await readHead(dialect.reader, dialect.tables);
    return { head, context: { dialect, cursors, viewer: this.viewer, rights: await rightsOfNow() } };
  }
}
