/** The shapes of what the documents of documents.ts are answered with. */
type Named = { id: string };

export type ItemAnswer = Named & {
  audience: { organizations: Named[]; groups: Named[]; sectors: string[]; accounts: Named[] } | null;
  reachedThrough: { type: string; group: Named | null }[];
  relations: { type: string; item: Named }[];
  relatedFrom: { type: string; item: Named }[];
  revisions: { changes: { field: string }[] }[];
  relays: { organization: Named; by: Named; at: string; active: boolean }[] | null;
  sightings: { reports: number; count: number; entries: { organization: Named | null; count: number; at: string }[] };
  threads: { tlp: string; at: string; posts: { organization: Named | null }[] }[];
  answers: { entries: { organization: Named; state: string }[] | null };
};

export type WholeAnswer = {
  nodes: (ItemAnswer | null)[];
  item: ItemAnswer | null;
  node: ItemAnswer | null;
  viewer: { account: Named | null; organization: Named | null; groups: Named[] };
  organizations: { totalCount: number; nodes: (Named & { sector: string })[] };
  accounts: { totalCount: number; nodes: Named[] };
  groups: { totalCount: number; nodes: (Named & { organizations: Named[]; accounts: Named[] })[] };
};

export type ListAnswer = {
  items: {
    totalCount: number;
    nodes: (Named & { title: string; tlp: string; revision: number })[];
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean };
  };
  itemStatistics: {
    total: number;
    byKind: { kind: string; count: number }[];
    byRiskCategory: { riskCategory: string; count: number }[];
    bySeverity: { severity: string; count: number }[];
    byMonth: {
      month: string;
      count: number;
      byRiskCategory: { riskCategory: string; count: number }[];
      bySeverity: { severity: string; count: number }[];
    }[];
  };
};

export type Connection = {
  totalCount: number;
  edges: { cursor: string; node: Named }[];
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
};
export type PageAnswer = { items: Connection };

export type FeedEventAnswer = {
  cursor: string;
  change: string;
  at: string;
  itemId: string | null;
  revision: number | null;
  item: { id: string; status: string; revision: number; title: string } | null;
};

/** `/feed.json`, as far as it is compared. */
export type FeedFile = { items: { title: string; _tocsin: { id: string } }[] };

/** `/misp/manifest.json`, likewise. */
export type ManifestFile = Record<string, { info: string; Tag: { name: string }[] }>;

/** `/stix/bundle`, likewise. */
export type BundleFile = {
  objects: {
    name?: string;
    revoked?: boolean;
    object_marking_refs?: string[];
    extensions?: Record<string, { item_id?: string }>;
  }[];
};
export type FeedAnswer = { feed: { events: FeedEventAnswer[]; endCursor: string; hasMore: boolean } };

/** An event as the oracle says it. */
export function plainEvent({ change, at, itemId, item }: FeedEventAnswer): string {
  const what = itemId === null ? "" : ` ${itemId}`;
  const shown = item === null ? "" : ` r${item.revision} ${item.status} ${item.title.split(" ").at(-1)}`;
  return `${change} ${at}${what}${shown}`;
}
