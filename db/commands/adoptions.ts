import { and, eq, inArray, isNull } from "drizzle-orm";
import { checkDeclaration, checkDeclarationLabel, levelRules, reminderOf } from "../../domain/adoptions.ts";
import { badInput } from "../../domain/errors.ts";
import { newId } from "../../domain/ids.ts";
import type { Audience } from "../../domain/label.ts";
import { audienceKeys, orgKey } from "../../domain/policy.ts";
import { fileInMatrix } from "../adoption-cells.ts";
import { readVersion } from "../practices.ts";
import type { Tables } from "../tables.ts";
import type { TimerHandler } from "../timers/handlers.ts";
import { cancelTimer, setTimer } from "../timers/set.ts";
import { tellActivity } from "./activity.ts";
import type { CommandContext, Handler } from "./command.ts";
import { memberOf } from "./command.ts";
import { conflict, visibleItem } from "./write-item.ts";

type AdoptionRow = Tables["adoptions"]["$inferSelect"];

export const declareAdoption: Handler<"declareAdoption"> = async (context, input) => {
  const { tx, dialect } = context;
  const { adoptions: a } = dialect.tables;
  const { itemId, version, declaration, label } = input;
  const { accountId, organizationId } = memberOf(context).member;
  const { item } = await visibleItem(context, itemId);
  if (item.status !== "PUBLISHED") throw conflict("This practice is not in force: it is a draft, or withdrawn.");
  const found = await readVersion(tx, dialect.tables, itemId, version);
  if (found === null) throw badInput("version", "There is no such version of this practice.");
  checkDeclaration(declaration, found.clauseIds, tx.at);
  checkDeclarationLabel(label, item.label.tlp);
  await checkNamed(context, label.audience);
  const [earlier] = await tx.db
    .select()
    .from(a)
    .where(and(eq(a.itemId, itemId), eq(a.version, version), eq(a.organizationId, organizationId)));
  if (declaration.level === "WITHDRAWN" && !levelRules[earlier?.level ?? "WITHDRAWN"].adopts)
    throw conflict("There is nothing to withdraw: your organisation has not adopted this version.");
  const keys = audienceKeys({ status: "PUBLISHED", ...label, originId: organizationId, authorIds: [accountId] });
  const adoption: AdoptionRow = {
    ...declaration,
    id: earlier?.id ?? newId("adoption"),
    itemId,
    version,
    organizationId,
    accountId,
    ...label,
    keys,
    declaredAt: earlier?.declaredAt ?? tx.at,
    at: tx.at,
  };
  await tx.db.insert(a).values(adoption).onConflictDoUpdate({ target: a.id, set: adoption });
  await fileInMatrix(tx, dialect.tables, adoption, earlier?.keys ?? []);
  await setTimers(context, adoption);
  return { adoptionId: adoption.id, position: await tellAdoption(context, adoption, "ADOPTION_DECLARED") };
};

async function setTimers(context: CommandContext, { id: subjectId, validUntil }: AdoptionRow): Promise<void> {
  for (const kind of ["remindAdopter", "expireAdoption"] as const) {
    const due = validUntil === null || kind === "expireAdoption" ? validUntil : reminderOf(validUntil);
    // whoever declares for less than 30 days knows it without being reminded
    if (due !== null && due > context.tx.at) await setTimer(context, { kind, subjectId, due });
    else await cancelTimer(context, { kind, subjectId });
  }
}

function tellAdoption(
  context: Pick<CommandContext, "tx" | "dialect">,
  { id, itemId, keys, organizationId }: AdoptionRow,
  change: "ADOPTION_DECLARED" | "ADOPTION_EXPIRED" | "REMINDED",
): Promise<number> {
  const subject = { id, itemId, within: null, keys };
  const to = change === "REMINDED" ? { to: [orgKey(organizationId)] } : {};
  return tellActivity(context, { change, subject, groupId: null, ...to });
}

async function checkNamed({ tx, dialect }: CommandContext, audience: Audience): Promise<void> {
  const { organizations: o, groups: g } = dialect.tables;
  const [organizations, groups] = [[...audience.organizations], [...audience.groups]];
  const known = [
    ...(organizations.length === 0
      ? []
      : await tx.db
          .select({ id: o.id })
          .from(o)
          .where(and(inArray(o.id, organizations), isNull(o.homeForumId)))),
    ...(groups.length === 0 ? [] : await tx.db.select({ id: g.id }).from(g).where(inArray(g.id, groups))),
  ];
  if (known.length < organizations.length + groups.length)
    throw badInput("audience", "The audience names somebody who is not in the directory of this forum.");
}

/** Tells the owners, and nobody else, that what they declared ends in 30 days. */
export const remindByClock: TimerHandler = async (context, adoptionId) => {
  const adoption = await adoptionById(context, adoptionId);
  if (adoption !== null) await tellAdoption(context, adoption, "REMINDED");
};

/** Tells everybody who sees it that a declaration is over: expired, or overdue where it was meant only. */
export const expireByClock: TimerHandler = async (context, adoptionId) => {
  const adoption = await adoptionById(context, adoptionId);
  if (adoption !== null) await tellAdoption(context, adoption, "ADOPTION_EXPIRED");
};

async function adoptionById({ tx, dialect }: CommandContext, id: string): Promise<AdoptionRow | null> {
  const { adoptions: a } = dialect.tables;
  const [row] = await tx.db.select().from(a).where(eq(a.id, id));
  return row ?? null;
}
