/** The working groups: proposed, signed on to, chartered, and what is said and met about in them. */
import type { DemoGroup } from "./members.ts";
import { groups } from "./members.ts";
import type { Happening, Members, SceneOfGroups, Store } from "./scene.ts";
import { idOf, viewerOf } from "./scene.ts";

const day = 86_400_000;
const hour = 3_600_000;
const operator = { kind: "operator" } as const;
const once = { idempotencyKey: null } as const;

/** Makes a group with its members; gives its id. */
export async function seedGroup(store: Store, group: DemoGroup, members: Members): Promise<string> {
  const { name, description, chair, signers = [] } = group;
  const groupId =
    chair === undefined
      ? (await store.commit(operator, "addGroup", { name, description })).id
      : await charter(store, group, chair, signers, members);
  for (const key of group.organizations) {
    await store.commit(operator, "joinGroup", { groupId, member: { organizationId: idOf(members.ids, key) } });
  }
  for (const key of group.people) {
    await store.commit(operator, "joinGroup", { groupId, member: { accountId: idOf(members.ids, key) } });
  }
  return groupId;
}

async function charter(
  store: Store,
  { name, description, key }: DemoGroup,
  chair: string,
  signers: readonly string[],
  members: Members,
): Promise<string> {
  const proposal = { name, description, charter: charterOf(key, idOf(members.ids, chair)), ...once };
  const { id: groupId } = await store.commit(viewerOf(members, chair), "proposeGroup", proposal);
  for (const signer of signers) await store.commit(viewerOf(members, signer), "signOn", { groupId, signed: true });
  const steward = viewerOf(members, "oskar");
  await store.commit(steward, "moveGroup", { groupId, move: "CHARTER", reason: null });
  await store.commit(viewerOf(members, chair), "moveGroup", { groupId, move: "START", reason: null });
  return groupId;
}

function charterOf(key: string, chairId: string) {
  const shared = {
    successCriteria: ["Two practices that half of the members have adopted.", "Incidents are told within a week."],
    durationMonths: 36,
    chairIds: [chairId],
    proceedings: "AMBER",
    intellectualProperty: "Whatever is contributed may be used by everybody without a fee.",
  } as const;
  const decision = { quorumPercent: 50, balanced: false };
  return key === "agents"
    ? ({
        ...shared,
        scope: "What agents may reach, how they are watched, and how they are stopped.",
        riskCategories: ["LOSS_OF_CONTROL", "CYBER"],
        deliverables: [{ title: "Permissions of agents", due: null }],
        joining: "REQUEST",
        decision: { ...decision, rule: "TWO_THIRDS_MAJORITY", secret: false },
        meetingRule: "ATTRIBUTED",
      } as const)
    : ({
        ...shared,
        scope: "How help with harm to life is found and held back, without holding back those who heal.",
        riskCategories: ["BIOLOGICAL", "CHEMICAL"],
        deliverables: [{ title: "Screening of requests", due: null }],
        joining: "INVITATION",
        decision: { ...decision, rule: "SIMPLE_MAJORITY", secret: true },
        meetingRule: "CHATHAM_HOUSE",
      } as const);
}

/** In each group that has a chair: a meeting that was held, one to come, and a thread. */
export function planTalk(scene: SceneOfGroups, now: Date): Happening[] {
  return groups.flatMap((group, at) => {
    const { chair, signers = [] } = group;
    if (chair === undefined) return [];
    const talk = new Talk(scene, idOf(scene.ids, group.key), chair, signers);
    const happening = (daysAgo: number, play: () => Promise<void>): Happening => ({
      at: new Date(now.getTime() - daysAgo * day - at * hour),
      about: [`talk ${group.key}`],
      play,
    });
    return [
      happening(37, () => talk.callMeeting("Monthly meeting", ["What is new", "Open drafts"], 7)),
      happening(28, () => talk.writeMinutes()),
      happening(12, () => talk.discuss()),
      happening(2, () => talk.callMeeting("Monthly meeting", ["Ballots", "Next drafts", "Any other business"], 9)),
    ];
  });
}

class Talk {
  readonly #scene: SceneOfGroups;
  readonly #groupId: string;
  readonly #chair: string;
  readonly #others: readonly string[];
  #meetingId = "";

  constructor(scene: SceneOfGroups, groupId: string, chair: string, others: readonly string[]) {
    this.#scene = scene;
    this.#groupId = groupId;
    this.#chair = chair;
    this.#others = others;
  }

  async callMeeting(title: string, agenda: readonly string[], inDays: number): Promise<void> {
    const begin = this.#scene.now().getTime() + inDays * day;
    const [startsAt, endsAt] = [begin, begin + 2 * hour].map((at) => new Date(at).toISOString());
    if (startsAt === undefined || endsAt === undefined) return;
    const meeting = { groupId: this.#groupId, title, startsAt, endsAt, place: "By video", agenda, rule: null, ...once };
    this.#meetingId = (await this.#scene.store.commit(viewerOf(this.#scene, this.#chair), "callMeeting", meeting)).id;
  }

  async writeMinutes(): Promise<void> {
    const chair = viewerOf(this.#scene, this.#chair);
    const meetingId = this.#meetingId;
    const present = [this.#chair, ...this.#others].map((key) => idOf(this.#scene.ids, key));
    await this.#scene.store.commit(chair, "recordAttendance", { meetingId, present });
    const record = {
      minutes: "The drafts were gone through clause by clause. Two questions were left for the next meeting.",
      decisions: ["The newest draft goes to last call."],
      actions: [{ text: "Send the draft to everybody who asked for it.", organizationId: null, due: null }],
    };
    await this.#scene.store.commit(chair, "recordMeeting", { meetingId, record });
  }

  async discuss(): Promise<void> {
    const [first = this.#chair] = this.#others;
    const { store } = this.#scene;
    const opening = "Has anybody seen this with smaller models, too? We have not looked yet.";
    const { id: threadId } = await store.commit(viewerOf(this.#scene, first), "openThread", {
      itemId: null,
      groupId: this.#groupId,
      title: "Smaller models",
      label: null,
      post: { text: opening, mentionIds: [] },
      ...once,
    });
    const answer = "Once, last month. I will bring what we have to the next meeting.";
    const post = { text: answer, mentionIds: [idOf(this.#scene.ids, first)] };
    await store.commit(viewerOf(this.#scene, this.#chair), "post", { threadId, replyToId: null, post, ...once });
  }
}
