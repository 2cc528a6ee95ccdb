import { openDialect } from "../../db/open.ts";
import type { Cell } from "../../db/adoption-tables.ts";
import { insertRows } from "../../db/insert-rows.ts";
import { openStore } from "../../db/store.ts";
import type { Tables } from "../../db/tables.ts";
import { adoptionLevels } from "../../domain/adoptions.ts";
import { newId } from "../../domain/ids.ts";
import { noAudience } from "../../domain/label.ts";
import { parseContent } from "../../domain/parse.ts";
import type { Key } from "../../domain/policy.ts";
import { groupKey, orgKey, sectorKey } from "../../domain/policy.ts";
import { sectors } from "../../domain/vocabulary.ts";
import type { Person } from "../support/small-forum.ts";
import { range } from "../support/small-forum.ts";
import type { Bench, Measure } from "./bench.ts";
import { startServer } from "./bench.ts";
import { randomOf } from "./content.ts";
import type { Figure } from "./figures.ts";
import { spread, timesMs } from "./figures.ts";
import { HttpCaller } from "./http-caller.ts";

const practiceCount = 300;
const organizationCount = 500;
const turns = 40;

const query = `query ($first: Int) { adoptionMatrix(first: $first) { organizations { id name } counts { standing count }
  rows { practice { id title tlp } version standings counts { standing count } } } }`;

type Sown = { readonly itemIds: readonly string[]; readonly declared: number };

/** The register full: every organisation has declared something of every practice, half of it for fewer than the whole community. */
export const measureMatrix: Measure = async (bench) => {
  const { ground, url, seeded } = bench;
  const { itemIds, declared } = await sow(bench);
  const [member] = seeded.people;
  if (member === undefined) throw new Error("there are no people");
  const figures: Figure[] = [];
  const size = `${itemIds.length} practices × ${organizationCount} organisations (${declared} declarations)`;
  {
    await using store = await openStore(url);
    const { adoptions } = store.as(member.viewer);
    const whole = () => adoptions.matrix({ first: practiceCount, filter: {} });
    const seen = (await whole()).rows.edges.flatMap(({ node }) => node.standings.filter((one) => one !== null)).length;
    console.log(`${ground.kind}: a member sees ${seen} of ${declared} declarations`);
    figures.push(spread(ground.kind, `in process: matrix, ${size}, a member`, "ms", await timesMs(turns, whole)));
  }
  await using server = await startServer(url);
  using caller = new HttpCaller(server.url, 1);
  for (const first of [practiceCount, 50]) {
    const times = await timesMs(turns, () => caller.ask(query, { first }, member.token));
    figures.push(
      spread(ground.kind, `over HTTP: matrix, ${first} practices × ${organizationCount}, a member`, "ms", times),
    );
  }
  return figures;
};

/** Writes the practices through the store, and the declarations as `declareAdoption` files them. */
async function sow({ url, seeded }: Bench): Promise<Sown> {
  const [author] = seeded.people;
  if (author === undefined) throw new Error("there are no people");
  const itemIds = await proposePractices(url, author, seeded.circles.groups[0] ?? "");
  await using dialect = await openDialect(url);
  const at = new Date().toISOString();
  const organizations = range(organizationCount).map((place) => ({
    id: newId("organization"),
    name: `Adopter ${place}`,
    sector: sectors[place % 4] ?? "COMPANY",
    country: null,
    suspendedAt: null,
    createdAt: at,
  }));
  const random = randomOf(11);
  const adoptions: Tables["adoptions"]["$inferInsert"][] = [];
  const cells = new Map<string, { key: Key; itemId: string; cells: Cell[] }>();
  const groups = seeded.circles.groups;
  for (const itemId of itemIds) {
    for (const { id: organizationId, sector } of organizations) {
      const luck = random();
      const group = groups[Math.floor(random() * groups.length)] ?? "";
      const wide: Key = luck < 0.5 ? "community" : luck < 0.75 ? groupKey(group) : sectorKey(sector);
      const level = Math.floor(random() * adoptionLevels.length);
      const validUntil = random() < 0.3 ? new Date(Date.now() + (random() - 0.3) * 1e10).toISOString() : null;
      const keys = [orgKey(organizationId), wide];
      adoptions.push({
        id: newId("adoption"),
        itemId,
        version: 1,
        organizationId,
        accountId: author.accountId,
        level: adoptionLevels[level] ?? "FULL",
        clauses: null,
        deviations: [],
        evidence: [],
        validUntil,
        note: null,
        tlp: wide === "community" ? "GREEN" : "AMBER",
        audience: noAudience,
        keys,
        declaredAt: at,
        at,
      });
      for (const key of keys) {
        const row = cells.get(`${key} ${itemId}`) ?? { key, itemId, cells: [] };
        row.cells.push([organizationId, 1, level, validUntil]);
        cells.set(`${key} ${itemId}`, row);
      }
    }
  }
  const transaction = await dialect.begin();
  await insertRows<"organizations">(transaction.db, dialect.tables.organizations, organizations);
  await insertRows<"adoptions">(transaction.db, dialect.tables.adoptions, adoptions);
  await insertRows<"subjectKeys">(
    transaction.db,
    dialect.tables.subjectKeys,
    adoptions.flatMap(({ id, itemId, keys }) => keys.map((key) => ({ subjectId: id, key, itemId, within: null }))),
  );
  await insertRows<"adoptionCells">(transaction.db, dialect.tables.adoptionCells, [...cells.values()]);
  await transaction.commit();
  return { itemIds, declared: adoptions.length };
}

/** Practices that a group works on: each has a version that can be adopted. */
async function proposePractices(url: string, author: Person, groupId: string): Promise<string[]> {
  await using store = await openStore(url);
  const propose = async (at: number): Promise<string> => {
    const clauses = [{ level: "MUST", text: "Rotate." }];
    const fields = {
      title: `Practice ${at}`,
      summary: "In short.",
      riskCategories: ["CYBER"],
      severity: "LOW",
      clauses,
    };
    const item = {
      content: parseContent("PRACTICE", fields, "input.practice"),
      label: { tlp: at % 2 === 0 ? "GREEN" : "CLEAR", audience: noAudience, attribution: "ORGANIZATION" },
      relations: [],
      path: "input.practice",
    } as const;
    const { itemId } = await store.commit(author.viewer, "publish", { item, idempotencyKey: null });
    await store.commit(author.viewer, "proposePractice", { itemId, groupId, idempotencyKey: null });
    return itemId;
  };
  return await Promise.all(range(practiceCount).map(propose));
}
