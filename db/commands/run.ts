import { createHash } from "node:crypto";
import { and, eq, lt } from "drizzle-orm";
import type { CommandInput, CommandResult, CommandType } from "../../domain/commands.ts";
import type { Actor } from "../../domain/people.ts";
import { checkCommand } from "../../domain/command-roles.ts";
import { auditEntry, subjectOf, writeAudit } from "../audit.ts";
import type { Dialect } from "../dialect.ts";
import type { Tx } from "../log/commit.ts";
import { loadRights } from "../rights.ts";
import type { CommandContext } from "./command.ts";
import { handlers } from "./handlers.ts";
import { conflict } from "./write-item.ts";

/** How long an idempotency key is remembered. */
const idempotencyMs = 24 * 60 * 60 * 1_000;

/**
 * Runs one command in an open transaction: rights of now, role, the answer of an earlier run under the same key, the handler, and
 * the audit log.
 */
export async function runCommand<T extends CommandType>(
  dialect: Dialect,
  tx: Tx,
  actor: Actor,
  type: T,
  input: CommandInput<T>,
): Promise<CommandResult<T>> {
  const { tables } = dialect;
  const rights = actor.kind === "operator" ? null : await loadRights(tx, tables, actor, tx.at);
  const by = actor.kind === "operator" || actor.kind === "peer" ? actor.kind : (rights?.member ?? "visitor");
  checkCommand(type, by === "visitor" ? "anonymous" : by);
  const context: CommandContext = {
    tx,
    dialect,
    actor: by,
    rights,
    peerId: actor.kind === "peer" ? actor.peerId : null,
  };
  const memory = typeof by === "string" ? null : idempotencyOf(type, by.accountId, input);
  const earlier = memory === null ? null : await recall(context, memory);
  if (earlier !== null) return earlier.result as CommandResult<T>; // written below by the same command
  const result = await handlers[type](context, input);
  if (memory !== null) await remember(context, memory, result);
  if (actor.kind === "peer") return result; // what peers have is told every few seconds, and kept as receipts
  const subjects = subjectsOf(input, result);
  await writeAudit(
    tx,
    tables,
    subjects.map((id) => auditEntry(actor, tx.at, actionOf(type, input), id, "done")),
  );
  return result;
}

type Memory = { readonly accountId: string; readonly key: string; readonly fingerprint: string };

function idempotencyOf(type: CommandType, accountId: string, input: object): Memory | null {
  const { idempotencyKey: key, ...rest } = { idempotencyKey: null, ...input };
  if (typeof key !== "string") return null;
  const fingerprint = createHash("sha256")
    .update(JSON.stringify([type, rest]))
    .digest("base64url");
  return { accountId, key, fingerprint };
}

async function recall(
  { tx, dialect }: CommandContext,
  { accountId, key, fingerprint }: Memory,
): Promise<{ result: unknown } | null> {
  const { idempotency: i } = dialect.tables;
  await tx.db.delete(i).where(lt(i.at, new Date(Date.parse(tx.at) - idempotencyMs).toISOString()));
  const [row] = await tx.db
    .select()
    .from(i)
    .where(and(eq(i.accountId, accountId), eq(i.key, key)));
  if (row === undefined) return null;
  if (row.fingerprint !== fingerprint) throw conflict("This idempotencyKey was used with other input; take a new one.");
  return { result: row.result };
}

async function remember({ tx, dialect }: CommandContext, memory: Memory, result: unknown): Promise<void> {
  await tx.db.insert(dialect.tables.idempotency).values({ ...memory, result, at: tx.at });
}

/** What the audit log calls a command: what it did. */
export function actionOf(type: CommandType, input: object): string {
  return "suspended" in input && input.suspended === false ? type.replace("suspend", "resume") : type;
}

/** The ids that a command names, in its input and its result, without repetition: what the audit log keeps of it. */
export function subjectsOf(input: object, result: object | null): (string | null)[] {
  const { item: _content, ...named }: { item?: unknown } = { ...input };
  const ids = [...new Set([...idsIn(named), ...(result === null ? [] : idsIn(result))])];
  return ids.length === 0 ? [null] : ids.map(subjectOf);
}

function idsIn(value: object): string[] {
  return Object.entries(value).flatMap(([name, entry]: [string, unknown]) => {
    if (typeof entry === "string") return /^id$|Id$/.test(name) ? [entry] : [];
    if (Array.isArray(entry)) return name.endsWith("Ids") ? entry.filter((id) => typeof id === "string") : [];
    return typeof entry === "object" && entry !== null ? idsIn(entry) : [];
  });
}
