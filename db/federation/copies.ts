/** Items of other forums as they are here: what each stream says of them, and what has become of it. */
import { and, eq, inArray } from "drizzle-orm";
import type { RelationInput } from "../../domain/commands.ts";
import type { Address } from "../../domain/federation/addresses.ts";
import type { StreamName } from "../../domain/federation/streams.ts";
import type { ItemState } from "../../domain/items.ts";
import type { Key } from "../../domain/policy.ts";
import type { Dialect } from "../dialect.ts";
import { itemOfRow } from "../item-rows.ts";
import type { Tx } from "../log/commit.ts";
import type { Tables } from "../tables.ts";
import { localId } from "./hashes.ts";

export type ClaimRow = Tables["streamItems"]["$inferSelect"];
type ArrivedRow = Tables["arrivedRevisions"]["$inferSelect"];

export class Copy {
  readonly itemId: string;
  readonly home: Address;
  /** What each of its streams has said last. */
  readonly claims: ReadonlyMap<StreamName, ClaimRow>;
  /** Which content came as which of its revisions. */
  readonly revisions: ReadonlyMap<number, ArrivedRow>;
  /** null: nobody here has ever been shown it. */
  readonly item: ItemState | null;
  readonly createdAt: string;

  constructor(parts: Pick<Copy, "itemId" | "home" | "claims" | "revisions" | "item" | "createdAt">) {
    this.itemId = parts.itemId;
    this.home = parts.home;
    this.claims = parts.claims;
    this.revisions = parts.revisions;
    this.item = parts.item;
    this.createdAt = parts.createdAt;
  }

  /** Which of its revisions is here; 0 for none. */
  get revision(): number {
    return [...this.revisions.values()].find(({ revisionHere }) => revisionHere === this.item?.revision)?.revision ?? 0;
  }

  /** The newest revision of which any stream has said anything. */
  get newest(): number {
    return Math.max(0, ...[...this.claims.values()].map(({ revision }) => revision));
  }

  /** What is said by the streams that show the newest revision. */
  get standing(): ClaimRow[] {
    return [...this.claims.values()].filter(({ claim, revision }) => claim !== null && revision === this.newest);
  }

  with(changes: Partial<Pick<Copy, "claims" | "revisions" | "item" | "createdAt">>): Copy {
    const { itemId, home, claims, revisions, item, createdAt } = this;
    return new Copy({ itemId, home, claims, revisions, item, createdAt, ...changes });
  }
}

/** The copies of what a peer has brought, looked up at once and kept up with what is written. */
export class Copies {
  readonly #tx: Tx;
  readonly #tables: Tables;
  readonly #copies: Map<string, Copy>;

  private constructor(tx: Tx, tables: Tables, copies: Map<string, Copy>) {
    this.#tx = tx;
    this.#tables = tables;
    this.#copies = copies;
  }

  static async open(tx: Tx, { tables }: Dialect, here: string, homes: readonly Address[]): Promise<Copies> {
    const { streamItems: s, arrivedRevisions: r, items: i } = tables;
    const byId = new Map(homes.map((home) => [localId("item", home, here), home]));
    const ids = [...byId.keys()];
    if (ids.length === 0) return new Copies(tx, tables, new Map());
    const claims = await tx.db.select().from(s).where(inArray(s.itemId, ids));
    const revisions = await tx.db.select().from(r).where(inArray(r.itemId, ids));
    const items = await tx.db.select().from(i).where(inArray(i.id, ids));
    const claimsOf = Map.groupBy(claims, ({ itemId }) => itemId);
    const revisionsOf = Map.groupBy(revisions, ({ itemId }) => itemId);
    const rowOf = new Map(items.map((row) => [row.id, row]));
    const copies = [...byId].map(([itemId, home]): [string, Copy] => {
      const row = rowOf.get(itemId);
      const copy = new Copy({
        itemId,
        home,
        claims: new Map((claimsOf.get(itemId) ?? []).map((claim) => [claim.stream, claim])),
        revisions: new Map((revisionsOf.get(itemId) ?? []).map((one) => [one.revision, one])),
        item: row === undefined ? null : itemOfRow(row),
        createdAt: row?.createdAt ?? tx.at,
      });
      return [itemId, copy];
    });
    return new Copies(tx, tables, new Map(copies));
  }

  of(itemId: string): Copy {
    const copy = this.#copies.get(itemId);
    if (copy === undefined) throw new Error(`${itemId} was not looked up`);
    return copy;
  }

  keep(copy: Copy): Copy {
    this.#copies.set(copy.itemId, copy);
    return copy;
  }

  /** Writes what a stream says of an item from now on. */
  async claim(copy: Copy, row: ClaimRow): Promise<Copy> {
    const { streamItems: s } = this.#tables;
    await this.#tx.db
      .insert(s)
      .values(row)
      .onConflictDoUpdate({ target: [s.forumId, s.stream, s.itemId], set: row });
    return this.keep(copy.with({ claims: new Map(copy.claims).set(row.stream, row) }));
  }

  /** Writes which content came as a revision, and which revision that is here. */
  async noteRevision(copy: Copy, row: Omit<ArrivedRow, "itemId">): Promise<Copy> {
    const { arrivedRevisions: r } = this.#tables;
    const whole = { itemId: copy.itemId, ...row };
    await this.#tx.db
      .insert(r)
      .values(whole)
      .onConflictDoUpdate({ target: [r.itemId, r.revision], set: whole });
    return this.keep(copy.with({ revisions: new Map(copy.revisions).set(row.revision, whole) }));
  }

  /** What is shown of the newest revision, and to whom, is something else now. */
  async readdress({ itemId }: Copy, item: ItemState, relations: readonly RelationInput[], keys: readonly Key[]) {
    const { revisions: r } = this.#tables;
    await this.#tx.db
      .update(r)
      .set({ ...item.label, relations, keys })
      .where(and(eq(r.itemId, itemId), eq(r.revision, item.revision)));
  }
}
