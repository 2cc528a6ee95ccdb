import type { AdoptionLevel, Deviation, Evidence } from "../domain/adoptions.ts";
import type { Audience } from "../domain/label.ts";
import type { Key } from "../domain/policy.ts";
import type { Tlp } from "../domain/tlp.ts";
import type { Words } from "./sqlite/columns.ts";

/** One place of the matrix: the organisation, the version that it declared for, the place of its level in the list, and until when it holds. */
export type Cell = readonly [organizationId: string, version: number, level: number, validUntil: string | null];

/** The tables of the register of adoptions. */
export function defineAdoptionTables({ table, index, uniqueIndex, primaryKey, text, integer, json }: Words) {
  const instant = text;
  return {
    /** What organisations declare of versions of practices, as it is now. */
    adoptions: table(
      "adoptions",
      {
        id: text("id").primaryKey(),
        itemId: text("item_id").notNull(),
        version: integer("version").notNull(),
        organizationId: text("organization_id").notNull(),
        accountId: text("account_id").notNull(),
        level: text("level").$type<AdoptionLevel>().notNull(),
        clauses: json("clauses").$type<readonly string[] | null>(),
        deviations: json("deviations").$type<readonly Deviation[]>().notNull(),
        evidence: json("evidence").$type<readonly Evidence[]>().notNull(),
        validUntil: instant("valid_until"),
        note: text("note"),
        tlp: text("tlp").$type<Tlp>().notNull(),
        audience: json("audience").$type<Audience>().notNull(),
        keys: json("keys").$type<readonly Key[]>().notNull(),
        declaredAt: instant("declared_at").notNull(),
        at: instant("at").notNull(),
      },
      (t) => [
        uniqueIndex("adoptions_declared").on(t.itemId, t.version, t.organizationId),
        index("adoptions_organization").on(t.organizationId, t.at),
        index("adoptions_at").on(t.at, t.id),
      ],
    ),
    /** The matrix, stored narrow: all that one key opens of one practice in one row, so that a viewer reads a row a key and practice. */
    adoptionCells: table(
      "adoption_cells",
      {
        key: text("key").$type<Key>().notNull(),
        itemId: text("item_id").notNull(),
        cells: json("cells").$type<readonly Cell[]>().notNull(),
      },
      (t) => [primaryKey({ columns: [t.key, t.itemId] })],
    ),
  };
}
