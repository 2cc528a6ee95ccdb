import type { Mutation } from "./mutation.ts";

const of =
  (file: string) =>
  (harm: string, find: string, replace: string): Mutation => ({ file, find, replace, harm, first: "exchange" });
const streams = of("domain/federation/streams.ts");
const envelopes = of("domain/federation/envelopes.ts");
const homes = of("db/federation/homes.ts");
const wishes = of("db/federation/wishes.ts");
const owed = of("db/federation/owed.ts");
const publisher = of("db/federation/publisher.ts");
const publish = of("db/federation/publish.ts");
const asked = of("db/federation/asked.ts");
const chain = of("db/federation/chain.ts");
const receive = of("db/federation/receive.ts");
const judge = of("db/federation/judge.ts");
const take = of("db/federation/take.ts");
const copies = of("db/federation/copies.ts");
const apply = of("db/federation/apply.ts");
const passOn = of("db/federation/pass-on.ts");
const read = of("db/federation/read-envelopes.ts");
const anew = of("db/federation/begin-anew.ts");
const relay = of("db/commands/relay.ts");

/** The decisions between forums: what goes out, what is taken, what it becomes and how far it goes on. */
export const exchangeMutations: readonly Mutation[] = [
  // What goes on which stream, and how far it goes on.
  streams(
    "nothing is for the community",
    `item.keys.includes("community") && !isForPublic(item)`,
    `item.keys.includes("public") && !isForPublic(item)`,
  ),
  streams(
    "what is for the community comes by name, too",
    `if (isForCommunity(item) && agreement.community) return "It goes`,
    `if (isForCommunity(item) && agreement.labels.length > 9) return "It goes`,
  ),
  streams(
    "nobody is told why a public item is not sent",
    `if (isForPublic(item) && ring.has(streamKey("public"))) return null;`,
    `if (isForPublic(item)) return null;`,
  ),
  streams(
    "nobody is told why what is for the community is not sent",
    `if (isForCommunity(item) && ring.has(streamKey("community"))) return null;`,
    `if (isForCommunity(item)) return null;`,
  ),
  streams(
    "the community is passed on to nobody",
    `return stream === "community" && route.length < hops;`,
    `return false;`,
  ),
  streams(
    "what is public is passed on to nobody",
    `if (stream === "public") return true;`,
    `if (stream === "public") return false;`,
  ),
  passOn(
    "what an agreement refused is passed on",
    `if (refusedAs !== null && refusedAs !== "EXPIRED" && refusedAs !== "CONFLICT") return false;`,
    ``,
  ),
  passOn(
    "whoever follows behind meets a hole",
    `return before?.passedOn ?? sequence === lifeBefore(sequence) + 1;`,
    `return before !== undefined;`,
  ),
  receive("what is taken by a longer way goes on by the shorter one", `    (await isTakenBy(desk, arrival)) &&\n`, ``),
  receive(
    "a shorter way by which it may not go on takes the place of one by which it has",
    ` &&\n    (!row.passedOn || (await isPassable(desk, byThisWay)))`,
    ``,
  ),
  receive("a shorter way is not noticed", `route.length < row.route.length &&`, `route.length < 0 &&`),
  receive("a quota ends nothing", `isNew && taken >= peer.agreement.envelopesPerHour`, `taken > 1e9`),
  receive("what is known already uses up the quota", `isNew && taken >=`, `taken >=`),
  receive("a long envelope counts as a short one", `Math.ceil(arrival.bytes.length / bytesOfOne)`, `1`),
  receive("the quota is used up again with every page", `? peer.taken.count : 0`, `? 0 : 0`),
  receive("a quota that was used up holds for ever", `peer.taken?.hour === hour ?`, `peer.taken !== null ?`),
  anew(
    "numbers that peers know of are used again",
    `nextLife(Math.max(used, await readUsed(on, tables)))`,
    `nextLife(used)`,
  ),
  anew(
    "numbers that another state has used are used again",
    `Math.max(used, await readUsed(on, tables))`,
    `await readUsed(on, tables)`,
  ),
  anew("what was signed in an earlier life is told on", `await on.db.delete(e).where(eq(e.forumId, here));`, ``),
  anew("what is on the streams is not told anew", `.set({ act: "show", digest: "" })`, `.set({ act: "show" })`),
  receive("what has waited is not passed on", `await passOnFrom(desk, row);`, ``),
  read("peers are given streams that they may not follow", ` && rights.ring.has(streamKey(stream)));`, `);`),
  read(
    "peers are given what is passed on to nobody",
    `forumId === here || passedOn)`,
    `forumId === here || passedOn !== null)`,
  ),
  read("the route is not told", `route: [...row.route, here]`, `route: [here]`),
  // What an item is to a stream.
  homes(
    "suspended organisations are reached",
    `eq(o.reachable, true), isNull(o.suspendedAt));`,
    `eq(o.reachable, true));`,
  ),
  homes(
    "organisations that are gone are reached",
    `IS NOT NULL\`, eq(o.reachable, true), isNull`,
    `IS NOT NULL\`, isNull`,
  ),
  homes("suspended persons are reached", `eq(a.listed, true), isNull(a.suspendedAt)),`, `eq(a.listed, true)),`),
  homes("persons who are gone are reached", `reached, eq(a.listed, true), isNull`, `reached, isNull`),
  homes(
    "whoever has left a group is in it",
    `inArray(m.groupId, groupIds), isNull(m.until),`,
    `inArray(m.groupId, groupIds),`,
  ),
  homes("members of one forum are named to another", `row.forumId === forumId;`, `row.forumId !== null;`),
  wishes("envelopes name everybody", `audience: home === null ? [] : audienceAt(item, home),`, `audience: [],`),
  wishes(
    "an anonymous origin is told",
    `if (label.attribution === "ANONYMOUS") return { organization: null, sector: null };`,
    ``,
  ),
  wishes("an origin that shows its sector is named", `if (label.attribution === "SECTOR" || row`, `if (row`),
  wishes("a change of the audience is not told", `    shown.audience.map(printAddress),\n`, ``),
  wishes("a withdrawal is not told", `    status,\n    withdrawal?.reason ?? null,\n`, ``),
  wishes("what other forums have said is told as our own", `items.filter(({ home }) => home === null)`, `[...items]`),
  owed("nothing is hidden", `act === "show" && !kept.has(stream))`, `act === "show" && kept.size > 99)`),
  owed(
    "what was told is told again and again",
    `return row?.act === "show" && row.digest === digest ? []`,
    `return row?.act === "never" && row.digest === digest ? []`,
  ),
  owed(
    "what was hidden is not shown again",
    `return row?.act === "show" && row.digest === digest ? []`,
    `return row?.digest === digest || row?.act === "hide" ? []`,
  ),
  publisher(
    "a stream begins when somebody follows it and not before",
    `const many = ask.isAgreement ? wantedByMany(peers).filter`,
    `const many = ask.isAgreement ? [].filter`,
  ),
  publisher(
    "what a change of rights means is not looked at",
    `const streams = [...many, ask.stream].filter(`,
    `const streams = [...many].filter(`,
  ),
  publish("an envelope is signed behind another than the last", `if (!isSame(heads, batch.streams)) return null;`, ``),
  publish(
    "what was narrowed meanwhile is told as it was",
    `if (!(await isOwedStill(tx, dialect, here, batch, names))) return null;`,
    ``,
  ),
  publish("a revoked key signs", `if (!(await maySign(tx, tables, keyNumber, heads))) return null;`, ``),
  publish("two nodes publish the same", `if ((place?.position ?? null) !== batch.fromPosition) return null;`, ``),
  asked(
    "items that change are not looked at",
    `case "item":\n        return [{ position, ask: { itemId: entry.itemId } }];`,
    `case "item":\n        return [];`,
  ),
  asked(
    "nobody looks who joins and leaves",
    `if (forumId !== undefined) return [{ position, ask: { stream: streamTo(forumId), isAgreement: false } }];`,
    `if (forumId !== undefined) return [];`,
  ),
  // What is taken.
  envelopes(
    "another label comes by the stream of everybody",
    `if (tlp !== (stream === "public" ? "CLEAR" : "GREEN") || audience.length > 0) throw wrong;`,
    `if (audience.length > 0) throw wrong;`,
  ),
  envelopes("names on the stream of everybody are let pass", `|| audience.length > 0) throw wrong;`, `) throw wrong;`),
  envelopes("what is for everybody comes by name", `if (tlp === "CLEAR") throw wrong;`, ``),
  envelopes("what is for another forum is taken", `if (stream !== streamTo(here)) throw`, `if (stream === null) throw`),
  envelopes("what names nobody here is taken", `if (named.length === 0) throw`, `if (named.length < 0) throw`),
  envelopes("persons are named under any label", `checkAudience(tlp, given, "");`, ``),
  envelopes(
    "more of the origin is kept than was said",
    `if (attribution === "SECTOR") return { organization: null, sector };`,
    ``,
  ),
  judge(
    "labels are taken that were not agreed",
    `if (!agreement.labels.includes(shown.tlp))`,
    `if (agreement.labels.length > 9)`,
  ),
  judge(
    "every community is ours",
    `if (stream === "community" && !agreement.community)`,
    `if (stream === "community" && agreement.labels.length > 9)`,
  ),
  judge(
    "what has been through too many forums is taken",
    `if (stream === "community" && route.length > agreement.hops)`,
    `if (stream === "community" && route.length > agreement.hops + 9)`,
  ),
  judge("what is refused for one forum too few", `route.length > agreement.hops)`, `route.length >= agreement.hops)`),
  judge("what is too old is taken", `if (head.expires <= now)`, `if (head.expires <= "")`),
  chain("holes are stepped over", `if (sequence !== next) {`, `if (sequence < next) {`),
  chain("another history is followed", `if (previous !== (head?.hash ?? null))`, `if (previous === undefined)`),
  chain("what is here already is forged anew", `if (known.hash === hash) return isAgreed`, `return isAgreed`),
  chain(
    "what is here already is looked at anew for a forum the agreement with which is paused",
    `isAgreed ? { is: "known" } : { is: "idle" }`,
    `{ is: "known" }`,
  ),
  chain("forums are spoken for without an agreement", `if (!isAgreed)`, `if (here === "")`),
  chain(
    "what names somebody comes by others",
    `(stream !== streamTo(here) || route.length > 1))`,
    `stream !== streamTo(here))`,
  ),
  chain(
    "the streams of other forums are taken",
    `(stream !== streamTo(here) || route.length > 1))`,
    `route.length > 1)`,
  ),
  chain("loops are not noticed", `if (route.includes(here)) return { is: "idle" };`, ``),
  chain(
    "others speak for this forum",
    `return refuse("ALTERED", "It speaks for this forum, which has not said it.");`,
    `return { is: "next", keyNumber: 1 };`,
  ),
  chain(
    "the route may be anything",
    `if (route[0] !== forumId || route.at(-1) !== broughtBy || new Set(route).size < route.length)`,
    `if (route.length === 0)`,
  ),
  chain(
    "unknown keys are believed",
    `if (key === null) return refuse`,
    `if (key === null) return { is: "next", keyNumber: 1 };\n  if (here === "") return refuse`,
  ),
  chain(
    "revoked keys are believed",
    `if (key.revokedAt !== null && (route.length > 1 || said.at >= key.revokedAt))`,
    `if (key.revokedAt === "")`,
  ),
  chain("older keys sign again", `if (key.number < (head?.keyNumber ?? key.number))`, `if (key.number < 0)`),
  receive(
    "a peer brings as much as it likes",
    `if (isNew && taken >= peer.agreement.envelopesPerHour) {`,
    `if (isNew && taken < 0) {`,
  ),
  receive(
    "the cursor goes on without what it stands for",
    `if (stop !== null) break;\n    reached = arrival.cursor ?? reached;`,
    `reached = arrival.cursor ?? reached;\n    if (stop !== null) break;`,
  ),
  receive(
    "a paused peer is read",
    `peer.state !== "AGREED" || !receives(peer.agreement)) {`,
    `!receives(peer.agreement)) {`,
  ),
  receive(
    "a peer is read from which nothing is taken",
    `peer.state !== "AGREED" || !receives(peer.agreement)) {`,
    `peer.state !== "AGREED") {`,
  ),
  receive(
    "what was refused once is refused for ever",
    `if (isByAgreement(row.refusedAs)) {`,
    `if (row.refusedAs === "OVERSIZED") {`,
  ),
  // What it becomes here.
  take(
    "what is refused leaves what it takes the place of",
    `    await applyClaims(desk, copies, await copies.claim(copy, nothing), null);\n    return refusal;`,
    `    return refusal;`,
  ),
  take("what is refused when it is said anew takes away what is here", `isSaidAnew(arrival, earlier)`, `false`),
  take(
    "the same revision comes with other content",
    `if (known !== undefined && known.digest !== digest)`,
    `if (known !== undefined && known.digest === "")`,
  ),
  take("older revisions come back", `if (head.revision < (earlier?.revision ?? 0))`, `if (head.revision < 0)`),
  take(
    "what is withdrawn comes back",
    `if (isTakenBack || (item?.withdrawal != null && head.revision > copy.revision))`,
    `if (isTakenBack && head.revision < 0)`,
  ),
  take(
    "items change their kind",
    `if (item !== null && item.content.kind !== shown.content.kind)`,
    `if (item !== null && item.content.kind === null)`,
  ),
  take(
    "nothing is hidden here",
    `  if (act === "hide") {\n    await applyClaims(desk, copies, await copies.claim(copy, nothing), null);\n    return null;`,
    `  if (act === "hide") {\n    return null;`,
  ),
  copies(
    "an older revision stays where the newer one is for others",
    `claim !== null && revision === this.newest);`,
    `claim !== null);`,
  ),
  apply(
    "what was passed on here lasts, whatever becomes of the address",
    `sameAddress(before.label, label) ? activeRelayKeys(desk, before.id) : endRelays(desk, before.id)`,
    `activeRelayKeys(desk, before.id)`,
  ),
  apply(
    "what was passed on here ends with each revision",
    `sameAddress(before.label, label) ? activeRelayKeys(desk, before.id) : endRelays(desk, before.id)`,
    `endRelays(desk, before.id)`,
  ),
  apply(
    "what was passed on here comes back with the item",
    `  await endRelays(desk, before.id);\n  await sayAnew(`,
    `  await sayAnew(`,
  ),
  apply(
    "the narrower of two streams counts",
    `const widest = claims.find(({ stream }) => !stream.startsWith("to:")) ?? claims[0];`,
    `const widest = claims.find(({ stream }) => stream.startsWith("to:")) ?? claims[0];`,
  ),
  apply(
    "one stream takes a withdrawal back",
    `const withdrawal = claims.find((claim) => claim.withdrawal !== null)?.withdrawal ?? null;`,
    `const withdrawal = widest.withdrawal;`,
  ),
  apply("hidden items stay", `before, { ...before, keys: [] }, [])`, `before, { ...before }, [])`),
  // What is passed on by hand.
  relay(
    "a recipient passes on beyond the community",
    `const isOutside = !isOwn && target.homeForumId !== null && !communities.has(target.homeForumId);`,
    `const isOutside = false;`,
  ),
  relay(
    "what comes from elsewhere is passed on to others",
    `if (item.home !== null && targets.some(({ homeForumId }) => homeForumId !== null))`,
    `if (item.home !== null && targets.some(({ homeForumId }) => homeForumId === ""))`,
  ),
  relay(
    "who is in a group or the community is not reached elsewhere",
    `if (homeForumId !== null) return new Set<Key>(["public", orgKey(id)]);`,
    ``,
  ),
];
