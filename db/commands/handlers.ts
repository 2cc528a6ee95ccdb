import type { CommandType } from "../../domain/commands.ts";
import type { Handler } from "./command.ts";
import * as groupLife from "./group-life.ts";
import * as groupMembers from "./group-members.ts";
import * as comments from "./comments.ts";
import { declareAdoption } from "./adoptions.ts";
import { castVote, closeBallot, hearObjection, holdBallot } from "./ballots.ts";
import * as groups from "./groups.ts";
import * as items from "./items.ts";
import * as meetings from "./meetings.ts";
import * as members from "./members.ts";
import * as peers from "./peers.ts";
import { confirmEnvelopes } from "./confirm-envelopes.ts";
import { amendPractice, movePractice, proposePractice } from "./practices.ts";
import { relay } from "./relay.ts";
import * as responses from "./responses.ts";
import * as threads from "./threads.ts";
import * as sources from "./sources.ts";
import * as tokens from "./tokens.ts";

/** One handler for each command; a missing one does not compile. */
export const handlers: { readonly [T in CommandType]: Handler<T> } = {
  ...items,
  relay,
  ...responses,
  proposePractice,
  amendPractice,
  movePractice,
  commentOnPractice: comments.commentOnPractice,
  commentAsVisitor: comments.commentAsVisitor,
  moderateComment: comments.moderateComment,
  disposeComment: comments.disposeComment,
  objectToDisposition: comments.objectToDisposition,
  withdrawComment: comments.withdrawComment,
  ...members,
  ...tokens,
  ...groups,
  ...groupLife,
  ...groupMembers,
  ...threads,
  ...meetings,
  holdBallot,
  castVote,
  hearObjection,
  closeBallot,
  declareAdoption,
  ...sources,
  ...peers,
  confirmEnvelopes,
};
