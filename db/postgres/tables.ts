import { defineTables } from "../tables.ts";
import { postgresWords } from "./columns.ts";

const tables = defineTables(postgresWords);

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
