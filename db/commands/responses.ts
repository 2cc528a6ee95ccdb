import { and, eq } from "drizzle-orm";
import { badInput, ForumError } from "../../domain/errors.ts";
import { newId } from "../../domain/ids.ts";
import { isOrigin } from "../../domain/policy.ts";
import type { CommandContext, Handler } from "./command.ts";
import { memberOf } from "./command.ts";
import { conflict, visibleItem } from "./write-item.ts";

/** How far a reporter's clock may be ahead of ours. */
const clockToleranceMs = 5 * 60_000;

export const reportSighting: Handler<"reportSighting"> = async (context, input) => {
  const { tx, dialect } = context;
  const { member } = memberOf(context);
  const { itemId, count, firstSeen, lastSeen, attributed, note } = input;
  await itemOnceShared(context, itemId);
  if (lastSeen < firstSeen) throw badInput("lastSeen", "The last sighting lies before the first.");
  const latest = new Date(Date.parse(tx.at) + clockToleranceMs).toISOString();
  for (const [field, at] of Object.entries({ firstSeen, lastSeen })) {
    if (at > latest) throw badInput(field, "Nothing is seen before it happens: give an instant that is past.");
  }
  await tx.db.insert(dialect.tables.sightings).values({
    id: newId("sighting"),
    itemId,
    organizationId: member.organizationId,
    accountId: member.accountId,
    count,
    firstSeen,
    lastSeen,
    attributed,
    note,
    at: tx.at,
  });
  return { itemId, position: await tx.append({ type: "quiet", what: "reportSighting" }) };
};

export const answerItem: Handler<"answerItem"> = async (context, { itemId, state, note }) => {
  const { tx, dialect } = context;
  const { answers } = dialect.tables;
  const { member } = memberOf(context);
  const item = await itemOnceShared(context, itemId);
  if (isOrigin(item.originId, member))
    throw new ForumError("FORBIDDEN", "Recipients answer an item; yours is the organisation that it comes from.");
  const organizationId = member.organizationId;
  const [earlier] = await tx.db
    .select({ acknowledgedAt: answers.acknowledgedAt })
    .from(answers)
    .where(and(eq(answers.itemId, itemId), eq(answers.organizationId, organizationId)));
  const row = {
    itemId,
    organizationId,
    accountId: member.accountId,
    state,
    note,
    acknowledgedAt: earlier?.acknowledgedAt ?? tx.at,
    at: tx.at,
  };
  await tx.db
    .insert(answers)
    .values(row)
    .onConflictDoUpdate({ target: [answers.itemId, answers.organizationId], set: row });
  return { itemId, position: await tx.append({ type: "quiet", what: "answerItem" }) };
};

async function itemOnceShared(context: CommandContext, itemId: string) {
  const { item } = await visibleItem(context, itemId);
  if (item.status === "DRAFT") throw conflict("This is a draft: publish it first.");
  return item;
}
