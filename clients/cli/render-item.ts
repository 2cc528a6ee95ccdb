import type { DateGranularity, ItemDetail } from "../sdk/index.ts";
import { joined, origin, severity, words } from "./item-words.ts";
import { hanging } from "./layout.ts";
import { deliveryLines } from "./render-delivery.ts";
import type { Output } from "./output.ts";
import { oneLine, printable } from "./printable.ts";

/** Everything about one item. */
export function itemPage(out: Output, item: ItemDetail): string[] {
  return [
    `${out.label(item.tlp)}  ${item.kind}  ${severity(out, item)}`,
    ...hanging(out, "  ", oneLine(item.title), (line) => out.style("bold", line)),
    "",
    ...facts(item).flatMap(([name, value]) => hanging(out, out.style("dim", `${name}:`.padEnd(17)), oneLine(value))),
    ...section(out, "Summary", item.summary),
    ...(item.body === null ? [] : section(out, "Text", item.body)),
    ...ownFields(item).flatMap(([name, value]) => section(out, name, value)),
    ...relationLines(out, item),
    ...historyLines(out, item),
    ...listed(
      out,
      "Other forums",
      (item.deliveries ?? []).flatMap((delivery) => deliveryLines(out, delivery)),
    ),
    "",
    ...hanging(out, `${out.label(item.tlp)}  `, item.handling.sentence, (line) => out.style("italic", line)),
  ];
}

function facts(item: ItemDetail): (readonly [string, string])[] {
  const list: (readonly [string, string | null])[] = [
    ["id", item.id],
    ["origin", origin(item)],
    ["forum", item.forum === null ? null : (item.forum.name ?? item.forum.id)],
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
  "id kind title summary body tlp pap riskCategories severity confidence status attribution origin originSector audience affectedSystems techniques references revision publishedAt revisedAt withdrawal viewerIsOrigin handling reachedThrough relations relatedFrom revisions forum deliveries relays sightings answers ownAnswer".split(
    " ",
  ),
);

/** The fields that this kind of item adds to the envelope. */
function ownFields(item: ItemDetail): [string, string][] {
  const granularity = "dateGranularity" in item ? item.dateGranularity : null;
  return Object.entries(item)
    .filter(([name, value]) => !envelope.has(name) && !name.startsWith("__") && value !== null)
    .map(([name, value]): [string, string] => [words(name), plain(dates.has(name) ? exact(value, granularity) : value)])
    .filter(([, value]) => value !== "");
}

/** The dates that `dateGranularity` speaks of. */
const dates = new Set(["firstSeen", "lastSeen", "occurredAt", "endedAt", "discoveredAt"]);
const digits: Record<DateGranularity, number | undefined> = {
  YEAR: "2026".length,
  MONTH: "2026-07".length,
  DAY: "2026-07-30".length,
  INSTANT: undefined,
};

/** A date without what its author did not know. */
function exact(value: unknown, granularity: DateGranularity | null): unknown {
  return typeof value === "string" && granularity !== null ? value.slice(0, digits[granularity]) : value;
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
  const related = (how: string, { tlp, id, title }: ItemDetail["relations"][number]["item"]): string[] =>
    hanging(out, `  ${how}  ${out.label(tlp)}  `, `${id}  ${oneLine(title)}`);
  const lines = [
    ...item.relations.flatMap(({ type, item: other }) => related(words(type), other)),
    ...item.relatedFrom.flatMap(({ type, item: other }) => related(`(${words(type)} this)`, other)),
  ];
  const references = item.references.flatMap(({ title, url, externalId, source }) =>
    hanging(out, "  ", oneLine(joined(externalId, source, title, url))),
  );
  return [...listed(out, "Related", lines), ...listed(out, "References", references)];
}

/** What each revision changed, as far as the reader may see it. */
function historyLines(out: Output, { revisions }: ItemDetail): string[] {
  if (revisions.length < 2) return [];
  const lines = revisions.flatMap(({ revision, at, tlp, changes }) => {
    const changed = changes.map(({ field }) => words(field).toLowerCase()).join(", ");
    return hanging(out, `  ${out.label(tlp)}  ${revision}  ${at}  `, changed === "" ? "" : `changed ${changed}`);
  });
  return listed(
    out,
    "Revisions",
    lines.map((line) => line.trimEnd()),
  );
}

function listed(out: Output, title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ["", out.style("bold", title), ...lines];
}

/** Text of others never begins a line: so it cannot pass for a label or a heading of ours. */
function section(out: Output, title: string, text: string): string[] {
  return ["", out.style("bold", title), ...hanging(out, "  ", printable(text).trimEnd()).map((line) => line.trimEnd())];
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
