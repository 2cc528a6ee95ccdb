import { expect, it } from "vitest";
import { FederatedForum } from "../support/federated-forum.ts";
import { advisory } from "../support/small-forum.ts";

it("what may go on by the longer of two ways alone is not told as if it had come by the shorter", async () => {
  await using origin = await FederatedForum.open("Origin");
  await using between = await FederatedForum.open("Between");
  await using middle = await FederatedForum.open("Middle");
  await using far = await FederatedForum.open("Far");
  await using farther = await FederatedForum.open("Farther");
  for (const [one, other, hops] of [
    [origin, between, 1],
    [origin, middle, 1],
    [between, origin, 2],
    [between, middle, 1],
    [middle, origin, 1], // what comes straight from the origin stays
    [middle, between, 3],
    [middle, far, 1],
    [middle, farther, 1],
    [far, middle, 2],
    [farther, middle, 3],
  ] as const)
    await one.agree(other, { community: true, hops });
  for (const last of [far, farther])
    for (const known of [origin, between]) await last.agree(known, { direction: "NONE" });

  const author = await origin.forum.person();
  const { itemId } = await origin.forum.publish(author, advisory({ tlp: "GREEN" }));
  await origin.publish();
  await between.pull(origin);
  await middle.pull(between);
  await middle.pull(origin);
  const seenIn = async (forum: FederatedForum): Promise<boolean> => {
    await forum.pull(middle);
    const { viewer } = await forum.forum.person();
    return (await forum.forum.store.as(viewer).item(forum.idOf("item", itemId, origin))) !== null;
  };
  expect(await seenIn(farther)).toBe(true); // three forums are few enough for it
  expect(await seenIn(far)).toBe(false);
});
