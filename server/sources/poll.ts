/** What the poll of any kind of source gives: objects that are mapped, and where to go on. */
import type { DueSource } from "../../db/sources.ts";
import type { Outgoing } from "../outgoing/outgoing.ts";
import type { Mapped } from "../stix/from-stix.ts";

export type PollParts = {
  readonly outgoing: Outgoing;
  readonly signal: AbortSignal;
  /** The versions of objects that the source has brought. */
  readonly versions: () => Promise<ReadonlyMap<string, string>>;
};
export type Polled = {
  readonly mapped: readonly Mapped[];
  readonly cursor: string | null;
  readonly versions: ReadonlyMap<string, string>;
  /** There is more than one poll takes. */
  readonly hasMore: boolean;
  /** What is wrong with the source, though it was read as far as it goes. */
  readonly complaint: string | null;
};
export type Poll = (source: DueSource, parts: PollParts) => Promise<Polled>;

/** A source that answers what it should not. Its message is for whoever looks after it. */
export class BadSource extends Error {
  override readonly name = "BadSource";
}

/** The words for a status that is none of success. */
export function refusedWith(status: number): BadSource {
  const why: Readonly<Record<number, string>> = {
    401: "it does not take the name and password",
    403: "it does not let us read this",
    404: "there is nothing at its address",
    429: "it asks us to come less often",
  };
  return new BadSource(`${why[status] ?? "it answers with an error"} (HTTP ${status})`);
}

/** JSON that somebody else has written. */
export function parseAnswer(body: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
  } catch {
    throw new BadSource("it answers with something that is no JSON");
  }
}
