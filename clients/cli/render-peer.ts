import type { PeerAlarmFields, PeerCare, PeerFields, PeerPreview } from "../sdk/index.ts";
import { hanging } from "./layout.ts";
import type { Output } from "./output.ts";
import { oneLine } from "./printable.ts";

type Agreement = NonNullable<PeerCare["agreement"]>;
type Stream = NonNullable<PeerCare["streams"]>[number];

export function peerLine(out: Output, { id, name, url }: PeerFields): string {
  return `${out.style("bold", oneLine(name))}  ${oneLine(url)}  ${id}`;
}

/** Who another forum says that it is, before anything is agreed. */
export function previewLines(out: Output, preview: PeerPreview): string[] {
  return facts(out, [
    ["forum", preview.name],
    ["address", preview.url],
    ["id", preview.forumId],
    ["stewards", preview.contact ?? "it does not say how they are reached"],
    ["organisations", preview.organizationPolicy ?? "it does not say what it takes for one"],
    ["community", preview.communityPolicy ?? "it does not say whom it counts to it"],
    ["fingerprint", preview.fingerprint],
  ]);
}

/** How it goes with another forum. */
export function peerPage(out: Output, peer: PeerCare): string[] {
  const { state, agreement, keys, contact, lastError, failures, contactedAt, nextAt, openAlarms } = peer;
  if (agreement === null || state === null) return [peerLine(out, peer)];
  const alarms = openAlarms === 1 ? "1 is open" : `${openAlarms} are open`;
  return [
    `${peerLine(out, peer)}  ${state}`,
    ...facts(out, [
      ["stewards", contact],
      ["agreed", agreementWords(agreement)],
      ...(keys ?? []).map((key): Fact => ["key", `${key.fingerprint}${key.revokedAt === null ? "" : ", revoked"}`]),
      ["reached", contactedAt ?? "never"],
      ["fails", lastError === null ? null : `${oneLine(lastError)} (${failures} in a row, again at ${nextAt})`],
      ["sent", counts(peer.sent)],
      ["received", counts(peer.received)],
      ...(peer.streams ?? []).map((stream): Fact => [stream.ours ? "we send" : "it sends", streamWords(stream)]),
      ["alarms", openAlarms === null || openAlarms === 0 ? null : `${alarms}: see \`tocsin peer alarms\``],
    ]),
  ];
}

export function agreementWords({ direction, labels, community, groups, hops, envelopesPerHour }: Agreement): string {
  const ways = { SEND: "we send", RECEIVE: "we receive", BOTH: "both ways", NONE: "its keys are believed, no more" };
  return [
    ways[direction],
    labels.length === 0 ? "no label" : labels.map((tlp) => `TLP:${tlp.replace("_", "+")}`).join(" "),
    community ? "one community" : "communities apart",
    ...(groups.length === 0 ? [] : [`through the groups ${groups.map(({ name }) => oneLine(name)).join("; ")}`]),
    hops === 1 ? "TLP:GREEN of its own alone" : `TLP:GREEN through ${hops} forums`,
    `${envelopesPerHour} an hour`,
  ].join(", ");
}

export function alarmLines(out: Output, alarm: PeerAlarmFields): string[] {
  const { id, kind, peer, forum, stream, sequence, message, raisedAt, count, acknowledgedAt } = alarm;
  const where = [
    `by ${oneLine(peer?.name ?? "a forum that is no peer any longer")}`,
    ...(forum === null ? [] : [`of ${oneLine(forum.name ?? forum.id)}`]),
    ...(stream === null ? [] : [`${oneLine(stream)}${sequence === null ? "" : ` ${sequence}`}`]),
  ].join(", ");
  const state = acknowledgedAt === null ? "" : `, looked at ${acknowledgedAt}`;
  return [
    `${raisedAt}  ${out.style("bold", kind)}  ${id}`,
    ...hanging(out, "  ", `${where}${count === 1 ? "" : `, ${count} times`}${state}`),
    ...hanging(out, "  ", oneLine(message)),
  ];
}

function streamWords({ name, newest, reached, behind, behindSince }: Stream): string {
  const stream = name.startsWith("to:") ? "by name" : name;
  const since = behindSince === null ? "" : ` since ${behindSince}`;
  return behind === 0 ? `${stream}: all ${newest}` : `${stream}: ${reached} of ${newest}, ${behind} behind${since}`;
}

function counts(list: PeerCare["sent"]): string | null {
  if (list === null) return null;
  if (list.length === 0) return "nothing";
  return list.map(({ tlp, count }) => `TLP:${tlp.replace("_", "+")} ${count}`).join(", ");
}

type Fact = readonly [string, string | null];

function facts(out: Output, list: readonly Fact[]): string[] {
  return list.flatMap(([name, value]) =>
    value === null ? [] : hanging(out, `  ${out.style("dim", `${name}:`.padEnd(15))}`, oneLine(value)),
  );
}
