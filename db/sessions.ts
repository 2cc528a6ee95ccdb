import { inArray, sql } from "drizzle-orm";
import type { Viewer } from "../domain/people.ts";
import type { Dialect } from "./dialect.ts";
import type { Log } from "./log/commit.ts";
import { keptFor } from "./kept-for.ts";
import { ended } from "./rights.ts";
import type { Tables } from "./tables.ts";
import { hashToken, isToken } from "./tokens.ts";

/** A token's last use is written down at most this often. */
const lastUsedEveryMs = 60_000;

export type Session = { readonly viewer: Viewer & { readonly kind: "account" }; readonly expiresAt: string | null };

type TokenRow = { readonly tokenId: string; readonly accountId: string; readonly expiresAt: string | null };

const goodToken = keptFor(
  ({ tokens: t, accounts: a, organizations: o }: Tables) => sql`
    SELECT ${t.id} AS "tokenId", ${t.accountId} AS "accountId", ${t.expiresAt} AS "expiresAt"
    FROM ${t} JOIN ${a} ON ${a.id} = ${t.accountId} JOIN ${o} ON ${o.id} = ${a.organizationId}
    WHERE ${t.hash} = ${sql.placeholder("hash")} AND ${t.revokedAt} IS NULL
      AND (${t.expiresAt} IS NULL OR ${t.expiresAt} > ${sql.placeholder("now")})
      AND ${a.suspendedAt} IS NULL AND ${o.suspendedAt} IS NULL`,
);

/** Turns tokens into viewers, and remembers when they were last used. */
export class Sessions {
  readonly #dialect: Dialect;
  readonly #log: Log;
  readonly #now: () => Date;
  readonly #used = new Set<string>();
  readonly #timer: NodeJS.Timeout;
  #writing: Promise<void> = Promise.resolve();

  constructor(dialect: Dialect, log: Log, now: () => Date) {
    this.#dialect = dialect;
    this.#log = log;
    this.#now = now;
    this.#timer = setInterval(() => this.#flush(), lastUsedEveryMs);
    this.#timer.unref();
  }

  /** UNAUTHENTICATED, in one sentence for all reasons, unless the token, its account and its organisation are good. */
  async authenticate(token: string): Promise<Session> {
    if (!isToken(token)) throw ended();
    const { reader, tables } = this.#dialect;
    const asked = { hash: hashToken(token), now: this.#now().toISOString() };
    const [row] = await reader.rowsOf<TokenRow>(goodToken(tables), asked);
    if (row === undefined) throw ended();
    this.#used.add(row.tokenId);
    return { viewer: { kind: "account", accountId: row.accountId, tokenId: row.tokenId }, expiresAt: row.expiresAt };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    clearInterval(this.#timer);
    this.#flush();
    await this.#writing;
  }

  #flush(): void {
    if (this.#used.size === 0) return;
    const ids = [...this.#used];
    this.#used.clear();
    const { tokens } = this.#dialect.tables;
    this.#writing = this.#log
      .commit(async (tx) => {
        await tx.db.update(tokens).set({ lastUsedAt: tx.at }).where(inArray(tokens.id, ids));
      })
      .catch(() => undefined); // nothing depends on it
  }
}
