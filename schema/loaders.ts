import DataLoader from "dataloader";
import type { CommentRange } from "../db/read-comments.ts";
import type { RevisionRange } from "../db/read-history.ts";
import type { Reader } from "../db/reader.ts";
import type { EnvelopePlace } from "../domain/entries.ts";
import type { StreamName } from "../domain/federation/streams.ts";
import { byName } from "../domain/people-view.ts";

const maxBatchSize = 500;

/** Gathers what the fields of one list ask for into one question to the reader. */
export type Loaders = ReturnType<typeof createLoaders>;

export function createLoaders(reader: Reader) {
  return {
    items: batched((ids) => reader.items(ids)),
    organizations: batched((ids) => reader.directory.organizations(ids)),
    accounts: batched((ids) => reader.directory.accounts(ids)),
    namedOrganizations: batched((ids) => reader.directory.namedOrganizations(ids)),
    namedAccounts: batched((ids) => reader.directory.namedAccounts(ids)),
    groups: batched((ids) => reader.directory.groups(ids)),
    tokens: batched((ids) => reader.tokens(ids)),
    deliveries: batched((ids) => reader.federation.deliveries(ids)),
    forumNames: batched((ids) => reader.federation.forumNames(ids)),
    peers: batched((ids) => reader.federation.peersById(ids)),
    envelopes: batched((places) => reader.federation.envelopes(places.map(readPlace))),
    groupMembers: batched((ids) => reader.directory.groupMembers(ids)),
    groupStatus: batched((ids) => reader.workingGroups.status(ids)),
    groupCharters: batched((ids) => Promise.all(ids.map((id) => reader.workingGroups.charters(id)))),
    groupHistory: batched((ids) => reader.workingGroups.history(ids)),
    groupSeats: batched((ids) => reader.workingGroups.seats(ids)),
    groupBalance: batched((ids) => reader.workingGroups.balance(ids)),
    groupRoles: batched((ids) => reader.workingGroups.viewerRoles(ids)),
    groupAdmissions: batched((ids) => reader.workingGroups.admissions(ids)),
    threads: batched((ids) => reader.talk.threads(ids)),
    threadsOnItems: byArguments(({ last }: { last: number }) =>
      batched((ids) => reader.talk.threadsOn("itemId", ids, last)),
    ),
    threadsInGroups: byArguments(({ last }: { last: number }) =>
      batched((ids) => reader.talk.threadsOn("groupId", ids, last)),
    ),
    posts: batched((ids) => reader.talk.posts(ids)),
    postCounts: batched((ids) => reader.talk.postCounts(ids)),
    postsIn: byArguments((range: { after: number; first: number }) =>
      batched((ids) => reader.talk.postsIn(ids, range)),
    ),
    meetings: batched((ids) => reader.meetings.byIds(ids)),
    groupMeetings: byArguments((range: { upcoming: boolean; first: number }) =>
      batched((ids) => reader.meetings.of(ids, range)),
    ),
    relations: batched((ids) => reader.relations(ids)),
    relatedFrom: batched((ids) => reader.relatedFrom(ids)),
    revisions: byArguments((range: RevisionRange) => batched((ids) => reader.revisions(ids, range))),
    relays: batched((ids) => reader.relays(ids)),
    sightings: batched((ids) => reader.sightings(ids)),
    ballots: batched((ids) => reader.ballots.byIds(ids)),
    adoptions: batched((ids) => reader.adoptions.byIds(ids)),
    adoptedClauses: batched((ids) => reader.adoptions.clauses(ids)),
    answers: batched((ids) => reader.answers(ids)),
    practices: batched((ids) => reader.practices.states(ids)),
    practiceVersions: batched((ids) => reader.practices.versions(ids)),
    practiceDecisions: batched((ids) => reader.practices.decisions(ids)),
    practiceComments: byArguments((range: CommentRange) => batched((ids) => reader.practices.comments(ids, range))),
    commentCounts: batched((ids) => reader.practices.commentCounts(ids)),
    waitingComments: byArguments((range: Pick<CommentRange, "first" | "after">) =>
      batched((ids) => reader.practices.waitingComments(ids, range)),
    ),
    waitingCounts: batched((ids) => reader.practices.waitingCounts(ids)),
    comments: batched((ids) => reader.practices.commentsById(ids)),
    decisions: batched((ids) => reader.practices.decisionsById(ids)),
  };
}

/** The place of an envelope as a key to load it by. */
export function placeName({ forumId, stream, sequence }: EnvelopePlace): string {
  return JSON.stringify([forumId, stream, sequence]);
}

function readPlace(name: string): EnvelopePlace {
  const [forumId, stream, sequence]: [string, StreamName, number] = JSON.parse(name);
  return { forumId, stream, sequence };
}

/** One loader for each combination of arguments: fields that ask for the same are gathered. */
function byArguments<A, T>(create: (args: A) => DataLoader<string, T>): (args: A) => DataLoader<string, T> {
  const made = new Map<string, DataLoader<string, T>>();
  return (args) => {
    const key = JSON.stringify(args);
    const loader = made.get(key) ?? create(args);
    made.set(key, loader);
    return loader;
  };
}

/** Nothing is kept from one batch to the next: a subscription lives for days, and rights are those of now. */
function batched<T>(read: (ids: readonly string[]) => Promise<readonly T[]>): DataLoader<string, T> {
  const load = async (ids: readonly string[]): Promise<(T | Error)[]> => {
    const distinct = [...new Set(ids)];
    const values = await read(distinct);
    const byId = new Map(distinct.map((id, at) => [id, values[at]]));
    return ids.map((id) => byId.get(id) as T); // the reader answers every id, in order
  };
  return new DataLoader(load, { cache: false, maxBatchSize });
}

/** Loads many, leaving out what is not there or not shown to this viewer. */
export async function loadShown<T>(loader: DataLoader<string, T | null>, ids: readonly string[]): Promise<T[]> {
  const found = await Promise.all(ids.map((id) => loader.load(id)));
  return found.filter((value) => value !== null);
}

/** The same of those who have names, in the order of these. */
export async function loadByName<T extends { readonly id: string; readonly name: string }>(
  loader: DataLoader<string, T | null>,
  ids: readonly string[],
): Promise<T[]> {
  return (await loadShown(loader, ids)).sort(byName);
}
