import type { CommandInput, CommandResult, CommandType } from "../../domain/commands.ts";
import { ForumError } from "../../domain/errors.ts";
import type { CommandActor, Member } from "../../domain/people.ts";
import type { Dialect } from "../dialect.ts";
import type { Tx } from "../log/commit.ts";
import type { Rights } from "../rights.ts";

/** What a command's handler works with, in an open transaction. */
export type CommandContext = {
  readonly tx: Tx;
  readonly dialect: Dialect;
  /** Who gives the command; the role has been checked. */
  readonly actor: CommandActor;
  readonly rights: Rights | null;
  /** Which peer gives the command; null for everybody else. */
  readonly peerId: string | null;
};

/** Checks what the policy and the state demand, then writes. A refusal is thrown, and nothing of the command is written. */
export type Handler<T extends CommandType> = (
  context: CommandContext,
  input: CommandInput<T>,
) => Promise<CommandResult<T>>;

/** The account that gives the command. Commands that the operator may not give have been refused before. */
export function memberOf({ actor, rights }: CommandContext): { member: Member; rights: Rights } {
  if (typeof actor === "string" || rights === null) throw new ForumError("FORBIDDEN", "The operator cannot do this.");
  return { member: actor, rights };
}
