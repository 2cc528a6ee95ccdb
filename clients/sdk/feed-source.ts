import { fromGraphqlErrors, record, TocsinError } from "./errors.ts";
import type { FeedEventFields, ItemFilter } from "./generated.ts";

export type FeedSubscription = { readonly after: string; readonly filter: ItemFilter | undefined };

/** What a subscription tells. After `failed` it tells nothing more. */
export type FeedSink = {
  event(event: FeedEventFields): void;
  failed(error: TocsinError): void;
};

/** A forum's feed, over one transport or another. */
export type FeedSource = {
  /** The cursor of this moment. */
  now(signal: AbortSignal): Promise<string>;
  /** Begins a subscription; the function that comes back ends it. */
  subscribe(subscription: FeedSubscription, sink: FeedSink): () => void;
};

/** Hands on one result of the subscription. An event that came with an error is not taken for a whole one. */
export function tellResult(result: unknown, sink: FeedSink): void {
  const { data, errors } = record(result);
  if (Array.isArray(errors) && errors.length > 0) return sink.failed(fromGraphqlErrors(errors));
  const { feed } = record(data);
  if (feed === undefined || feed === null) {
    return sink.failed(new TocsinError("UNEXPECTED", "The feed sent something that is not an event."));
  }
  sink.event(feed as FeedEventFields); // the shape that the document asks for
}

/** A feed never ends by itself: whoever ends it expects its readers to come back. */
export function feedEnded(): TocsinError {
  return new TocsinError("UNAVAILABLE", "The forum ended the feed.");
}
