/** What became of what was posted, as long as it is remembered. */
import type { Viewer } from "../../domain/people.ts";

/** What became of one object. A failure says why. */
export type Detail = { readonly id: string; readonly version: string; readonly message?: string };
export type Outcome = { readonly isSuccess: boolean; readonly detail: Detail };

/** How many statuses are remembered, and how many objects they may tell of together. */
const maxStatuses = 10_000;
const maxDetails = 500_000;

type Kept = { readonly accountId: string; readonly resource: object; readonly details: number };

export class Statuses {
  readonly #kept = new Map<string, Kept>();
  #details = 0;

  /** Gives the status resource (section 4.3.1). Everything is done when it is made. */
  keep(viewer: Viewer, at: string, outcomes: readonly Outcome[]): object {
    const id = crypto.randomUUID();
    const resource = statusResource(id, at, outcomes);
    if (viewer.kind !== "account") return resource;
    this.#kept.set(id, { accountId: viewer.accountId, resource, details: outcomes.length });
    this.#details += outcomes.length;
    for (const [oldest, { details }] of this.#kept) {
      if (this.#kept.size <= maxStatuses && this.#details <= maxDetails) break;
      this.#kept.delete(oldest);
      this.#details -= details;
    }
    return resource;
  }

  /** The status of what this account has posted; null for everything else. */
  get(viewer: Viewer, id: string): object | null {
    const found = this.#kept.get(id);
    return viewer.kind === "account" && found?.accountId === viewer.accountId ? found.resource : null;
  }
}

function statusResource(id: string, at: string, outcomes: readonly Outcome[]): object {
  const of = (isSuccess: boolean): Detail[] =>
    outcomes.filter((outcome) => outcome.isSuccess === isSuccess).map(({ detail }) => detail);
  const [successes, failures] = [of(true), of(false)];
  return {
    id,
    status: "complete",
    request_timestamp: at,
    total_count: outcomes.length,
    success_count: successes.length,
    ...(successes.length === 0 ? {} : { successes }),
    failure_count: failures.length,
    ...(failures.length === 0 ? {} : { failures }),
    pending_count: 0,
  };
}
