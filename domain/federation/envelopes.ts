/** What an envelope says, as typed values, and what it becomes where it arrives: never wider than it says. */
import { badInput } from "../errors.ts";
import type { Content, ItemKind } from "../kinds.ts";
import { itemKinds } from "../kinds.ts";
import type { Label } from "../label.ts";
import { checkAudience, noAudience } from "../label.ts";
import { parseContent, parseInstant, parseText } from "../parse.ts";
import type { Tlp } from "../tlp.ts";
import { printTlp, tlpLabels } from "../tlp.ts";
import type { Attribution, RelationType, Sector } from "../vocabulary.ts";
import { attributions, relationTypes, sectors } from "../vocabulary.ts";
import type { Address } from "./addresses.ts";
import { isForumId, parseAddress, printAddress } from "./addresses.ts";
import type { StreamName } from "./streams.ts";
import { parseStream, streamTo } from "./streams.ts";

export const envelopeVersion = 1;
/** How long the content of an envelope is taken: whoever comes later is sent a fresh one. */
export const envelopeLifeMs = 366 * 24 * 60 * 60 * 1_000;
/** The longest envelope, in bytes as it travels. */
export const maxEnvelopeBytes = 1_048_576;
/** The longest payload that fits into it beside header and signature: base64 makes four letters of three bytes. */
export const maxPayloadBytes = ((maxEnvelopeBytes - 1_024) / 4) * 3;

/** The greatest number of an envelope or a revision: one that every API can tell (GraphQL's Int). */
export const greatestNumber = 2_147_483_647;

/**
 * A forum whose database was put back to an earlier state does not know any more what it has said since. Its streams begin anew then, behind a
 * number that is a multiple of this and greater than all that it can have used: what came before stays where it came.
 */
export const numbersInLife = 10_000_000;

/** Behind which number the life of its stream begins that a number belongs to. */
export function lifeBefore(sequence: number): number {
  return Math.floor((sequence - 1) / numbersInLife) * numbersInLife;
}

/** Behind which number streams begin anew that have come as far as `sequence`, and farther by what is not known any more. */
export function nextLife(sequence: number): number {
  return Math.ceil(sequence / numbersInLife + 1 / 2) * numbersInLife;
}

/** Where an envelope stands, and of what it speaks. Without these nothing can be done with it. */
export type EnvelopeHead = {
  readonly forumId: string;
  readonly stream: StreamName;
  readonly sequence: number;
  /** The hash of the envelope before on this stream; null with the first, and where the stream begins anew. */
  readonly previous: string | null;
  readonly at: string;
  readonly expires: string;
  readonly act: "show" | "hide";
  readonly item: Address;
  readonly revision: number;
};

/** What is shown of the origin: as much as the attribution allows. */
export type ShownOrigin = {
  readonly organization: { readonly address: Address; readonly name: string; readonly country: string | null } | null;
  readonly sector: Sector | null;
};

/** The item that an envelope shows. */
export type ShownItem = {
  readonly status: "PUBLISHED" | "WITHDRAWN";
  readonly publishedAt: string;
  readonly revisedAt: string | null;
  readonly withdrawal: { readonly reason: string; readonly at: string } | null;
  readonly tlp: Tlp;
  readonly audience: readonly Address[];
  readonly attribution: Attribution;
  readonly origin: ShownOrigin;
  readonly content: Content;
  readonly relations: readonly { readonly type: RelationType; readonly item: Address }[];
};

type Raw = Readonly<Record<string, unknown>>;

/** The payload of an envelope, as it is signed. */
export function writeEnvelope(head: EnvelopeHead, shown: ShownItem | null): object {
  const place = {
    v: envelopeVersion,
    forum: head.forumId,
    stream: head.stream,
    seq: head.sequence,
    prev: head.previous,
    at: head.at,
    expires: head.expires,
    act: head.act,
    item: head.item.id,
    revision: head.revision,
  };
  if (shown === null) return place;
  const { origin, audience, relations, ...item } = shown;
  return {
    ...place,
    ...item,
    audience: audience.map(printAddress),
    origin: writeOrigin(origin),
    relations: relations.map(({ type, item: other }) => ({ type, item: printAddress(other) })),
  };
}

function writeOrigin({ organization, sector }: ShownOrigin): object | null {
  if (sector === null) return null;
  if (organization === null) return { sector };
  const { address, name, country } = organization;
  return { id: address.id, name, sector, country };
}

/** The head of an envelope, or BAD_USER_INPUT with the path of what is wrong with it. */
export function parseHead(raw: Raw): EnvelopeHead {
  if (raw["v"] !== envelopeVersion) throw badInput("v", `Only envelopes of version ${envelopeVersion} are understood.`);
  const forumId = raw["forum"];
  if (typeof forumId !== "string" || !isForumId(forumId)) throw badInput("forum", "Give the id of a forum.");
  const stream = parseStream(raw["stream"]);
  if (stream === null) throw badInput("stream", "There is no such stream.");
  const act = raw["act"];
  if (act !== "show" && act !== "hide") throw badInput("act", "Give show or hide.");
  const item = parseAddress("item", `${String(raw["item"])}@${forumId}`);
  if (item === null) throw badInput("item", "Give the id of an item.");
  const previous = raw["prev"];
  if (previous !== null && !(typeof previous === "string" && /^[\w-]{43}$/.test(previous)))
    throw badInput("prev", "Give the hash of the envelope before, or null with the first.");
  const sequence = wholeNumber(raw["seq"], "seq");
  const mayBegin = sequence === lifeBefore(sequence) + 1;
  if (previous === null ? !mayBegin : sequence === 1)
    throw badInput("prev", "The first envelope alone has none before it.");
  return {
    forumId,
    stream,
    sequence,
    previous,
    at: parseInstant(raw["at"], "at"),
    expires: parseInstant(raw["expires"], "expires"),
    act,
    item,
    revision: wholeNumber(raw["revision"], "revision"),
  };
}

/** The item that an envelope shows, or BAD_USER_INPUT with the path of what is not understood. */
export function parseShown(raw: Raw, { forumId }: Pick<EnvelopeHead, "forumId">): ShownItem {
  const status = oneOf(["PUBLISHED", "WITHDRAWN"] as const, raw["status"], "status");
  const withdrawal = raw["withdrawal"] === null ? null : record(raw["withdrawal"], "withdrawal");
  if ((status === "WITHDRAWN") !== (withdrawal !== null))
    throw badInput("withdrawal", "A withdrawn item says why and when, and no other does.");
  const content = record(raw["content"], "content");
  const kind: ItemKind = oneOf(itemKinds, content["kind"], "content.kind");
  const fields = {
    ...record(content["details"], "content.details"),
    ...record(content["envelope"], "content.envelope"),
  };
  const attribution = oneOf(attributions, raw["attribution"], "attribution");
  return {
    status,
    publishedAt: parseInstant(raw["publishedAt"], "publishedAt"),
    revisedAt: raw["revisedAt"] === null ? null : parseInstant(raw["revisedAt"], "revisedAt"),
    withdrawal: withdrawal && {
      reason: parseText(withdrawal["reason"], "withdrawal.reason", 2_000, true),
      at: parseInstant(withdrawal["at"], "withdrawal.at"),
    },
    tlp: oneOf(tlpLabels, raw["tlp"], "tlp"),
    audience: list(raw["audience"], "audience", 10_000).map((entry, at) => {
      const address = parseAddress("organization", entry) ?? parseAddress("account", entry);
      if (address === null) throw badInput(`audience.${at}`, "Give the address of an organisation or account.");
      return address;
    }),
    attribution,
    origin: parseOrigin(raw["origin"], attribution, forumId),
    content: parseContent(kind, fields, "content"),
    relations: list(raw["relations"], "relations", 1_000).map((entry, at) => {
      const path = `relations.${at}`;
      const relation = record(entry, path);
      const item = parseAddress("item", relation["item"]);
      if (item === null) throw badInput(`${path}.item`, "Give the address of an item.");
      return { type: oneOf(relationTypes, relation["type"], `${path}.type`), item };
    }),
  };
}

/** What is said of the origin beyond the attribution is not even kept. */
function parseOrigin(raw: unknown, attribution: Attribution, forumId: string): ShownOrigin {
  if (attribution === "ANONYMOUS") return { organization: null, sector: null };
  const origin = record(raw, "origin");
  const sector = oneOf(sectors, origin["sector"], "origin.sector");
  if (attribution === "SECTOR") return { organization: null, sector };
  const address = parseAddress("organization", `${String(origin["id"])}@${forumId}`);
  if (address === null) throw badInput("origin.id", "Give the id of an organisation.");
  const name = parseText(origin["name"], "origin.name", 200, true);
  const country = origin["country"] ?? null;
  if (country !== null && !(typeof country === "string" && /^[A-Z]{2}$/.test(country)))
    throw badInput("origin.country", "Give two letters, as in ISO 3166-1.");
  return { organization: { address, name, country }, sector };
}

/**
 * The label that an item gets where it arrives, or BAD_USER_INPUT with the reason. `home` gives the id here of who is at home here, and
 * null for everybody else: it is for those alone, whoever else is named.
 */
export function labelHere(
  { tlp, audience, attribution }: Pick<ShownItem, "tlp" | "audience" | "attribution">,
  stream: StreamName,
  here: string,
  home: (address: Address) => { readonly organization: string } | { readonly account: string } | null,
): Label {
  const wrong = badInput("tlp", `${printTlp(tlp)} cannot come by the stream ${stream.replace(/:.*/, "")}.`);
  if (stream === "public" || stream === "community") {
    if (tlp !== (stream === "public" ? "CLEAR" : "GREEN") || audience.length > 0) throw wrong;
    return { tlp, audience: noAudience, attribution };
  }
  if (tlp === "CLEAR") throw wrong;
  if (stream !== streamTo(here)) throw badInput("stream", "This stream is meant for another forum.");
  const named = audience.flatMap((address) => home(address) ?? []);
  if (named.length === 0) throw badInput("audience", "Nobody who is named is at home here.");
  const organizations = named.flatMap((one) => ("organization" in one ? [one.organization] : [])).sort();
  const accounts = named.flatMap((one) => ("account" in one ? [one.account] : [])).sort();
  const given = { ...noAudience, organizations, accounts };
  checkAudience(tlp, given, "");
  return { tlp, audience: given, attribution };
}

/**
 * What of an item must be the same wherever the same revision of it is told. Relations need not be: each stream tells of those that it shows.
 * Neither need what the origin is called and where it sits: that changes without the item.
 */
export function sameEverywhere({ tlp, attribution, origin, content }: ShownItem): string {
  const { organization, sector } = origin;
  return JSON.stringify([tlp, attribution, organization?.address.id ?? null, sector, content]);
}

function wholeNumber(value: unknown, path: string): number {
  if (typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= greatestNumber) return value;
  throw badInput(path, `Give a whole number from 1 to ${greatestNumber}.`);
}

function oneOf<const T extends readonly string[]>(choices: T, value: unknown, path: string): T[number] {
  const found = choices.find((choice) => choice === value);
  if (found === undefined) throw badInput(path, `Give one of ${choices.join(", ")}.`);
  return found;
}

function list(value: unknown, path: string, most: number): readonly unknown[] {
  if (!Array.isArray(value)) throw badInput(path, "Give a list.");
  if (value.length > most) throw badInput(path, `Give at most ${most} entries.`);
  return value;
}

function record(value: unknown, path: string): Raw {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw badInput(path, "Give an object.");
  return Object.fromEntries(Object.entries(value));
}
