/** The one room of this folder that reads: what belongs to items that a reader was shown, for the same viewer. */
import type { Reader } from "../../db/reader.ts";
import type { ItemView } from "../../domain/view.ts";
import type { ForumName, Named, StixItem } from "./to-stix.ts";
import { toStix } from "./to-stix.ts";
import type { TlpEdition } from "./markings.ts";

export type GatherOptions = {
  readonly forum: ForumName;
  /** @default "2.0" */
  readonly edition?: TlpEdition;
  /** @default false */
  readonly forKeeping?: boolean;
};

/** The objects of each item, in the order of the items. */
export async function stixItems(
  reader: Reader,
  items: readonly ItemView[],
  { forum, edition = "2.0", forKeeping = false }: GatherOptions,
): Promise<StixItem[]> {
  const ids = items.map(({ id }) => id);
  const [relations, sightings, answers] = await Promise.all([
    reader.relations(ids),
    reader.sightings(ids),
    forKeeping ? reader.answers(ids) : [],
  ]);
  const answersOf = (at: number) => answers[at]?.entries ?? (answers[at]?.own ? [answers[at].own] : []);
  const named = new Set<string>();
  for (const [at, { originId }] of items.entries()) {
    if (originId !== null) named.add(originId);
    for (const { organizationId } of sightings[at]?.entries ?? [])
      if (organizationId !== null) named.add(organizationId);
    for (const { organizationId } of answersOf(at)) named.add(organizationId);
  }
  const found = await reader.directory.namedOrganizations([...named]);
  const organizations = new Map(found.flatMap((each): [string, Named][] => (each === null ? [] : [[each.id, each]])));
  return items.map((item, at) =>
    toStix(item, {
      forum,
      edition,
      forKeeping,
      organizations,
      relations: relations[at] ?? [],
      sightings: sightings[at]?.entries ?? [],
      answers: answersOf(at),
    }),
  );
}
