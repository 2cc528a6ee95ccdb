import type { Subject } from "../../domain/subjects.ts";
import type { Key } from "../../domain/policy.ts";
import type { ActivityChange } from "../../domain/vocabulary.ts";
import { loadStates } from "../item-rows.ts";
import { loadSubjects, storeSubject } from "../subjects.ts";
import type { CommandContext } from "./command.ts";

export type Activity = {
  readonly change: ActivityChange;
  /** What it happened to, as it is from now on. Its keys are those under which it is written, and never more than its author sees it by. */
  readonly subject: Subject;
  readonly groupId: string | null;
  /** Who is told, of those who see the subject. @default all of them */
  readonly to?: readonly Key[];
};

/**
 * Says who sees a subject from now on, and writes into the log what happened to it: the only way in which either is done, so that no
 * subject changes hands unheard. Returns the position.
 */
export async function tellActivity(
  { tx, dialect: { tables } }: Pick<CommandContext, "tx" | "dialect">,
  { change, subject, groupId, to }: Activity,
): Promise<number> {
  const { id, itemId, within, keys } = subject;
  const earlier = (await loadSubjects(tx, tables, [id])).get(id);
  const item = itemId === null ? null : (await loadStates(tx, tables, [itemId])).get(itemId);
  if (item === undefined) throw new Error(`${id} hangs on an item that is not there`);
  await storeSubject(tx, tables, subject);
  return tx.append({
    type: "activity",
    change,
    subjectId: id,
    itemId,
    groupId,
    before: earlier?.keys ?? [],
    after: keys,
    within,
    itemKeys: item?.keys ?? null,
    to: to ?? null,
  });
}
