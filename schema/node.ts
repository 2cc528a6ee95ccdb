import type { MeetingView } from "../db/meeting-reader.ts";
import type { PostView, ThreadView } from "../db/thread-reader.ts";
import type { CommentView } from "../db/read-comments.ts";
import type { DecisionView } from "../db/read-practices.ts";
import { kindOfId } from "../domain/ids.ts";
import { kinds } from "../domain/kinds.ts";
import type { AccountView, GroupView, OrganizationView } from "../domain/people-view.ts";
import type { ItemView } from "../domain/view.ts";
import type { AdoptionView } from "../domain/adoption-view.ts";
import type { BallotView } from "../domain/ballot-view.ts";
import { builder } from "./builder.ts";
import type { Context } from "./context.ts";

/** Everything that can be looked up by an id of its own. */
export type NodeView =
  | ItemView
  | OrganizationView
  | AccountView
  | GroupView
  | ThreadView
  | PostView
  | MeetingView
  | CommentView
  | DecisionView
  | BallotView
  | AdoptionView;

export const NodeRef = builder.interfaceRef<NodeView>("Node");

builder.interfaceType(NodeRef, {
  description: "Anything that has an id of its own and can be looked up by it.",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Stays the same for ever. Treat it as text without a meaning." }),
  }),
  resolveType: typeNameOf,
});

export function typeNameOf(node: NodeView): string | null {
  if ("content" in node) return kinds[node.content.kind].typeName;
  switch (kindOfId(node.id)) {
    case "organization":
      return "Organization";
    case "account":
      return "Account";
    case "group":
      return "Group";
    case "thread":
      return "Thread";
    case "post":
      return "Post";
    case "meeting":
      return "Meeting";
    case "comment":
      return "PracticeComment";
    case "decision":
      return "PracticeDecision";
    case "ballot":
      return "Ballot";
    case "adoption":
      return "Adoption";
    default:
      return null;
  }
}

/** What an id names, as the viewer is shown it. Absent, hidden and malformed are all null. */
export async function loadNode({ loaders }: Context, id: string): Promise<NodeView | null> {
  switch (kindOfId(id)) {
    case "item":
      return loaders.items.load(id);
    case "organization":
      return loaders.organizations.load(id);
    case "account":
      return loaders.accounts.load(id);
    case "group":
      return loaders.groups.load(id);
    case "thread":
      return loaders.threads.load(id);
    case "post":
      return loaders.posts.load(id);
    case "meeting":
      return loaders.meetings.load(id);
    case "comment":
      return loaders.comments.load(id);
    case "decision":
      return loaders.decisions.load(id);
    case "ballot":
      return loaders.ballots.load(id);
    case "adoption":
      return loaders.adoptions.load(id);
    default:
      return null;
  }
}

builder.queryFields((t) => ({
  node: t.field({
    type: NodeRef,
    nullable: true,
    description: "What an id names. Null, without an error, for what does not exist or may not be seen by you.",
    args: {
      id: t.arg.id({ required: true, description: "The id of anything that is a Node." }),
    },
    resolve: (_, { id }, context) => loadNode(context, id),
  }),
  nodes: t.field({
    type: [NodeRef],
    nullable: { list: false, items: true },
    description: "What each of several ids names, in the order of the ids, with null as in `node`.",
    args: { ids: t.arg.idList({ required: true, description: "At most 100 ids; more are LIMIT_EXCEEDED." }) },
    extensions: { pageSize: 20, pageSizeArgs: ["ids"] },
    resolve: (_, { ids }, context) => Promise.all(ids.map((id) => loadNode(context, id))),
  }),
}));
