import { eq } from "drizzle-orm";
import { badInput, ForumError, notFound } from "../../domain/errors.ts";
import { newId } from "../../domain/ids.ts";
import { parseInstant, parseText } from "../../domain/parse.ts";
import { mayEndToken, mayMakeToken } from "../../domain/policy.ts";
import { requireHome } from "../in-directory.ts";
import { hashToken, makeToken } from "../tokens.ts";
import type { Handler } from "./command.ts";
import { accountById } from "./members.ts";

export const createToken: Handler<"createToken"> = async (context, { accountId, name, expiresAt }) => {
  const { tx, dialect, actor } = context;
  if (!mayMakeToken(accountId, actor)) {
    throw new ForumError(
      "FORBIDDEN",
      "A token speaks for its account: you can make one for your own; the operator makes the first one.",
    );
  }
  requireHome(await accountById(context, accountId), "account");
  if (name !== null) parseText(name, "name", 200, true);
  const expires = expiresAt === null ? null : parseInstant(expiresAt, "expiresAt");
  if (expires !== null && expires <= tx.at) throw badInput("expiresAt", "Give an instant in the future.");
  const id = newId("token");
  const token = makeToken();
  await tx.db
    .insert(dialect.tables.tokens)
    .values({ id, accountId, name, hash: hashToken(token), createdAt: tx.at, expiresAt: expires });
  await tx.append({ type: "quiet", what: "createToken" });
  return { id, token };
};

export const revokeToken: Handler<"revokeToken"> = async ({ tx, dialect, actor }, { tokenId: id }) => {
  const { tokens } = dialect.tables;
  const [row] = await tx.db.select().from(tokens).where(eq(tokens.id, id));
  if (row === undefined || !mayEndToken(row.accountId, actor)) throw notFound();
  if (row.revokedAt !== null) return { id };
  await tx.db.update(tokens).set({ revokedAt: tx.at }).where(eq(tokens.id, id));
  await tx.append({ type: "access", subject: "token", id });
  return { id };
};
