/** Several objects with one id: the newest counts, the same again adds nothing, and two of one time cannot both be right. */
import type { Incoming } from "./incoming.ts";
import { stricter } from "./strictness.ts";
import type { Fate } from "./weave.ts";

type Entry = Incoming | { readonly id: string; readonly refused: string };

export function chooseVersions(entries: readonly Entry[]): {
  readonly kept: Incoming[];
  readonly fates: ReadonlyMap<Entry, Fate>;
} {
  const fates = new Map<Entry, Fate>();
  const chosen = new Map<string, Incoming>();
  for (const entry of entries) {
    if ("refused" in entry) continue;
    const key = keyOf(entry);
    const other = chosen.get(key);
    if (other === undefined) chosen.set(key, entry);
    else if (isTheSame(other, entry)) fates.set(entry, { outcome: "skipped", reason: "it is here once more" });
    else if ((other.modified ?? "") === (entry.modified ?? "")) {
      fates.set(entry, { outcome: "refused", reason: "another object here has the same id and the same time" });
      if (other.stamp.tlp !== stricter(other.stamp.tlp, entry.stamp.tlp)) doubt(other);
    } else {
      const isNewer = (entry.modified ?? "") > (other.modified ?? "");
      fates.set(isNewer ? other : entry, { outcome: "skipped", reason: "a newer version of it is here" });
      if (isNewer) chosen.set(key, entry);
    }
  }
  return { kept: [...chosen.values()], fates };

  /** Of two objects that claim to be one, the first is kept, and under no wider label than the other asks for. */
  function doubt(kept: Incoming): void {
    fates.set(kept, {
      outcome: "refused",
      reason: "another object here has the same id and the same time, and a stricter label",
    });
    chosen.delete(keyOf(kept));
  }
}

function isTheSame(a: Incoming, b: Incoming): boolean {
  return JSON.stringify(a.object) === JSON.stringify(b.object);
}

/** Relationships are told apart by what they connect, too: in bundles that are about, one id stands for several of them. */
function keyOf({ id, type, object }: Incoming): string {
  const ends = [object["relationship_type"], object["source_ref"], object["target_ref"]];
  return type === "relationship" ? JSON.stringify([id, ...ends]) : id;
}
