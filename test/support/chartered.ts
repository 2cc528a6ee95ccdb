import type { Charter } from "../../domain/charters.ts";
import type { Person, SmallForum } from "./small-forum.ts";

/** A charter that a group can work under, chaired by the persons given. */
export function charterFor(chairs: readonly Person[], wish: Partial<Charter> = {}): Charter {
  return {
    scope: "How agents are kept from reaching what they should not.",
    successCriteria: ["A practice that three members follow."],
    riskCategories: ["CYBER", "LOSS_OF_CONTROL"],
    deliverables: [{ title: "A first practice", due: "2027-06-30T00:00:00.000Z" }],
    durationMonths: 12,
    chairIds: chairs.map(({ accountId }) => accountId),
    joining: "REQUEST",
    decision: { rule: "SIMPLE_MAJORITY", quorumPercent: 50, balanced: false, secret: false },
    meetingRule: "ATTRIBUTED",
    proceedings: "AMBER",
    intellectualProperty: "Whatever is contributed may be used by every member without a fee.",
    ...wish,
  };
}

export type Chartered = {
  readonly groupId: string;
  readonly steward: Person;
  readonly chair: Person;
  readonly member: Person;
};

/** A group at work: proposed by its chair, signed on to by a second organisation, chartered by a steward of a third. */
export async function charteredGroup(forum: SmallForum, wish: Partial<Charter> = {}): Promise<Chartered> {
  const [chair, member] = [await forum.person({ sector: "ACADEMIA" }), await forum.person({ sector: "GOVERNMENT" })];
  const steward = await forum.person({ role: "STEWARD" });
  const proposal = { name: `Group ${crypto.randomUUID()}`, description: null, charter: charterFor([chair], wish) };
  const { id: groupId } = await forum.store.commit(chair.viewer, "proposeGroup", { ...proposal, idempotencyKey: null });
  await forum.store.commit(member.viewer, "signOn", { groupId, signed: true });
  await forum.store.commit(steward.viewer, "moveGroup", { groupId, move: "CHARTER", reason: null });
  await forum.store.commit(chair.viewer, "moveGroup", { groupId, move: "START", reason: null });
  return { groupId, steward, chair, member };
}
