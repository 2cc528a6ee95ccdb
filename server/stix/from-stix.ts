/**
 * Objects of anybody's as inputs for items, and an account of every object: what became of it, and why. Nothing is believed but
 * what an object itself says, nothing becomes wider than it says, and what cannot be taken leaves the rest alone.
 */
import { ForumError } from "../../domain/errors.ts";
import type { Content, ItemKind } from "../../domain/kinds.ts";
import { parseContent } from "../../domain/parse.ts";
import type { Tlp } from "../../domain/tlp.ts";
import type { Attribution, RelationType } from "../../domain/vocabulary.ts";
import type { ObjectText } from "./bundle-text.ts";
import { foreignItem, patternBlock } from "./foreign-item.ts";
import type { Incoming } from "./incoming.ts";
import { readIncoming } from "./incoming.ts";
import type { Provenance } from "./own-item.ts";
import { NotTaken, parseStrict } from "../strict-json.ts";
import type { Candidate, Fate } from "./weave.ts";
import { stepLength, weave } from "./weave.ts";
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
  /** What is shown of whoever brings it in, where it says so. */
  readonly attribution?: Attribution | null;
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

  /** What became of each, at once. */
  finish(): Mapped[] {
    const steps = this.steps();
    for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
  }

  /** The same in small steps: a large bundle takes seconds, in which a server has others to answer. */
  *steps(): Generator<void, Mapped[], void> {
    const { kept, fates } = chooseVersions(this.#entries);
    const { candidates, fates: woven } = yield* weave(kept);
    const mapped: Mapped[] = [];
    for (const [at, entry] of this.#entries.entries()) {
      if (at % stepLength === 0) yield;
      if ("refused" in entry) {
        mapped.push({ objectId: entry.id, outcome: "refused", reason: entry.refused, item: null });
        continue;
      }
      const candidate = candidates.get(entry);
      const item = candidate === undefined ? null : itemOf(entry, candidate);
      mapped.push({ objectId: entry.id, ...(item ?? { ...fateOf(fates.get(entry) ?? woven.get(entry)), item: null }) });
    }
    return mapped;
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
function itemOf({ id, object, stamp, modified }: Incoming, candidate: Candidate): Omit<Mapped, "objectId"> {
  const { own, kind, relations, belongings } = candidate;
  const detection = object["type"] === "indicator" ? [patternBlock(object) ?? ""] : [];
  const { fields } =
    own ?? foreignItem(id, object, kind, { ...belongings, detection: [...detection, ...belongings.detection] });
  try {
    const item = {
      kind,
      content: parseContent(kind, fields, "item"),
      tlp: stamp.tlp,
      doubt: stamp.doubt,
      relations: relations.filter(({ to }) => to !== id).slice(0, 100),
      modified,
      provenance: own?.provenance ?? null,
    };
    return { outcome: "item", reason: stamp.doubt, item };
  } catch (error) {
    if (!(error instanceof ForumError)) throw error;
    return { outcome: "refused", reason: `${error.message} (${error.field ?? "item"})`, item: null };
  }
}
