/**
 * Names that do not change: an id is a UUIDv5 of what it stands for, so that whoever makes it again makes the same. The first 60 bits of
 * those of our items are the first 60 random bits of the item's id, so that an item is found by the ids of its objects.
 */
import { createHash } from "node:crypto";
import { idLetters, kindOfId } from "../../domain/ids.ts";

/** The namespace of everything that the standard does not give another one. */
const ownNamespace = "6ff04a38-1d40-5c35-9d3c-0c6a07b1c0de";
/** The namespace that STIX 2.1 (section 2.9) gives to observables. */
const observableNamespace = "00abedb4-aa42-466c-9c01-fed23315a9b7";

/** The id of an object of ours: of an item, or of a part of it when more names follow. */
export function ownId(type: string, ...names: readonly (string | number)[]): string {
  const uuid = uuidV5(ownNamespace, JSON.stringify(names));
  const [first] = names;
  return `${type}--${typeof first === "string" && kindOfId(first) !== null ? beginAs(first, uuid) : uuid}`;
}

/** Four letters of our ids are five hexadecimal digits. */
const groups = [0, 4, 8];

function beginAs(id: string, uuid: string): string {
  const digits = groups.map((at) => {
    const letters = Array.from(id.slice(4 + at, 8 + at));
    const bits = letters.reduce((sum, letter) => sum * 32 + idLetters.indexOf(letter), 0);
    return bits.toString(16).padStart(5, "0");
  });
  return `${digits.join("").replace(/^(.{8})(.{4})(.{3})$/, "$1-$2-5$3")}${uuid.slice(18)}`;
}

/** How the id of the item begins that an object's id was made of, if it was made of an item's. */
export function itemIdBegins(stixId: string): string {
  return `itm_${lettersOf(stixId)}`;
}

/** How that of the organisation begins, likewise. */
export function organizationIdBegins(stixId: string): string {
  return `org_${lettersOf(stixId)}`;
}

function lettersOf(stixId: string): string {
  const hex = stixId.slice(stixId.indexOf("--") + 2).replaceAll("-", "");
  const digits = hex.slice(0, 12) + hex.slice(13); // the thirteenth is the version
  const begin = groups.map((at) => {
    const bits = Number.parseInt(digits.slice((at / 4) * 5, (at / 4) * 5 + 5), 16);
    return [15, 10, 5, 0].map((shift) => idLetters[(bits >> shift) & 31]).join("");
  });
  return begin.join("");
}

/** The id of an observable, made of the properties that the standard says make it what it is. */
export function observableId(type: string, contributing: Readonly<Record<string, string>>): string {
  const sorted = Object.fromEntries(Object.entries(contributing).sort(([a], [b]) => (a < b ? -1 : 1)));
  return `${type}--${uuidV5(observableNamespace, JSON.stringify(sorted))}`;
}

/** RFC 9562, section 5.5. */
export function uuidV5(namespace: string, name: string): string {
  const hash = createHash("sha1")
    .update(Buffer.from(namespace.replaceAll("-", ""), "hex"))
    .update(name)
    .digest()
    .subarray(0, 16);
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  return hash.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

const idShape = /^([a-z][a-z0-9-]{1,240})--[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const maxIdLength = 300;

/** Whether a text is an id of STIX. Its time grows with its length alone, and its length is bounded. */
export function isStixId(text: unknown): text is string {
  return typeof text === "string" && text.length <= maxIdLength && idShape.test(text);
}
