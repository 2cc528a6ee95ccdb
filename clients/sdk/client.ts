import { AdoptionClient } from "./adoption-client.ts";
import { retrying } from "./back-off.ts";
import { BallotClient } from "./ballot-client.ts";
import type { Caller, KeyedOperation, ReadOptions, WriteOptions } from "./caller.ts";
import type { BroughtObject, BundleImportOptions, BundleOptions } from "./bundles.ts";
import { readBundle, sendBundle } from "./bundles.ts";
import type {
  ClientOptions,
  FeedPage,
  ItemPage,
  ItemsOptions,
  SightingReport,
  Statistics,
  Viewer,
} from "./client-options.ts";
import { documents } from "./documents.ts";
import type { FollowOptions } from "./feed.ts";
import { followFeed } from "./feed.ts";
import type { FeedPlace } from "./feed-source.ts";
import { sseFeed } from "./feed-sse.ts";
import { websocketFeed } from "./feed-websocket.ts";
import type {
  AccountFields,
  AnswerState,
  EnvelopeEvent,
  FeedEventFields,
  GroupFields,
  ItemDetail,
  ItemFields,
  ItemFilter,
  ItemInput,
  Operations,
  OrganizationFields,
  Sector,
  SourceFields,
  SourceInput,
  WrittenFields,
} from "./generated.ts";
import { GroupClient } from "./group-client.ts";
import type { Connection } from "./http.ts";
import { endpointOf, execute } from "./http.ts";
import { pagesOf } from "./pages.ts";
import { PeerClient } from "./peer-client.ts";
import { PracticeClient } from "./practice-client.ts";
import type { ItemWrite, ItemWriteOutcome } from "./write-many.ts";
import { writeMany } from "./write-many.ts";

/** A client of one forum as one account. Nothing is opened before it is asked for. */
export function createClient(options: ClientOptions): Client {
  return new Client(options);
}

export class Client implements AsyncDisposable {
  readonly #connection: Connection;
  readonly #options: ClientOptions;
  readonly #ending = new AbortController();
  readonly ballots: BallotClient;
  readonly adoptions: AdoptionClient;
  readonly workingGroups: GroupClient;
  readonly practices: PracticeClient;
  readonly peers: PeerClient;

  constructor(options: ClientOptions) {
    this.#options = options;
    this.#connection = {
      endpoint: endpointOf(options.url),
      token: options.token,
      fetch: options.fetch ?? globalThis.fetch.bind(globalThis),
      timeoutMs: options.timeoutMs ?? 30_000,
      heartbeatMs: options.heartbeatMs ?? 15_000,
    };
    this.ballots = new BallotClient(this.#caller);
    this.adoptions = new AdoptionClient(this.#caller);
    this.workingGroups = new GroupClient(this.#caller);
    this.practices = new PracticeClient(this.#caller);
    this.peers = new PeerClient(this.#caller);
  }

  /** Who the forum takes this client for. */
  async viewer(options?: ReadOptions): Promise<Viewer> {
    return (await this.#send("viewer", {}, options)).viewer;
  }

  /** One item with all that the viewer may know of it; null where there is none, or none that may be seen. */
  async item(id: string, options?: ReadOptions): Promise<ItemDetail | null> {
    return (await this.#send("item", { id }, options)).item;
  }

  /** Every item that passes the filter, page by page as the loop goes on. */
  items({ filter, orderBy, pageSize = 50, ...options }: ItemsOptions = {}): AsyncGenerator<ItemFields, void> {
    return pagesOf((after) => this.itemPage({ first: pageSize, after, filter, orderBy }, options));
  }

  /** The same, each with what it says of others. */
  itemsWithRelations({ filter, orderBy, pageSize = 20, ...options }: ItemsOptions = {}): AsyncGenerator<
    Operations["itemsWithRelations"]["result"]["items"]["nodes"][number],
    void
  > {
    return pagesOf(async (after) => {
      const { items } = await this.#send("itemsWithRelations", { first: pageSize, after, filter, orderBy }, options);
      return items;
    });
  }

  async itemPage(page: Operations["items"]["variables"], options?: ReadOptions): Promise<ItemPage> {
    return (await this.#send("items", page, options)).items;
  }

  /** How many items pass the filter, by kind, risk category, severity and month. */
  async statistics(filter?: ItemFilter, options?: ReadOptions): Promise<Statistics> {
    return (await this.#send("statistics", { filter }, options)).itemStatistics;
  }

  organizations({ sector }: { readonly sector?: Sector } = {}): AsyncGenerator<OrganizationFields, void> {
    return pagesOf(async (after) => (await this.#send("organizations", { first: 100, after, sector })).organizations);
  }

  accounts({ organization }: { readonly organization?: string } = {}): AsyncGenerator<AccountFields, void> {
    return pagesOf(async (after) => (await this.#send("accounts", { first: 100, after, organization })).accounts);
  }

  groups(): AsyncGenerator<GroupFields, void> {
    return pagesOf(async (after) => (await this.#send("groups", { first: 100, after })).groups);
  }

  /** Every event from a place on, and then each as it happens. See `followFeed` for what is promised. */
  follow(options: FollowOptions = {}): AsyncGenerator<FeedEventFields, void> {
    return this.#follow<FeedEventFields>(documents.feed, options);
  }

  /** As a peer: the envelopes behind a place, and then each as it is published. The same is promised as by `follow`. */
  followEnvelopes(options: Omit<FollowOptions<EnvelopeEvent>, "filter"> = {}): AsyncGenerator<EnvelopeEvent, void> {
    return this.#follow<EnvelopeEvent>(documents.envelopes, options);
  }

  /** The cursor of this moment: what is committed later comes behind it. */
  async feedCursor(options?: ReadOptions): Promise<string> {
    return (await this.#send("feedCursor", {}, options)).feedCursor;
  }

  /** The feed as a page, for whoever would rather ask now and then. With whole items, more than 300 are too many to ask for. */
  async feedPage(page: Operations["feedPage"]["variables"], options?: ReadOptions): Promise<FeedPage> {
    return (await this.#send("feedPage", page, options)).feed;
  }

  async publish(input: ItemInput, options?: WriteOptions): Promise<WrittenFields> {
    return (await this.#write("publish", { input }, options)).publish;
  }

  /** A whole new revision. CONFLICT where `expectedRevision` is no longer the newest. */
  async revise(id: string, expectedRevision: number, input: ItemInput, options?: WriteOptions): Promise<WrittenFields> {
    return (await this.#write("revise", { id, expectedRevision, input }, options)).revise;
  }

  /** Publishes and revises many items, several in one operation. Each stands or is refused by itself, in the order given. */
  async writeMany(writes: readonly ItemWrite[], options: ReadOptions = {}): Promise<ItemWriteOutcome[]> {
    const signal = this.#signal(options.signal);
    return writeMany(
      (request) => retrying(() => execute(this.#connection, request, signal), { retries: this.#retries, signal }),
      writes,
    );
  }

  async withdraw(id: string, reason: string, options?: WriteOptions): Promise<WrittenFields> {
    return (await this.#write("withdraw", { id, reason }, options)).withdraw;
  }

  /** Passes an item on to other organisations, as far as its label allows. */
  async relay(id: string, organizations: readonly string[], options?: WriteOptions): Promise<WrittenFields> {
    return (await this.#write("relay", { id, organizations }, options)).relay;
  }

  /** Keeps a draft; with `id`, in the place of an earlier one. A new draft is not repeated by itself: it has no key. */
  async saveDraft(
    input: ItemInput,
    { id, ...options }: ReadOptions & { readonly id?: string | undefined } = {},
  ): Promise<ItemFields> {
    const retries = id === undefined ? 0 : this.#retries;
    return (await this.#send("saveDraft", { input, id }, { ...options, retries })).saveDraft;
  }

  async publishDraft(id: string, options?: WriteOptions): Promise<WrittenFields> {
    return (await this.#write("publishDraft", { id }, options)).publishDraft;
  }

  async discardDraft(id: string, options?: ReadOptions): Promise<string> {
    return (await this.#send("discardDraft", { id }, { ...options, retries: 0 })).discardDraft;
  }

  /** Says where the own organisation stands with an item. */
  async answer(id: string, state: AnswerState, note?: string | null, options?: ReadOptions): Promise<ItemDetail> {
    return (await this.#send("answer", { id, state, note }, options)).answer;
  }

  /** Says that the own organisation saw the same. */
  async reportSighting(id: string, sighting: SightingReport, options?: WriteOptions): Promise<ItemDetail> {
    return (await this.#write("reportSighting", { id, ...sighting }, options)).reportSighting;
  }

  /** What passes a filter as a bundle of STIX 2.1, in pieces as they come; published and withdrawn where it does not say. */
  bundle(options: BundleOptions & ReadOptions = {}): AsyncGenerator<Uint8Array, void> {
    const { signal, ...bundle } = options;
    return readBundle(this.#connection, bundle, this.#signal(signal));
  }

  /** Brings a bundle of STIX 2.1 in as one's own items. Sending it again changes nothing. */
  importBundle(
    bundle: Blob | string,
    { signal, ...options }: BundleImportOptions & ReadOptions = {},
  ): AsyncGenerator<BroughtObject | { readonly objects: number }, void> {
    return sendBundle(this.#connection, bundle, options, this.#signal(signal));
  }

  /** The feeds that the forum reads for the own organisation. */
  async sources(options?: ReadOptions): Promise<readonly SourceFields[]> {
    return (await this.#send("sources", {}, options)).sources;
  }

  /** Has the forum read a feed. Sent once: sent twice, it would be refused as there already. */
  async addSource(input: SourceInput, options?: ReadOptions): Promise<SourceFields> {
    return (await this.#send("addSource", { input }, { ...options, retries: 0 })).addSource;
  }

  async pauseSource(id: string, paused: boolean, options?: ReadOptions): Promise<SourceFields> {
    return (await this.#send("pauseSource", { id, paused }, options)).pauseSource;
  }

  async removeSource(id: string, options?: ReadOptions): Promise<string> {
    return (await this.#send("removeSource", { id }, { ...options, retries: 0 })).removeSource;
  }

  /** Sends a document of one's own. A query is repeated like any read; a mutation is sent once. */
  async request<Result>(query: string, variables: unknown = {}, options: ReadOptions = {}): Promise<Result> {
    const retries = /^\s*(?:#.*\s*)*mutation\b/.test(query) ? 0 : this.#retries;
    const signal = this.#signal(options.signal);
    const call = (): Promise<unknown> => execute(this.#connection, { query, variables }, signal);
    return (await retrying(call, { retries, signal })) as Result; // the caller's word for the caller's document
  }

  /** Ends whatever is still running. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#ending.abort();
  }

  get #retries(): number {
    return this.#options.retries ?? 3;
  }

  /** How the parts of this client send what they have to. */
  get #caller(): Caller {
    return {
      send: (name, variables, options) => this.#send(name, variables, options),
      write: (name, variables, options) => this.#write(name, variables, options),
    };
  }

  async #write<N extends KeyedOperation>(
    name: N,
    variables: Operations[N]["variables"],
    { idempotencyKey = crypto.randomUUID(), signal }: WriteOptions = {},
  ): Promise<Operations[N]["result"]> {
    return this.#send(name, { ...variables, idempotencyKey }, signal === undefined ? {} : { signal });
  }

  async #send<N extends keyof Operations>(
    name: N,
    variables: Operations[N]["variables"],
    options: ReadOptions & { readonly retries?: number } = {},
  ): Promise<Operations[N]["result"]> {
    const signal = this.#signal(options.signal);
    const call = (): Promise<unknown> => execute(this.#connection, { query: documents[name], variables }, signal);
    const data = await retrying(call, { retries: options.retries ?? this.#retries, signal });
    return data as Operations[N]["result"]; // the shape that the document asks for
  }

  #follow<E extends FeedPlace>(document: string, options: FollowOptions<E>): AsyncGenerator<E, void> {
    const { transport = "ws", webSocket = globalThis.WebSocket } = this.#options;
    const feed = { document, now: (signal: AbortSignal) => this.#feedCursorOnce(signal) };
    const source =
      transport === "sse" ? sseFeed<E>(this.#connection, feed) : websocketFeed<E>(this.#connection, webSocket, feed);
    return followFeed(source, { ...options, signal: this.#signal(options.signal) });
  }

  /** Once, because a follower has a back-off of its own. */
  async #feedCursorOnce(signal: AbortSignal): Promise<string> {
    return (await this.#send("feedCursor", {}, { signal, retries: 0 })).feedCursor;
  }

  #signal(signal: AbortSignal | undefined): AbortSignal {
    return signal === undefined ? this.#ending.signal : AbortSignal.any([signal, this.#ending.signal]);
  }
}
