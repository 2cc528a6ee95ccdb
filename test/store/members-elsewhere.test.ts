import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { charterFor } from "../support/chartered.ts";
import { peerWithMember } from "../support/peers.ts";
import type { Person } from "../support/small-forum.ts";
import { advisory, operator, refusalOf, SmallForum } from "../support/small-forum.ts";

let forum: SmallForum;
let steward: Person;
let member: Person;
beforeAll(async () => {
  forum = await SmallForum.open();
  steward = await forum.person({ role: "STEWARD" });
  member = await forum.person();
});
afterAll(() => forum[Symbol.asyncDispose]());

const reader = (who: Person) => forum.store.as(who.viewer);
let count = 0;
const freshName = (): string => `Forum ${++count}`;

describe("who is at home at another forum", () => {
  test("is administered there", async () => {
    const { organization, ida } = await peerWithMember(forum.store, freshName());
    const refused = { code: "BAD_USER_INPUT", message: expect.stringContaining("at home at another forum") };
    const { store } = forum;
    const account = { name: "Eve", email: "eve@example.org", role: "READER", listed: true } as const;
    const organizationId = organization;
    await expect(store.commit(operator, "addAccount", { organizationId, ...account })).rejects.toMatchObject(refused);
    const client = { providerId: member.organizationId, clientId: organization };
    for (const work of [
      store.commit(operator, "updateOrganization", { organizationId, name: "Ours" }),
      store.commit(operator, "updateAccount", { accountId: ida, role: "STEWARD" }),
      store.commit(operator, "createToken", { accountId: ida, name: null, expiresAt: null }),
      store.commit(operator, "addClient", client),
      store.commit(operator, "addClient", { providerId: organization, clientId: member.organizationId }),
    ])
      await expect(work).rejects.toMatchObject(refused);
    expect(await refusalOf(store.commit(operator, "setReachable", { organizationId, reachable: true }))).toBe(
      "NOT_FOUND",
    );
  });

  test("is in a group as a whole organisation, without an office or a vote", async () => {
    const { peer, organization, ida } = await peerWithMember(forum.store, freshName());
    const { store } = forum;
    const groupId = await forum.group(member);
    const join = (who: { accountId: string } | { organizationId: string }) =>
      store.commit(operator, "joinGroup", { groupId, member: who });
    await expect(join({ accountId: ida })).rejects.toMatchObject({ code: "BAD_USER_INPUT", field: "member" });
    await join({ organizationId: organization });
    const [members] = await reader(member).directory.groupMembers([groupId]);
    expect(members).toEqual({ organizationIds: [organization], accountIds: [member.accountId] });
    expect(await reader(member).workingGroups.balance([groupId])).toEqual([
      expect.arrayContaining([
        { sector: "COMPANY", organizations: 1 },
        { sector: "GOVERNMENT", organizations: 0 },
      ]),
    ]);
    await store.commit(steward.viewer, "setGroupRole", {
      groupId,
      member: { accountId: member.accountId },
      role: "CHAIR",
      held: true,
    });
    const office = { groupId, member: { accountId: ida }, role: "EDITOR", held: true } as const;
    await expect(store.commit(member.viewer, "setGroupRole", office)).rejects.toMatchObject({ field: "member" });
    const another = await peerWithMember(forum.store, freshName());
    const invitation = { groupId, standing: "MEMBER", note: null } as const;
    const invited = { ...invitation, member: { organizationId: another.organization } };
    await store.federation.noteDirectory(another.peer.id, []);
    await expect(join({ organizationId: another.organization })).rejects.toMatchObject({ field: "member" });
    await expect(store.commit(member.viewer, "inviteToGroup", invited)).rejects.toMatchObject({ field: "member" });
    const seats = async () =>
      (await reader(member).workingGroups.seats([groupId]))[0]?.map((seat) => seat.organizationId);
    expect(await seats()).toContain(organization);
    await store.federation.noteDirectory(peer.id, []);
    expect(await seats()).not.toContain(organization);
    await store.commit(operator, "leaveGroup", { groupId, member: { organizationId: organization } });
    expect((await reader(member).directory.groupMembers([groupId]))[0]?.organizationIds).toEqual([]);
  });

  test("comes into a group by those who read what it reads, and not by a steward, who says which forums there are", async () => {
    const { organization } = await peerWithMember(forum.store, freshName());
    const { store } = forum;
    const groupId = await forum.group(member);
    const seats = async () =>
      (await reader(member).workingGroups.seats([groupId]))[0]?.map((seat) => seat.organizationId);
    const named = { organizationId: organization };
    expect(await refusalOf(store.commit(steward.viewer, "joinGroup", { groupId, member: named }))).toBe("FORBIDDEN");
    const invitation = { groupId, member: named, standing: "OBSERVER", note: null } as const;
    expect(await refusalOf(store.commit(member.viewer, "inviteToGroup", invitation))).toBe("FORBIDDEN");
    const chair = { groupId, member: { accountId: member.accountId }, role: "CHAIR", held: true } as const;
    await store.commit(steward.viewer, "setGroupRole", chair);
    await store.commit(member.viewer, "inviteToGroup", invitation);
    expect(await seats()).toContain(organization);
    await store.commit(member.viewer, "removeFromGroup", { groupId, member: named, reason: "It is over." });
    expect(await seats()).not.toContain(organization);
  });

  test("is no chair of a charter", async () => {
    const { ida } = await peerWithMember(forum.store, freshName());
    const charter = { ...charterFor([member]), chairIds: [ida] };
    const proposal = { name: `Group of ${ida}`, description: null, charter, idempotencyKey: null };
    await expect(forum.store.commit(member.viewer, "proposeGroup", proposal)).rejects.toMatchObject({
      field: "charter.chairs",
    });
  });

  test("is addressed as long as its forum tells of it, and stays named where it was", async () => {
    const { peer, told, organization, ida } = await peerWithMember(forum.store, freshName());
    const named = advisory({ tlp: "AMBER", organizations: [organization] });
    const personal = advisory({ tlp: "RED", accounts: [ida] });
    const { itemId } = await forum.publish(member, named);
    await forum.publish(member, personal);
    await forum.relay(member, (await forum.publish(member)).itemId, { ...member, organizationId: organization });
    await forum.store.federation.noteDirectory(peer.id, []);
    expect(await refusalOf(forum.publish(member, named))).toBe("BAD_USER_INPUT");
    expect(await refusalOf(forum.publish(member, personal))).toBe("BAD_USER_INPUT");
    await forum.revise(member, itemId, 1, named);
    const { itemId: another } = await forum.publish(member);
    const gone = { ...member, organizationId: organization };
    expect(await refusalOf(forum.relay(member, another, gone))).toBe("BAD_USER_INPUT");
    expect((await reader(member).item(itemId))?.audience?.organizations).toEqual([organization]);
    expect((await reader(member).directory.namedOrganizations([organization]))[0]?.name).toContain(told.name);
  });

  test("is not waited for where an item counts who has answered", async () => {
    const { organization } = await peerWithMember(forum.store, freshName());
    const named = advisory({ tlp: "AMBER", organizations: [organization, steward.organizationId] });
    const { itemId } = await forum.publish(member, named);
    const [answers] = await reader(member).answers([itemId]);
    expect(answers?.entries?.map(({ organizationId }) => organizationId)).toEqual([steward.organizationId]);
  });

  test("is shut out and let in by stewards here, of which whoever publishes hears", async () => {
    const { peer, organization, ida } = await peerWithMember(forum.store, freshName());
    const asPeer = forum.store.as(peer.viewer);
    const after = await asPeer.feedCursor();
    for (const suspended of [true, false]) {
      await forum.store.commit(steward.viewer, "suspendOrganization", { organizationId: organization, suspended });
      await forum.store.commit(steward.viewer, "suspendAccount", { accountId: ida, suspended });
    }
    const { events } = await asPeer.feedPage({ filter: {}, after });
    expect(events.map(({ change }) => change)).toEqual(Array(4).fill("RIGHTS_CHANGED"));
  });
});
