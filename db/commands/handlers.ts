import type { CommandType } from "../../domain/commands.ts";
import type { Handler } from "./command.ts";
import * as groups from "./groups.ts";
import * as items from "./items.ts";
import * as members from "./members.ts";
import { relay } from "./relay.ts";
import * as responses from "./responses.ts";
import * as sources from "./sources.ts";
import * as tokens from "./tokens.ts";

/** One handler for each command; a missing one does not compile. */
export const handlers: { readonly [T in CommandType]: Handler<T> } = {
  ...items,
  relay,
  ...responses,
  ...members,
  ...tokens,
  ...groups,
  ...sources,
};
