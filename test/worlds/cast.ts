/** The people and the items of the surfaces table, and by hand who may see what of them. */
import type { Store } from "../../db/store.ts";
import type { Role, Sector } from "../../domain/vocabulary.ts";
import type { Where } from "../support/graphql-client.ts";
import { ask } from "../support/graphql-client.ts";

export const viewers = [
  "visitor",
  "author",
  "colleague",
  "reader of the origin",
  "named",
  "member",
  "sectoral",
  "client",
  "person",
  "other",
  "steward",
  "suspended",
  "revoked",
] as const;
export type ViewerName = (typeof viewers)[number];

const homes: Readonly<Record<Exclude<ViewerName, "visitor">, string>> = {
  author: "Origin",
  colleague: "Origin",
  "reader of the origin": "Origin",
  named: "Named",
  member: "Elsewhere",
  sectoral: "University",
  client: "Client",
  person: "Bureau",
  other: "Other",
  steward: "Secretariat",
  suspended: "Named",
  revoked: "Named",
};
const sectors: Readonly<Record<string, Sector>> = {
  University: "ACADEMIA",
  Bureau: "GOVERNMENT",
  Other: "CIVIL_SOCIETY",
};
const roles: Partial<Record<ViewerName, Role>> = { "reader of the origin": "READER", steward: "STEWARD" };

export type Cast = {
  readonly organizations: Readonly<Record<string, string>>;
  readonly accounts: Readonly<Record<string, string>>;
  readonly tokens: Readonly<Record<string, { readonly id: string; readonly token: string }>>;
  readonly group: string;
};

const operator = { kind: "operator" } as const;

export async function gather(store: Store): Promise<Cast> {
  const organizations: Record<string, string> = {};
  const accounts: Record<string, string> = {};
  const tokens: Record<string, { id: string; token: string }> = {};
  for (const name of new Set(Object.values(homes))) {
    const sector = sectors[name] ?? "COMPANY";
    organizations[name] = (await store.commit(operator, "addOrganization", { name, sector, country: null })).id;
  }
  for (const [name, home] of Object.entries(homes)) {
    const { id: accountId } = await store.commit(operator, "addAccount", {
      organizationId: organizations[home] ?? "",
      name,
      email: `${name.replaceAll(" ", "-")}@example.org`,
      role: Object.entries(roles).find(([one]) => one === name)?.[1] ?? "CONTRIBUTOR",
      listed: true,
    });
    accounts[name] = accountId;
    tokens[name] = await store.commit(operator, "createToken", { accountId, name: null, expiresAt: null });
  }
  const { id: group } = await store.commit(operator, "addGroup", { name: "Circle", description: null });
  const { Named: providerId = "", Client: clientId = "" } = organizations;
  await store.commit(operator, "joinGroup", { groupId: group, member: { accountId: accounts["member"] ?? "" } });
  await store.commit(operator, "addClient", { providerId, clientId });
  return { organizations, accounts, tokens, group };
}

/** Two of the cast lose their access before anything is shared. */
export async function shutOut(store: Store, { accounts, tokens }: Cast): Promise<void> {
  await store.commit(operator, "suspendAccount", { accountId: accounts["suspended"] ?? "", suspended: true });
  await store.commit(operator, "revokeToken", { tokenId: tokens["revoked"]?.id ?? "" });
}

const origin = ["author", "colleague", "reader of the origin"] as const;
const members = [
  "author",
  "colleague",
  "reader of the origin",
  "named",
  "member",
  "sectoral",
  "client",
  "person",
  "other",
  "steward",
] as const;

type Shared = {
  readonly status: "PUBLISHED" | "DRAFT" | "WITHDRAWN";
  readonly label: (cast: Cast) => { tlp: string; audience?: Record<string, readonly (string | undefined)[]> };
  /** Who may see it, by the table of labels. */
  readonly sees: readonly ViewerName[];
  /** Who may have seen this text at an earlier moment, and may have it on a live feed for that. */
  readonly saw?: readonly ViewerName[];
};

const toNamed = ({ organizations }: Cast) => ({ organizations: [organizations["Named"]] });
const toGroup = ({ group }: Cast) => ({ groups: [group] });
const toPerson = ({ accounts }: Cast) => ({ accounts: [accounts["person"]] });

/** What is shared, a row an item. Each text of it holds the item's own canary. */
export const items = {
  red: { status: "PUBLISHED", label: (c) => ({ tlp: "RED", audience: toPerson(c) }), sees: ["author", "person"] },
  strict: {
    status: "PUBLISHED",
    label: (c) => ({ tlp: "AMBER_STRICT", audience: toNamed(c) }),
    sees: [...origin, "named"],
  },
  strictGroup: {
    status: "PUBLISHED",
    label: (c) => ({ tlp: "AMBER_STRICT", audience: toGroup(c) }),
    sees: [...origin, "member"],
  },
  amber: { status: "PUBLISHED", label: (c) => ({ tlp: "AMBER", audience: toNamed(c) }), sees: [...origin, "named"] },
  amberSector: {
    status: "PUBLISHED",
    label: () => ({ tlp: "AMBER", audience: { sectors: ["ACADEMIA"] } }),
    sees: [...origin, "sectoral"],
  },
  relayed: {
    status: "PUBLISHED",
    label: (c) => ({ tlp: "AMBER", audience: toNamed(c) }),
    sees: [...origin, "named", "client"],
  },
  green: { status: "PUBLISHED", label: () => ({ tlp: "GREEN" }), sees: members },
  greenGroup: {
    status: "PUBLISHED",
    label: (c) => ({ tlp: "GREEN", audience: toGroup(c) }),
    sees: [...origin, "member"],
  },
  clear: { status: "PUBLISHED", label: () => ({ tlp: "CLEAR" }), sees: ["visitor", ...members] },
  draft: { status: "DRAFT", label: (c) => ({ tlp: "AMBER", audience: toNamed(c) }), sees: ["author", "colleague"] },
  redDraft: { status: "DRAFT", label: (c) => ({ tlp: "RED", audience: toPerson(c) }), sees: ["author"] },
  withdrawn: {
    status: "WITHDRAWN",
    label: (c) => ({ tlp: "AMBER", audience: toNamed(c) }),
    sees: [...origin, "named"],
  },
  narrowed: {
    status: "PUBLISHED",
    label: (c) => ({ tlp: "AMBER", audience: toGroup(c) }),
    sees: [...origin, "member"],
  },
  toRed: { status: "PUBLISHED", label: (c) => ({ tlp: "RED", audience: toPerson(c) }), sees: ["author", "person"] },
} as const satisfies Record<string, Shared>;
export type ItemName = keyof typeof items;
export const itemNames = Object.keys(items) as ItemName[]; // the keys of the table above

/** First revisions whose text only few may still read: they went to the named organisation. */
export const earlier = {
  narrowed: { sees: origin, saw: [...origin, "named"] },
  toRed: { sees: ["author"], saw: [...origin, "named"] },
} as const satisfies Partial<Record<ItemName, Pick<Shared, "sees" | "saw">>>;
const earlierNames = Object.keys(earlier) as (keyof typeof earlier)[]; // the keys of the table above

/** A text that is found in no other item. */
export type Canary = {
  readonly text: string;
  readonly item: ItemName;
  readonly isEarlier: boolean;
  readonly sees: ReadonlySet<ViewerName>;
  readonly saw: ReadonlySet<ViewerName>;
};

export function hatch(): Canary[] {
  const text = (): string => `canary${crypto.randomUUID().replaceAll("-", "")}`;
  const now = itemNames.map((item): Canary => {
    const sees = new Set<ViewerName>(items[item].sees);
    return { text: text(), item, isEarlier: false, sees, saw: sees };
  });
  const before = earlierNames.map((item): Canary => ({
    text: text(),
    item,
    isEarlier: true,
    sees: new Set<ViewerName>(earlier[item].sees),
    saw: new Set<ViewerName>(earlier[item].saw),
  }));
  return [...now, ...before];
}

export type Ids = Readonly<Record<ItemName, string>>;

/** Shares everything, through the API. The public item speaks of all the others. */
export async function share(app: Where, cast: Cast, canaries: readonly Canary[]): Promise<Ids> {
  const token = (name: ViewerName): string => cast.tokens[name]?.token ?? "";
  const write = async (by: ViewerName, document: string, variables: Record<string, unknown>): Promise<string> => {
    const answer = await ask(app, document, { token: token(by), variables });
    if (answer.errors !== undefined) throw new Error(`${document}: ${JSON.stringify(answer.errors)}`);
    const [field] = Object.values(answer.data ?? {});
    const { id, item }: { id?: string; item?: { id: string } } = Object(field);
    return item?.id ?? id ?? "";
  };
  const canary = (item: ItemName, isEarlier = false): string =>
    canaries.find((one) => one.item === item && one.isEarlier === isEarlier)?.text ?? "";
  const ids: Partial<Record<ItemName, string>> = {};
  const content = (text: string, label: object, relations: readonly object[] = []) => ({
    advisory: {
      title: `About ${text}`,
      summary: `In short ${text}`,
      body: `At length ${text}`,
      recommendedActions: [`Do ${text}`],
      techniques: [`T${text}`.slice(0, 64)],
      affectedSystems: [{ provider: `Provider ${text}` }],
      references: [{ title: `See ${text}` }],
      riskCategories: ["CYBER"],
      severity: "HIGH",
      relations,
      ...label,
    },
  });
  const publish = "mutation ($input: ItemInput!) { publish(input: $input) { item { id } } }";
  const saveDraft = "mutation ($input: ItemInput!) { saveDraft(input: $input) { id } }";
  const revise =
    "mutation ($id: ID!, $input: ItemInput!) { revise(id: $id, expectedRevision: 1, input: $input) { item { id } } }";
  const open = "mutation ($id: ID!, $text: String!) { openThread(item: $id, title: $text, text: $text) { id } }";
  const talk = (id: string, text: string): Promise<string> => write("author", open, { id, text: `Said ${text}` });
  for (const name of itemNames.filter((one) => one !== "clear")) {
    const { status, label } = items[name];
    const hasEarlier = earlierNames.some((one) => one === name);
    const first = hasEarlier
      ? content(canary(name, true), { tlp: "AMBER", audience: toNamed(cast) })
      : content(canary(name), label(cast));
    const id = await write("author", status === "DRAFT" ? saveDraft : publish, { input: first });
    ids[name] = id;
    if (status !== "DRAFT") await talk(id, hasEarlier ? canary(name, true) : canary(name));
    if (hasEarlier) {
      await write("author", revise, { id, input: content(canary(name), label(cast)) });
      await talk(id, canary(name));
    }
    if (status === "WITHDRAWN") {
      const reason = `Wrong ${canary(name)}`;
      await write(
        "author",
        "mutation ($id: ID!, $reason: String!) { withdraw(id: $id, reason: $reason) { item { id } } }",
        { id, reason },
      );
    }
  }
  const all = Object.values(ids).map((item) => ({ type: "RELATED_TO", item }));
  ids.clear = await write("author", publish, { input: content(canary("clear"), { tlp: "CLEAR" }, all) });
  await talk(ids.clear, canary("clear"));
  await write("named", "mutation ($id: ID!, $to: [ID!]!) { relay(id: $id, organizations: $to) { item { id } } }", {
    id: ids.relayed,
    to: [cast.organizations["Client"]],
  });
  const note = `Noted ${canary("amber")}`;
  await write("named", "mutation ($id: ID!, $note: String) { answer(id: $id, state: AFFECTED, note: $note) { id } }", {
    id: ids.amber,
    note,
  });
  await write(
    "named",
    'mutation ($id: ID!, $note: String) { reportSighting(id: $id, count: 1, firstSeen: "2026-11-01T00:00:00Z", note: $note) { id } }',
    { id: ids.amber, note },
  );
  return ids as Ids; // every name was gone through
}
