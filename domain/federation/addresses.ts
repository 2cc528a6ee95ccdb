import type { IdKind } from "../ids.ts";
import { kindOfId } from "../ids.ts";

/** Something of some forum, as all forums name it: its id at home, and the id of the forum where that is. */
export type Address = { readonly id: string; readonly forumId: string };

/** What can be named across forums. */
export type AddressKind = Extract<IdKind, "item" | "organization" | "account">;

/** The id of a forum: a UUID, in lower case. */
const forumShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
export function isForumId(text: string): boolean {
  return forumShape.test(text);
}

export function printAddress({ id, forumId }: Address): string {
  return `${id}@${forumId}`;
}

/** An address as it stands in an envelope; null for what is none of this kind. */
export function parseAddress(kind: AddressKind, text: unknown): Address | null {
  if (typeof text !== "string") return null;
  const at = text.indexOf("@");
  const [id, forumId] = [text.slice(0, at), text.slice(at + 1)];
  return at > 0 && kindOfId(id) === kind && isForumId(forumId) ? { id, forumId } : null;
}
