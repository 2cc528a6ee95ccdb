/** Whether what an envelope shows is taken here, and as what. */
import { ForumError } from "../../domain/errors.ts";
import type { Address } from "../../domain/federation/addresses.ts";
import type { ShownItem } from "../../domain/federation/envelopes.ts";
import { labelHere, parseShown, sameEverywhere } from "../../domain/federation/envelopes.ts";
import type { AlarmKind, Agreement } from "../../domain/federation/peers.ts";
import type { Label } from "../../domain/label.ts";
import { printTlp } from "../../domain/tlp.ts";
import type { Verified } from "./arrival.ts";
import { hashOf } from "./hashes.ts";

export type Refusal = { readonly kind: AlarmKind; readonly reason: string };
export type Taken = { readonly shown: ShownItem; readonly label: Label; readonly digest: string };

/** How far ahead of ours the clock of another forum may be: what is newer would stand above everything until then. */
const clockToleranceMs = 10 * 60 * 1_000;

/** Whatever is counted by the month has no more of them than there were. */
const earliest = "2000-01-01T00:00:00.000Z";

export type JudgeFacts = {
  readonly here: string;
  readonly now: string;
  readonly route: readonly string[];
  /** That with the peer that brought it. */
  readonly agreement: Agreement;
  /** Who of those whom it names is at home here, by address. */
  readonly home: (address: Address) => { readonly organization: string } | { readonly account: string } | null;
};

/** Reads what is shown; what cannot be read is a refusal. */
export function readShown({ raw, head }: Verified): ShownItem | Refusal {
  try {
    return parseShown(raw, head);
  } catch (error) {
    return refusalOf("NOT_UNDERSTOOD", error);
  }
}

export function judgeShown({ head }: Verified, shown: ShownItem, facts: JudgeFacts): Taken | Refusal {
  const { here, now, route, agreement, home } = facts;
  const { stream } = head;
  const latest = new Date(Date.parse(now) + clockToleranceMs).toISOString();
  const { publishedAt, revisedAt, withdrawal } = shown;
  if (publishedAt < earliest)
    return { kind: "NOT_UNDERSTOOD", reason: "publishedAt: It says that this was before there were forums." };
  const instants = { publishedAt, revisedAt, "withdrawal.at": withdrawal?.at ?? null };
  for (const [field, instant] of Object.entries(instants))
    if (instant !== null && instant > latest)
      return { kind: "NOT_UNDERSTOOD", reason: `${field}: It says that this was in times to come.` };
  if (!agreement.labels.includes(shown.tlp))
    return { kind: "TOO_WIDE", reason: `By the agreement, nothing with ${printTlp(shown.tlp)} is taken.` };
  if (stream === "community" && !agreement.community)
    return { kind: "TOO_WIDE", reason: "By the agreement, what is for its community is not taken." };
  if (stream === "community" && route.length > agreement.hops)
    return { kind: "TOO_WIDE", reason: "It has been through more forums than the agreement allows." };
  let label: Label;
  try {
    label = labelHere(shown, stream, here, home);
  } catch (error) {
    return refusalOf("TOO_WIDE", error);
  }
  if (head.expires <= now) return { kind: "EXPIRED", reason: "Its time was over before it came." };
  return { shown, label, digest: hashOf(sameEverywhere(shown)) };
}

export function isRefusal(judged: object): judged is Refusal {
  return "reason" in judged;
}

function refusalOf(kind: AlarmKind, error: unknown): Refusal {
  if (!(error instanceof ForumError)) throw error;
  const { field, message } = error;
  return { kind, reason: field === undefined ? message : `${field}: ${message}` };
}
