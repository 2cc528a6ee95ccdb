/** Brings what was mapped from a bundle into the forum, as the member who imports it. Doing it again changes nothing. */
import { createHash } from "node:crypto";
import type { Reader } from "../../db/reader.ts";
import type { Store } from "../../db/store.ts";
import type { ItemWritten, RelationInput } from "../../domain/commands.ts";
import { ForumError } from "../../domain/errors.ts";
import { kindOfId } from "../../domain/ids.ts";
import type { Member } from "../../domain/people.ts";
import type { ItemView } from "../../domain/view.ts";
import type { Mapped } from "../stix/from-stix.ts";
import { findImported } from "./find-imported.ts";
import type { MappedObject } from "./order.ts";
import { inOrder } from "./order.ts";
import type { BringInOptions, Plan } from "./plan.ts";
import { broughtByOthers, planItem } from "./plan.ts";

/** What became of one object: what the mapping said of it, or what the forum did with it. */
export type Brought = {
  readonly id: string;
  readonly outcome:
    | "published"
    | "revised"
    | "withdrawn"
    | "saved as a draft"
    | "unchanged"
    | "part of an item"
    | "skipped"
    | "refused";
  readonly reason: string | null;
  readonly item: string | null;
};

/** So many items are asked for at a time, and so many written. */
const together = 100;
const writtenTogether = 20;

export type BringInParts = {
  readonly store: Store;
  readonly reader: Reader;
  readonly member: Member;
  /** Waits until one more write may be made. */
  readonly turn: () => Promise<void>;
};

/** Tells of each object when it is done with; of those that are no items first. */
export async function* bringIn(
  parts: BringInParts,
  mapped: readonly Mapped[],
  options: BringInOptions,
): AsyncGenerator<Brought, void, void> {
  const importing = new Importing(parts, options);
  const objects = mapped.filter(isItem);
  await importing.look(mapped);
  for (const one of mapped) {
    if (one.outcome === "withdrawal") yield await importing.withdraw(one);
    else if (!isItem(one)) yield { id: one.objectId, outcome: otherwise(one), reason: one.reason, item: null };
  }
  const circular: MappedObject[] = [];
  for (const some of inBatches(inOrder(objects))) {
    circular.push(...some.filter((object) => importing.waitsForOthers(object)));
    yield* await Promise.all(some.map((object) => importing.bring(object)));
  }
  // What pointed at items that had no id yet is given its relations when they have one.
  for (const object of circular) {
    const outcome = await importing.bring(object);
    if (outcome.outcome === "refused") yield outcome;
  }
}

function isItem(one: Mapped): one is MappedObject {
  return one.item !== null;
}

/** Written together, so that one transaction of the store takes many: what points at an item of a batch waits for the next. */
function* inBatches(objects: readonly MappedObject[]): Generator<MappedObject[], void, void> {
  let batch = new Map<string, MappedObject>();
  for (const object of objects) {
    if (batch.size >= writtenTogether || object.item.relations.some(({ to }) => batch.has(to))) {
      yield [...batch.values()];
      batch = new Map();
    }
    batch.set(object.objectId, object);
  }
  if (batch.size > 0) yield [...batch.values()];
}

function otherwise({ outcome }: Mapped): "part of an item" | "skipped" | "refused" {
  return outcome === "part of an item" || outcome === "refused" ? outcome : "skipped";
}

type Writing = Exclude<Plan, { readonly does: "skip" | "nothing" }>;

class Importing {
  readonly #parts: BringInParts;
  readonly #options: BringInOptions;
  /** The items that objects are here, by the ids of the objects. */
  readonly #here = new Map<string, ItemView>();
  /** Of those the ones that came from the feed that this import is of. */
  readonly #ofFeed = new Set<string>();
  /** The objects that become items by this import. */
  #coming: ReadonlySet<string> = new Set();
  /** Of the items of this forum that relations name, those that the member sees. */
  #seen: ReadonlySet<string> = new Set();

  constructor(parts: BringInParts, options: BringInOptions) {
    this.#parts = parts;
    this.#options = options;
  }

  /** Finds what is here already. */
  async look(mapped: readonly Mapped[]): Promise<void> {
    const { reader, member } = this.#parts;
    const items = mapped.filter(isItem);
    this.#coming = new Set(items.map(({ objectId }) => objectId));
    const revoked = mapped.filter(({ outcome }) => outcome === "withdrawal").map(({ objectId }) => objectId);
    const wanted = new Set([...this.#coming, ...revoked]);
    if (wanted.size === 0) return;
    for (const [id, item] of await findImported(reader, member.organizationId, wanted, this.#options.source))
      this.#here.set(id, item);
    await this.#lookAtFeed();
    const ours = items.filter((object) => this.#isOurs(object));
    const related = ours.flatMap(({ item }) => item.relations.flatMap(({ itemId }) => itemId ?? []));
    const named = ours.flatMap(({ item }) => item.provenance?.itemId ?? []);
    const found = await this.#itemsById([...new Set([...named, ...related])]);
    this.#seen = new Set(found.keys());
    for (const { objectId, item } of ours) {
      const here = found.get(item.provenance?.itemId ?? "");
      if (here !== undefined) this.#here.set(objectId, here);
    }
  }

  async #lookAtFeed(): Promise<void> {
    const { feed } = this.#options;
    const ids = [...this.#here.values()].map(({ id }) => id);
    if (feed === undefined) return;
    for (let at = 0; at < ids.length; at += together)
      for (const id of await this.#parts.store.itemsOfFeed(feed, ids.slice(at, at + together))) this.#ofFeed.add(id);
  }

  #mayChange(item: ItemView): boolean {
    return this.#options.feed === undefined || this.#ofFeed.has(item.id);
  }

  async #itemsById(ids: readonly string[]): Promise<Map<string, ItemView>> {
    const found = new Map<string, ItemView>();
    const wellFormed = ids.filter((id) => kindOfId(id) === "item");
    for (let at = 0; at < wellFormed.length; at += together) {
      const items = await this.#parts.reader.items(wellFormed.slice(at, at + together));
      for (const item of items) if (item !== null) found.set(item.id, item);
    }
    return found;
  }

  async bring(object: MappedObject): Promise<Brought> {
    try {
      return await this.#bring(object).catch((error: unknown) => this.#bringAnew(object, error));
    } catch (error) {
      return this.#refusalOf(object.objectId, error);
    }
  }

  /** Where somebody else has changed the item meanwhile, it is looked at as it is now. */
  async #bringAnew(object: MappedObject, error: unknown): Promise<Brought> {
    const stale = this.#here.get(object.objectId);
    if (stale === undefined || !(error instanceof ForumError) || error.code !== "CONFLICT") throw error;
    const now = await this.#parts.reader.item(stale.id);
    if (now === null) this.#here.delete(object.objectId);
    else this.#here.set(object.objectId, now);
    return this.#bring(object);
  }

  async #bring(object: MappedObject): Promise<Brought> {
    const { objectId: id, item } = object;
    const { relations, missing } = this.#relationsOf(object);
    const existing = this.#here.get(id) ?? null;
    const existingRelations = existing === null ? [] : await this.#relationsHere(existing.id);
    const isOurs = this.#isOurs(object) && existing !== null;
    const isOfFeed = existing !== null && this.#mayChange(existing);
    const planned = { objectId: id, item, isOurs, existing, isOfFeed, relations, existingRelations };
    const plan = planItem(planned, this.#parts.member, this.#options);
    const outcome = await this.#carryOut(id, plan);
    const left =
      missing === 0 || outcome.reason !== null
        ? outcome.reason
        : `${missing} of its relations lead to nothing that is here`;
    return { ...outcome, reason: item.doubt ?? left };
  }

  /** Whether it points at something of this import that has no id yet. */
  waitsForOthers({ item }: MappedObject): boolean {
    return item.relations.some(({ to }) => this.#coming.has(to) && !this.#here.has(to));
  }

  async withdraw({ objectId: id, reason }: Mapped): Promise<Brought> {
    const item = this.#here.get(id);
    if (item === undefined)
      return { id, outcome: "skipped", reason: "it is revoked, and nothing of it was imported", item: null };
    if (item.status === "DRAFT")
      return { id, outcome: "skipped", reason: "it is revoked, and a draft here", item: item.id };
    if (item.withdrawal !== null) return { id, outcome: "unchanged", reason, item: item.id };
    if (!this.#mayChange(item)) return { id, outcome: "skipped", reason: broughtByOthers, item: item.id };
    try {
      await this.#parts.turn();
      const input = { itemId: item.id, reason: "Revoked at its source.", idempotencyKey: null };
      await this.#parts.store.commit(this.#parts.reader.viewer, "withdraw", input);
      return { id, outcome: "withdrawn", reason, item: item.id };
    } catch (error) {
      return this.#refusalOf(id, error);
    }
  }

  #isOurs({ item }: MappedObject): boolean {
    const { provenance } = item;
    return provenance?.forumId === this.#parts.store.forumId && kindOfId(provenance.itemId) === "item";
  }

  #relationsOf(object: MappedObject): { readonly relations: RelationInput[]; readonly missing: number } {
    const found = new Map<string, RelationInput>();
    let missing = 0;
    for (const { type, to, itemId } of object.item.relations) {
      const named = itemId !== null && this.#isOurs(object) && this.#seen.has(itemId) ? itemId : null;
      const here = this.#here.get(to)?.id ?? named;
      if (here === null) missing += this.#coming.has(to) ? 0 : 1;
      else found.set(`${type} ${here}`, { type, itemId: here });
    }
    return { relations: [...found.values()], missing };
  }

  async #relationsHere(itemId: string): Promise<RelationInput[]> {
    const [relations = []] = await this.#parts.reader.relations([itemId]);
    return relations.map(({ type, item }) => ({ type, itemId: item.id }));
  }

  async #carryOut(id: string, plan: Plan): Promise<Brought> {
    const { reader } = this.#parts;
    if (plan.does === "skip") return { id, outcome: "skipped", reason: plan.why, item: this.#here.get(id)?.id ?? null };
    if (plan.does === "nothing") return { id, outcome: "unchanged", reason: null, item: plan.itemId };
    await this.#parts.turn();
    const idempotencyKey = `stix ${createHash("sha256").update(id).update(JSON.stringify(plan)).digest("base64url")}`;
    const written = await this.#write(plan, idempotencyKey);
    const here = await reader.item(written.itemId);
    if (here !== null) this.#here.set(id, here);
    this.#ofFeed.add(written.itemId);
    const outcome = ({ publish: "published", save: "saved as a draft", revise: "revised" } as const)[plan.does];
    return { id, outcome, reason: null, item: written.itemId };
  }

  #write(plan: Writing, idempotencyKey: string): Promise<ItemWritten> {
    const { store, reader } = this.#parts;
    const { draft: item } = plan;
    const feed = this.#options.feed === undefined ? {} : { feed: this.#options.feed };
    switch (plan.does) {
      case "publish":
        return store.commit(reader.viewer, "publish", { item, idempotencyKey, ...feed });
      case "save":
        return store.commit(reader.viewer, "saveDraft", { itemId: plan.itemId, item, ...feed });
      case "revise":
        return store.commit(reader.viewer, "revise", {
          itemId: plan.itemId,
          expectedRevision: plan.revision,
          item,
          idempotencyKey,
        });
    }
  }

  /**
   * What the forum refuses is told, and does not stop the rest; whoever is not let in any more is not told anything. A feed is not told either
   * that nothing can be written now: it is asked again.
   */
  #refusalOf(id: string, error: unknown): Brought {
    if (!(error instanceof ForumError) || error.code === "UNAUTHENTICATED") throw error;
    if (error.code === "UNAVAILABLE" && this.#options.feed !== undefined) throw error;
    const field = error.field === undefined ? "" : ` (${error.field})`;
    return { id, outcome: "refused", reason: `the forum refused it: ${error.message}${field}`, item: null };
  }
}
