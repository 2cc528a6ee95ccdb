import { fromGraphqlErrors, record, TocsinError } from "./errors.ts";
import type { ItemFilter } from "./generated.ts";

export type FeedSubscription = { readonly after: string; readonly filter: ItemFilter | undefined };

/** What every event of a feed has, whatever else is asked for: the place right behind it. */
export type FeedPlace = { readonly cursor: string };

/** What a feed is asked for, and how its place of this moment is found. */
export type FeedDocument = {
  readonly document: string;
  readonly now: (signal: AbortSignal) => Promise<string>;
};

/** What a subscription tells. After `failed` it tells nothing more. */
export type FeedSink<E extends FeedPlace> = {
  event(event: E): void;
  failed(error: TocsinError): void;
};

/** A forum's feed, over one transport or another. */
export type FeedSource<E extends FeedPlace> = {
  /** The cursor of this moment. */
  now(signal: AbortSignal): Promise<string>;
  /** Begins a subscription; the function that comes back ends it. */
  subscribe(subscription: FeedSubscription, sink: FeedSink<E>): () => void;
};

/** Hands on one result of the subscription. An event that came with an error is not taken for a whole one. */
export function tellResult<E extends FeedPlace>(result: unknown, sink: FeedSink<E>): void {
  const { data, errors } = record(result);
  if (Array.isArray(errors) && errors.length > 0) return sink.failed(fromGraphqlErrors(errors));
  const { feed } = record(data);
  if (feed === undefined || feed === null) {
    return sink.failed(new TocsinError("UNEXPECTED", "The feed sent something that is not an event."));
  }
  sink.event(feed as E); // the shape that the document asks for
}

/** A feed never ends by itself: whoever ends it expects its readers to come back. */
export function feedEnded(): TocsinError {
  return new TocsinError("UNAVAILABLE", "The forum ended the feed.");
}
