import type { ItemDetail, ItemFields } from "../sdk/index.ts";
import type { Output } from "./output.ts";
import { widestLabel } from "./output.ts";
import { oneLine, printable } from "./printable.ts";

/** One line of a list or a feed: the label first, before any text. */
export function itemLine(out: Output, item: ItemFields, what?: string): string {
  const withdrawn = item.withdrawal === null ? "" : out.style("strikethrough", "WITHDRAWN") + "  ";
  return [
    out.label(item.tlp, widestLabel),
    ...(what === undefined ? [] : [what]),
    severity(out, item),
    item.kind.padEnd(23),
    out.style("dim", item.id),
    `${withdrawn}${oneLine(item.title)}  ${out.style("dim", origin(item))}`,
  ].join("  ");
}

/** Everything about one item. */
export function itemPage(out: Output, item: ItemDetail): string[] {
  return [
    `${out.label(item.tlp)}  ${item.kind}  ${severity(out, item)}`,
    out.style("bold", oneLine(item.title)),
    "",
    ...facts(item).map(([name, value]) => `${out.style("dim", `${name}:`.padEnd(17))}${oneLine(value)}`),
    ...section(out, "Summary", item.summary),
    ...(item.body === null ? [] : section(out, "Text", item.body)),
    ...ownFields(item).flatMap(([name, value]) => section(out, name, value)),
    ...relationLines(out, item),
    "",
    `${out.label(item.tlp)}  ${out.style("italic", item.handling.sentence)}`,
  ];
}

function facts(item: ItemDetail): (readonly [string, string])[] {
  const list: (readonly [string, string | null])[] = [
    ["id", item.id],
    ["origin", origin(item)],
    ["status", item.withdrawal === null ? item.status : `WITHDRAWN ${item.withdrawal.at}: ${item.withdrawal.reason}`],
    ["revision", `${item.revision}${item.revisedAt === null ? "" : `, revised ${item.revisedAt}`}`],
    ["published", item.publishedAt],
    ["categories", item.riskCategories.join(", ")],
    ["confidence", item.confidence === null ? null : `${item.confidence} of 100`],
    ["actions allowed", item.pap === null ? null : `PAP:${item.pap}`],
    ["audience", audience(item)],
    ["reached through", item.reachedThrough.map(({ type, group }) => group?.name ?? type).join(", ")],
    ["systems", item.affectedSystems.map((system) => joined(system.provider, system.model, system.version)).join("; ")],
    ["techniques", item.techniques.join(", ")],
    ["sightings", sightings(item)],
    ["answers", answers(item)],
    ["own answer", item.ownAnswer === null ? null : joined(item.ownAnswer.state, item.ownAnswer.note)],
    [
      "relayed to",
      item.relays?.map(({ organization, active }) => `${organization.name}${active ? "" : " (ended)"}`).join(", ") ??
        null,
    ],
  ];
  return list.filter((fact): fact is readonly [string, string] => fact[1] !== null && fact[1] !== "");
}

const envelope = new Set(
  "id kind title summary body tlp pap riskCategories severity confidence status attribution origin originSector audience affectedSystems techniques references revision publishedAt revisedAt withdrawal viewerIsOrigin handling reachedThrough relations relatedFrom revisions relays sightings answers ownAnswer".split(
    " ",
  ),
);

/** The fields that this kind of item adds to the envelope. */
function ownFields(item: ItemDetail): [string, string][] {
  return Object.entries(item)
    .filter(([name, value]) => !envelope.has(name) && !name.startsWith("__") && value !== null)
    .map(([name, value]): [string, string] => [words(name), plain(value)])
    .filter(([, value]) => value !== "");
}

function plain(value: unknown): string {
  if (Array.isArray(value)) return value.map((entry) => `- ${plain(entry)}`).join("\n");
  if (typeof value === "object" && value !== null) {
    return Object.values(value)
      .filter((part) => part !== null && part !== "")
      .join(" · ");
  }
  return String(value);
}

function relationLines(out: Output, item: ItemDetail): string[] {
  const other = (related: ItemDetail["relations"][number]["item"]): string =>
    `${out.label(related.tlp)}  ${related.id}  ${oneLine(related.title)}`;
  const references = item.references.map(
    ({ title, url, externalId, source }) => `  ${oneLine(joined(externalId, source, title, url))}`,
  );
  const lines = [
    ...item.relations.map(({ type, item: related }) => `  ${words(type)}  ${other(related)}`),
    ...item.relatedFrom.map(({ type, item: related }) => `  (${words(type)} this)  ${other(related)}`),
  ];
  return [
    ...(lines.length === 0 ? [] : ["", out.style("bold", "Related"), ...lines]),
    ...(references.length === 0 ? [] : ["", out.style("bold", "References"), ...references]),
  ];
}

function section(out: Output, title: string, text: string): string[] {
  return ["", out.style("bold", title), printable(text)];
}

export function origin(item: Pick<ItemFields, "origin" | "originSector">): string {
  return oneLine(
    item.origin?.name ?? (item.originSector === null ? "origin withheld" : `a member of ${item.originSector}`),
  );
}

function audience({ audience: to }: ItemDetail): string | null {
  if (to === null) return null;
  const named = [...to.organizations, ...to.groups, ...to.accounts].map(({ name }) => name);
  return [...named, ...to.sectors].join(", ");
}

function sightings({ sightings: { reports, count, firstSeen, lastSeen } }: ItemDetail): string | null {
  return reports === 0 ? null : `${count} in ${reports} reports, ${firstSeen} to ${lastSeen}`;
}

function answers({ answers: tally }: ItemDetail): string {
  const list: [string, number | null][] = [
    ["acknowledged", tally.acknowledged],
    ["under study", tally.underStudy],
    ["affected", tally.affected],
    ["not affected", tally.notAffected],
    ["mitigated", tally.mitigated],
    ["no answer", tally.noAnswer],
  ];
  return list
    .filter(([, count]) => count !== null && count > 0)
    .map(([name, count]) => `${count} ${name}`)
    .join(", ");
}

const severityStyles = { LOW: "dim", MEDIUM: "cyan", HIGH: "magenta", CRITICAL: "red" } as const;

function severity(out: Output, { severity: value }: Pick<ItemFields, "severity">): string {
  return out.style(severityStyles[value], value) + " ".repeat(8 - value.length);
}

function joined(...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== "").join(" · ");
}

/** `successRate` and `EVIDENCE_FOR` as people read them. */
export function words(name: string): string {
  const spaced = /^[A-Z_]+$/.test(name)
    ? name.toLowerCase().replaceAll("_", " ")
    : name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
