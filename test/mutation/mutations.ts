import { arrivalMutations } from "./arrivals.ts";
import { exchangeMutations } from "./exchange.ts";
import { federationMutations } from "./federation.ts";
import type { Mutation } from "./mutation.ts";
import { proceedingsMutations } from "./proceedings.ts";

const policy = (harm: string, find: string, replace: string): Mutation => ({
  file: "domain/policy.ts",
  find,
  replace,
  harm,
});
const roles = (harm: string, find: string, replace: string): Mutation => ({
  file: "domain/command-roles.ts",
  find,
  replace,
  harm,
});
const visible = (harm: string, find: string, replace: string): Mutation => ({
  file: "db/visible.ts",
  find,
  replace,
  harm,
});

const commands = {
  CONTRIBUTOR: [
    "publish",
    "revise",
    "withdraw",
    "relay",
    "saveDraft",
    "publishDraft",
    "discardDraft",
    "reportSighting",
    "answerItem",
    "addSource",
    "pauseSource",
    "removeSource",
    "createToken",
    "revokeToken",
  ],
  STEWARD: [
    "addOrganization",
    "updateOrganization",
    "suspendOrganization",
    "addAccount",
    "updateAccount",
    "suspendAccount",
    "addGroup",
    "joinGroup",
    "leaveGroup",
    "addClient",
    "removeClient",
    "addPeer",
    "updatePeer",
    "removePeer",
    "rereadPeer",
    "revokePeerKey",
    "acknowledgeAlarm",
  ],
} as const;

export const mutations: readonly Mutation[] = [
  // To which keys an item is addressed.
  policy(
    "the author of a RED item loses it",
    `if (item.tlp === "RED") add(...authors);`,
    `if (item.tlp === "RED") add();`,
  ),
  policy(
    "a RED item goes to its origin",
    `if (item.tlp === "RED") add(...authors);`,
    `if (item.tlp === "RED") add(...authors, orgKey(item.originId));`,
  ),
  policy("RED is treated as any other label", `if (item.tlp === "RED") add`, `if (item.tlp !== "RED") add`),
  policy("a draft goes to all of its organisation", `add(draftsKey(item.originId))`, `add(orgKey(item.originId))`),
  policy("a draft is seen by nobody", `add(draftsKey(item.originId))`, `add()`),
  policy(
    "a draft is a published item",
    `else if (item.status === "DRAFT") add`,
    `else if (item.status !== "DRAFT") add`,
  ),
  policy("the origin does not see its own item", `else add(orgKey(item.originId));`, `else add();`),
  policy("a draft goes to its audience", `if (item.status === "DRAFT") return [...keys];`, ``),
  policy(
    "nothing goes to its audience but drafts",
    `if (item.status === "DRAFT") return [...keys];`,
    `if (item.status !== "DRAFT") return [...keys];`,
  ),
  policy("RED reaches nobody who is named", `add(...accounts.map(accountKey));`, `add();`),
  policy("RED goes to circles", `add(...accounts.map(accountKey));`, `add("community");`),
  policy("AMBER reaches nobody", `case "AMBER":\n      add(...circles);`, `case "AMBER":\n      add();`),
  policy(
    "AMBER goes to the community",
    `case "AMBER":\n      add(...circles);`,
    `case "AMBER":\n      add("community");`,
  ),
  policy(
    "AMBER+STRICT goes nowhere",
    `case "AMBER_STRICT":\n    case "AMBER":`,
    `case "AMBER_STRICT":\n      break;\n    case "AMBER":`,
  ),
  policy("organisations are not reached", `...organizations.map(orgKey), ...groups`, `...groups`),
  policy("groups are not reached", `...groups.map(groupKey), ...sectors`, `...sectors`),
  policy("sectors are not reached", `, ...sectors.map(sectorKey)];`, `];`),
  policy(
    "a narrower GREEN goes to the community",
    `if (circles.length > 0) add(...circles);\n      else add("community");`,
    `add("community");`,
  ),
  policy("GREEN does not reach the community", `else add("community");`, `else add();`),
  policy(
    "a narrower GREEN goes to the community too",
    `if (circles.length > 0) add(...circles);`,
    `if (circles.length > 0) add(...circles, "community");`,
  ),
  policy("GREEN goes to the public", `else add("community");`, `else add("public");`),
  policy("CLEAR is not public", `add("public");`, `add("community");`),
  // Which keys a viewer holds.
  policy("visitors are in the community", `new Set<Key>(["public"])`, `new Set<Key>(["public", "community"])`),
  policy("visitors see nothing", `new Set<Key>(["public"])`, `new Set<Key>([])`),
  policy(
    "persons are not themselves",
    `[...circleKeys(member), accountKey(member.accountId)]`,
    `[...circleKeys(member)]`,
  ),
  policy("readers see drafts", `if (mayContribute(member.role)) keys.push`, `keys.push`),
  policy(
    "contributors do not see drafts",
    `if (mayContribute(member.role)) keys.push`,
    `if (!mayContribute(member.role)) keys.push`,
  ),
  policy("members do not see what is public", `return [\n    "public",`, `return [`),
  policy("members are not in the community", `"public",\n    "community",`, `"public",`),
  policy("members are not in their organisation", `    orgKey(circle.organizationId),\n`, ``),
  policy("members are not in their sector", `    sectorKey(circle.sector),\n`, ``),
  policy("members are not in their groups", `    ...circle.groupIds.map(groupKey),\n`, ``),
  policy(
    "clients have nothing of it",
    `    ...circle.providerIds.map((providerId) => clientKey(providerId, circle.organizationId)),\n`,
    ``,
  ),
  policy(
    "clients and providers are confused",
    `clientKey(providerId, circle.organizationId)`,
    `clientKey(circle.organizationId, providerId)`,
  ),
  // The one rule.
  policy(
    "everybody sees everything",
    `if (ring.has(key)) return true;\n  return false;`,
    `if (ring.has(key)) return true;\n  return true;`,
  ),
  policy("nobody sees anything", `if (ring.has(key)) return true;`, `if (ring.has(key)) return false;`),
  policy("whoever lacks a key sees it", `if (ring.has(key)) return true;`, `if (!ring.has(key)) return true;`),
  // Who counts as origin, and what is shown of it.
  policy(
    "everybody is the origin",
    `return member !== null && member.organizationId === originId;`,
    `return member !== null;`,
  ),
  policy("nobody is the origin", `return member !== null && member.organizationId === originId;`, `return false;`),
  policy("others are the origin", `member.organizationId === originId;`, `member.organizationId !== originId;`),
  policy("the origin does not see through SECTOR", `organization: through || item`, `organization: item`),
  policy(
    "the organisation is always shown",
    `organization: through || item.attribution === "ORGANIZATION",`,
    `organization: true,`,
  ),
  policy(
    "the organisation is shown for SECTOR",
    `item.attribution === "ORGANIZATION"`,
    `item.attribution !== "ANONYMOUS"`,
  ),
  policy("the origin does not see through ANONYMOUS", `sector: through || item`, `sector: item`),
  policy("the sector is always shown", `sector: through || item.attribution !== "ANONYMOUS",`, `sector: true,`),
  policy(
    "the sector is withheld for SECTOR",
    `sector: through || item.attribution !== "ANONYMOUS",`,
    `sector: through || item.attribution === "ORGANIZATION",`,
  ),
  // Tokens.
  policy(
    "anybody makes a token for anybody",
    `return actor === "operator" || actor.accountId === accountId;`,
    `return true;`,
  ),
  policy(
    "the operator makes no tokens",
    `return actor === "operator" || actor.accountId === accountId;`,
    `return actor !== "operator" && actor.accountId === accountId;`,
  ),
  policy(
    "nobody makes a token for itself",
    `return actor === "operator" || actor.accountId === accountId;`,
    `return actor === "operator";`,
  ),
  policy("anybody ends anybody's token", `actor.accountId === accountId || actor.role === "STEWARD";`, `true;`),
  policy(
    "stewards end no tokens",
    `actor.accountId === accountId || actor.role === "STEWARD";`,
    `actor.accountId === accountId;`,
  ),
  policy(
    "nobody ends its own token",
    `actor.accountId === accountId || actor.role === "STEWARD";`,
    `actor.role === "STEWARD";`,
  ),
  policy(
    "the operator ends no tokens",
    `return actor === "operator" || actor.accountId === accountId || actor`,
    `return actor !== "operator" && (actor.accountId === accountId) || actor !== "operator" && actor`,
  ),
  // Who admits whom to a group, and what must not be named beside an item.
  policy(
    "stewards admit themselves",
    `return actor === "operator" || actor.organizationId !== organizationId;`,
    `return true;`,
  ),
  policy(
    "stewards admit themselves alone",
    `return actor === "operator" || actor.organizationId !== organizationId;`,
    `return actor === "operator" || actor.organizationId === organizationId;`,
  ),
  policy(
    "the operator admits nobody",
    `return actor === "operator" || actor.organizationId !== organizationId;`,
    `return actor !== "operator" && actor.organizationId !== organizationId;`,
  ),
  policy(
    "a report betrays the origin",
    `return organizationId === item.originId && !shownOrigin(item, member).organization;`,
    `return false;`,
  ),
  policy(
    "reports name nobody",
    `return organizationId === item.originId && !shownOrigin(item, member).organization;`,
    `return !shownOrigin(item, member).organization;`,
  ),
  policy(
    "the origin's reports do not name it where it is shown",
    `return organizationId === item.originId && !shownOrigin(item, member).organization;`,
    `return organizationId === item.originId;`,
  ),
  // Who changes things.
  policy("readers contribute", `return role !== "READER";`, `return true;`),
  policy("stewards do not contribute", `return role !== "READER";`, `return role === "CONTRIBUTOR";`),
  policy("only readers contribute", `return role !== "READER";`, `return role === "READER";`),
  policy(
    "recipients change items",
    `return mayContribute(member.role) && isOrigin(item.originId, member);`,
    `return mayContribute(member.role);`,
  ),
  policy(
    "readers of the origin change items",
    `return mayContribute(member.role) && isOrigin(item.originId, member);`,
    `return isOrigin(item.originId, member);`,
  ),
  policy(
    "nobody changes anything",
    `return mayContribute(member.role) && isOrigin(item.originId, member);`,
    `return false;`,
  ),
  // Who passes things on.
  policy(
    "drafts and withdrawn items are passed on",
    `item.status === "PUBLISHED" ? labelRules[item.tlp].relay : "NOBODY"`,
    `labelRules[item.tlp].relay`,
  ),
  policy("nothing is passed on", `item.status === "PUBLISHED" ? labelRules[item.tlp].relay : "NOBODY"`, `"NOBODY"`),
  policy(
    "everything is passed on to anyone",
    `item.status === "PUBLISHED" ? labelRules[item.tlp].relay : "NOBODY"`,
    `"ANYONE"`,
  ),
  policy(
    "a relay tells anybody who else is named",
    `isOrigin(item.originId, member) || (organizationId === item.originId && shownOrigin(item, member).organization)`,
    `true`,
  ),
  policy(
    "a relay tells where an item comes from",
    `(organizationId === item.originId && shownOrigin(item, member).organization)`,
    `organizationId === item.originId`,
  ),
  policy(
    "a relay to whom the origin knows to have it is refused",
    `isOrigin(item.originId, member) || (organizationId === item.originId && shownOrigin(item, member).organization)`,
    `organizationId === item.originId && shownOrigin(item, member).organization`,
  ),
  policy(
    "a relay back to the origin is refused",
    `isOrigin(item.originId, member) || (organizationId === item.originId && shownOrigin(item, member).organization)`,
    `isOrigin(item.originId, member)`,
  ),
  policy(
    "RED is passed on",
    `return null;\n    case "OWN_ORGANIZATION":`,
    `return orgKey(target.id);\n    case "OWN_ORGANIZATION":`,
  ),
  policy("AMBER+STRICT leaves the organisation", `return own ? orgKey(target.id) : null;`, `return orgKey(target.id);`),
  policy("AMBER+STRICT does not reach the own organisation", `return own ? orgKey(target.id) : null;`, `return null;`),
  policy(
    "AMBER+STRICT goes to others alone",
    `const own = target.id === member.organizationId;`,
    `const own = target.id !== member.organizationId;`,
  ),
  policy("AMBER does not reach the own organisation", `if (own) return orgKey(target.id);`, ``),
  policy("AMBER goes to anybody", `if (own) return orgKey(target.id);`, `return orgKey(target.id);`),
  policy(
    "AMBER goes to those who are no clients",
    `return target.isClient ? clientKey(member.organizationId, target.id) : null;`,
    `return clientKey(member.organizationId, target.id);`,
  ),
  policy(
    "AMBER does not go to clients",
    `return target.isClient ? clientKey(member.organizationId, target.id) : null;`,
    `return null;`,
  ),
  policy(
    "what a client got outlives the relation",
    `return target.isClient ? clientKey(member.organizationId, target.id) : null;`,
    `return target.isClient ? orgKey(target.id) : null;`,
  ),
  policy(
    "GREEN is not passed on",
    `return target.isOutside ? null : orgKey(target.id);\n    case "ANYONE":`,
    `return null;\n    case "ANYONE":`,
  ),
  policy(
    "GREEN leaves the community",
    `return target.isOutside ? null : orgKey(target.id);\n    case "ANYONE":`,
    `return orgKey(target.id);\n    case "ANYONE":`,
  ),
  policy(
    "CLEAR is not passed on",
    `case "ANYONE":\n      return orgKey(target.id);`,
    `case "ANYONE":\n      return null;`,
  ),
  // Who gives which command.
  ...commands.CONTRIBUTOR.flatMap((type) => [
    roles(`readers may ${type}`, `  ${type}: "CONTRIBUTOR",`, `  ${type}: "READER",`),
    roles(`contributors may not ${type}`, `  ${type}: "CONTRIBUTOR",`, `  ${type}: "STEWARD",`),
  ]),
  ...commands.STEWARD.map((type) =>
    roles(`contributors may ${type}`, `  ${type}: "STEWARD",`, `  ${type}: "CONTRIBUTOR",`),
  ),
  roles("the operator publishes", `leastRole[type] === "STEWARD" || type.endsWith("Token")`, `true`),
  roles(
    "the operator does not administer",
    `leastRole[type] === "STEWARD" || type.endsWith("Token")`,
    `type.endsWith("Token")`,
  ),
  roles(
    "the operator has no tokens to give",
    `leastRole[type] === "STEWARD" || type.endsWith("Token")`,
    `leastRole[type] === "STEWARD"`,
  ),
  roles("the operator is refused", `if (operatorCommands.has(type)) return;`, ``),
  roles("the operator may do anything", `if (operatorCommands.has(type)) return;`, `return;`),
  roles(
    "a visitor is not told to sign in",
    `throw new ForumError("UNAUTHENTICATED", "Sign`,
    `throw new ForumError("FORBIDDEN", "Sign`,
  ),
  roles("a role is never enough", `if (rank[actor.role] >= rank[least]) return;`, ``),
  roles("every role is enough", `if (rank[actor.role] >= rank[least]) return;`, `return;`),
  roles("the lower the role, the more it may", `rank[actor.role] >= rank[least]`, `rank[actor.role] <= rank[least]`),
  roles("exactly the role is needed", `rank[actor.role] >= rank[least]`, `rank[actor.role] === rank[least]`),
  roles(
    "roles have no order",
    `{ READER: 0, CONTRIBUTOR: 1, STEWARD: 2 }`,
    `{ READER: 1, CONTRIBUTOR: 1, STEWARD: 2 }`,
  ),
  roles(
    "stewards are no more than contributors",
    `{ READER: 0, CONTRIBUTOR: 1, STEWARD: 2 }`,
    `{ READER: 0, CONTRIBUTOR: 1, STEWARD: 1 }`,
  ),

  // The same rule as SQL.
  visible(
    "an item is visible under every key",
    "${k.category} = ${anyCategory} AND ${k.key} IN (${listOf(ring)}))`",
    "${k.category} = ${anyCategory})`",
  ),
  visible(
    "an item is visible under the keys that are not held",
    "WHERE ${k.itemId} = ${itemId} AND ${k.category} = ${anyCategory} AND ${k.key} IN (",
    "WHERE ${k.itemId} = ${itemId} AND ${k.category} = ${anyCategory} AND ${k.key} NOT IN (",
  ),
  visible(
    "whatever is visible makes an item visible",
    "WHERE ${k.itemId} = ${itemId} AND ${k.category} = ${anyCategory}",
    "WHERE ${k.category} = ${anyCategory}",
  ),
  visible(
    "an item is visible if it is not",
    "return sql`EXISTS (SELECT 1 FROM ${k}",
    "return sql`NOT EXISTS (SELECT 1 FROM ${k}",
  ),
  visible(
    "lists of ids take every key",
    "WHERE ${k.key} IN (${listOf(ring)}) AND ${k.category} IN",
    "WHERE ${k.category} IN",
  ),
  visible(
    "lists of ids take the keys that are not held",
    "WHERE ${k.key} IN (${listOf(ring)}) AND ${k.category} IN",
    "WHERE ${k.key} NOT IN (${listOf(ring)}) AND ${k.category} IN",
  ),
  visible("lists of ids take every category", " AND ${k.category} IN (${listOf(categories)})", ""),
  visible("lists of ids take every status", " AND ${k.status} IN (${listOf(statuses)})", ""),
  visible("items are counted once a key", "SELECT DISTINCT ${k.itemId} FROM ${k}", "SELECT ${k.itemId} FROM ${k}"),
  visible(
    "no category is every category",
    "if (categories.length === 0 || statuses.length === 0) return sql`SELECT ${k.itemId} FROM ${k} WHERE false`;",
    "if (categories.length === 0 || statuses.length === 0) return sql`SELECT ${k.itemId} FROM ${k}`;",
  ),
  visible("pages take every key", "WHERE ${k.key} = ${key} AND ${k.category} =", "WHERE ${k.category} ="),
  visible(
    "pages take the other keys",
    "WHERE ${k.key} = ${key} AND ${k.category} =",
    "WHERE ${k.key} <> ${key} AND ${k.category} =",
  ),
  visible(
    "pages take every category",
    " AND ${k.category} = ${category} AND ${k.status} = ${status}",
    " AND ${k.status} = ${status}",
  ),
  policy("anybody tends any organisation's sources", `return ring.has(draftsKey(organizationId));`, `return true;`),
  policy(
    "a MISP feed holds what is for named persons",
    `labelRules[tlp].relay !== "NOBODY");`,
    `labelRules[tlp].relay !== undefined);`,
  ),
  policy(
    "a MISP feed holds no more than what is public",
    `labelRules[tlp].relay !== "NOBODY");`,
    `labelRules[tlp].relay === "ANYONE");`,
  ),
  visible("pages take every status", " AND ${k.status} = ${status} AND ${bounds}", " AND ${bounds}"),
  visible("pages have no beginning", " AND ${bounds}", ""),
  visible(
    "pages are not in order",
    "ORDER BY ${orderBy} LIMIT ${limit}) AS one_range`,\n      ),",
    "LIMIT ${limit}) AS one_range`,\n      ),",
  ),
  visible("pages forget the filter", "FROM ${k} ${filtered}", "FROM ${k}"),
  visible("the filter is turned round", "where === null ? sql`` : sql`JOIN", "where !== null ? sql`` : sql`JOIN"),
  visible(
    "pages look at one key alone",
    "const ranges = [...ring].flatMap((key) =>\n    categories",
    "const ranges = [...ring].slice(0, 1).flatMap((key) =>\n    categories",
  ),
  visible(
    "what hangs on an item is seen without it",
    "(${s.itemId} IS NULL OR ${isVisible(tables, ring, s.itemId)})",
    "true",
  ),
  visible("what hangs on an item is seen by everybody who sees it", "AND ${s.key} IN (${listOf(ring)})", ""),
  visible(
    "a circle within a group reaches beyond it",
    "AND (${s.within} IS NULL OR ${s.within} IN (${listOf(ring)}))",
    "",
  ),
  policy("a circle within a group reaches beyond it", "(within === null || ring.has(within)) && ", ""),
  policy("what hangs on an item is seen without it", " && (itemKeys === null || maySee(itemKeys, ring))", ""),
  policy(
    "what hangs on an item is seen by everybody who sees it",
    "return maySee(keys, ring) && (within",
    "return (within",
  ),
  // Which entries a feed looks at is no decision: domain/feed.ts decides of each again. It must miss none and repeat none.
  visible(
    "the matrix counts every declaration",
    "WHERE ${c.key} IN (${listOf(ring)}) AND ${c.itemId} IN",
    "WHERE ${c.itemId} IN",
  ),
  visible("the matrix shows hidden practices", " AND ${isVisible(tables, ring, c.itemId)}", ""),
  visible("what arrived is looked for under one key alone", ": all.map((key) =>", ": all.slice(0, 1).map((key) =>"),
  visible(
    "what a group had before one joined never arrives",
    `named("joined", joined).map(`,
    `named("joined", 0).map(`,
  ),
  visible("feeds look at one key alone", "const ranges = [...keys].map(", "const ranges = [...keys].slice(0, 1).map("),
  visible("feeds repeat their last event", "${l.position} > ${after}", "${l.position} >= ${after}"),
  visible(
    "feeds miss their newest event",
    "> ${after} AND ${l.position} <= ${until}",
    "> ${after} AND ${l.position} < ${until}",
  ),
  ...arrivalMutations,
  ...federationMutations,
  ...exchangeMutations,
  ...proceedingsMutations,
];
