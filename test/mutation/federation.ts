import type { Mutation } from "./mutation.ts";

const streams = (harm: string, find: string, replace: string): Mutation => ({
  file: "domain/federation/streams.ts",
  find,
  replace,
  harm,
});
const policy = (harm: string, find: string, replace: string): Mutation => ({
  file: "domain/policy.ts",
  find,
  replace,
  harm,
});

/** What goes to which other forum, and who is told how that goes. */
export const federationMutations: readonly Mutation[] = [
  policy("members are told how it goes with peers", `return member?.role === "STEWARD";`, `return member !== null;`),
  policy("nobody is told how it goes with peers", `return member?.role === "STEWARD";`, `return false;`),
  streams(
    "a peer that is paused follows on",
    `if (state !== "AGREED" || !sends(agreement)) return [];`,
    `if (!sends(agreement)) return [];`,
  ),
  streams(
    "a peer to which nothing is sent follows",
    `if (state !== "AGREED" || !sends(agreement)) return [];`,
    `if (state !== "AGREED") return [];`,
  ),
  streams("a peer is sent nothing that names somebody there", `    streamTo(forumId),\n`, ``),
  streams("TLP:CLEAR goes against the agreement", `labels.includes("CLEAR") ? (["public"]`, `true ? (["public"]`),
  streams("TLP:CLEAR goes to no peer", `labels.includes("CLEAR") ? (["public"]`, `false ? (["public"]`),
  streams(
    "TLP:GREEN goes to a community that is not ours",
    `labels.includes("GREEN") && community ?`,
    `labels.includes("GREEN") ?`,
  ),
  streams(
    "TLP:GREEN goes against the labels of the agreement",
    `labels.includes("GREEN") && community ?`,
    `community ?`,
  ),
  // That a draft is for no stream is said twice: no draft has a key that a stream asks for.
  streams("nothing is for the public", `return status !== "DRAFT" && keys.includes("public");`, `return false;`),
  streams(
    "everything is for the public",
    `return status !== "DRAFT" && keys.includes("public");`,
    `return status !== "DRAFT";`,
  ),
  streams(
    "everything is for the community",
    `return item.status !== "DRAFT" && item.keys.includes("community") && !isForPublic(item);`,
    `return item.status !== "DRAFT" && !isForPublic(item);`,
  ),
  streams(
    "what is public goes by the community too",
    `item.keys.includes("community") && !isForPublic(item);`,
    `(item.keys.includes("community") || item.keys.includes("public"));`,
  ),
  streams(
    "a group that is not in the agreement reaches a peer",
    `agreement.groups.includes(id) && held.has(groupKey(id))`,
    `held.has(groupKey(id))`,
  ),
  streams(
    "a group reaches a peer with everything",
    `agreement.groups.includes(id) && held.has(groupKey(id))`,
    `agreement.groups.includes(id)`,
  ),
  streams(
    "an organisation of a peer is named for nothing",
    `held.has(orgKey(id)) || byGroup(groupIds)`,
    `byGroup(groupIds)`,
  ),
  streams("groups do not reach peers", `held.has(orgKey(id)) || byGroup(groupIds)`, `held.has(orgKey(id))`),
  streams("every organisation of a peer is named", `held.has(orgKey(id)) || byGroup(groupIds)`, `true`),
  streams(
    "every account of a peer is named",
    `accountIds.filter((id) => held.has(accountKey(id))).sort()`,
    `[...accountIds].sort()`,
  ),
  streams("no account of a peer is named", `accountIds.filter((id) => held.has(accountKey(id))).sort()`, `[]`),
  streams(
    "a paused peer is sent what names somebody",
    `if (state !== "AGREED") return "The exchange`,
    `if (false) return "The exchange`,
  ),
  streams("what names somebody is sent where nothing is", `if (!sends(agreement)) return "By`, `if (false) return "By`),
  streams(
    "labels of the agreement are nothing to what names somebody",
    `if (!agreement.labels.includes(tlp)) return`,
    `if (false) return`,
  ),
  streams(
    "what is public goes by name, too",
    `if (isForPublic(item)) return "It goes by the stream of what is public.";`,
    ``,
  ),
  streams("nobody has to be named", `if (organizationIds.length + accountIds.length > 0) return null;`, `return null;`),
  streams("nothing is sent by name", `if (organizationIds.length + accountIds.length > 0) return null;`, ``),
  streams(
    "what names somebody is passed on",
    `return stream === "community" && route.length < hops;`,
    `return route.length < hops;`,
  ),
  streams(
    "the community is passed on for ever",
    `return stream === "community" && route.length < hops;`,
    `return stream === "community";`,
  ),
  streams("the community goes one forum too far", `route.length < hops`, `route.length <= hops`),
  streams("nothing public is passed on", `  if (stream === "public") return true;\n`, ``),
];
