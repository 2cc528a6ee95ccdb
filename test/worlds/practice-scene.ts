/** Practices in a group, with what hangs on them, and by hand who may see what of it. */
import type { App } from "../../server/app.ts";
import { ask } from "../support/graphql-client.ts";
import type { Cast, ViewerName } from "./cast.ts";
import { gather, viewers } from "./cast.ts";

const day = 24 * 60 * 60 * 1_000;

/** A clock that the scene turns on. */
export class TurnedClock {
  #time = Date.now();
  readonly now = (): Date => new Date(this.#time);
  turn(days: number): void {
    this.#time += days * day;
  }
  in(days: number): string {
    return new Date(this.#time + days * day).toISOString();
  }
}

const isIn = (viewer: ViewerName): boolean => viewer !== "suspended" && viewer !== "revoked";
const everybody = viewers.filter(isIn);
const members = everybody.filter((viewer) => viewer !== "visitor");

/** Every text that is said on a practice: who sees it. The chair of the group is the cast's `member`. */
const said = {
  "a practice of the group": ["member"],
  "a reason, in the group": ["member"],
  "a comment in the group": ["member"],
  "an answer in the group": ["member"],
  "a comment in the group, before its practice was opened": ["member"],
  "a first text, before its practice was opened": ["member"],
  "a practice for all members": members,
  "a comment on a practice for all members": members,
  "a public practice": everybody,
  "a public comment": everybody,
  "a public answer": everybody,
  "an objection to it": everybody,
  "a visitor's comment that was let in": everybody,
  "a visitor's name": everybody,
  "a visitor's comment that was refused": [],
  "a visitor's comment that waits": ["member"],
} as const satisfies Readonly<Record<string, readonly ViewerName[]>>;
export type Said = keyof typeof said;
export const words = Object.keys(said) as Said[]; // the keys of the table above
/** What nobody is shown but on the list of those who let comments in. */
export const waiting: Said = "a visitor's comment that waits";

export type PracticeCanary = { readonly word: Said; readonly text: string; readonly sees: ReadonlySet<ViewerName> };
export type PracticeScene = {
  readonly url: string;
  readonly cast: Cast;
  readonly practices: readonly string[];
  readonly comments: readonly string[];
  readonly canaries: readonly PracticeCanary[];
};

/** Plays it through the API. */
export async function playPractices(app: App, clock: TurnedClock): Promise<PracticeScene> {
  const cast = await gather(app.store);
  const canaries = words.map((word) => ({
    word,
    text: `canary${crypto.randomUUID().replaceAll("-", "")}`,
    sees: new Set<ViewerName>(said[word]),
  }));
  const canary = (word: Said): string => canaries.find((one) => one.word === word)?.text ?? "";
  const write = async (by: ViewerName, query: string, variables: Record<string, unknown>): Promise<string> => {
    const token = by === "visitor" ? undefined : cast.tokens[by]?.token;
    const { data, errors } = await ask(app, query, { token, variables });
    if (errors !== undefined) throw new Error(`${query}: ${JSON.stringify(errors)}`);
    const [answer] = Object.values(data ?? {});
    const { item, comment }: { item?: { id: string }; comment?: { id: string } } = Object(answer);
    return item?.id ?? comment?.id ?? String(answer);
  };
  const chair =
    "mutation ($group: ID!, $account: ID!) { setGroupRole(group: $group, account: $account, role: CHAIR, held: true) { id } }";
  await write("steward", chair, { group: cast.group, account: cast.accounts["member"] });
  const content = (text: string, label: object) => ({
    practice: {
      title: `About ${text}`,
      summary: text,
      body: `At length ${text}`,
      clauses: [{ level: "MUST", text: `Do ${text}` }],
      riskCategories: ["CYBER"],
      severity: "LOW",
      ...label,
    },
  });
  const toGroup = { tlp: "AMBER", audience: { groups: [cast.group] } };
  const propose = async (text: string, label: object): Promise<string> => {
    const publish = "mutation ($input: ItemInput!) { publish(input: $input) { item { id } } }";
    const id = await write("member", publish, { input: content(text, label) });
    await write("member", "mutation ($id: ID!, $group: ID!) { proposePractice(id: $id, group: $group) { cursor } }", {
      id,
      group: cast.group,
    });
    return id;
  };
  const move = (id: string, to: string, wish: object = {}): Promise<string> =>
    write(
      "member",
      "mutation ($id: ID!, $to: PracticeStage!, $closesAt: DateTime, $reason: String) { movePractice(id: $id, to: $to, closesAt: $closesAt, reason: $reason) { cursor } }",
      { id, to, ...wish },
    );
  const comment = (by: ViewerName, id: string, text: string): Promise<string> =>
    write(
      by,
      "mutation ($id: ID!, $text: String!) { commentOnPractice(id: $id, input: { type: TECHNICAL, text: $text, proposedChange: $text }) { comment { id } } }",
      { id, text },
    );
  const dispose = (id: string, reason: string): Promise<string> =>
    write(
      "member",
      "mutation ($id: ID!, $reason: String!) { disposeComment(id: $id, disposition: REJECTED, reason: $reason) { comment { id } } }",
      { id, reason },
    );
  const visit = (id: string, text: string, name: string | null = null): Promise<string> =>
    write(
      "visitor",
      "mutation ($id: ID!, $text: String!, $name: String) { commentAsVisitor(id: $id, input: { type: GENERAL, text: $text }, name: $name) }",
      { id, text, name },
    );
  const moderate = (id: string, letIn: boolean): Promise<string> =>
    write(
      "member",
      "mutation ($id: ID!, $letIn: Boolean!) { moderateComment(id: $id, letIn: $letIn) { comment { id } } }",
      { id, letIn },
    );

  const closed = await propose(canary("a practice of the group"), toGroup);
  await move(closed, "WORKING_DRAFT");
  const inGroup = await comment("member", closed, canary("a comment in the group"));
  await dispose(inGroup, canary("an answer in the group"));
  await move(closed, "DISCONTINUED", { reason: canary("a reason, in the group") });

  const opened = await propose(canary("a first text, before its practice was opened"), toGroup);
  const before = await comment("member", opened, canary("a comment in the group, before its practice was opened"));
  const revise =
    "mutation ($id: ID!, $input: ItemInput!) { revise(id: $id, expectedRevision: 1, input: $input) { item { id } } }";
  await write("member", revise, { id: opened, input: content(canary("a practice for all members"), { tlp: "GREEN" }) });
  const after = await comment("member", opened, canary("a comment on a practice for all members"));

  const open = await propose(canary("a public practice"), { tlp: "CLEAR" });
  await move(open, "WORKING_DRAFT");
  await move(open, "GROUP_LAST_CALL", { closesAt: clock.in(8) });
  clock.turn(9);
  await move(open, "PUBLIC_COMMENT", { closesAt: clock.in(20) });
  const publicly = await comment("other", open, canary("a public comment"));
  await dispose(publicly, canary("a public answer"));
  const object = "mutation ($id: ID!, $text: String!) { objectToDisposition(id: $id, text: $text) { comment { id } } }";
  await write("other", object, { id: publicly, text: canary("an objection to it") });
  const letIn = await visit(open, canary("a visitor's comment that was let in"), canary("a visitor's name"));
  const refused = await visit(open, canary("a visitor's comment that was refused"));
  const waits = await visit(open, canary("a visitor's comment that waits"));
  await moderate(letIn, true);
  await moderate(refused, false);
  const comments = [inGroup, before, after, publicly, letIn, refused, waits];
  return { url: app.url, cast, practices: [closed, opened, open], comments, canaries };
}
