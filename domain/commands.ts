/** Everything that can be asked of the forum, as a closed union. db/commands holds one handler for each. */
import type { GroupCommands } from "./group-commands.ts";
import type { AdoptionCommands } from "./adoption-commands.ts";
import type { BallotCommands } from "./ballot-commands.ts";
import type { FederationCommands } from "./federation/commands.ts";
import type { Content } from "./kinds.ts";
import type { Label } from "./label.ts";
import type { PracticeCommands } from "./practice-commands.ts";
import type { ThreadCommands } from "./thread-commands.ts";
import type { SourceSetup } from "./sources.ts";
import type { AnswerState, RelationType, Role, Sector } from "./vocabulary.ts";

/** A typed pointer from the item that carries it to another. */
export type RelationInput = { readonly type: RelationType; readonly itemId: string };

/** A whole revision as an author hands it in, parsed. `path` is where the input stood, for the refusals that need the database. */
export type ItemDraft = {
  readonly content: Content;
  readonly label: Label;
  readonly relations: readonly RelationInput[];
  readonly path: string;
};

/** From which feed of somebody else's an item comes, by a name that a feed has for good. @default somebody has written or imported it */
type FromFeed = { readonly feed?: string };

type Repeatable = { readonly idempotencyKey: string | null };

export type Commands = CoreCommands &
  GroupCommands &
  ThreadCommands &
  PracticeCommands &
  BallotCommands &
  AdoptionCommands &
  FederationCommands;

type CoreCommands = {
  publish: { input: { readonly item: ItemDraft } & FromFeed & Repeatable; result: ItemWritten };
  revise: {
    input: { readonly itemId: string; readonly expectedRevision: number; readonly item: ItemDraft } & Repeatable;
    result: ItemWritten;
  };
  withdraw: { input: { readonly itemId: string; readonly reason: string } & Repeatable; result: ItemWritten };
  relay: {
    input: { readonly itemId: string; readonly organizationIds: readonly string[] } & Repeatable;
    result: ItemWritten;
  };
  saveDraft: {
    input: { readonly itemId: string | null; readonly item: ItemDraft } & FromFeed & Partial<Repeatable>;
    result: ItemWritten;
  };
  publishDraft: { input: { readonly itemId: string } & Repeatable; result: ItemWritten };
  discardDraft: { input: { readonly itemId: string }; result: { readonly itemId: string } };
  reportSighting: {
    input: {
      readonly itemId: string;
      readonly count: number;
      readonly firstSeen: string;
      readonly lastSeen: string;
      readonly attributed: boolean;
      readonly note: string | null;
    } & Repeatable;
    result: ItemWritten;
  };
  answerItem: {
    input: { readonly itemId: string; readonly state: AnswerState; readonly note: string | null };
    result: ItemWritten;
  };

  addOrganization: {
    input: { readonly name: string; readonly sector: Sector; readonly country: string | null };
    result: Made;
  };
  updateOrganization: {
    input: { readonly organizationId: string; readonly name?: string; readonly country?: string | null };
    result: Made;
  };
  suspendOrganization: { input: { readonly organizationId: string; readonly suspended: boolean }; result: Made };
  addAccount: {
    input: {
      readonly organizationId: string;
      readonly name: string;
      readonly email: string;
      readonly role: Role;
      readonly listed: boolean;
    };
    result: Made;
  };
  updateAccount: {
    input: { readonly accountId: string; readonly name?: string; readonly role?: Role; readonly listed?: boolean };
    result: Made;
  };
  suspendAccount: { input: { readonly accountId: string; readonly suspended: boolean }; result: Made };
  createToken: {
    input: { readonly accountId: string; readonly name: string | null; readonly expiresAt: string | null };
    result: { readonly id: string; readonly token: string };
  };
  revokeToken: { input: { readonly tokenId: string }; result: Made };
  addGroup: { input: { readonly name: string; readonly description: string | null }; result: Made };
  joinGroup: { input: { readonly groupId: string; readonly member: GroupMember }; result: Made };
  leaveGroup: { input: { readonly groupId: string; readonly member: GroupMember }; result: Made };
  addSource: { input: SourceSetup; result: Made };
  pauseSource: { input: { readonly sourceId: string; readonly paused: boolean }; result: Made };
  removeSource: { input: { readonly sourceId: string }; result: Made };
  addClient: { input: ClientRelation; result: Made };
  removeClient: { input: ClientRelation; result: Made };
};

export type GroupMember = { readonly accountId: string } | { readonly organizationId: string };
export type ClientRelation = { readonly providerId: string; readonly clientId: string };

export type CommandType = keyof Commands;
export type CommandInput<T extends CommandType> = Commands[T]["input"];
export type CommandResult<T extends CommandType> = Commands[T]["result"];

/** What an item command answers: the item, and the place in the log right behind the change. */
export type ItemWritten = { readonly itemId: string; readonly position: number };
/** The id of what was made or changed. */
export type Made = { readonly id: string };
