import { beforeAll, describe, expect, it } from "vitest";
import type { Template } from "../federation/people.ts";
import { makeTemplate } from "../federation/people.ts";
import { playWorld } from "../federation/play-world.ts";
import type { Act, Agreement, Label, World } from "../federation/world.ts";
import { organizationSectors } from "../federation/world.ts";
import { range } from "../support/small-forum.ts";

/** Short stories, each about one thing. Who sees what in them is said by the oracle of the generated ones. */
let templates: Template[];
beforeAll(async () => {
  templates = [];
  for (const forum of range(4)) templates.push(await makeTemplate(forum));
});

const open: Agreement = {
  direction: "BOTH",
  labels: ["RED", "AMBER_STRICT", "AMBER", "GREEN", "CLEAR"],
  community: false,
  groups: [],
  hops: 1,
};
const author = { forum: 0, account: 0 };
const elsewhere = { forum: 1, organization: 0 };
const nobody = { organizations: [], groups: [], sectors: [], persons: [], attribution: "ORGANIZATION" } as const;
const publish = (label: Partial<Label> & Pick<Label, "tlp">, by = author): Act => ({
  type: "publish",
  by,
  label: { ...nobody, ...label },
  relation: null,
});
const settle: Act = { type: "settle" };

/** All forums agree to the same, but for what is said; everybody can be named. */
function among(forums: number, agreement: Partial<Agreement>, history: readonly Act[]): World {
  const pairs = range(forums).flatMap((forum) =>
    range(forums).flatMap((peer) => (peer === forum ? [] : [{ forum, peer, agreement: { ...open, ...agreement } }])),
  );
  const reachable = range(forums).flatMap((forum) =>
    organizationSectors.map((_, organization) => ({ forum, organization })),
  );
  return { forums, reachable, agreements: pairs, history };
}

describe("an item reaches whom it was passed on to at another forum", () => {
  it.each<[string, Partial<Label>]>([
    ["whose community is another", {}],
    ["that is in a group which is not shared", { groups: [0] }],
    ["that is of a sector which was named", { sectors: ["COMPANY"] }],
  ])("%s", async (_, audience) => {
    const { items } = await playWorld(
      among(2, {}, [
        { type: "join", forum: 0, group: 0, member: elsewhere },
        publish({ tlp: "GREEN", ...audience }),
        { type: "relay", item: 0, by: author, to: elsewhere },
      ]),
      templates,
    );
    expect(items).toBe(1);
  });
});

describe("a stream that is opened to a forum later brings what has lain on it all along", () => {
  const narrow = { ...open, labels: ["RED", "AMBER_STRICT", "AMBER"] } as const;
  const wide = { ...open, community: true };

  it("where another forum had followed it before", async () => {
    const { agreements, ...world } = among(3, { community: true }, [
      publish({ tlp: "CLEAR" }),
      publish({ tlp: "GREEN" }),
      settle,
      { type: "agree", forum: 0, peer: 2, agreement: wide },
    ]);
    const without = agreements.filter(({ forum, peer }) => forum + peer !== 3); // 1 and 2 do not know each other
    const first = without.map((one) => (one.forum === 0 && one.peer === 2 ? { ...one, agreement: narrow } : one));
    expect((await playWorld({ ...world, agreements: first }, templates)).items).toBe(2);
  });

  it("and by a third forum, too", async () => {
    const { agreements, ...world } = among(3, { community: true, hops: 2 }, [
      publish({ tlp: "CLEAR" }),
      publish({ tlp: "GREEN" }),
      settle,
      { type: "agree", forum: 1, peer: 2, agreement: { ...wide, hops: 2 } },
    ]);
    const first = agreements.map((one) => {
      if (one.forum + one.peer === 2) return { ...one, agreement: { ...one.agreement, direction: "NONE" as const } };
      return one.forum === 1 && one.peer === 2 ? { ...one, agreement: { ...narrow, hops: 2 } } : one;
    });
    expect((await playWorld({ ...world, agreements: first }, templates)).items).toBe(2);
  });
});

it("what was refused once and said anew since holds up nothing that lies behind it for others", async () => {
  const wide = { community: true, hops: 2 } as const;
  const { agreements, ...world } = among(3, wide, [
    publish({ tlp: "CLEAR" }),
    settle,
    { type: "revise", item: 0, label: null },
    publish({ tlp: "CLEAR" }),
    settle,
    { type: "agree", forum: 1, peer: 0, agreement: { ...open, ...wide } },
  ]);
  const first = agreements.map((one) => {
    const { forum, peer, agreement } = one;
    if (forum + peer === 2) return { ...one, agreement: { ...agreement, direction: "NONE" as const } };
    return forum === 1 && peer === 0 ? { ...one, agreement: { ...agreement, labels: ["AMBER"] as const } } : one;
  });
  expect((await playWorld({ ...world, agreements: first }, templates)).items).toBe(2);
});

it("what is taken by a longer way alone is passed on by that way, though it has come by a shorter one, too", async () => {
  const wide = { community: true, hops: 3 } as const;
  const { agreements, ...world } = among(4, wide, [
    publish({ tlp: "GREEN" }),
    settle,
    { type: "reread", forum: 1, peer: 0 },
    settle,
  ]);
  const apart = agreements.map((one) => {
    const { forum, peer, agreement } = one;
    if (forum === 1 && peer === 0) return { ...one, agreement: { ...agreement, community: false } };
    if (forum === 3 && peer === 1) return { ...one, agreement: { ...agreement, hops: 2 } };
    // 3 knows 0 and 2 by their keys alone
    const isFar = [forum, peer].includes(3) && ![forum, peer].includes(1);
    return isFar ? { ...one, agreement: { ...agreement, direction: "NONE" as const } } : one;
  });
  expect((await playWorld({ ...world, agreements: apart }, templates)).items).toBe(1);
});
