/** What must hold in every forum when everything has come. */
import { expect } from "vitest";
import type { AlarmKind } from "../../domain/federation/peers.ts";
import { openDialect } from "../../db/open.ts";
import type { Item } from "./oracle.ts";
import type { PeopledForum } from "./people.ts";
import { forumName } from "./people.ts";
import type { Player } from "./play.ts";
import type { Person } from "./world.ts";
import { accountHomes, nameOf, orgOf } from "./world.ts";

/** What honest forums are told of each other: that an agreement does not allow something, or that there is none. */
const ofAgreements: readonly AlarmKind[] = ["TOO_WIDE", "UNKNOWN_FORUM"];

export async function checkAtRest(player: Player): Promise<void> {
  for (const forum of player.forums) await checkStore(forum);
  for (const item of player.oracle.items) if (item.status !== "DRAFT") await checkDeliveries(item, player);
}

/** Each envelope is stored once, with no number missing, and none has been through here before; no honest forum is accused of anything. */
async function checkStore(forum: PeopledForum): Promise<void> {
  const dialect = await openDialect(forum.url, {});
  try {
    const { envelopes: e, alarms: a } = dialect.tables;
    const rows = await dialect.reader.db
      .select({ forumId: e.forumId, stream: e.stream, sequence: e.sequence, route: e.route })
      .from(e)
      .orderBy(e.forumId, e.stream, e.sequence);
    for (const [name, ofStream] of Map.groupBy(rows, (row) => `${row.forumId} ${row.stream}`)) {
      const isWhole = ofStream.every(({ sequence }, at) => sequence === at + 1);
      const isLoop = ofStream.some(({ route }) => route.includes(forum.forumId) || new Set(route).size < route.length);
      if (!isWhole || isLoop) expect({ forum: forum.index, name, ofStream }).toBe("each envelope once");
    }
    const alarms = await dialect.reader.db.select().from(a);
    expect(alarms.filter(({ kind }) => !ofAgreements.includes(kind))).toEqual([]);
  } finally {
    await dialect[Symbol.asyncDispose]();
  }
}

/** The origin is told what has become of its item at each forum that it tells of its streams. */
async function checkDeliveries(item: Item, { oracle, forums, ids }: Player): Promise<void> {
  const origin = item.origin.forum;
  const here = forums[origin];
  const member = accountHomes
    .map((_, account): Person => ({ forum: origin, account }))
    .find((one) => nameOf(orgOf(one)) === nameOf(item.origin) && oracle.works(one) && oracle.sees(origin, one, item));
  if (here === undefined || member === undefined) return;
  const [told] = await here.store.as(here.viewer(member)).federation.deliveries([ids[item.index] ?? ""]);
  for (const { index: peer } of forums) {
    const expected = oracle.deliveryOf(item, peer);
    if (expected === null) continue;
    const name = forumName(peer);
    const found = told?.find(({ peerName }) => peerName === name);
    const isSame = found?.state === expected && (found.reason === null) === (expected === "CONFIRMED");
    if (!isSame) expect({ item: item.index, peer, told: found }).toEqual({ item: item.index, peer, told: expected });
  }
}
