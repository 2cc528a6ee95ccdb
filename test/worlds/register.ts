/** What is voted and declared in the surfaces table, and by hand who may see it. Each text holds a canary of its own. */
import type { App } from "../../server/app.ts";
import { ask } from "../support/graphql-client.ts";
import { practiceInput } from "../support/still-forum.ts";
import type { Cast, ViewerName } from "./cast.ts";

export type RegisterCanary = { readonly name: string; readonly text: string; readonly sees: readonly ViewerName[] };

const members = [
  "author",
  "colleague",
  "reader of the origin",
  "named",
  "member",
  "sectoral",
  "client",
  "person",
  "other",
  "steward",
] as const;
const inGroup = ["author", "member"] as const;

/** Who declares what of which practice, and who sees that by the table of labels. */
export const declarations = {
  green: { by: "named", label: () => ({ tlp: "GREEN" }), sees: members },
  clear: { by: "member", label: () => ({ tlp: "CLEAR" }), sees: ["visitor", ...members] },
  organization: {
    by: "sectoral",
    label: ({ organizations }: Cast) => ({ tlp: "AMBER", audience: { organizations: [organizations["Named"]] } }),
    sees: ["sectoral", "named"],
  },
  group: {
    by: "other",
    label: ({ group }: Cast) => ({ tlp: "AMBER", audience: { groups: [group] } }),
    sees: ["other", ...inGroup],
  },
  sector: {
    by: "person",
    label: () => ({ tlp: "AMBER_STRICT", audience: { sectors: ["ACADEMIA"] } }),
    sees: ["person", "sectoral"],
  },
  narrowed: {
    by: "client",
    label: ({ organizations }: Cast) => ({ tlp: "AMBER", audience: { organizations: [organizations["Other"]] } }),
    sees: ["client", "other"],
  },
} as const satisfies Record<string, { by: ViewerName; label: (cast: Cast) => object; sees: readonly ViewerName[] }>;

export type Register = {
  readonly canaries: readonly RegisterCanary[];
  /** The ids of all that was made, by the name of its canary. */
  readonly ids: Readonly<Record<string, string>>;
  readonly practices: readonly string[];
  /** What nobody may find who is not told: whose paper is which. */
  readonly secretBallotId: string;
};

const operator = { kind: "operator" } as const;

/** Shares two practices with the group, holds an open and a secret ballot, and fills the register. */
export async function fillRegister(app: App, cast: Cast): Promise<Register> {
  const { accounts, group: groupId } = cast;
  await app.store.commit(operator, "joinGroup", { groupId, member: { accountId: accounts["author"] ?? "" } });
  const steward = {
    kind: "account",
    accountId: accounts["steward"] ?? "",
    tokenId: cast.tokens["steward"]?.id ?? "",
  } as const;
  const chair = { groupId, member: { accountId: accounts["author"] ?? "" }, role: "CHAIR", held: true } as const;
  await app.store.commit(steward, "setGroupRole", chair);

  const canaries: RegisterCanary[] = [];
  const ids: Record<string, string> = {};
  const canary = (name: string, sees: readonly ViewerName[]): string => {
    const text = `canary${crypto.randomUUID().replaceAll("-", "")}`;
    canaries.push({ name, text, sees });
    return text;
  };
  const write = async (by: ViewerName, document: string, variables: object): Promise<string> => {
    const answer = await ask(app, document, { token: cast.tokens[by]?.token, variables: { ...variables } });
    if (answer.errors !== undefined) throw new Error(`${document}: ${JSON.stringify(answer.errors)}`);
    return /"id":"([^"]*)"/.exec(JSON.stringify(answer.data))?.[1] ?? "";
  };
  const publish = async (label: object): Promise<string> => {
    const document = "mutation ($input: ItemInput!) { publish(input: $input) { item { id } } }";
    const id = await write("author", document, { input: { practice: practiceInput(label) } });
    await write("author", "mutation ($id: ID!, $group: ID!) { proposePractice(id: $id, group: $group) { cursor } }", {
      id,
      group: groupId,
    });
    return id;
  };
  const practice = await publish({ tlp: "CLEAR" });
  const inside = await publish({ tlp: "AMBER", audience: { groups: [groupId] } });

  const declare = `mutation ($practice: ID!, $note: String!, $tlp: Tlp!, $audience: AudienceInput) {
    declareAdoption(practice: $practice, version: 1, level: PARTIAL, clauses: ["R-1"], deviations: [{ clause: "R-1", reason: $note }],
      note: $note, tlp: $tlp, audience: $audience) { adoption { id } } }`;
  const gone = canary("narrowed, before", []);
  await write("client", declare, { practice, note: gone, tlp: "GREEN" });
  for (const [name, { by, label, sees }] of Object.entries(declarations))
    ids[name] = await write(by, declare, { practice, note: canary(name, sees), ...label(cast) });
  const narrow = { tlp: "AMBER", audience: { organizations: [cast.organizations["Named"]] } };
  // the named organisation may have it, but does not see what it is about
  ids["hidden practice"] = await write("member", declare, {
    practice: inside,
    note: canary("hidden practice", ["member"]),
    ...narrow,
  });

  const hold = `mutation ($group: ID!, $practice: ID, $version: Int, $question: String!, $secret: Boolean, $closesAt: DateTime!) {
    holdBallot(group: $group, practice: $practice, version: $version, question: $question, secret: $secret, closesAt: $closesAt, zone: "UTC") {
      ballot { id } } }`;
  const vote = "mutation ($id: ID!, $reason: String) { vote(id: $id, option: 0, reason: $reason) { ballot { id } } }";
  const closesAt = new Date(Date.now() + 3_600_000).toISOString();
  const ballot = { group: groupId, closesAt };
  const question = canary("ballot", inGroup);
  ids["ballot"] = await write("author", hold, { ...ballot, practice, version: 1, question });
  await write("member", vote, { id: ids["ballot"], reason: canary("vote", inGroup) });
  const secretBallotId = await write("author", hold, { ...ballot, question: "Who?", secret: true });
  for (const by of inGroup)
    await write(by, vote, { id: secretBallotId, reason: canary(`paper of the ${by}`, inGroup) });
  await write("author", "mutation ($id: ID!) { closeBallot(id: $id) { ballot { id } } }", { id: secretBallotId });
  const running = await write("author", hold, { ...ballot, question: "And who then?", secret: true });
  await write("member", vote, { id: running, reason: canary("paper of a running ballot", []) });
  ids["secret ballot"] = secretBallotId;
  ids["running ballot"] = running;
  return { canaries, ids, practices: [practice, inside], secretBallotId };
}
