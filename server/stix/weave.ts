/**
 * Which objects become items, and what of the others goes with them.
 *
 * 1. Objects of ours, and those of types that are like our kinds, are items; an indicator is one where nothing else takes it.
 * 2. A relationship between two items is a relation; between an item and something else it brings that into the item.
 * 3. What a report refers to, and notes and opinions on an item, are brought in likewise.
 * 4. Nothing is brought into an item that is to be read by more people than it.
 */
import type { ItemKind } from "../../domain/kinds.ts";
import { relationTypes } from "../../domain/vocabulary.ts";
import { extensionOf } from "./extension.ts";
import type { Belongings } from "./foreign-item.ts";
import { patternBlock, systemOf } from "./foreign-item.ts";
import { kindOf, relationOf, silentBecause } from "./foreign-kinds.ts";
import { cut } from "./fitting.ts";
import type { MappedRelation, Outcome } from "./from-stix.ts";
import type { Incoming } from "./incoming.ts";
import { refOf, refsOf } from "./incoming.ts";
import type { OwnItem } from "./own-item.ts";
import { readOwnItem } from "./own-item.ts";
import { isStixId } from "./ids.ts";
import { text } from "./raw.ts";
import { isStricter } from "./strictness.ts";
import { summaryOf } from "./mention.ts";

export type Fate = { readonly outcome: Outcome; readonly reason: string | null };
export type Candidate = {
  readonly kind: ItemKind;
  readonly own: OwnItem | null;
  readonly relations: MappedRelation[];
  readonly belongings: {
    -readonly [K in keyof Belongings]: Belongings[K] extends readonly (infer T)[] ? T[] : Belongings[K];
  };
};

const part: Fate = { outcome: "part of an item", reason: null };
const notTaken: Fate = { outcome: "skipped", reason: "its item takes nothing of this kind in" };
const tooStrict: Fate = { outcome: "skipped", reason: "it is more confidential than the item that it belongs to" };

export type Woven = {
  readonly candidates: ReadonlyMap<Incoming, Candidate>;
  readonly fates: ReadonlyMap<Incoming, Fate>;
};

/** Steps of about a millisecond each, so that whoever has other things to do can do them in between. */
export function* weave(kept: readonly Incoming[]): Generator<void, Woven, void> {
  const loom = new Loom(kept);
  const passes = ["sort", "connect", "bringIn", "standAlone"] as const;
  for (const pass of passes) {
    for (const [at, entry] of kept.entries()) {
      loom[pass](entry);
      if (at % stepLength === 0) yield;
    }
  }
  return loom;
}

export const stepLength = 100;

class Loom {
  readonly candidates = new Map<Incoming, Candidate>();
  readonly fates = new Map<Incoming, Fate>();
  readonly #byId: ReadonlyMap<string, Incoming>;
  /** Items of ours by their own ids, for the parts that name them. */
  readonly #byItemId = new Map<string, Incoming>();

  constructor(kept: readonly Incoming[]) {
    this.#byId = new Map(kept.filter(({ type }) => type !== "relationship").map((entry) => [entry.id, entry]));
  }

  sort(entry: Incoming): void {
    const { object, type, isRevoked } = entry;
    const own = readOwnItem(object);
    const isPart = text(extensionOf(object)?.["part_of"]) !== null;
    const kind = own?.kind ?? (isPart ? null : kindOf(object));
    const silent = silentBecause(type);
    if (isRevoked) this.fates.set(entry, revoked(kind));
    else if (kind !== null) this.#become(entry, kind, own);
    else if (silent !== null) this.fates.set(entry, { outcome: "skipped", reason: silent });
  }

  connect(entry: Incoming): void {
    if (entry.type !== "relationship" || this.fates.has(entry)) return;
    const own = this.#ownerOf(entry);
    if (own !== undefined) return this.#ownPart(entry, own);
    const [from, to] = [refOf(entry.object, "source_ref"), refOf(entry.object, "target_ref")].map((id) =>
      id === null ? undefined : this.#byId.get(id),
    );
    if (from === undefined || to === undefined)
      return void this.fates.set(entry, { outcome: "skipped", reason: "one of its ends is not here" });
    const [source, target] = [this.candidates.get(from), this.candidates.get(to)];
    const type = String(entry.object["relationship_type"]);
    if (source !== undefined && target !== undefined) {
      source.relations.push({ type: relationOf(type), to: to.id, itemId: target.own?.provenance.itemId ?? null });
      this.fates.set(entry, part);
    } else if (source !== undefined) {
      this.fates.set(entry, this.#absorb(from, to, entry, type));
    } else if (target !== undefined) {
      this.fates.set(entry, this.#absorb(to, from, entry, from.type === "indicator" ? "indicates" : `${type} this`));
    } else {
      this.fates.set(entry, { outcome: "skipped", reason: "neither of its ends becomes an item" });
    }
  }

  bringIn(entry: Incoming): void {
    const { object, type } = entry;
    const own = this.#ownerOf(entry);
    if (own !== undefined && type !== "relationship") return this.#ownPart(entry, own);
    const about = refsOf(object, "object_refs").flatMap((id) => this.#byId.get(id) ?? []);
    const candidate = this.candidates.get(entry);
    if (candidate !== undefined) {
      const creator = this.#byId.get(refOf(object, "created_by_ref") ?? "");
      if (creator?.type === "identity") this.#creditTo(entry, candidate, creator);
      for (const other of new Set(about)) this.#referTo(entry, candidate, other);
    } else if (!this.fates.has(entry) && (type === "note" || type === "opinion" || type === "sighting")) {
      const seen = this.#byId.get(refOf(object, "sighting_of_ref") ?? "");
      const item = [...about, ...(seen === undefined ? [] : [seen])].find((other) => this.candidates.has(other));
      if (item !== undefined) this.fates.set(entry, this.#absorb(item, entry, entry, type));
    }
  }

  /** An indicator that nothing has taken is worth an item of its own. */
  standAlone(entry: Incoming): void {
    if (entry.type !== "indicator" || this.fates.has(entry) || this.candidates.has(entry)) return;
    if (text(entry.object["pattern"]) !== null) this.#become(entry, "THREAT_ACTIVITY", null);
  }

  #become(entry: Incoming, kind: ItemKind, own: OwnItem | null): void {
    const belongings = { notes: [], detection: [], systems: [], creator: null };
    this.candidates.set(entry, { kind, own, relations: [], belongings });
    if (own !== null) this.#byItemId.set(own.provenance.itemId, entry);
  }

  #ownerOf({ object }: Incoming): Incoming | undefined {
    return this.#byItemId.get(text(extensionOf(object)?.["part_of"]) ?? "");
  }

  /** What a part of ours says stands in its item; a relation is the one that does not. */
  #ownPart(entry: Incoming, owner: Incoming): void {
    const { relation, part: name, relates_to: itemId } = extensionOf(entry.object) ?? {};
    if (name === "sighting" || name === "answer") {
      const reason = "only who saw or answered can say so: report it in the forum";
      return void this.fates.set(entry, { outcome: "skipped", reason });
    }
    const ends = [refOf(entry.object, "source_ref"), refOf(entry.object, "target_ref")];
    const to = ends[1];
    if (name === "relation" && ends[0] === owner.id && isStixId(to)) {
      const type = relationTypes.find((each) => each === relation) ?? relationOf(entry.object["relationship_type"]);
      this.candidates.get(owner)?.relations.push({ type, to, itemId: text(itemId) });
    }
    for (const id of ends) this.#mark(this.#byId.get(id ?? ""));
    this.fates.set(entry, part);
  }

  #mark(entry: Incoming | undefined): void {
    if (entry !== undefined && !this.candidates.has(entry) && !this.#ownerOf(entry)) this.fates.set(entry, part);
  }

  #creditTo(item: Incoming, candidate: Candidate, creator: Incoming): void {
    if (candidate.own !== null) return this.#mark(creator);
    if (isStricter(creator.stamp.tlp, item.stamp.tlp)) return this.#leaveOut(creator);
    candidate.belongings.creator = cut(text(creator.object["name"]) ?? creator.id, 300);
    this.fates.set(creator, part);
  }

  #referTo(item: Incoming, candidate: Candidate, other: Incoming): void {
    const target = this.candidates.get(other);
    if (candidate.own !== null) this.#mark(other);
    else if (target !== undefined)
      candidate.relations.push({ type: "RELATED_TO", to: other.id, itemId: target.own?.provenance.itemId ?? null });
    else if (!isSilent(other)) this.#absorb(item, other, other, "about");
  }

  /** Brings an object into an item, if nobody may read it who may not read the item. Gives the fate of what brought it. */
  #absorb(item: Incoming, other: Incoming, carrier: Incoming, how: string): Fate {
    const candidate = this.candidates.get(item);
    if (candidate === undefined || candidate.own !== null || isSilent(other)) return notTaken;
    if (isStricter(other.stamp.tlp, item.stamp.tlp) || isStricter(carrier.stamp.tlp, item.stamp.tlp)) {
      this.#leaveOut(other);
      return tooStrict;
    }
    const { belongings, kind } = candidate;
    const system = other.type === "software" ? systemOf(other.object) : null;
    const block = other.type === "indicator" ? patternBlock(other.object) : null;
    const takesDetection = kind === "CIRCUMVENTION_TECHNIQUE" || kind === "THREAT_ACTIVITY";
    if (system !== null) belongings.systems.push(system);
    else if (block !== null && takesDetection) belongings.detection.push(block);
    else belongings.notes.push(block === null ? `- ${summaryOf(how, other)}` : block);
    this.fates.set(other, part);
    return part;
  }

  #leaveOut(entry: Incoming): void {
    if (!this.fates.has(entry)) this.fates.set(entry, tooStrict);
  }
}

function isSilent({ type }: Incoming): boolean {
  return silentBecause(type) !== null;
}

function revoked(kind: ItemKind | null): Fate {
  return kind === null
    ? { outcome: "skipped", reason: "it is revoked" }
    : { outcome: "withdrawal", reason: "it is revoked at its source" };
}
