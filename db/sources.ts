/** Feed sources: what the contributors of their organisation are shown, and what the poller works with. */
import { createHash } from "node:crypto";
import { and, eq, inArray, lte } from "drizzle-orm";
import type { Viewer } from "../domain/people.ts";
import { mayTendSources } from "../domain/policy.ts";
import type { SourceReport, SourceView } from "../domain/sources.ts";
import type { Dialect } from "./dialect.ts";
import { insertRows } from "./insert-rows.ts";
import type { Tx } from "./log/commit.ts";
import type { ItemReadContext } from "./read-items.ts";
import type { Tables } from "./tables.ts";

type Row = Tables["sources"]["$inferSelect"];

/** The sources of the viewer's own organisation, by name; none for whoever does not look after them. */
export async function readSources({ dialect, rights: { member, ring } }: ItemReadContext): Promise<SourceView[]> {
  if (member === null || !mayTendSources(member.organizationId, ring)) return [];
  const { sources: s } = dialect.tables;
  const rows = await dialect.reader.db
    .select()
    .from(s)
    .where(eq(s.organizationId, member.organizationId))
    .orderBy(s.name, s.id);
  return rows.map(sourceView);
}

function sourceView(row: Row): SourceView {
  const {
    id,
    kind,
    name,
    url,
    tlp,
    audience,
    username,
    accountId,
    paused,
    createdAt,
    polledAt,
    nextAt,
    error,
    report,
  } = row;
  return {
    id,
    kind,
    name,
    url,
    tlp,
    audience,
    username,
    accountId,
    paused,
    createdAt,
    polledAt,
    nextAt,
    error,
    report,
  };
}

/** A source that is to be asked now, with what nobody is shown. */
export type DueSource = Pick<
  Row,
  "id" | "kind" | "url" | "tlp" | "audience" | "username" | "password" | "cursor" | "failures" | "report"
> & {
  readonly viewer: Viewer & { readonly kind: "account" };
  /** The name that what it brings is known by. */
  readonly feed: string;
};

/** Whether any source is due, which costs no write transaction to find out. */
export async function isSourceDue({ reader, tables: { sources: s } }: Dialect, now: string): Promise<boolean> {
  const rows = await reader.db
    .select({ id: s.id })
    .from(s)
    .where(and(eq(s.paused, false), lte(s.nextAt, now)))
    .limit(1);
  return rows.length > 0;
}

/** Takes a source that is due: until `leaseUntil` no other node takes it, and afterwards another does if this one has died. */
export async function takeDueSource(tx: Tx, { sources: s }: Tables, leaseUntil: string): Promise<DueSource | null> {
  const [row] = await tx.db
    .select()
    .from(s)
    .where(and(eq(s.paused, false), lte(s.nextAt, tx.at)))
    .orderBy(s.nextAt, s.id)
    .limit(1);
  if (row === undefined) return null;
  await tx.db.update(s).set({ nextAt: leaseUntil }).where(eq(s.id, row.id));
  const { id, kind, url, tlp, audience, username, password, cursor, failures, report, accountId, tokenId } = row;
  const viewer = { kind: "account", accountId, tokenId } as const;
  const feed = createHash("sha256").update(`${kind} ${url}`).digest("base64url");
  return { id, kind, url, tlp, audience, username, password, cursor, failures, report, viewer, feed };
}

/** How a poll ended. */
export type Settled = {
  readonly nextAt: string;
  readonly error: string | null;
  readonly failures: number;
  /** Left out where nothing came: what was known stays. */
  readonly brought?: {
    readonly cursor: string | null;
    readonly report: SourceReport;
    readonly versions: ReadonlyMap<string, string>;
  };
};

/** Writes down where to go on, in one transaction with what the cursor cannot say. A source that was removed meanwhile stays removed. */
export async function settleSource(
  tx: Tx,
  { sources: s, sourceObjects: o }: Tables,
  id: string,
  { brought, ...how }: Settled,
): Promise<void> {
  const found = await tx.db.select({ id: s.id }).from(s).where(eq(s.id, id));
  if (found.length === 0) return;
  const known = brought === undefined ? {} : { cursor: brought.cursor, report: brought.report };
  await tx.db
    .update(s)
    .set({ ...how, ...known, polledAt: tx.at })
    .where(eq(s.id, id));
  for (const objectId of brought?.versions.keys() ?? [])
    await tx.db.delete(o).where(and(eq(o.sourceId, id), eq(o.objectId, objectId)));
  const rows = [...(brought?.versions ?? [])].map(([objectId, version]) => ({ sourceId: id, objectId, version }));
  await insertRows(tx.db, o, rows);
}

/** Those of some items that have come from a feed. */
export async function itemsOfFeed(
  { reader, tables: { feedItems: f } }: Dialect,
  feed: string,
  itemIds: readonly string[],
): Promise<Set<string>> {
  const rows = await reader.db
    .select({ itemId: f.itemId })
    .from(f)
    .where(and(eq(f.feed, feed), inArray(f.itemId, [...itemIds])));
  return new Set(rows.map(({ itemId }) => itemId));
}

/** The versions of objects that a source has brought. */
export async function knownVersions(
  { reader, tables: { sourceObjects: o } }: Dialect,
  id: string,
): Promise<Map<string, string>> {
  const rows = await reader.db.select().from(o).where(eq(o.sourceId, id));
  return new Map(rows.map(({ objectId, version }) => [objectId, version]));
}
