import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createClient } from "../../clients/sdk/index.ts";
import { noAudience } from "../../domain/label.ts";
import type { App } from "../../server/app.ts";
import { ask, bearer, post } from "../support/graphql-client.ts";
import type { Chartered } from "../support/chartered.ts";
import { charteredGroup } from "../support/chartered.ts";
import { freshStoreUrl } from "../support/fresh-store.ts";
import { practice, PracticeHands } from "../support/practices.ts";
import type { Person } from "../support/small-forum.ts";
import { advisory, SmallForum } from "../support/small-forum.ts";
import { startApp } from "../support/start-app.ts";
import { runTocsin, temporaryFolder } from "./client-world.ts";

/** Who looks at a group under the Chatham House rule: its own, and those who are not or no longer in it. */
const names = ["chair", "secretary", "member", "former", "outsider", "steward", "visitor"] as const;
type Name = (typeof names)[number];
const inside: readonly Name[] = ["chair", "secretary", "member"];

/** Every text that is said in the group, each found nowhere else, with those who may see it. */
const texts = {
  title: inside,
  post: inside,
  "earlier text": inside,
  "removed post": ["chair", "secretary"],
  "narrowed post": ["chair", "member"],
  "on the group's item": inside,
  meeting: inside,
  place: inside,
  agenda: inside,
  minutes: inside,
  decision: inside,
  action: inside,
  note: ["chair", "secretary", "outsider"],
  draft: inside,
  "open comment": inside,
  "narrowed draft": ["chair", "member"],
  "comment on the narrowed draft": ["chair", "member"],
  ballot: inside,
} as const satisfies Record<string, readonly Name[]>;
type TextName = keyof typeof texts;
const textNames = Object.keys(texts) as TextName[]; // the keys of the table above
const canaries = new Map(textNames.map((name) => [name, `canary${crypto.randomUUID().replaceAll("-", "")}`]));
const canary = (name: TextName): string => canaries.get(name) ?? "";

let app: App;
let group: Chartered;
let itemId: string;
let meetingId: string;
let threadId: string;
let home: string;
const people = new Map<Name, Person | null>();
const person = (name: Name): Person => {
  const found = people.get(name);
  if (found === null || found === undefined) throw new Error(`${name} is nobody`);
  return found;
};

beforeAll(async () => {
  home = await temporaryFolder();
  const url = await freshStoreUrl();
  let time = Date.now() - 7_200_000;
  {
    await using forum = await SmallForum.open(url, { now: () => new Date(time) });
    group = await charteredGroup(forum, { meetingRule: "CHATHAM_HOUSE" });
    const { groupId, chair, member, steward } = group;
    const [secretary, former, outsider] = [await forum.person(), await forum.person(), await forum.person()];
    for (const who of [secretary, former]) await forum.join(groupId, who);
    const office = { groupId, member: { accountId: secretary.accountId }, role: "SECRETARY", held: true } as const;
    await forum.store.commit(chair.viewer, "setGroupRole", office);
    const cast = { chair, secretary, member, former, outsider, steward, visitor: null };
    for (const name of names) people.set(name, cast[name]);
    await forum.leave(groupId, former);
    const commit = forum.store.commit.bind(forum.store);
    const draft = (text: string) => ({ text, mentionIds: [] });
    const key = { idempotencyKey: null };
    const open = { itemId: null, groupId, title: canary("title"), label: null, post: draft(canary("post")), ...key };
    threadId = (await commit(member.viewer, "openThread", open)).id;
    const say = async (who: Person, text: string) =>
      (await commit(who.viewer, "post", { threadId, replyToId: null, post: draft(text), ...key })).id;
    const edited = await say(member, canary("earlier text"));
    await commit(member.viewer, "editPost", { postId: edited, post: draft("Now.") });
    const removed = await say(secretary, canary("removed post"));
    await commit(chair.viewer, "removePost", { postId: removed, reason: "No." });
    const audience = { ...noAudience, accounts: [member.accountId] };
    const narrowed = { ...open, title: "Us two", label: { tlp: "RED", audience } as const };
    await commit(chair.viewer, "openThread", { ...narrowed, post: draft(canary("narrowed post")) });
    const item = advisory({ tlp: "AMBER", groups: [groupId], title: canary("on the group's item") });
    itemId = (await forum.publish(member, item)).itemId;
    const meeting = {
      groupId,
      title: canary("meeting"),
      place: canary("place"),
      agenda: [canary("agenda")],
      rule: null,
    };
    const [startsAt, endsAt] = [1, 2].map((hours) => new Date(time + hours * 1_800_000).toISOString());
    const plan = { ...meeting, startsAt: startsAt ?? "", endsAt: endsAt ?? "", ...key };
    meetingId = (await commit(chair.viewer, "callMeeting", plan)).id;
    time += 3_600_000;
    const actions = [{ text: canary("action"), organizationId: null, due: null }];
    const record = { minutes: canary("minutes"), decisions: [canary("decision")], actions };
    await commit(secretary.viewer, "recordMeeting", { meetingId, record });
    await commit(outsider.viewer, "enterGroup", { groupId, whole: false, note: canary("note") });
    const hands = new PracticeHands(forum);
    const toGroup = { tlp: "AMBER", groups: [groupId] } as const;
    const drafted = await hands.propose(member, groupId, practice({ ...toGroup, title: canary("draft") }));
    await hands.comment(member, drafted, { text: canary("open comment") });
    await hands.dispose(chair, await hands.comment(member, drafted));
    const closer = await hands.propose(member, groupId, practice({ ...toGroup, title: "To be narrowed" }));
    const { content, ...rest } = practice({ title: canary("narrowed draft") });
    const between = { ...noAudience, organizations: [chair.organizationId] };
    const label = { tlp: "AMBER", audience: between, attribution: "ORGANIZATION" } as const;
    await forum.revise(member, closer, 1, { ...rest, content, label });
    await hands.comment(member, closer, { text: canary("comment on the narrowed draft") });
    const wish = { options: ["Yes", "No"], rule: null, quorumPercent: null, balanced: null, secret: null };
    const when = { opensAt: null, closesAt: new Date(Date.now() + 86_400_000).toISOString(), zone: "UTC", ...key };
    const about = { groupId, itemId: null, version: null, question: canary("ballot"), wish };
    await commit(chair.viewer, "holdBallot", { ...about, ...when });
  }
  app = await startApp({ TOCSIN_DATABASE: url, TOCSIN_OPERATIONS_PER_MINUTE: "100000", TOCSIN_MAX_COST: "1000000" });
});
afterAll(() => app[Symbol.asyncDispose]());

const talk = /* GraphQL */ `
  fragment Talk on Thread {
    id
    title
    tlp
    postCount
    posts {
      id
      text
      author {
        id
      }
      organization {
        id
      }
      removal {
        reason
      }
      versions {
        text
      }
      mentions {
        id
      }
    }
  }
  fragment Met on Meeting {
    id
    title
    meetingState: state
    startsAt
    place
    rule
    agenda
    minutes
    decisions
    actions {
      text
      organization {
        id
      }
    }
    attendees {
      id
      name
    }
  }
`;
const grouped = /* GraphQL */ `
  fragment Grouped on Group {
    id
    name
    state
    viewerRoles
    seats {
      account {
        id
      }
      roles
    }
    admissions {
      id
      note
      account {
        id
      }
    }
    threads {
      ...Talk
    }
    upcoming: meetings {
      ...Met
    }
    past: meetings(upcoming: false) {
      ...Met
    }
    statistics {
      total
    }
    drafts {
      totalCount
      nodes {
        id
        title
        tlp
      }
    }
    openComments {
      totalCount
      nodes {
        id
        text
        practice {
          title
        }
      }
    }
    ballots {
      totalCount
      nodes {
        id
        question
      }
    }
    activity(first: 100, after: "beginning") {
      events {
        change
        itemId
        subjectId
        subject {
          id
          ... on Post {
            text
          }
          ... on Meeting {
            title
            minutes
            attendees {
              id
            }
          }
        }
      }
    }
  }
`;
const changes = "[PUBLISHED, POSTED, MENTIONED, MEETING_CHANGED, GROUP_CHANGED]";

type Way = {
  readonly name: string;
  readonly shows: readonly TextName[];
  readonly read: (viewer: Name) => Promise<string>;
};

async function query(viewer: Name, text: string, variables: Record<string, unknown> = {}): Promise<string> {
  const token = people.get(viewer)?.token;
  return (
    await post(
      app,
      JSON.stringify({
        query: `${text.includes("...Talk") || text.includes("...Grouped") ? talk : ""} ${text.includes("...Grouped") ? grouped : ""} ${text}`,
        variables,
      }),
      bearer(token),
    )
  ).text();
}

const everything = textNames;
const ofPractices = [
  "draft",
  "open comment",
  "narrowed draft",
  "comment on the narrowed draft",
  "ballot",
] as const satisfies readonly TextName[];
const ways: readonly Way[] = [
  {
    name: "the group by id",
    shows: everything,
    read: (viewer) => query(viewer, "query ($id: ID!) { group(id: $id) { ...Grouped } }", { id: group.groupId }),
  },
  {
    name: "the groups as they are listed",
    shows: everything,
    read: (viewer) => query(viewer, "{ groups(first: 50) { nodes { ...Grouped } } }"),
  },
  {
    name: "nodes by ids",
    shows: ["title", "post", "minutes", "place"],
    read: (viewer) =>
      query(viewer, "query ($ids: [ID!]!) { nodes(ids: $ids) { id ...Talk ...Met ...Grouped } }", {
        ids: [group.groupId, threadId, meetingId, itemId],
      }),
  },
  {
    name: "a page of the feed with every change",
    shows: ["post", "meeting", "minutes", "on the group's item"],
    read: (viewer) =>
      query(
        viewer,
        `{ feed(first: 100, filter: { changes: ${changes} }) { events { change subjectId subject { id ...Talk ...Met ... on Post { text versions { text } thread { title } } } item { id title } } } }`,
      ),
  },
  {
    name: "the SDK",
    shows: ["title", "post", "meeting", "minutes", "agenda", "place", "decision", "action", ...ofPractices],
    read: async (viewer) => {
      await using client = createClient({ url: app.url, token: people.get(viewer)?.token, retries: 0 });
      const groups = client.workingGroups;
      const parts = [
        groups.get(group.groupId),
        groups.thread(threadId),
        groups.meeting(meetingId),
        client.item(itemId),
      ];
      return JSON.stringify(await Promise.all(parts.map((part) => part.catch(String))));
    },
  },
  {
    name: "the command line",
    shows: ["title", "post", "meeting", "minutes", ...ofPractices],
    read: async (viewer) => {
      const token = people.get(viewer)?.token;
      const env = { HOME: home, TOCSIN_URL: app.url, ...(token === undefined ? {} : { TOCSIN_TOKEN: token }) };
      const calls = [
        ["group", "show", group.groupId, "--keep"],
        ["thread", "show", threadId],
        ["group", "meeting", meetingId],
      ];
      const ran = await Promise.all(calls.map((words) => runTocsin(words, env)));
      return ran.map(({ stdout, stderr }) => stdout + stderr).join("\n");
    },
  },
];

describe.each(ways)("$name", ({ name, read, shows }) => {
  test.each(names)("shows the %s what is said in the group as far as it may hear it", async (viewer) => {
    const text = await read(viewer);
    const found = textNames.filter((one) => text.includes(canary(one)));
    const may = (one: TextName): boolean => texts[one].some((who) => who === viewer);
    expect(found.filter((one) => !may(one))).toEqual([]);
    const listed = name === "the groups as they are listed" || name === "the group by id";
    const due = shows.filter((one) => may(one) && !(listed && one === "on the group's item"));
    expect(due.filter((one) => !found.includes(one))).toEqual([]);
  });
});

describe("the page of a group", () => {
  const none = [0, 0, 0];
  const due: Readonly<Record<Name, readonly number[]>> = {
    chair: [2, 2, 1],
    secretary: [1, 1, 1],
    member: [2, 2, 1],
    former: none,
    outsider: none,
    steward: none,
    visitor: none,
  };

  test.each(names)("counts for the %s the drafts, open comments and ballots that it shows", async (viewer) => {
    const text = await query(viewer, "query ($id: ID!) { group(id: $id) { ...Grouped } }", { id: group.groupId });
    const { drafts, openComments, ballots } = JSON.parse(text).data.group ?? noPage;
    const lists = [drafts, openComments, ballots];
    expect(lists.map(({ totalCount }) => totalCount)).toEqual(due[viewer]);
    expect(lists.map(({ nodes }) => nodes.length)).toEqual(due[viewer]);
  });
});

const nothing = { totalCount: 0, nodes: [] };
/** What is counted where there is no group to be seen. */
const noPage = { drafts: nothing, openComments: nothing, ballots: nothing };

describe("who was at a meeting under the Chatham House rule", () => {
  test("changes not a byte of what anybody but the chair is answered", async () => {
    const all = async (viewer: Name): Promise<string[]> =>
      (await Promise.all(ways.map(({ read }) => read(viewer)))).map((text) =>
        text.replaceAll(/("(?:cursor|endCursor)":)"[^"]*"/g, "$1"),
      );
    const others = names.filter((name) => name !== "chair");
    const before = await Promise.all(others.map(all));
    const { chair, member } = group;
    const document =
      "mutation ($id: ID!, $present: [ID!]!) { recordAttendance(id: $id, present: $present) { attendees { id } } }";
    const variables = { id: meetingId, present: [member.accountId] };
    const { data } = await ask(app, document, { token: chair.token, variables });
    expect(JSON.stringify(data)).toContain(member.accountId);
    expect(await Promise.all(others.map(all))).toEqual(before);
    const audited = JSON.stringify((await app.store.audit(200)).filter(({ action }) => action === "recordAttendance"));
    expect(audited).toContain(meetingId);
    expect(audited).not.toContain(member.accountId);
  });
});

describe("a write on what is hidden", () => {
  const absent = {
    thr: "thr_00000000000000000000000000",
    pst: "pst_00000000000000000000000000",
    mtg: "mtg_00000000000000000000000000",
  };

  test.each(["former", "outsider", "steward"] as const)("is for the %s that on what does not exist", async (viewer) => {
    const { token } = person(viewer);
    const posts = JSON.parse(
      await query("member", "query ($id: ID!) { thread(id: $id) { posts { id } } }", { id: threadId }),
    );
    const postId: string = posts.data.thread.posts[0].id;
    const writes = [
      ['mutation ($id: ID!) { post(thread: $id, text: "T") { id } }', threadId, absent.thr],
      ['mutation ($id: ID!) { post(thread: $id, text: "") { id } }', threadId, absent.thr],
      ['mutation ($id: ID!) { editPost(id: $id, text: "T") { id } }', postId, absent.pst],
      ['mutation ($id: ID!) { removePost(id: $id, reason: "") { id } }', postId, absent.pst],
      ["mutation ($id: ID!) { cancelMeeting(id: $id) { id } }", meetingId, absent.mtg],
      ['mutation ($id: ID!) { recordMeeting(id: $id, minutes: "") { id } }', meetingId, absent.mtg],
      ["mutation ($id: ID!) { recordAttendance(id: $id, present: []) { id } }", meetingId, absent.mtg],
    ] as const;
    for (const [document, hidden, nothing] of writes) {
      const answers = [hidden, nothing].map((id) => ask(app, document, { token, variables: { id } }));
      const [toHidden, toNothing] = (await Promise.all(answers)).map(({ headers, ...answer }) => {
        const others = [...headers].filter(([name]) => name !== "date"); // one may come a second after the other
        return { ...answer, headers: others };
      });
      expect(JSON.stringify(toNothing)).toContain("NOT_FOUND");
      expect(toHidden).toEqual(toNothing);
    }
  });
});
