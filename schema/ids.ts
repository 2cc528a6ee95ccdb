import type { IdKind } from "../domain/ids.ts";
import { idPrefixes, kindOfId } from "../domain/ids.ts";

/**
 * An id as it may be looked up. Whatever is no id of this kind becomes one that was never given out: so it gets the answer of
 * what is not there, and no driver is handed text that it would choke on.
 */
export function lookUp(kind: IdKind, id: unknown): string {
  return typeof id === "string" && kindOfId(id) === kind ? id : `${idPrefixes[kind]}_${"0".repeat(26)}`;
}
