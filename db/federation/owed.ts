/** What our streams owe: where what they last said of an item is not what they are to say. */
import { and, eq, inArray } from "drizzle-orm";
import { envelopeLifeMs } from "../../domain/federation/envelopes.ts";
import type { StreamName } from "../../domain/federation/streams.ts";
import type { Connection, Dialect } from "../dialect.ts";
import { loadStates } from "../item-rows.ts";
import type { Draft } from "./batch.ts";
import { loadWishes } from "./wishes.ts";

type Asked = {
  readonly here: string;
  readonly at: string;
  readonly itemIds: readonly string[];
  /** Which streams are looked at. What of an item a stream has told before is always looked at, unless `only` leaves the stream out. */
  readonly opened: readonly StreamName[];
  readonly only: StreamName | null;
};

/** The envelopes that are owed of some items, item by item in the order given, and of each what is shown before what is hidden. */
export async function loadOwed(on: Connection, dialect: Dialect, asked: Asked): Promise<Draft[][]> {
  const { here, at, itemIds, opened, only } = asked;
  const { streamItems: s } = dialect.tables;
  if (itemIds.length === 0) return [];
  const told = await on.db
    .select({ stream: s.stream, itemId: s.itemId, act: s.act, digest: s.digest })
    .from(s)
    .where(and(inArray(s.itemId, [...itemIds]), eq(s.forumId, here), only === null ? undefined : eq(s.stream, only)));
  const toldOf = Map.groupBy(told, ({ itemId }) => itemId);
  const items = await loadStates(on, dialect.tables, itemIds);
  const wishes = await loadWishes(on, dialect, here, [...items.values()]);
  const expires = new Date(Date.parse(at) + envelopeLifeMs).toISOString();
  const isOpen = (stream: StreamName): boolean => stream.startsWith("to:") || opened.includes(stream);
  return itemIds.map((itemId) => {
    const item = items.get(itemId);
    if (item === undefined) return [];
    const before = new Map((toldOf.get(itemId) ?? []).map((row) => [row.stream, row]));
    const wanted = [...(wishes.get(itemId) ?? [])].filter(
      ([stream]) => (only === null || stream === only) && (before.has(stream) || isOpen(stream)),
    );
    const draft = (stream: StreamName, act: "show" | "hide") => ({
      stream,
      itemId,
      head: { forumId: here, stream, at, expires, act, item: { id: itemId, forumId: here }, revision: item.revision },
    });
    const shows = wanted.flatMap(([stream, { shown, digest }]): Draft[] => {
      const row = before.get(stream);
      return row?.act === "show" && row.digest === digest ? [] : [{ ...draft(stream, "show"), shown, digest }];
    });
    const kept = new Set(wanted.map(([stream]) => stream));
    const hides = [...before.values()]
      .filter(({ stream, act }) => act === "show" && !kept.has(stream))
      .map(({ stream }): Draft => ({ ...draft(stream, "hide"), shown: null, digest: "" }));
    return [...shows, ...hides];
  });
}
