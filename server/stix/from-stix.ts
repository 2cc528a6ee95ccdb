/**
 * Objects of anybody's as inputs for items, and an account of every object: what became of it, and why. Nothing is believed but
 * what an object itself says, nothing becomes wider than it says, and what cannot be taken leaves the rest alone.
 */
import { ForumError } from "../../domain/errors.ts";
import type { Content, ItemKind } from "../../domain/kinds.ts";
import { parseContent } from "../../domain/parse.ts";
import type { Tlp } from "../../domain/tlp.ts";
import type { RelationType } from "../../domain/vocabulary.ts";
import type { ObjectText } from "./bundle-text.ts";
import { foreignItem, patternBlock } from "./foreign-item.ts";
import type { Incoming } from "./incoming.ts";
import { readIncoming } from "./incoming.ts";
import type { Provenance } from "./own-item.ts";
import { NotTaken, parseStrict } from "./strict-json.ts";
import type { Candidate, Fate } from "./weave.ts";
import { weave } from "./weave.ts";
import { chooseVersions } from "./versions.ts";

export type Outcome = "item" | "withdrawal" | "part of an item" | "skipped" | "refused";

export type MappedRelation = {
  readonly type: RelationType;
  /** The object at the other end, and the item that it is in its forum where it says so. */
  readonly to: string;
  readonly itemId: string | null;
};

export type MappedItem = {
  readonly kind: ItemKind;
  readonly content: Content;
  readonly tlp: Tlp;
  /** Why the label was taken as the strictest: such an item is for nobody but whoever imports it. */
  readonly doubt: string | null;
  readonly relations: readonly MappedRelation[];
  readonly modified: string | null;
  /** Where an item of a Tocsin forum says that it comes from; null for everybody else's. */
  readonly provenance: Provenance | null;
};

/** What became of one object of the input. There is one for each, in the order of the input. */
export type Mapped = {
  readonly objectId: string;
  readonly outcome: Outcome;
  readonly reason: string | null;
  readonly item: MappedItem | null;
};

export type FromStixOptions = {
  /** The label of what bears none. @default RED, for the importer alone */
  readonly defaultTlp?: Tlp | null;
};

export const maxObjects = 100_000;

/** Maps objects that are there already; `Intake` takes them one by one. */
export function fromStix(objects: Iterable<unknown>, options: FromStixOptions = {}): Mapped[] {
  const intake = new Intake(options);
  for (const object of objects) intake.take(object);
  return intake.finish();
}

/** Takes objects as they come. What can become neither an item nor a part of one is not kept. */
export class Intake {
  readonly #defaultTlp: Tlp | null;
  readonly #entries: (Incoming | { readonly id: string; readonly refused: string })[] = [];

  constructor({ defaultTlp = null }: FromStixOptions = {}) {
    this.#defaultTlp = defaultTlp;
  }

  takeText(entry: ObjectText): void {
    if ("refused" in entry) return this.#refuse(entry.refused);
    try {
      this.take(parseStrict(entry.text));
    } catch (error) {
      if (!(error instanceof NotTaken)) throw error;
      this.#refuse(error.message);
    }
  }

  take(value: unknown): void {
    if (this.#entries.length >= maxObjects) throw new NotTaken(`it has more than ${maxObjects} objects`);
    this.#entries.push(readIncoming(value, this.#defaultTlp));
  }

  finish(): Mapped[] {
    const { kept, fates } = chooseVersions(this.#entries);
    const { candidates, fates: woven } = weave(kept);
    const items = new Map([...candidates].map(([entry, candidate]) => [entry, itemOf(entry, candidate)]));
    return this.#entries.map((entry): Mapped => {
      const objectId = entry.id;
      if ("refused" in entry) return { objectId, outcome: "refused", reason: entry.refused, item: null };
      const item = items.get(entry);
      if (item === undefined) return { objectId, ...fateOf(fates.get(entry) ?? woven.get(entry)), item: null };
      if (typeof item === "string") return { objectId, outcome: "refused", reason: item, item: null };
      return { objectId, outcome: "item", reason: item.doubt, item };
    });
  }

  #refuse(refused: string): void {
    if (this.#entries.length >= maxObjects) throw new NotTaken(`it has more than ${maxObjects} objects`);
    this.#entries.push({ id: "?", refused });
  }
}

function fateOf(fate: Fate | undefined): Fate {
  return fate ?? { outcome: "skipped", reason: "the forum has no items of this type, and no item here speaks of it" };
}

/** The item, or why the forum cannot take it. */
function itemOf({ id, object, stamp, modified }: Incoming, candidate: Candidate): MappedItem | string {
  const { own, kind, relations, belongings } = candidate;
  const detection = object["type"] === "indicator" ? [patternBlock(object) ?? ""] : [];
  const { fields } =
    own ?? foreignItem(id, object, kind, { ...belongings, detection: [...detection, ...belongings.detection] });
  try {
    const content = parseContent(kind, fields, "item");
    return {
      kind,
      content,
      tlp: stamp.tlp,
      doubt: stamp.doubt,
      relations: relations.filter(({ to }) => to !== id).slice(0, 100),
      modified,
      provenance: own?.provenance ?? null,
    };
  } catch (error) {
    if (!(error instanceof ForumError)) throw error;
    return `${error.message} (${error.field ?? "item"})`;
  }
}
