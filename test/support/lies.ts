/** Every way to lie about an envelope without the key of the forum that it is said to be of, or to sign what nobody may. */
import { sign } from "../../server/federation/jws.ts";
import type { TestKey } from "./forum-keys.ts";
import { part, signAnything } from "./forum-keys.ts";
import { signEnvelope } from "./envelope-makers.ts";

/** Who lies: a forum with a key and one that was revoked, who knows of another forum, and somebody of whom nothing is known. */
export type Liar = {
  readonly key: TestKey;
  readonly old: TestKey;
  readonly revokedAt: string;
  readonly victim: TestKey;
  readonly victimId: string;
  readonly stranger: TestKey;
  readonly strangerId: string;
};
export type Payload = Readonly<Record<string, unknown>>;
type Lie = (liar: Liar, payload: Payload, other: Payload) => Promise<unknown>;

function withPayload(text: string, payload: object): string {
  const [header = "", , signature = ""] = text.split(".");
  return `${header}.${part(payload)}.${signature}`;
}

function headerOf({ key }: Liar, more: object = {}): object {
  return { alg: "EdDSA", kid: key.kid, typ: "tocsin-envelope+jws", ...more };
}

export const lies: Readonly<Record<string, Lie>> = {
  "lowers the label": async (liar, payload) =>
    withPayload(await signEnvelope({ ...payload, tlp: "AMBER" }, liar.key), { ...payload, tlp: "CLEAR" }),
  "strips the label": async (liar, payload) =>
    withPayload(await signEnvelope({ ...payload, tlp: "RED" }, liar.key), { ...payload, tlp: undefined }),
  "alters the content": async (liar, payload, other) =>
    withPayload(await signEnvelope(payload, liar.key), { ...payload, content: other["content"], seq: 7 }),
  "re-addresses it": async (liar, payload) =>
    withPayload(await signEnvelope(payload, liar.key), { ...payload, audience: [`org_x@${liar.victimId}`] }),
  "makes it last": async (liar, payload) =>
    withPayload(await signEnvelope(payload, liar.key), { ...payload, expires: "2999-01-01T00:00:00.000Z" }),
  "gives it another number": async (liar, payload) =>
    withPayload(await signEnvelope(payload, liar.key), { ...payload, seq: Number(payload["seq"]) + 1 }),
  "shows what was hidden": async (liar, payload) =>
    withPayload(await signEnvelope({ ...payload, act: "hide" }, liar.key), payload),
  "takes the signature of another": async (liar, payload, other) => {
    const [one, two] = await Promise.all([
      signEnvelope(payload, liar.key),
      signEnvelope({ ...other, revision: 9 }, liar.key),
    ]);
    return `${one.slice(0, one.lastIndexOf("."))}${two.slice(two.lastIndexOf("."))}`;
  },
  "signs for another forum": (liar, payload) => signEnvelope({ ...payload, forum: liar.victimId }, liar.key),
  "signs for another forum under its key's name": (liar, payload) =>
    signEnvelope({ ...payload, forum: liar.victimId }, { ...liar.key, kid: liar.victim.kid }),
  "signs with a key of its own making": (liar, payload) => signEnvelope(payload, liar.stranger),
  "signs with a key of its own making under the right name": (liar, payload) =>
    signEnvelope(payload, { ...liar.stranger, kid: liar.key.kid }),
  "signs with another forum's key": (liar, payload) => signEnvelope(payload, liar.victim),
  "speaks for a forum that nobody knows": (liar, payload) =>
    signEnvelope({ ...payload, forum: liar.strangerId }, liar.stranger),
  "signs with a key that is revoked": (liar, payload) =>
    signEnvelope({ ...payload, at: "2026-06-02T00:00:00.000Z" }, liar.old),
  "signs at the very instant of the revocation": (liar, payload) =>
    signEnvelope({ ...payload, at: liar.revokedAt }, liar.old),
  "does not sign": async (liar, payload) => `${part(headerOf(liar, { alg: "none" }))}.${part(payload)}.`,
  "says that nobody need sign": (liar, payload) => signAnything(headerOf(liar, { alg: "none" }), payload, liar.key),
  "names another algorithm": (liar, payload) => signAnything(headerOf(liar, { alg: "ES256" }), payload, liar.key),
  "signs as something else": (liar, payload) => sign("tocsin-checkpoint+jws", payload, liar.key),
  "brings its key along": (liar, payload) =>
    signAnything(headerOf(liar, { jwk: liar.stranger.publicKey }), payload, liar.stranger),
  "says where its key is": (liar, payload) =>
    signAnything(headerOf(liar, { jku: "https://keys.example" }), payload, liar.key),
  "wants something critical": (liar, payload) => signAnything(headerOf(liar, { crit: ["x"], x: 1 }), payload, liar.key),
  "says the label twice": (liar, payload) =>
    signAnything(headerOf(liar), JSON.stringify(payload).replace('"tlp":', '"tlp":"CLEAR","tlp":'), liar.key),
  "hides a second label behind an escape": (liar, payload) =>
    signAnything(headerOf(liar), JSON.stringify(payload).replace('"tlp":', '"t\\u006cp":"CLEAR","tlp":'), liar.key),
  "writes half a character": (liar, payload) =>
    signAnything(headerOf(liar), JSON.stringify(payload).replace('"forum"', '"\\ud800":1,"forum"'), liar.key),
  "writes a number that nobody holds": (liar, payload) =>
    signAnything(headerOf(liar), JSON.stringify(payload).replace(/"seq":\d+/, '"seq":9007199254740993'), liar.key),
  "nests without end": (liar, payload) =>
    signAnything(
      headerOf(liar),
      `{"a":${"[".repeat(5_000)}${"]".repeat(5_000)},${JSON.stringify(payload).slice(1)}`,
      liar.key,
    ),
  "writes no version": (liar, payload) => signEnvelope({ ...payload, v: undefined }, liar.key),
  "writes another version": (liar, payload) => signEnvelope({ ...payload, v: 2 }, liar.key),
  "counts from zero": (liar, payload) => signEnvelope({ ...payload, seq: 0 }, liar.key),
  "counts in halves": (liar, payload) => signEnvelope({ ...payload, seq: 1.5 }, liar.key),
  "has none before it": (liar, payload) => signEnvelope({ ...payload, prev: null }, liar.key),
  "makes up a stream": (liar, payload) => signEnvelope({ ...payload, stream: "everybody" }, liar.key),
  "makes up an act": (liar, payload) => signEnvelope({ ...payload, act: "widen" }, liar.key),
  "names no item": (liar, payload) => signEnvelope({ ...payload, item: "itm_x@y" }, liar.key),
  "names no time": (liar, payload) => signEnvelope({ ...payload, at: "yesterday" }, liar.key),
  "is too long": (liar, payload) => signEnvelope({ ...payload, padding: "x".repeat(1_000_000) }, liar.key),
  "pads its base64": async (liar, payload) => `${await signEnvelope(payload, liar.key)}=`,
  "puts something behind": async (liar, payload) => `${await signEnvelope(payload, liar.key)}.x`,
  "cuts something off": async (liar, payload, other) =>
    (await signEnvelope(payload, liar.key)).slice(0, -(1 + (Number(other["seq"]) % 40))),
  "sends no text": async (_, payload) => payload,
  "sends nothing": async () => "",
};
