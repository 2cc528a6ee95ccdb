/**
 * How confidential a foreign object is, by the ids of its markings alone.
 *
 * 1. Of several labels, those of single properties included, the strictest holds.
 * 2. A marking that is not known may say anything: it is taken as RED, whatever was declared.
 * 3. No label at all is the declared default, else RED.
 */
import type { Tlp } from "../../domain/tlp.ts";
import { papOfMarking, tlpOfMarking } from "./markings.ts";
import type { Stamp } from "./incoming.ts";
import type { Raw } from "./raw.ts";
import { isRecord, list } from "./raw.ts";
import { stricter } from "./strictness.ts";

/** Statements of copyright by MITRE, known by their ids: they say nothing about who may read. */
const copyright: ReadonlySet<string> = new Set([
  "marking-definition--fa42a846-8d90-4e51-bc29-71d5b4802168",
  "marking-definition--c4099854-e00c-5dbc-b0fe-4c9909920101",
]);

export function stampsOf(object: Raw, defaultTlp: Tlp | null): Stamp {
  const found: Tlp[] = [];
  for (const marking of markingsOf(object)) {
    const tlp = typeof marking === "string" ? tlpOfMarking(marking) : null;
    if (tlp !== null) found.push(tlp);
    else if (typeof marking !== "string" || (papOfMarking(marking) === null && !copyright.has(marking.toLowerCase())))
      return { tlp: "RED", doubt: `its marking ${String(marking).slice(0, 80)} is not known` };
  }
  const [first, ...others] = found;
  if (first !== undefined) return { tlp: others.reduce(stricter, first), doubt: null };
  return defaultTlp === null ? { tlp: "RED", doubt: "it bears no label" } : { tlp: defaultTlp, doubt: null };
}

function markingsOf(object: Raw): unknown[] {
  const { object_marking_refs: whole, granular_markings: granular } = object;
  return [
    ...(whole === undefined || Array.isArray(whole) ? list(whole) : [whole]),
    ...(granular === undefined || Array.isArray(granular) ? list(granular) : [granular]).flatMap((one) =>
      isRecord(one)
        ? one["marking_ref"] === undefined && typeof one["lang"] === "string"
          ? []
          : [one["marking_ref"]]
        : [one],
    ),
  ];
}
