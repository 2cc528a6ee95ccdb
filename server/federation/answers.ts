/** What a peer has answered, looked at before it is used: nobody says that another server keeps to the schema. */
import type { Brought } from "./arrivals.ts";
import { NotBelieved } from "./jws.ts";

/** An event of a feed; without an envelope, one that is for others. */
export type FeedEvent = { readonly cursor: string; readonly brought: Brought | null };
export type FeedPage = { readonly events: readonly FeedEvent[]; readonly endCursor: string; readonly hasMore: boolean };

const longestCursor = 1_000;

export function understandPage(answer: unknown, mostEvents: number): FeedPage {
  const { events, endCursor, hasMore } = recordOf(answer);
  if (!Array.isArray(events) || events.length > mostEvents || typeof hasMore !== "boolean") throw wrong("a page");
  if (hasMore && events.length === 0) throw wrong("an end"); // it would be asked for ever
  return { events: events.map(understandEvent), endCursor: cursorOf(endCursor), hasMore };
}

export function understandEvent(event: unknown): FeedEvent {
  const { cursor: place, envelope } = recordOf(event);
  const cursor = cursorOf(place);
  if (envelope === null || envelope === undefined) return { cursor, brought: null };
  const { bytes, route } = recordOf(envelope);
  return { cursor, brought: { cursor, bytes, route } };
}

/** Envelopes that were asked for: they have no place in the feed. */
export function understandEnvelopes(answer: unknown, most: number): Brought[] {
  if (!Array.isArray(answer) || answer.length > most) throw wrong("a list of envelopes");
  return answer.map((entry: unknown) => {
    const { bytes, route } = recordOf(entry);
    return { cursor: null, bytes, route };
  });
}

/** A list of texts, each of which is looked at later. */
export function understandTexts(answer: unknown, most: number, what: string): string[] {
  if (!Array.isArray(answer) || answer.length > most) throw wrong(what);
  return answer.map((entry: unknown) => {
    if (typeof entry !== "string") throw wrong(what);
    return entry;
  });
}

function cursorOf(value: unknown): string {
  if (typeof value === "string" && value !== "" && value.length <= longestCursor) return value;
  throw wrong("a place in its feed");
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value === "object" && value !== null) return value as Record<string, unknown>; // every object is one
  throw wrong("an answer");
}

function wrong(what: string): NotBelieved {
  return new NotBelieved("NOT_UNDERSTOOD", `It sends what is not ${what}, as forums send it.`);
}
