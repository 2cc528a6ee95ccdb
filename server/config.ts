import type { Setting } from "./settings.ts";
import { choice, database, integer, optionalText, origin, origins, ranges, secret, text } from "./settings.ts";

const mebibyte = 1_048_576;

/** Every variable that the server reads. After the start there is only the plain object that `readConfig` makes of it. */
const settings = {
  port: integer("PORT", 4_000, "The port to listen on; 0 takes a free one.", { min: 0, max: 65_535 }),
  host: text("HOST", "127.0.0.1", "The address to listen on; 0.0.0.0 listens on all."),
  database: database("TOCSIN_DATABASE", "./data/tocsin.db", "A path for SQLite, or postgres://… for PostgreSQL."),
  origin: origin("TOCSIN_ORIGIN", "The public address of the forum; without it, the address that it listens on."),
  allowedOrigins: origins("TOCSIN_ALLOWED_ORIGINS", "Other web sites whose pages may call the API from a browser."),
  trustedProxies: integer(
    "TOCSIN_TRUSTED_PROXIES",
    0,
    "How many proxies in front add to X-Forwarded-For; 0 believes the header from nobody.",
    { min: 0, max: 10 },
  ),
  peerIntervalMs: integer(
    "TOCSIN_PEER_INTERVAL_MS",
    12_000,
    "How often another forum is asked for its keys, its members and where its streams stand.",
    { min: 100, max: 30_000 },
  ),
  forumName: optionalText(
    "TOCSIN_FORUM_NAME",
    "What other forums call this one, behind the names of its members; without it, the host of its address.",
    100,
  ),
  contact: optionalText("TOCSIN_CONTACT", "How stewards of other forums reach those of this one.", 300),
  organizationPolicy: text(
    "TOCSIN_ORGANIZATION_POLICY",
    "An organisation is a company, authority or institute whose identity a steward has verified, with the persons that it answers for.",
    "What this forum takes for an organisation, as other forums are told.",
  ),
  communityPolicy: text(
    "TOCSIN_COMMUNITY_POLICY",
    "The community is every organisation that a steward has admitted to this forum.",
    "Who belongs to its community, likewise: TLP:GREEN is for them.",
  ),
  outgoingAllowed: ranges(
    "TOCSIN_OUTGOING_ALLOWED",
    "Addresses that feed sources and other forums may have though they are not of the public network.",
  ),
  sourceIntervalMs: integer("TOCSIN_SOURCE_INTERVAL_MS", 300_000, "How often a feed source is asked.", { min: 1_000 }),
  metricsToken: secret(
    "TOCSIN_METRICS_TOKEN",
    "The bearer token for /metrics; without it, only this machine itself is answered.",
  ),
  logLevel: choice(
    "TOCSIN_LOG_LEVEL",
    ["trace", "debug", "info", "warn", "error", "silent"],
    "info",
    "The least severe message that is logged.",
  ),

  maxDepth: integer("TOCSIN_MAX_DEPTH", 12, "How deep the fields of an operation may nest."),
  maxTokens: integer("TOCSIN_MAX_TOKENS", 2_000, "How many tokens a document may have, comments counted."),
  maxAliases: integer("TOCSIN_MAX_ALIASES", 30, "How many aliases an operation may have."),
  maxDirectives: integer("TOCSIN_MAX_DIRECTIVES", 10, "How many directives an operation may have."),
  maxCost: integer("TOCSIN_MAX_COST", 5_000, "How many objects an operation may ask for, page sizes multiplied in."),
  maxIds: integer("TOCSIN_MAX_IDS", 100, "How many ids one field may be given."),
  maxMessageBytes: integer("TOCSIN_MAX_MESSAGE_BYTES", mebibyte, "How large a request or message may be.", {
    min: 1_024,
    max: 64 * mebibyte,
  }),
  maxBundleBytes: integer("TOCSIN_MAX_BUNDLE_BYTES", 64 * mebibyte, "How large a bundle of STIX may be.", {
    min: 1_024,
    max: 256 * mebibyte,
  }),
  maxAnswerBytes: integer("TOCSIN_MAX_ANSWER_BYTES", 64 * mebibyte, "How large an answer or event may be.", {
    min: 1_024,
    max: 64 * mebibyte,
  }),
  answerRoomBytes: integer(
    "TOCSIN_ANSWER_ROOM_BYTES",
    64 * mebibyte,
    "How much the answers that one token or address asks for, or has not read yet, may take at a time.",
  ),
  answerRoomBytesInAll: integer(
    "TOCSIN_ANSWER_ROOM_BYTES_IN_ALL",
    512 * mebibyte,
    "How much those of all tokens may take together, and those of all visitors.",
  ),
  bodyRoomBytes: integer(
    "TOCSIN_BODY_ROOM_BYTES",
    16 * mebibyte,
    "How many bytes of requests that are on their way one token or address may have at a time.",
  ),
  bodyRoomBytesInAll: integer(
    "TOCSIN_BODY_ROOM_BYTES_IN_ALL",
    128 * mebibyte,
    "How many all tokens may have together, and all visitors.",
  ),
  maxSubscriptionsPerSocket: integer(
    "TOCSIN_MAX_SUBSCRIPTIONS_PER_SOCKET",
    100,
    "How many operations one websocket may have open.",
  ),
  maxSocketsPerToken: integer(
    "TOCSIN_MAX_SOCKETS_PER_TOKEN",
    20,
    "How many websockets and event streams one token may hold open.",
  ),
  maxSocketsPerAddress: integer(
    "TOCSIN_MAX_SOCKETS_PER_ADDRESS",
    100,
    "How many websockets and event streams the anonymous visitors of one address may hold open.",
  ),
  maxNewSocketsPerAddress: integer(
    "TOCSIN_MAX_NEW_SOCKETS_PER_ADDRESS",
    2_000,
    "How many websockets of one address may be without a connection_init.",
  ),
  operationsPerMinute: integer(
    "TOCSIN_OPERATIONS_PER_MINUTE",
    600,
    "How many operations a token may start in a minute.",
  ),
  anonymousOperationsPerMinute: integer(
    "TOCSIN_ANONYMOUS_OPERATIONS_PER_MINUTE",
    600,
    "How many operations the anonymous visitors of one address may start in a minute.",
  ),
  visitorCommentsPerHour: integer(
    "TOCSIN_VISITOR_COMMENTS_PER_HOUR",
    5,
    "How many comments on practices the anonymous visitors of one address may hand in in an hour.",
  ),
  siteCommentsPerHour: integer(
    "TOCSIN_SITE_COMMENTS_PER_HOUR",
    20,
    "How many of them in an hour may come from one IPv6 site, a /48 with all of its networks.",
  ),

  maxWaitingBytes: integer("TOCSIN_MAX_WAITING_BYTES", mebibyte, "How much may wait for a slow reader in its socket.", {
    min: 16_384,
  }),
  stallMs: integer("TOCSIN_STALL_MS", 30_000, "How long a reader may take nothing of what waits for it."),
  overfullMs: integer(
    "TOCSIN_OVERFULL_MS",
    5_000,
    "How long it may take nothing when more waits than TOCSIN_MAX_WAITING_BYTES.",
  ),
  heartbeatMs: integer("TOCSIN_HEARTBEAT_MS", 12_000, "How often an open connection is pinged."),
  initTimeoutMs: integer("TOCSIN_INIT_TIMEOUT_MS", 3_000, "How long a websocket may take to send connection_init."),
  bodyTimeoutMs: integer("TOCSIN_BODY_TIMEOUT_MS", 10_000, "How long a request may take to come."),
  turnMs: integer("TOCSIN_TURN_MS", 10_000, "How long a request may wait for room that earlier ones take."),
  drainMs: integer("TOCSIN_DRAIN_MS", 10_000, "How long a stopping server waits for what is still being answered."),
} as const satisfies Record<string, Setting<unknown>>;

type Settings = typeof settings;
/** What the environment says, parsed. */
export type Config = { readonly [K in keyof Settings]: Settings[K] extends Setting<infer T> ? T : never };
export type Environment = Readonly<Record<string, string | undefined>>;

/** Read by the command line and by the tests, which may share an environment with the server. */
const readElsewhere = /^TOCSIN_(URL|TOKEN|TEST_.*)$/;

/** The environment cannot be used; the message says what to set, a line for each fault. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
  /** As the command line tells of wrong usage. */
  readonly code = "USAGE";
}

/** Parses the environment, or throws a ConfigError. A variable that is set but empty counts as not set. */
export function readConfig(environment: Environment): Config {
  const faults = unknownVariables(environment);
  const entries = Object.entries<Setting<unknown>>(settings).map(([name, setting]) => {
    const given = environment[setting.variable];
    if (given === undefined || given === "") return [name, setting.fallback];
    const value = setting.parse(given);
    if (value === undefined) faults.push(`Set ${setting.variable} to ${setting.expected}. ${setting.sentence}`);
    return [name, value];
  });
  if (faults.length > 0) throw new ConfigError(faults.join("\n"));
  return Object.fromEntries(entries) as Config; // each value was made by the setting of its name
}

function unknownVariables(environment: Environment): string[] {
  const known = new Set(Object.values(settings).map(({ variable }) => variable));
  return Object.keys(environment)
    .filter((name) => name.startsWith("TOCSIN_") && !known.has(name) && !readElsewhere.test(name))
    .map((name) => `There is no setting ${name}: remove it, or set one of ${[...known].join(", ")}.`);
}

/** One line for each variable, for `--help` and the manual. */
export function describeSettings(): string[] {
  return Object.values<Setting<unknown>>(settings).map(({ variable, fallback, sentence }) => {
    const hasFallback = typeof fallback === "string" || typeof fallback === "number";
    return `${variable} (${hasFallback ? fallback : "not set"}): ${sentence}`;
  });
}
