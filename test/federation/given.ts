/** What lies in the bytes that forums are given: nothing but what the stream is for, and each time just as its origin has said. */
import { expect } from "vitest";
import { parseStream } from "../../domain/federation/streams.ts";
import type { Given } from "./links.ts";
import type { Oracle } from "./oracle.ts";
import type { PeopledForum } from "./people.ts";
import { organizationName } from "./people.ts";
import type { Shown, Statement } from "./said.ts";
import { marksIn } from "./texts.ts";
import type { Org, Person, Seat } from "./world.ts";
import { accountHomes, isOrg, nameOf, organizationSectors } from "./world.ts";

type Payload = {
  readonly forum: string;
  readonly stream: string;
  readonly act: string;
  readonly item: string;
  readonly revision: number;
  readonly status?: string;
  readonly tlp?: string;
  readonly audience?: readonly string[];
  readonly origin?: { readonly id?: string; readonly name?: string; readonly sector?: string } | null;
};
export type GivenFacts = {
  readonly oracle: Oracle;
  readonly forums: readonly PeopledForum[];
  /** The id of each item at its home. */
  readonly ids: readonly string[];
};

export function checkGiven({ to, from, bytes, route }: Given, { oracle, forums, ids }: GivenFacts): void {
  const text = Buffer.from(bytes.split(".")[1] ?? "", "base64url").toString();
  const payload: Payload = JSON.parse(text);
  const origin = forums.findIndex(({ forumId }) => forumId === payload.forum);
  const name = streamNameOf(payload.stream, forums);
  const index = ids.indexOf(payload.item);
  const item = oracle.items[index];
  const faults: string[] = [];
  const check = (holds: boolean, fault: string): unknown => holds || faults.push(fault);
  const homes = forums.map(({ forumId }) => forumId);
  check(route[0] === payload.forum && route.at(-1) === homes[from], "has come another way");
  check(new Set(route).size === route.length && origin !== to, "goes round in a loop");
  if (name.startsWith("to:")) check(name === `to:${to}` && route.length === 1, "is for another forum");
  check(item !== undefined && item.origin.forum === origin, "is of an item that is not its own");
  const said = oracle.said.stream(origin, name).filter((statement) => statement.item === index);
  const told = shownOf(payload, forums);
  const matches = ({ revision, show }: Statement): boolean =>
    revision === payload.revision && JSON.stringify(show) === JSON.stringify(told);
  check(said.some(matches), "says what the policy does not say");
  const marks = [...marksIn(text)].join();
  check(marks === (told === null ? "" : `${index} ${payload.revision}`), "has texts that are not of this revision");
  const attribution = item?.labels[payload.revision - 1]?.attribution ?? "ANONYMOUS";
  const seen = payload.origin ?? null;
  if (told !== null && item !== undefined) {
    const sector = organizationSectors[item.origin.organization];
    if (attribution === "ANONYMOUS") check(seen === null, "tells of its origin");
    else check(seen?.sector === sector, "has another sector");
    const names = seen?.name === organizationName(origin, item.origin.organization);
    check(names === (attribution === "ORGANIZATION"), "names its origin otherwise than it may");
  }
  const mayName = new Set([...(told?.organizations ?? []), ...(told?.persons ?? [])]);
  if (attribution === "ORGANIZATION" && told !== null && item !== undefined) mayName.add(nameOf(item.origin));
  for (const seat of seatsOf(forums)) {
    if (mayName.has(nameOf(seat))) continue;
    const home = forums[seat.forum];
    check(home === undefined || !text.includes(home.idOf(seat)), `names ${nameOf(seat)}`);
    if (isOrg(seat)) check(!text.includes(organizationName(seat.forum, seat.organization)), `names ${nameOf(seat)}`);
  }
  if (faults.length > 0) expect({ to, from, payload, said, faults }).toEqual({ to, from, payload, said, faults: [] });
}

function shownOf({ act, status, tlp, audience = [] }: Payload, forums: readonly PeopledForum[]): Shown | null {
  if (act === "hide") return null;
  const names = audience.map((address) => {
    const seat = seatsOf(forums).find((one) => addressOf(one, forums) === address);
    return seat === undefined ? address : nameOf(seat);
  });
  return {
    tlp: tlp as Shown["tlp"], // compared with what it is to be
    withdrawn: status === "WITHDRAWN",
    organizations: names.filter((one) => one.startsWith("org ")).sort(),
    persons: names.filter((one) => !one.startsWith("org ")).sort(),
  };
}

function addressOf(seat: Seat, forums: readonly PeopledForum[]): string {
  const home = forums[seat.forum];
  return home === undefined ? "" : `${home.idOf(seat)}@${home.forumId}`;
}

function streamNameOf(stream: string, forums: readonly PeopledForum[]): string {
  const known = parseStream(stream);
  if (known === null || !known.startsWith("to:")) return stream;
  return `to:${forums.findIndex(({ forumId }) => known === `to:${forumId}`)}`;
}

function seatsOf(forums: readonly PeopledForum[]): Seat[] {
  return forums.flatMap(({ index: forum }): Seat[] => [
    ...organizationSectors.map((_, organization): Org => ({ forum, organization })),
    ...accountHomes.map((_, account): Person => ({ forum, account })),
  ]);
}
