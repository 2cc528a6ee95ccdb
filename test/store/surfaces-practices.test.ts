import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createClient } from "../../clients/sdk/index.ts";
import type { App } from "../../server/app.ts";
import { bearer, post } from "../support/graphql-client.ts";
import { startApp } from "../support/start-app.ts";
import type { ViewerName } from "../worlds/cast.ts";
import { shutOut, viewers } from "../worlds/cast.ts";
import type { PracticeScene, Said } from "../worlds/practice-scene.ts";
import { playPractices, TurnedClock, waiting } from "../worlds/practice-scene.ts";
import { tocsin, tokenOf } from "../worlds/ways-out.ts";

let app: App;
let scene: PracticeScene;
beforeAll(async () => {
  const clock = new TurnedClock();
  app = await startApp(
    {
      TOCSIN_OPERATIONS_PER_MINUTE: "100000",
      TOCSIN_ANONYMOUS_OPERATIONS_PER_MINUTE: "100000",
      TOCSIN_MAX_COST: "1000000",
    },
    clock.now,
  );
  scene = await playPractices(app, clock);
  await shutOut(app.store, scene.cast);
}, 60_000);
afterAll(() => app[Symbol.asyncDispose]());

const comments = /* GraphQL */ `
  fragment EveryComment on PracticeComment {
    id
    practiceId
    version
    clause
    type
    text
    proposedChange
    visitorName
    disposition
    objection
    answers {
      disposition
      reason
    }
    organization {
      id
      name
    }
    author {
      id
      name
    }
  }
`;
const decisions = /* GraphQL */ `
  fragment EveryDecision on PracticeDecision {
    id
    practiceId
    version
    from
    to
    rule
    reason
    objections {
      ...EveryComment
    }
    by {
      id
    }
    organization {
      id
      name
    }
  }
  ${comments}
`;
const everything = /* GraphQL */ `
  fragment EveryPractice on Practice {
    id
    title
    summary
    body
    bodyHtml
    clauses {
      id
      level
      text
      html
    }
    process {
      stage
      version
      group {
        id
      }
    }
    versions {
      version
      stage
      title
      summary
      body
      clauses {
        id
        text
      }
    }
    decisions {
      ...EveryDecision
    }
    comments {
      ...EveryComment
    }
    commentCounts {
      total
      open
      objections
      waiting
    }
  }
  ${decisions}
`;

async function query(viewer: ViewerName, text: string, variables: Record<string, unknown> = {}): Promise<string> {
  return (await post(scene, JSON.stringify({ query: text, variables }), bearer(tokenOf(scene, viewer)))).text();
}

async function sdk(viewer: ViewerName): Promise<string> {
  await using client = createClient({ url: scene.url, token: tokenOf(scene, viewer), retries: 0 });
  const asked = scene.practices.map(async (id) => [
    await client.practices.get(id),
    await client.practices.html(id),
    await Array.fromAsync(client.practices.comments(id)),
  ]);
  return JSON.stringify([await Promise.all(asked), await Array.fromAsync(client.practices.list())]);
}

const refused = (work: Promise<string>): Promise<string> => work.catch((error: unknown) => String(error));
const earlier: readonly Said[] = ["a first text, before its practice was opened"];
const texts: readonly Said[] = ["a practice of the group", "a practice for all members", "a public practice"];
const isText = (word: Said): boolean => earlier.includes(word) || texts.includes(word);

type WayOut = {
  readonly name: string;
  readonly read: (viewer: ViewerName) => Promise<string>;
  readonly shows: (word: Said) => boolean;
};
const waysOut: readonly WayOut[] = [
  {
    name: "practice by id",
    shows: () => true,
    read: async (viewer) => {
      const document = `${everything} query ($id: ID!) { practice(id: $id) { ...EveryPractice } }`;
      return (await Promise.all(scene.practices.map((id) => query(viewer, document, { id })))).join("\n");
    },
  },
  {
    name: "practices as they are listed",
    shows: () => true,
    read: (viewer) => query(viewer, `${everything} { practices(first: 50) { totalCount nodes { ...EveryPractice } } }`),
  },
  {
    name: "practices of the group",
    shows: () => false,
    read: (viewer) =>
      query(
        viewer,
        `${everything} query ($group: ID) { practices(first: 50, group: $group) { nodes { ...EveryPractice } } }`,
        {
          group: scene.cast.group,
        },
      ),
  },
  {
    name: "drafts and open comments of the group",
    shows: () => false,
    read: (viewer) =>
      query(
        viewer,
        `${everything} query ($group: ID!) { group(id: $group) { drafts(first: 50) { nodes { ...EveryPractice } } openComments(first: 50) {
          totalCount nodes { ...EveryComment practice { title summary } } } } }`,
        { group: scene.cast.group },
      ),
  },
  {
    name: "comments by id",
    shows: (word) => !isText(word) && word !== "a reason, in the group",
    read: (viewer) =>
      query(viewer, `${comments} query ($ids: [ID!]!) { nodes(ids: $ids) { id ...EveryComment } }`, {
        ids: scene.comments,
      }),
  },
  {
    name: "what happened, in a feed",
    shows: (word) => !earlier.includes(word),
    read: (viewer) =>
      query(
        viewer,
        `${decisions} { feed(first: 100, filter: { changes: [PUBLISHED, REVISED, STAGE_CHANGED, COMMENTED, COMMENT_DISPOSED] }) {
          events { change itemId subjectId item { title summary body } subject { id ...EveryComment ...EveryDecision } } } }`,
      ),
  },
  {
    name: "what differs between versions",
    shows: (word) => texts.includes(word) && word === "a public practice",
    read: async (viewer) => {
      const document =
        "query ($id: ID!) { practice(id: $id) { difference(from: 1, to: 2) { title { text } summary { text } body { text } clauses { text { text } } } } }";
      return (await Promise.all(scene.practices.map((id) => query(viewer, document, { id })))).join("\n");
    },
  },
  { name: "practices by the SDK", shows: (word) => !earlier.includes(word), read: (viewer) => refused(sdk(viewer)) },
  {
    name: "practices by the command line",
    shows: (word) => !earlier.includes(word),
    read: async (viewer) => {
      const asked = scene.practices.flatMap((id) => [
        tocsin(scene, viewer, "practice", "show", id),
        tocsin(scene, viewer, "practice", "comments", id),
      ]);
      return (await Promise.all(asked)).join("\n");
    },
  },
];

const names = (list: readonly { readonly word: Said }[]): string[] => list.map(({ word }) => word).sort();

describe.each(waysOut)("$name", ({ name, read, shows }) => {
  const asked = name.includes("command line") ? (["visitor", "member", "other"] as const) : viewers;
  test.each(asked)(
    "shows the %s what it may see, and nothing of a comment that was not let in",
    { timeout: 60_000 },
    async (viewer) => {
      const text = await read(viewer);
      const found = scene.canaries.filter((canary) => text.includes(canary.text));
      const wrong = found.filter(({ word, sees }) => word === waiting || !sees.has(viewer));
      expect(names(wrong)).toEqual([]);
      const due = scene.canaries.filter(({ word, sees }) => word !== waiting && sees.has(viewer) && shows(word));
      expect(names(due.filter((canary) => !found.includes(canary)))).toEqual([]);
    },
  );
});

describe("the list of comments that wait", () => {
  test.each(viewers)("is shown to the %s only if it lets them in", async (viewer) => {
    const document = `${comments} query ($id: ID!) { practice(id: $id) { waitingComments { ...EveryComment } } }`;
    const text = (await Promise.all(scene.practices.map((id) => query(viewer, document, { id })))).join("\n");
    const found = scene.canaries.filter((canary) => text.includes(canary.text));
    expect(names(found)).toEqual(viewer === "member" ? [waiting] : []);
  });
});

describe("the answer to a write on what is hidden", () => {
  const absent = { itm: `itm_${"0".repeat(26)}`, cmt: `cmt_${"0".repeat(26)}` };
  const onPractice = [
    'mutation ($id: ID!) { proposePractice(id: $id, group: "x") { cursor } }',
    "mutation ($id: ID!) { movePractice(id: $id, to: ADOPTED) { cursor } }",
    'mutation ($id: ID!) { amendPractice(id: $id, expectedRevision: 9, input: { title: "" }) { cursor } }',
    'mutation ($id: ID!) { commentOnPractice(id: $id, input: { type: GENERAL, text: "" }) { cursor } }',
    'mutation ($id: ID!) { commentAsVisitor(id: $id, input: { type: GENERAL, text: "x" }) }',
  ];
  const onComment = [
    "mutation ($id: ID!) { disposeComment(id: $id, disposition: OPEN) { cursor } }",
    'mutation ($id: ID!) { objectToDisposition(id: $id, text: "") { cursor } }',
    "mutation ($id: ID!) { withdrawComment(id: $id) { cursor } }",
    "mutation ($id: ID!) { moderateComment(id: $id, letIn: true) { cursor } }",
  ];

  test.each(["visitor", "other", "named", "steward"] as const)(
    "is for the %s, byte for byte, that to what is not there",
    async (viewer) => {
      const [closed] = scene.practices;
      const [inGroup, before, , , , refusedId, waits] = scene.comments;
      for (const document of onPractice)
        expect(await query(viewer, document, { id: closed }), document).toBe(
          await query(viewer, document, { id: absent.itm }),
        );
      for (const document of onComment)
        for (const id of [inGroup, before, refusedId, waits])
          expect(await query(viewer, document, { id }), document).toBe(
            await query(viewer, document, { id: absent.cmt }),
          );
    },
  );
});

test("the door for visitors takes a few comments an hour from one address, and says when to come back", async () => {
  const [, , open] = scene.practices;
  const visit = (): Promise<string> =>
    query(
      "visitor",
      'mutation ($id: ID!) { commentAsVisitor(id: $id, input: { type: GENERAL, text: "Once more." }) }',
      { id: open },
    );
  let answer = await visit();
  for (let turn = 0; turn < 5 && !answer.includes("RATE_LIMITED"); turn++) answer = await visit();
  expect(answer).toMatch(/RATE_LIMITED/);
  expect(answer).toMatch(/retryAfterMs/);
  expect(
    await query("other", 'mutation ($id: ID!) { commentAsVisitor(id: $id, input: { type: GENERAL, text: "x" }) }', {
      id: open,
    }),
  ).toContain("FORBIDDEN");
});
