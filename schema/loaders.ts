import DataLoader from "dataloader";
import type { RevisionRange } from "../db/read-history.ts";
import type { Reader } from "../db/reader.ts";
import { byName } from "../domain/people-view.ts";

const maxBatchSize = 500;

/** Gathers what the fields of one list ask for into one question to the reader. */
export type Loaders = ReturnType<typeof createLoaders>;

export function createLoaders(reader: Reader) {
  return {
    items: batched((ids) => reader.items(ids)),
    organizations: batched((ids) => reader.organizations(ids)),
    accounts: batched((ids) => reader.accounts(ids)),
    namedOrganizations: batched((ids) => reader.namedOrganizations(ids)),
    namedAccounts: batched((ids) => reader.namedAccounts(ids)),
    groups: batched((ids) => reader.groups(ids)),
    tokens: batched((ids) => reader.tokens(ids)),
    groupMembers: batched((ids) => reader.groupMembers(ids)),
    relations: batched((ids) => reader.relations(ids)),
    relatedFrom: batched((ids) => reader.relatedFrom(ids)),
    revisions: byArguments((range: RevisionRange) => batched((ids) => reader.revisions(ids, range))),
    relays: batched((ids) => reader.relays(ids)),
    sightings: batched((ids) => reader.sightings(ids)),
    answers: batched((ids) => reader.answers(ids)),
  };
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

/** Loads many by name, leaving out who is not there or not shown to this viewer. */
export async function loadShown<T extends { readonly id: string; readonly name: string }>(
  loader: DataLoader<string, T | null>,
  ids: readonly string[],
): Promise<T[]> {
  const found = await Promise.all(ids.map((id) => loader.load(id)));
  return found.filter((value) => value !== null).sort(byName);
}
