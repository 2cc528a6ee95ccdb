/** One object of a foreign bundle: what of it can be trusted to be there, and how confidential it says it is. */
import { ForumError } from "../../domain/errors.ts";
import { parseInstant } from "../../domain/parse.ts";
import type { Tlp } from "../../domain/tlp.ts";
import { isStixId } from "./ids.ts";
import type { Raw } from "./raw.ts";
import { isRecord, list, text } from "./raw.ts";
import { stampsOf } from "./stamps.ts";
import { typeOfId } from "./stix-object.ts";

/** A label as an object bears it. `doubt` says why it was taken as the strictest; such an item is for its importer's eyes alone. */
export type Stamp = { readonly tlp: Tlp; readonly doubt: string | null };

export type Incoming = {
  readonly id: string;
  readonly type: string;
  readonly object: Raw;
  readonly modified: string | null;
  readonly isRevoked: boolean;
  readonly stamp: Stamp;
};

/** The object, or why it is refused. */
export function readIncoming(
  value: unknown,
  defaultTlp: Tlp | null,
): Incoming | { readonly id: string; readonly refused: string } {
  if (!isRecord(value)) return { id: "?", refused: "it is no object" };
  const { id, type } = value;
  if (!isStixId(id)) return { id: short(id), refused: "its id is none of STIX, or longer than any needs to be" };
  if (type !== typeOfId(id)) return { id, refused: "its id is of another type than it says" };
  if (type === "bundle") return { id, refused: "a bundle within a bundle" };
  const version = value["spec_version"];
  if (version !== undefined && version !== "2.1" && version !== "2.0") return { id, refused: "it is not of STIX 2" };
  return {
    id: id.toLowerCase(),
    type,
    object: value,
    modified: instant(value["modified"] ?? value["created"]),
    isRevoked: value["revoked"] === true,
    stamp: stampsOf(value, defaultTlp),
  };
}

export function instant(value: unknown): string | null {
  try {
    return parseInstant(value, "");
  } catch (error) {
    if (error instanceof ForumError) return null;
    throw error;
  }
}

/** What an object says that it points at. */
export function refsOf(object: Raw, property: string): string[] {
  return list(object[property]).flatMap((id) => (isStixId(id) ? [id.toLowerCase()] : []));
}

export function refOf(object: Raw, property: string): string | null {
  const id = object[property];
  return isStixId(id) ? id.toLowerCase() : null;
}

function short(id: unknown): string {
  return text(id)?.slice(0, 80) ?? "?";
}
