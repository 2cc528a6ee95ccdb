import type { Tlp } from "../../domain/tlp.ts";
import { tlpLabels } from "../../domain/tlp.ts";

/** Of two labels, the one that lets fewer people read. */
export function stricter(a: Tlp, b: Tlp): Tlp {
  return tlpLabels.indexOf(a) <= tlpLabels.indexOf(b) ? a : b;
}

export function isStricter(a: Tlp, b: Tlp): boolean {
  return tlpLabels.indexOf(a) < tlpLabels.indexOf(b);
}
