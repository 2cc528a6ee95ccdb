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
  subjectKeys,
  log,
  logKeys,
  timers,
  workingGroups,
  charters,
  signOns,
  groupHistory,
  groupRoles,
  admissions,
  threads,
  posts,
  postVersions,
  groupLooks,
  meetings,
  attendance,
  idempotency,
  audit,
} = tables;
export { tables };
