/**
 * One event that many subscribers may see is executed once for all to whom the answer is the same.
 *
 * 1. What a subscriber is told (`FeedRecord`) has been decided for it alone, and holds only what it may know. Two subscribers to whom the
 *    same is told, who ask the same, get the same answer, as long as nothing else is read for either of them.
 * 2. So an execution that may be shared runs with a context that notices when a resolver reads anything for its viewer. If one does, the
 *    answer is that subscriber's own, and the operation is executed for each from then on. Names of organisations may be read: they depend
 *    on the viewer's sight of the directory alone, which is part of what must be equal. Names of forums depend on nothing.
 * 3. Cursors belong to their subscriber: the shared answer holds a placeholder in their stead, and is written as JSON once.
 */
import { randomUUID } from "node:crypto";
import type { ExecutionResult, OperationDefinitionNode, ValidatedSubscriptionArgs } from "graphql";
import { executeSubscriptionEvent, Kind, visit } from "graphql";
import type { FeedRecord } from "../db/feed-record.ts";
import type { Content } from "../domain/kinds.ts";
import type { Context } from "../schema/context.ts";
import { SharedAnswer } from "./written-result.ts";

/** Answers kept at a time: those of the events that are being delivered. */
const maxShared = 64;

type Sort = "item" | "activity";
type Plan = {
  readonly id: number;
  /** The variables that the answer to one event may depend on. */
  readonly variables: readonly string[];
  /** Of what sort of event something is read for the viewer itself, so that it cannot be shared. */
  readonly personal: Set<Sort>;
};
/** null: the answer to one cannot be given to another. */
type Shared = SharedAnswer | null;

export class Fanout {
  readonly #plans = new WeakMap<OperationDefinitionNode, Plan>();
  readonly #contents = new WeakMap<Content, number>();
  readonly #shared = new Map<string, Promise<Shared>>();
  /** Stands for the cursor in a shared answer. No text of an item can hold it, since nobody knows it. */
  readonly #placeholder: string = randomUUID();
  #numbers = 0;

  /** Answers one event of a subscription: `args.rootValue` is what its subscriber is told. */
  async execute(args: ValidatedSubscriptionArgs): Promise<ExecutionResult> {
    const record = args.rootValue as FeedRecord; // the subscription's source gives nothing else
    const plan = this.#planOf(args);
    const sort = record.subjectId === null ? "item" : "activity";
    if (plan.personal.has(sort) || record.item === null) return executeSubscriptionEvent(args);
    const key = this.#keyOf(plan, args, record);
    const shared = await (this.#shared.get(key) ?? this.#begin(key, plan, sort, args, record));
    return shared === null ? executeSubscriptionEvent(args) : shared.for(record.cursor);
  }

  #begin(key: string, plan: Plan, sort: Sort, args: ValidatedSubscriptionArgs, record: FeedRecord): Promise<Shared> {
    const sharing = this.#executeShared(plan, sort, args, { ...record, cursor: this.#placeholder });
    this.#shared.set(key, sharing);
    for (const oldest of this.#shared.keys()) {
      if (this.#shared.size <= maxShared) break;
      this.#shared.delete(oldest);
    }
    return sharing;
  }

  #planOf(args: ValidatedSubscriptionArgs): Plan {
    const known = this.#plans.get(args.operation);
    if (known !== undefined) return known;
    const plan = { id: ++this.#numbers, variables: variablesOf(args), personal: new Set<"item" | "activity">() };
    this.#plans.set(args.operation, plan);
    return plan;
  }

  #keyOf(plan: Plan, { variableValues }: ValidatedSubscriptionArgs, record: FeedRecord): string {
    const { content, ...view } = record.item ?? {};
    const { change, at, itemId, revision, subjectId, sight } = record;
    const variables = plan.variables.map((name) => variableValues.coerced[name]);
    const shown = content === undefined ? 0 : this.#numberOf(content);
    return JSON.stringify([plan.id, variables, change, at, itemId, revision, subjectId, sight, view, shown]);
  }

  async #executeShared(plan: Plan, sort: Sort, args: ValidatedSubscriptionArgs, record: FeedRecord): Promise<Shared> {
    const contextValue = watched(args.contextValue as Context, () => plan.personal.add(sort)); // `Operations` has made it
    const result = await executeSubscriptionEvent({ ...args, rootValue: record, contextValue });
    const isOwn = plan.personal.has(sort) || result.errors !== undefined;
    return isOwn ? null : new SharedAnswer(result, this.#placeholder);
  }

  /** Contents are told apart by identity: subscribers at the live end are shown the very same one. */
  #numberOf(content: Content): number {
    const number = this.#contents.get(content) ?? ++this.#numbers;
    this.#contents.set(content, number);
    return number;
  }
}

/** The context of one viewer, which notices whenever something that depends on the viewer is reached for. */
function watched(context: Context, notice: () => void): Context {
  const loaders = noticing(context.loaders, notice, ["namedOrganizations", "forumNames"]);
  return noticing({ ...context, loaders }, notice, ["loaders"]);
}

function noticing<T extends object>(target: T, notice: () => void, except: readonly (string & keyof T)[]): T {
  return new Proxy(target, {
    get(object, name, receiver) {
      if (!except.some((one) => one === name)) notice();
      return Reflect.get(object, name, receiver);
    },
  });
}

/** All variables of the document, but for the one that says where the feed begins, if it does nothing else. */
function variablesOf({ document, operation }: ValidatedSubscriptionArgs): string[] {
  const uses = new Map<string, number>();
  visit(document, {
    VariableDefinition: () => false,
    Variable: ({ name }) => void uses.set(name.value, (uses.get(name.value) ?? 0) + 1),
  });
  for (const field of operation.selectionSet.selections) {
    if (field.kind !== Kind.FIELD) continue;
    const after = field.arguments?.find(({ name }) => name.value === "after")?.value;
    if (after?.kind === Kind.VARIABLE && uses.get(after.name.value) === 1) uses.delete(after.name.value);
  }
  return [...uses.keys()].sort();
}
