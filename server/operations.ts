/**
 * One pipeline for every transport.
 *
 * 1. `count` counts the operation against the rate limit, before anything is kept of it.
 * 2. `prepare` checks the document and the variables, and reckons the cost. Whatever is refused comes back as errors with
 *    codes; nothing is thrown, so that a bad operation ends alone.
 * 3. `reserve` waits until the caller's earlier answers leave room for one more.
 * 4. `run` executes. Every result, every event and every failure of a stream leaves it masked, and not too large.
 */
import type {
  ExecutionResult,
  GraphQLError,
  GraphQLSchema,
  ValidatedExecutionArgs,
  ValidatedSubscriptionArgs,
} from "graphql";
import {
  createSourceEventStream,
  executeRootSelectionSet,
  mapSourceToResponseEvent,
  OperationTypeNode,
  validateExecutionArgs,
} from "graphql";
import type { Store } from "../db/store.ts";
import { ForumError } from "../domain/errors.ts";
import type { FederationServices } from "../schema/context.ts";
import { createContext } from "../schema/context.ts";
import { answerTooLarge, sizeOfResult } from "./answer-size.ts";
import type { Caller } from "./auth.ts";
import type { Config } from "./config.ts";
import { checkCost } from "./cost.ts";
import { Documents } from "./documents.ts";
import { Fanout } from "./fanout.ts";
import { withField } from "./input-errors.ts";
import { tooMuch } from "./limits.ts";
import { present } from "./masking.ts";
import type { RateLimit } from "./rate-limit.ts";
import type { Share } from "./room.ts";
import { Room } from "./room.ts";
import type { Telemetry } from "./telemetry.ts";

export type OperationRequest = {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
};
export type Prepared =
  | { readonly refused: readonly GraphQLError[] }
  | {
      readonly type: OperationTypeNode;
      readonly args: ValidatedExecutionArgs;
      readonly caller: Caller;
      readonly transport: Transport;
      readonly cost: number;
    };
export type Ready = Exclude<Prepared, { readonly refused: unknown }>;
export type Results = AsyncGenerator<ExecutionResult, void, void>;
export type Outcome = ExecutionResult | Results;
/** Throws where an operation of this type may not come in this way. */
export type CheckType = (type: OperationTypeNode) => void;
export type Transport = "http" | "sse" | "websocket" | "syndication" | "misp" | "bundles" | "taxii";

/** What an answer takes for each unit of its cost, until its size is known: the dearest one fills the room of its caller. */
const bytesPerCost = 13_312;

export class Operations {
  /** What the answers take that are being made, or wait for their readers. */
  readonly room: Room;
  readonly #schema: GraphQLSchema;
  readonly #store: Store;
  readonly #config: Config;
  readonly #rateLimit: RateLimit;
  readonly #telemetry: Telemetry;
  readonly #documents: Documents;
  readonly #federation: FederationServices | undefined;
  readonly #fanout = new Fanout();

  /** `federation`: what takes the network or the forum's key. @default none of it can be done */
  constructor(
    schema: GraphQLSchema,
    store: Store,
    config: Config,
    rateLimit: RateLimit,
    telemetry: Telemetry,
    federation?: FederationServices,
  ) {
    this.#schema = schema;
    this.#store = store;
    this.#config = config;
    this.#rateLimit = rateLimit;
    this.#telemetry = telemetry;
    this.#documents = new Documents(schema, config);
    this.#federation = federation;
    this.room = new Room({
      perCaller: config.answerRoomBytes,
      inAll: config.answerRoomBytesInAll,
      patienceMs: config.turnMs,
      complaint: "Too many answers are under way: read those that wait for you, and ask again.",
    });
  }

  /** Counts an operation. Gives the refusal where there were too many. */
  async count(caller: Caller, transport: Transport): Promise<ForumError | null> {
    try {
      await this.#rateLimit.count(caller);
      return null;
    } catch (error) {
      if (!(error instanceof ForumError)) throw error;
      this.#telemetry.refused(transport, error.code);
      return error;
    }
  }

  /** Checks all that can be checked before anything is read. `checkType` refuses an operation for its type. */
  async prepare(
    request: OperationRequest,
    caller: Caller,
    transport: Transport,
    checkType: CheckType = anyType,
  ): Promise<Prepared> {
    try {
      const isVisitor = caller.viewer.kind === "anonymous";
      const checked = this.#documents.check(request.query, isVisitor);
      if ("errors" in checked) return this.#refuse(transport, checked.errors);
      const args = validateExecutionArgs({
        schema: this.#schema,
        document: checked.document,
        variableValues: request.variables ?? null,
        operationName: request.operationName ?? null,
        contextValue: createContext(this.#store, caller.viewer, {
          countVisitorComment: () => this.#rateLimit.countComment(caller.address),
          ...(this.#federation === undefined ? {} : { federation: this.#federation }),
        }),
        hideSuggestions: isVisitor,
        options: { maxCoercionErrors: 10 },
      });
      if (!("operation" in args)) {
        return this.#refuse(
          transport,
          args.map((error) => withField(error, checked.document)),
        );
      }
      const type = args.operation.operation;
      checkType(type);
      const cost = checkCost(args, this.#config);
      this.#telemetry.operation(transport, type);
      return { type, args, caller, transport, cost };
    } catch (error) {
      return this.#refuse(transport, [error]);
    }
  }

  /** The room for an answer; RATE_LIMITED where there is none for too long. A subscription's events are counted as they come. */
  async reserve({ caller, cost, type, transport }: Ready): Promise<Share> {
    if (type === OperationTypeNode.SUBSCRIPTION) return this.room.open(caller);
    try {
      return await this.room.take(caller, (1 + cost) * bytesPerCost);
    } catch (error) {
      this.#telemetry.refused(transport, error instanceof ForumError ? error.code : undefined);
      throw error;
    }
  }

  /** `share` is what was reserved: it is made as large as the answer. */
  async run({ type, args }: Ready, share?: Share): Promise<Outcome> {
    if (!isSubscription(args)) {
      const result = this.#show(await executeRootSelectionSet(args), type);
      const most = this.#config.maxAnswerBytes;
      const bytes = sizeOfResult(result, most);
      share?.resize(bytes > most ? 0 : bytes);
      return bytes > most ? answerTooLarge(most) : result;
    }
    const source = await createSourceEventStream(args);
    if (!(Symbol.asyncIterator in source)) return this.#show(source, type);
    const execute = (event: ValidatedExecutionArgs): Promise<ExecutionResult> =>
      this.#fanout.execute({ ...args, rootValue: event.rootValue });
    return this.#showStream(mapSourceToResponseEvent(args, source, execute));
  }

  /** A failure as a caller may read it. */
  present(error: unknown, context: string): GraphQLError {
    return present(error, (fault) => this.#telemetry.fault(fault, context));
  }

  #refuse(transport: Transport, errors: readonly unknown[]): Prepared {
    const refused = errors.map((error) => this.present(error, "preparing an operation"));
    this.#telemetry.refused(transport, refused[0]?.extensions["code"]);
    return { refused };
  }

  #show(result: ExecutionResult, type: OperationTypeNode): ExecutionResult {
    if (result.errors === undefined) return result;
    return { ...result, errors: result.errors.map((error) => this.present(error, `executing a ${type}`)) };
  }

  /** Not an async generator: its `return()` would wait for the `next()` that is under way. */
  #showStream(results: Results): Results {
    const next = async (): Promise<IteratorResult<ExecutionResult, void>> => {
      try {
        const { value, done } = await results.next();
        if (value === undefined || done) return { done: true, value: undefined };
        const most = this.#config.maxAnswerBytes;
        if (sizeOfResult(value, most) > most) {
          void results.return(); // whoever is told of a failure does not end what has failed
          throw tooMuch(`An event has more than ${most} bytes: ask for less of its item.`);
        }
        return { done: false, value: this.#show(value, OperationTypeNode.SUBSCRIPTION) };
      } catch (error) {
        throw this.present(error, "following a subscription");
      }
    };
    return {
      next,
      return: () => results.return(),
      throw: (error: unknown) => results.throw(error),
      [Symbol.asyncDispose]: async () => void (await results.return()),
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  }
}

function isSubscription(args: ValidatedExecutionArgs): args is ValidatedSubscriptionArgs {
  return args.operation.operation === OperationTypeNode.SUBSCRIPTION;
}

function anyType(): void {}
