/** What a viewer sees under a filter as a bundle, page by page: no more than one page of it is in memory at a time. */
import type { Reader } from "../../db/reader.ts";
import type { ItemFilter } from "../../domain/filter.ts";
import { badInput } from "../../domain/errors.ts";
import type { ForumName } from "../stix/identities.ts";
import { ownId } from "../stix/ids.ts";
import type { TlpEdition } from "../stix/markings.ts";
import { stixItems } from "../stix/gather.ts";
import { filterOfQuery, filterParameters, flag, refuseOthers, words } from "./filter.ts";

export type ExportOptions = {
  readonly filter: ItemFilter;
  readonly edition: TlpEdition;
  readonly forKeeping: boolean;
  /** The same for the same question: the bundle's id is made of it. */
  readonly question: string;
};

const editions = ["2.0", "1.0"] as const;

export function exportOptions(query: URLSearchParams): ExportOptions {
  refuseOthers(query, [...filterParameters, "tlpEdition", "forKeeping"]);
  const [edition = "2.0", ...others] = words(query, "tlpEdition", editions) ?? [];
  if (others.length > 0) throw badInput("tlpEdition", "Give one edition.");
  return { filter: filterOfQuery(query), edition, forKeeping: flag(query, "forKeeping"), question: query.toString() };
}

const pageSize = 100;

/** The text of the bundle, an item at a time. `turn` waits until one more page may be read. */
export async function* bundleText(
  reader: Reader,
  forum: ForumName,
  { filter, edition, forKeeping, question }: ExportOptions,
  turn: () => Promise<void>,
): AsyncGenerator<string, void, void> {
  const told = new Set<string>();
  const bundle = { type: "bundle", id: ownId("bundle", forum.id, question) };
  yield `${JSON.stringify(bundle).slice(0, -1)},"objects":[`;
  for (let after: string | null = null; ;) {
    await turn();
    const page = await reader.page({ filter, orderBy: "OLDEST", first: pageSize, after });
    const items = page.edges.map(({ node }) => node);
    for (const { support, own } of await stixItems(reader, items, { forum, edition, forKeeping })) {
      // An item that the edition has no label for is not told, nor who said it.
      const objects = (own.length === 0 ? [] : [...support, ...own]).filter(({ id }) => !told.has(id));
      if (objects.length === 0) continue;
      const comma = told.size === 0 ? "\n" : ",\n";
      for (const { id } of objects) told.add(id);
      yield comma + objects.map((object) => JSON.stringify(object)).join(",\n");
    }
    const last = page.edges.at(-1);
    if (!page.hasNextPage || last === undefined) break;
    after = last.cursor;
  }
  yield "\n]}\n";
}
