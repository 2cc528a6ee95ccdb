/** Who sees what is said: a thread on an item or in a group, and every post in it. */
import { badInput } from "./errors.ts";
import type { Audience } from "./label.ts";
import { noAudience } from "./label.ts";
import type { Member } from "./people.ts";
import type { Key } from "./policy.ts";
import { audienceKeys } from "./policy.ts";
import type { Tlp } from "./tlp.ts";
import { isWeaker, printTlp } from "./tlp.ts";

/** What a thread hangs on, as it is labelled at that moment: an item, or what is said in a group by its charter. */
export type Ground = { readonly tlp: Tlp; readonly keys: readonly Key[] };
/** The label that an author wishes for; without one, the thread has that of its ground. */
export type ThreadLabel = { readonly tlp: Tlp; readonly audience: Audience | null };

/**
 * The label and the keys of a thread. Keys are those of its ground at that moment, or those that the author names; besides them the item
 * has to be visible or the group's key held, so that a thread is never seen by more than what it hangs on. What is public is talked
 * about among members, unless the author says that this is public too.
 */
export function threadAddress(ground: Ground, wish: ThreadLabel | null, author: Member): Ground {
  if (wish === null) return ground.tlp === "CLEAR" ? { tlp: "GREEN", keys: ["community"] } : ground;
  if (isWeaker(wish.tlp, ground.tlp)) {
    throw badInput(
      "label.tlp",
      `What this hangs on is ${printTlp(ground.tlp)}: a thread on it has the same label or a stricter one.`,
    );
  }
  if (wish.audience === null && wish.tlp === ground.tlp) return ground;
  const audience = wish.audience ?? noAudience;
  const { organizationId: originId, accountId } = author;
  return {
    tlp: wish.tlp,
    keys: audienceKeys({ status: "PUBLISHED", tlp: wish.tlp, audience, originId, authorIds: [accountId] }),
  };
}
