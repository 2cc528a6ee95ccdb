import { and, eq } from "drizzle-orm";
import { ForumError, notFound } from "../../domain/errors.ts";
import { kindOfId, newId } from "../../domain/ids.ts";
import type { Label } from "../../domain/label.ts";
import { noAudience } from "../../domain/label.ts";
import type { Member } from "../../domain/people.ts";
import { mayTendSources } from "../../domain/policy.ts";
import type { SourceSetup } from "../../domain/sources.ts";
import { emptyReport, maxSources } from "../../domain/sources.ts";
import type { AudienceRule } from "../../domain/tlp.ts";
import { labelRules } from "../../domain/tlp.ts";
import { hashToken, makeToken } from "../tokens.ts";
import type { CommandContext, Handler } from "./command.ts";
import { memberOf } from "./command.ts";
import { checkAddressees, conflict } from "./write-item.ts";

export const addSource: Handler<"addSource"> = async (context, setup) => {
  const { tx, dialect } = context;
  const { member } = memberOf(context);
  const { sources: s, tokens } = dialect.tables;
  await checkAddressees(context, defaultLabel(setup, member), "input");
  const own = await tx.db.select({ url: s.url }).from(s).where(eq(s.organizationId, member.organizationId));
  if (own.some(({ url }) => url === setup.url)) throw conflict("Your organisation has this source already.");
  if (own.length >= maxSources)
    throw new ForumError("LIMIT_EXCEEDED", `An organisation may have ${maxSources} sources; remove one first.`);
  const [id, tokenId] = [newId("source"), newId("token")];
  const { accountId, organizationId } = member;
  const token = { accountId, name: `Feed source: ${setup.name}`, hash: hashToken(makeToken()), expiresAt: null };
  await tx.db.insert(tokens).values({ id: tokenId, createdAt: tx.at, ...token });
  await tx.db.insert(s).values({
    id,
    organizationId,
    accountId,
    tokenId,
    ...setup,
    paused: false,
    createdAt: tx.at,
    nextAt: tx.at,
    failures: 0,
    report: emptyReport,
  });
  await tx.append({ type: "quiet", what: "addSource" });
  return { id };
};

export const pauseSource: Handler<"pauseSource"> = async (context, { sourceId, paused }) => {
  const { tx, dialect } = context;
  const { sources: s } = dialect.tables;
  await ownSource(context, sourceId);
  // Whoever lets it go on wants to see it go on.
  await tx.db.update(s).set({ paused, failures: 0, nextAt: tx.at }).where(eq(s.id, sourceId));
  await tx.append({ type: "quiet", what: "pauseSource" });
  return { id: sourceId };
};

/** What it has brought stays. */
export const removeSource: Handler<"removeSource"> = async (context, { sourceId }) => {
  const { tx, dialect } = context;
  const { sources: s, sourceObjects: o, tokens: t } = dialect.tables;
  const { tokenId } = await ownSource(context, sourceId);
  await tx.db.delete(o).where(eq(o.sourceId, sourceId));
  await tx.db.delete(s).where(eq(s.id, sourceId));
  await tx.db.update(t).set({ revokedAt: tx.at }).where(eq(t.id, tokenId));
  await tx.append({ type: "access", subject: "token", id: tokenId });
  return { id: sourceId };
};

async function ownSource(context: CommandContext, id: string) {
  const { rights, member } = memberOf(context);
  const { sources: s } = context.dialect.tables;
  if (kindOfId(id) !== "source") throw notFound();
  const [row] = await context.tx.db
    .select({ tokenId: s.tokenId, organizationId: s.organizationId })
    .from(s)
    .where(and(eq(s.id, id), eq(s.organizationId, member.organizationId)));
  if (row === undefined || !mayTendSources(row.organizationId, rights.ring)) throw notFound();
  return row;
}

/** The label of what comes without one, with whom it goes to where nobody is named. */
function defaultLabel({ tlp, audience }: SourceSetup, { accountId, organizationId }: Member): Label {
  const given = { ...noAudience, ...audience };
  const isGiven = Object.values(given).some((names) => names.length > 0);
  const others: Readonly<Record<AudienceRule, Label["audience"]>> = {
    accounts: { ...noAudience, accounts: [accountId] },
    circles: { ...noAudience, organizations: [organizationId] },
    "optional circles": noAudience,
    none: noAudience,
  };
  return { tlp, audience: isGiven ? given : others[labelRules[tlp].audience], attribution: "ORGANIZATION" };
}
