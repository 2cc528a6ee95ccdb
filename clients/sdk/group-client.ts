import type { Caller, ReadOptions, WriteOptions } from "./caller.ts";
import type {
  CharterInput,
  GroupMove,
  GroupPage,
  GroupRole,
  GroupStanding,
  GroupSummary,
  MeetingFields,
  Operations,
  PostFields,
  ThreadFields,
} from "./generated.ts";

/** An account or a whole organisation, by its id. */
export type GroupMember = { readonly account: string } | { readonly organization: string };
export type ThreadWish = Omit<Operations["openThread"]["variables"], "idempotencyKey">;
export type PostWish = Omit<Operations["post"]["variables"], "idempotencyKey">;
export type MeetingPlan = Omit<Operations["callMeeting"]["variables"], "idempotencyKey">;
export type MeetingChange = Omit<Operations["changeMeeting"]["variables"], "id">;
export type MeetingRecord = Omit<Operations["recordMeeting"]["variables"], "id">;
export type Thread = NonNullable<Operations["thread"]["result"]["thread"]>;

/** Working groups, with what is said and when they meet. */
export class GroupClient {
  readonly #caller: Caller;

  constructor(caller: Caller) {
    this.#caller = caller;
  }

  /** Everything about a group on one page; null where there is none, or for whoever is not signed in. */
  async get(id: string, options?: ReadOptions): Promise<GroupPage | null> {
    return (await this.#caller.send("group", { id }, options)).group;
  }

  async propose(
    proposal: { readonly name: string; readonly description?: string; readonly charter: CharterInput },
    options?: WriteOptions,
  ): Promise<GroupSummary> {
    return (await this.#caller.write("proposeGroup", proposal, options)).proposeGroup;
  }

  /** Signs the own organisation on to a proposal, or takes that back. */
  async signOn(group: string, signed = true, options?: ReadOptions): Promise<GroupSummary> {
    return (await this.#caller.send("signOn", { group, signed }, options)).signOn;
  }

  async draftCharter(group: string, charter: CharterInput, options?: WriteOptions): Promise<GroupSummary> {
    return (await this.#caller.write("draftCharter", { group, charter }, options)).draftCharter;
  }

  /** Brings a group into its next state. It is sent once: a move that was made is CONFLICT the second time. */
  async move(group: string, move: GroupMove, reason?: string, options?: ReadOptions): Promise<GroupSummary> {
    return (await this.#caller.send("moveGroup", { group, move, reason }, { ...options, retries: 0 })).moveGroup;
  }

  /** Gives somebody a role, or takes it away. */
  async setRole(
    group: string,
    member: GroupMember,
    role: GroupRole,
    held = true,
    options?: ReadOptions,
  ): Promise<GroupSummary> {
    return (await this.#caller.send("setGroupRole", { group, ...member, role, held }, options)).setGroupRole;
  }

  /** Comes in, accepts an invitation, or asks to be let in, as the charter says. */
  async enter(
    group: string,
    { wholeOrganization, note, ...options }: ReadOptions & { wholeOrganization?: boolean; note?: string } = {},
  ): Promise<GroupSummary> {
    return (await this.#caller.send("enterGroup", { group, wholeOrganization, note }, options)).enterGroup;
  }

  async invite(
    group: string,
    member: GroupMember,
    { standing, note, ...options }: ReadOptions & { standing?: GroupStanding; note?: string } = {},
  ): Promise<GroupSummary> {
    const variables = { group, ...member, standing, note };
    return (await this.#caller.send("inviteToGroup", variables, { ...options, retries: 0 })).inviteToGroup;
  }

  /** Accepts or ends an invitation or a request. */
  async answer(id: string, accepted: boolean, reason?: string, options?: ReadOptions): Promise<string> {
    const variables = { id, accepted, reason };
    return (await this.#caller.send("answerAdmission", variables, { ...options, retries: 0 })).answerAdmission;
  }

  async quit(group: string, wholeOrganization = false, options?: ReadOptions): Promise<GroupSummary> {
    return (await this.#caller.send("quitGroup", { group, wholeOrganization }, options)).quitGroup;
  }

  async remove(group: string, member: GroupMember, reason: string, options?: ReadOptions): Promise<GroupSummary> {
    return (await this.#caller.send("removeFromGroup", { group, ...member, reason }, options)).removeFromGroup;
  }

  /** Remembers that one has looked: the group's activity begins here the next time. */
  async lookedAt(group: string, options?: ReadOptions): Promise<GroupSummary> {
    return (await this.#caller.send("lookAtGroup", { group }, options)).lookAtGroup;
  }

  /** A thread with its posts behind a number; null where there is none, or none that may be seen. */
  async thread(
    id: string,
    { first, after, ...options }: ReadOptions & { first?: number; after?: number } = {},
  ): Promise<Thread | null> {
    return (await this.#caller.send("thread", { id, first, after }, options)).thread;
  }

  /** The newest threads on an item. */
  async threadsOn(item: string, options?: ReadOptions): Promise<readonly ThreadFields[]> {
    return (await this.#caller.send("threadsOn", { item }, options)).item?.threads ?? [];
  }

  async openThread(wish: ThreadWish, options?: WriteOptions): Promise<ThreadFields> {
    return (await this.#caller.write("openThread", wish, options)).openThread;
  }

  async post(wish: PostWish, options?: WriteOptions): Promise<PostFields> {
    return (await this.#caller.write("post", wish, options)).post;
  }

  async editPost(id: string, text: string, options?: ReadOptions): Promise<PostFields> {
    return (await this.#caller.send("editPost", { id, text }, { ...options, retries: 0 })).editPost;
  }

  async removePost(id: string, reason: string, options?: ReadOptions): Promise<PostFields> {
    return (await this.#caller.send("removePost", { id, reason }, { ...options, retries: 0 })).removePost;
  }

  async meeting(id: string, options?: ReadOptions): Promise<MeetingFields | null> {
    return (await this.#caller.send("meeting", { id }, options)).meeting;
  }

  async callMeeting(plan: MeetingPlan, options?: WriteOptions): Promise<MeetingFields> {
    return (await this.#caller.write("callMeeting", plan, options)).callMeeting;
  }

  async changeMeeting(id: string, change: MeetingChange, options?: ReadOptions): Promise<MeetingFields> {
    return (await this.#caller.send("changeMeeting", { id, ...change }, options)).changeMeeting;
  }

  async cancelMeeting(id: string, options?: ReadOptions): Promise<MeetingFields> {
    return (await this.#caller.send("cancelMeeting", { id }, { ...options, retries: 0 })).cancelMeeting;
  }

  /** Writes down what a meeting came to. */
  async recordMeeting(id: string, record: MeetingRecord, options?: ReadOptions): Promise<MeetingFields> {
    return (await this.#caller.send("recordMeeting", { id, ...record }, options)).recordMeeting;
  }

  /** Writes down who was at a meeting. */
  async recordAttendance(id: string, present: readonly string[], options?: ReadOptions): Promise<MeetingFields> {
    return (await this.#caller.send("recordAttendance", { id, present }, options)).recordAttendance;
  }
}
