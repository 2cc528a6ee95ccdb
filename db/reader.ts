import type { CommandType } from "../domain/commands.ts";
import { badInput } from "../domain/errors.ts";
import type { ItemFilter } from "../domain/filter.ts";
import type { ItemState } from "../domain/items.ts";
import type { Member, Viewer } from "../domain/people.ts";
import { checkCommand } from "../domain/command-roles.ts";
import type { SourceView } from "../domain/sources.ts";
import { labelRules } from "../domain/tlp.ts";
import type { ItemView } from "../domain/view.ts";
import { viewItem } from "../domain/view.ts";
import type { RelationType } from "../domain/vocabulary.ts";
import { Arrived } from "./arrived.ts";
import { isDenial, subjectOf } from "./audit.ts";
import type { Dialect } from "./dialect.ts";
import type { FeedRecord, FeedRecords } from "./feed-record.ts";
import { readHead } from "./forum.ts";
import { DirectoryReader } from "./directory-reader.ts";
import { FederationReader } from "./federation/reader.ts";
import { WorkingGroupReader } from "./group-reader.ts";
import { findByUuid, loadVisible } from "./item-rows.ts";
import type { Cursors, FeedPlace } from "./log/cursor.ts";
import { openFeedPlace, sealFeedPlace } from "./log/cursor.ts";
import { readEvents } from "./log/read.ts";
import type { Event } from "./log/tell.ts";
import { MeetingReader } from "./meeting-reader.ts";
import type { Page } from "./page.ts";
import { PracticeReader } from "./practice-reader.ts";
import type { RevisionRange, RevisionView } from "./read-history.ts";
import { readRevisions } from "./read-history.ts";
import { AdoptionReader } from "./read-adoptions.ts";
import { BallotReader } from "./read-ballots.ts";
import type { ItemPageArgs, ItemReadContext } from "./read-items.ts";
import { countItems, readItemPage } from "./read-items.ts";
import { readRelations } from "./read-relations.ts";
import type { AnswerTally, RelayView, SightingSummary } from "./read-responses.ts";
import { readAnswers, readRelays, readSightings } from "./read-responses.ts";
import type { Statistics } from "./read-statistics.ts";
import { readStatistics } from "./read-statistics.ts";
import type { TokenView } from "./read-tokens.ts";
import { readTokens } from "./read-tokens.ts";
import type { Rights } from "./rights.ts";
import { loadRights } from "./rights.ts";
import { ThreadReader } from "./thread-reader.ts";
import { readSources } from "./sources.ts";

export type RelationView = { readonly type: RelationType; readonly item: ItemView };
export const defaultFeedSize = 100;
export const maxFeedSize = 500;

type ReaderParts = {
  readonly forumId: string;
  readonly dialect: Dialect;
  readonly cursors: Cursors;
  readonly now: () => Date;
  /** Writes to the audit log that items were read (those whose label asks for it), or that a command was refused. */
  readonly audit: (action: string, subjectIds: readonly string[], outcome: string) => Promise<void>;
};

/**
 * All that can be read, for one viewer. Its rights are looked up anew for each read, and what it may not know is taken out
 * before it is returned.
 */
export class Reader {
  readonly viewer: Viewer;
  /** Who takes part, as far as the viewer is shown it. */
  readonly directory: DirectoryReader;
  /** What there is to read of working groups. */
  readonly workingGroups: WorkingGroupReader;
  /** The meetings of groups. */
  readonly meetings: MeetingReader;
  /** What is said in groups and on items. */
  readonly talk: ThreadReader;
  readonly practices: PracticeReader;
  readonly ballots: BallotReader;
  readonly adoptions: AdoptionReader;
  /** The other forums. */
  readonly federation: FederationReader;
  readonly #parts: ReaderParts;
  #lookUp: Promise<Rights> | null = null;

  constructor(viewer: Viewer, parts: ReaderParts) {
    this.viewer = viewer;
    this.#parts = parts;
    const context = (): Promise<ItemReadContext> => this.#context();
    this.directory = new DirectoryReader(context);
    this.meetings = new MeetingReader(context, parts.now);
    this.talk = new ThreadReader({
      context,
      noteReads: (ids) => parts.audit("read", ids, "done"),
    });
    this.workingGroups = new WorkingGroupReader(context);
    this.practices = new PracticeReader(context);
    this.ballots = new BallotReader(context, parts.now);
    this.adoptions = new AdoptionReader(context, parts.now);
    this.federation = new FederationReader(context, parts.forumId);
  }

  /** Who the viewer is now; null for an anonymous visitor. */
  async member(): Promise<Member | null> {
    return (await this.#rights()).member;
  }

  /** Refuses a command that the viewer's role does not allow, before anything else of it is looked at. */
  async requireCommand(type: CommandType, subjectId: string | null = null): Promise<void> {
    const member = await this.member();
    try {
      checkCommand(type, member ?? (this.viewer.kind === "peer" ? "peer" : "anonymous"));
    } catch (error) {
      await this.noteRefusal(type, subjectId, error);
      throw error;
    }
  }

  /** Writes to the audit log that a command was refused, if that says something of who tried what. */
  async noteRefusal(type: CommandType, subjectId: string | null, error: unknown): Promise<void> {
    const subjects = subjectId === null ? [] : [subjectOf(subjectId)];
    if (isDenial(error, this.viewer)) await this.#parts.audit(type, subjects, error.code);
  }

  async item(id: string): Promise<ItemView | null> {
    return (await this.items([id]))[0] ?? null;
  }

  async items(ids: readonly string[]): Promise<(ItemView | null)[]> {
    const context = await this.#context();
    const found = await loadVisible(context.dialect.reader, context.dialect.tables, context.rights.ring, ids);
    await this.#noteReads([...found.values()]);
    return ids.map((id) => {
      const item = found.get(id);
      return item === undefined ? null : viewItem(item, context.rights.member);
    });
  }

  /** The item that other tools know by a UUID (`uuidOf`). */
  async itemByUuid(uuid: string): Promise<ItemView | null> {
    const { dialect, rights } = await this.#context();
    const id = await findByUuid(dialect.reader, dialect.tables, rights.ring, uuid);
    return id === null ? null : this.item(id);
  }

  async page(args: ItemPageArgs): Promise<Page<ItemView>> {
    const context = await this.#context();
    const page = await readItemPage(context, args);
    await this.#noteReads(page.edges.map(({ node }) => node));
    return {
      ...page,
      edges: page.edges.map(({ cursor, node }) => ({ cursor, node: viewItem(node, context.rights.member) })),
    };
  }

  async count(filter: ItemFilter): Promise<number> {
    return countItems(await this.#context(), filter);
  }

  async statistics(filter: ItemFilter): Promise<Statistics> {
    return readStatistics(await this.#context(), filter);
  }

  /** The events behind `after`, oldest first; null or "beginning" starts with the oldest. */
  async feedPage({
    first,
    after,
    filter,
  }: {
    first?: number | null;
    after?: string | null;
    filter: ItemFilter;
  }): Promise<FeedRecords> {
    const limit = first ?? defaultFeedSize;
    if (limit < 0 || limit > maxFeedSize) throw badInput("first", `Give a number from 0 to ${maxFeedSize}.`);
    const { dialect } = this.#parts;
    const head = await readHead(dialect.reader, dialect.tables);
    const from = this.place(after ?? "beginning", head);
    // Looked up behind the head: rights from before could miss what the entries up to it have changed.
    const page = await readEvents(dialect, await this.#rightsOfNow(), { from, until: head.position, limit, filter });
    const records = await Promise.all(page.events.map((event) => this.record(event, head.epoch, page.end)));
    return { events: records, endCursor: this.#seal(head.epoch, page.end), hasMore: page.hasMore };
  }

  /** The cursor of this moment: whatever is committed from now on lies behind it. */
  async feedCursor(): Promise<string> {
    await this.#rights();
    const { position, epoch } = await readHead(this.#parts.dialect.reader, this.#parts.dialect.tables);
    return this.#seal(epoch, { position, quietUntil: 0 });
  }

  /** The cursor right behind a change that the viewer has made; the same text again where the change has a key to be repeated by. */
  async cursorAt(position: number, idempotencyKey: string | null): Promise<string> {
    const { epoch } = await readHead(this.#parts.dialect.reader, this.#parts.dialect.tables);
    return sealFeedPlace(this.#parts.cursors, this.viewer, epoch, { position, quietUntil: 0 }, idempotencyKey);
  }

  /** Refuses what is no cursor of this viewer's feed, before a feed is followed from there. */
  async checkCursor(after: string): Promise<void> {
    this.place(after, await readHead(this.#parts.dialect.reader, this.#parts.dialect.tables));
  }

  /** The place that a cursor stands for. */
  place(after: string, head: { position: number; epoch: number }): FeedPlace {
    if (after === "beginning") return { position: 0, quietUntil: head.position };
    return openFeedPlace(this.#parts.cursors, this.viewer, head, after);
  }

  /** An event with its cursor. Handing it out is a read of its item. */
  async record(event: Event, epoch: number, { quietUntil }: FeedPlace): Promise<FeedRecord> {
    const { position, ...told } = event;
    if (event.item !== null && labelRules[event.item.tlp].readsAudited)
      await this.#parts.audit("read", [event.item.id], "done");
    return { cursor: this.#seal(epoch, { position, quietUntil }), ...told };
  }

  /** What arrived in the viewer's sight, by the rights of the moment at which it is first asked. */
  arrived(): Arrived {
    return new Arrived(this.viewer, { ...this.#parts, rightsOfNow: () => this.#rightsOfNow() });
  }

  /** What items say of others, as far as both ends are seen. */
  relations(ids: readonly string[]): Promise<RelationView[][]> {
    return this.#relations(ids, "source");
  }

  /** What others say of items, likewise. */
  relatedFrom(ids: readonly string[]): Promise<RelationView[][]> {
    return this.#relations(ids, "target");
  }

  async revisions(ids: readonly string[], range: RevisionRange): Promise<RevisionView[][]> {
    const found = await readRevisions(await this.#context(), ids, range);
    const noted = ids.filter((_, at) => found[at]?.some(({ tlp }) => labelRules[tlp].readsAudited));
    if (noted.length > 0) await this.#parts.audit("read", noted, "done");
    return found;
  }

  async relays(ids: readonly string[]): Promise<(readonly RelayView[] | null)[]> {
    return readRelays(await this.#context(), ids);
  }

  async sightings(ids: readonly string[]): Promise<SightingSummary[]> {
    return readSightings(await this.#context(), ids);
  }

  async answers(ids: readonly string[]): Promise<AnswerTally[]> {
    return readAnswers(await this.#context(), ids);
  }

  /** The tokens of accounts, newest first; null where the viewer may not end them. */
  async tokens(accountIds: readonly string[]): Promise<(TokenView[] | null)[]> {
    return readTokens(await this.#context(), accountIds);
  }

  /** The feed sources of the viewer's organisation, for its contributors. */
  async sources(): Promise<SourceView[]> {
    return readSources(await this.#context());
  }

  async #relations(ids: readonly string[], side: "source" | "target"): Promise<RelationView[][]> {
    const context = await this.#context();
    const found = await readRelations(context, ids, side);
    await this.#noteReads(found.flat().map(({ item }) => item));
    return found.map((ends) => ends.map(({ type, item }) => ({ type, item: viewItem(item, context.rights.member) })));
  }

  async #noteReads(items: readonly ItemState[]): Promise<void> {
    const noted = items.filter(({ label }) => labelRules[label.tlp].readsAudited).map(({ id }) => id);
    if (noted.length > 0) await this.#parts.audit("read", noted, "done");
  }

  #rightsOfNow(): Promise<Rights> {
    const { dialect, now } = this.#parts;
    return loadRights(dialect.reader, dialect.tables, this.viewer, now().toISOString());
  }

  /** The rights of now. Reads that begin in the same turn of the event loop share one look-up; no later read joins it. */
  #rights(): Promise<Rights> {
    if (this.#lookUp === null) {
      this.#lookUp = this.#rightsOfNow();
      setImmediate(() => (this.#lookUp = null));
    }
    return this.#lookUp;
  }

  async #context(): Promise<ItemReadContext> {
    const { dialect, cursors } = this.#parts;
    return { dialect, cursors, viewer: this.viewer, rights: await this.#rights() };
  }

  #seal(epoch: number, place: FeedPlace): string {
    return sealFeedPlace(this.#parts.cursors, this.viewer, epoch, place);
  }
}
