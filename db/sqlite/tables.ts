import { defineTables } from "../tables.ts";
import { sqliteWords } from "./columns.ts";

const tables = defineTables(sqliteWords);

export const {
  forum,
  organizations,
  accounts,
  tokens,
  groups,
  memberships,
  clients,
  items,
  revisions,
  itemKeys,
  relations,
  relays,
  sightings,
  answers,
  sources,
  sourceObjects,
  log,
  logKeys,
  idempotency,
  audit,
} = tables;
export { tables };
