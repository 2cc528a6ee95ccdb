import { randomUUIDv7 } from "node:crypto";
import { desc } from "drizzle-orm";
import { ForumError } from "../domain/errors.ts";
import type { Actor } from "../domain/people.ts";
import type { Connection } from "./dialect.ts";
import type { Tables } from "./tables.ts";

const maxSubjectLength = 100;

/** An id that a caller sent may be anything: what of it every store can hold, and no log is led astray by. */
export function subjectOf(sent: string): string {
  return sent.slice(0, maxSubjectLength).replace(/[^\x20-\x7e]/g, "?");
}

/** Who did, tried or read what. Never content. A command that names several has an entry for each. */
export type AuditEntry = {
  readonly at: string;
  /** null where it was another forum, or the operator, a visitor or the clock, each of which has actions of its own. */
  readonly accountId: string | null;
  /** The token, or the other forum. */
  readonly tokenId: string | null;
  /** A command (`resume…` where it ends a suspension), or `read`. */
  readonly action: string;
  readonly subjectId: string | null;
  /** `done`, or the code of the refusal. */
  readonly outcome: string;
};

export async function writeAudit(on: Connection, { audit }: Tables, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await on.db.insert(audit).values(entries.map((entry) => ({ id: randomUUIDv7(), ...entry })));
}

export function auditEntry(
  actor: Actor | { readonly kind: "clock" },
  at: string,
  action: string,
  subjectId: string | null,
  outcome: string,
): AuditEntry {
  return { at, ...whoOf(actor), action, subjectId, outcome };
}

function whoOf(actor: Actor | { readonly kind: "clock" }): Pick<AuditEntry, "accountId" | "tokenId"> {
  switch (actor.kind) {
    case "account":
      return { accountId: actor.accountId, tokenId: actor.tokenId };
    case "peer":
      return { accountId: null, tokenId: actor.peerId };
    default:
      return { accountId: null, tokenId: null };
  }
}

/** The newest entries, newest first; for the operator alone, since the ids in them tell of items. */
export async function readAudit(on: Connection, { audit }: Tables, limit: number): Promise<AuditEntry[]> {
  const { at, accountId, tokenId, action, subjectId, outcome } = audit;
  return on.db
    .select({ at, accountId, tokenId, action, subjectId, outcome })
    .from(audit)
    .orderBy(desc(at), desc(audit.id))
    .limit(limit);
}

/** Refusals that say something of who tried what, as the audit log keeps them. A visitor is nobody, and could fill it. */
export function isDenial(error: unknown, actor: Actor): error is ForumError {
  if (actor.kind === "anonymous") return false;
  return error instanceof ForumError && ["UNAUTHENTICATED", "FORBIDDEN", "NOT_FOUND"].includes(error.code);
}
