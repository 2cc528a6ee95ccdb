/** Every way by which something of ballots and of the register of adoptions can leave a forum, as raw bytes for one viewer. */
import { createClient } from "../../clients/sdk/index.ts";
import { bearer, post, RawSocket, RawStream } from "../support/graphql-client.ts";
import type { ViewerName } from "./cast.ts";
import type { Register } from "./register.ts";
import type { Scene } from "./ways-out.ts";
import { readUntil, tocsin, tokenOf } from "./ways-out.ts";

export type RegisterScene = Pick<Scene, "url" | "cast" | "endId"> & { readonly register: Register };

type Part = "ballots" | "declarations";
export type RegisterWayOut = {
  readonly name: string;
  /** Of what every canary that a viewer may see must be there. */
  readonly shows: readonly Part[];
  readonly read: (scene: RegisterScene, viewer: ViewerName) => Promise<string>;
};

const everyBallot = /* GraphQL */ `
  fragment EveryBallot on Ballot {
    id
    question
    options
    state
    group {
      id
    }
    result {
      outcome
      votes
    }
    voters {
      organization {
        name
      }
      voted
    }
    votes {
      organization {
        name
      }
      option
      reason
    }
    papers {
      option
      reason
    }
  }
`;
const everyAdoption = /* GraphQL */ `
  fragment EveryAdoption on Adoption {
    id
    level
    standing
    note
    tlp
    organization {
      name
    }
    practice {
      id
    }
    deviations {
      reason
    }
    audience {
      organizations {
        id
      }
    }
  }
`;
const everything = everyBallot + everyAdoption;
const subject = "subjectId subject { __typename id ...EveryBallot ...EveryAdoption }";
const changes =
  "[BALLOT_ANNOUNCED, BALLOT_OPENED, BALLOT_CLOSED, ADOPTION_DECLARED, ADOPTION_EXPIRED, SUBJECT_HIDDEN, PUBLISHED]";
const follow = `${everything} subscription { feed(after: "beginning", filter: { changes: ${changes} }) { change itemId ${subject} } }`;
const matrix = `{ adoptionMatrix { organizations { id name } counts { standing count } rows { practice { id title } version standings
  counts { standing count } clauses { clause deviations counts { count } entries { organization { name } standing deviation } } } } }`;

async function query(scene: RegisterScene, viewer: ViewerName, text: string, variables: object = {}): Promise<string> {
  return (await post(scene, JSON.stringify({ query: text, variables }), bearer(tokenOf(scene, viewer)))).text();
}

export const registerWaysOut: readonly RegisterWayOut[] = [
  {
    name: "nodes by ids",
    shows: ["ballots", "declarations"],
    read: (scene, viewer) =>
      query(
        scene,
        viewer,
        `${everything} query ($ids: [ID!]!) { nodes(ids: $ids) { id ...EveryBallot ...EveryAdoption } }`,
        { ids: Object.values(scene.register.ids) },
      ),
  },
  {
    name: "ballot and declaration by id",
    shows: ["ballots", "declarations"],
    read: async (scene, viewer) => {
      const document = `${everything} query ($id: ID!) { ballot(id: $id) { ...EveryBallot } adoption(id: $id) { ...EveryAdoption } }`;
      const answers = Object.values(scene.register.ids).map((id) => query(scene, viewer, document, { id }));
      return (await Promise.all(answers)).join("\n");
    },
  },
  {
    name: "ballots as they are listed",
    shows: ["ballots"],
    read: (scene, viewer) =>
      query(scene, viewer, `${everyBallot} { ballots(first: 50) { totalCount nodes { ...EveryBallot } } }`),
  },
  {
    name: "declarations as they are listed",
    shows: ["declarations"],
    read: (scene, viewer) =>
      query(scene, viewer, `${everyAdoption} { adoptions(first: 50) { totalCount nodes { ...EveryAdoption } } }`),
  },
  { name: "the matrix with its clauses", shows: [], read: (scene, viewer) => query(scene, viewer, matrix) },
  {
    name: "a page of the feed",
    shows: ["ballots", "declarations"],
    read: (scene, viewer) =>
      query(
        scene,
        viewer,
        `${everything} { feed(first: 100, after: "beginning", filter: { changes: ${changes} }) { events { change itemId ${subject} } } }`,
      ),
  },
  {
    name: "the feed over a websocket",
    shows: ["ballots", "declarations"],
    read: async (scene, viewer) => {
      try {
        await using socket = await RawSocket.connect(scene, tokenOf(scene, viewer));
        socket.subscribe("1", follow);
        return await readUntil(socket, scene.endId);
      } catch (error) {
        return String(error);
      }
    },
  },
  {
    name: "the feed as an event stream",
    shows: ["ballots", "declarations"],
    read: async (scene, viewer) => {
      using stream = await RawStream.open(scene, follow, { token: tokenOf(scene, viewer) });
      let text = `HTTP ${stream.response.status}\n`;
      for (let frame = await stream.frame(); frame !== null; frame = await stream.frame()) {
        text += `${frame}\n`;
        if (text.includes(scene.endId)) break;
      }
      return text;
    },
  },
  {
    name: "the SDK",
    shows: ["ballots", "declarations"],
    read: async (scene, viewer) => {
      await using client = createClient({ url: scene.url, token: tokenOf(scene, viewer), retries: 0 });
      const { ballots, adoptions } = client;
      const read = async (): Promise<unknown[]> => [
        await Promise.all(Object.values(scene.register.ids).map((id) => ballots.get(id))),
        await Array.fromAsync(ballots.list()),
        await Array.fromAsync(adoptions.list()),
        await adoptions.matrix(),
        await Promise.all(scene.register.practices.map((id) => adoptions.clauses(id))),
      ];
      return await read().then((found) => JSON.stringify(found), String);
    },
  },
  {
    name: "an export of the register by the command line",
    shows: ["declarations"],
    read: (scene, viewer) => tocsin(scene, viewer, "adoption", "export"),
  },
  {
    name: "what operators look at",
    shows: [],
    read: async ({ url }) =>
      (await Promise.all(["/readyz", "/metrics"].map(async (path) => (await fetch(new URL(path, url))).text()))).join(),
  },
];
