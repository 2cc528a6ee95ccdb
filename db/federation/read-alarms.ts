/** What stewards are told of peers' streams. */
import { desc, inArray, isNotNull, isNull } from "drizzle-orm";
import type { Alarm } from "../../domain/federation/peers.ts";
import { mayTendPeers } from "../../domain/policy.ts";
import type { Dialect } from "../dialect.ts";
import type { ItemReadContext } from "../read-items.ts";

/** The most alarms that are shown at once. */
const mostShown = 500;

export async function readAlarmsById({ dialect, rights }: ItemReadContext, ids: readonly string[]): Promise<Alarm[]> {
  if (!mayTendPeers(rights.member) || ids.length === 0) return [];
  const { alarms: a } = dialect.tables;
  return dialect.reader.db
    .select()
    .from(a)
    .where(inArray(a.id, [...ids]));
}

/** Alarms, newest first; `open` says whether those that nobody has acknowledged, the others, or all. Nothing for whoever is no steward. */
export async function readAlarms({ dialect, rights }: ItemReadContext, open: boolean | null): Promise<Alarm[]> {
  return mayTendPeers(rights.member) ? readEveryAlarm(dialect, open) : [];
}

/** The same, for the operator. */
export async function readEveryAlarm(
  { reader, tables: { alarms: a } }: Dialect,
  open: boolean | null,
): Promise<Alarm[]> {
  const which = open === null ? undefined : open ? isNull(a.acknowledgedAt) : isNotNull(a.acknowledgedAt);
  return reader.db.select().from(a).where(which).orderBy(desc(a.raisedAt), desc(a.id)).limit(mostShown);
}
