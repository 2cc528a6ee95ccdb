import type { Command } from "commander";
import type { ItemFilter } from "../sdk/index.ts";
import {
  itemKindValues,
  itemStatusValues,
  riskCategoryValues,
  sectorValues,
  severityValues,
  tlpValues,
} from "../sdk/index.ts";
import { looksLikeId } from "./names.ts";
import { chosen, instantOption } from "./words.ts";

type Options = {
  readonly category?: string[];
  readonly kind?: string[];
  readonly severity?: string;
  readonly tlp?: string[];
  readonly sector?: string[];
  readonly origin?: string[];
  readonly group?: string[];
  readonly technique?: string[];
  readonly affects?: string;
  readonly since?: string;
  readonly until?: string;
  readonly status?: string[];
  readonly text?: string;
};

/** What the lists of a filter are called on the command line. */
const option: Partial<Record<keyof ItemFilter, string>> = {
  riskCategories: "category",
  kinds: "kind",
  tlp: "tlp",
  sectors: "sector",
  statuses: "status",
};

const several = (text: string, before: string[] = []): string[] => [...before, ...text.split(",")];
/** A name may hold a comma; ids do not. */
const severalNames = (text: string, before: string[] = []): string[] => {
  const parts = text.split(",");
  return [...before, ...(parts.every(looksLikeId) ? parts : [text])];
};

/** The options that narrow a list or a feed. Several values of one option widen it. */
export function addFilterOptions(command: Command): Command {
  return command
    .option("--category <category>", "risk category, such as cyber (may be repeated)", several)
    .option("--kind <kind>", "kind of item, such as advisory (may be repeated)", several)
    .option("--severity <severity>", "at least low, medium, high or critical")
    .option("--tlp <label>", "label, such as amber+strict (may be repeated)", several)
    .option("--sector <sector>", "sector of the origin (may be repeated)", several)
    .option("--origin <name>", "organisation of the origin, by name or id (may be repeated)", severalNames)
    .option("--group <name>", "group that it is addressed to, by name or id (may be repeated)", severalNames)
    .option("--technique <id>", "ATLAS or ATT&CK id (may be repeated)", several)
    .option("--affects <text>", "provider or model")
    .option("--since <date>", "published on or after")
    .option("--until <date>", "published before");
}

/** What lists take beyond feeds. */
export function addListOptions(command: Command): Command {
  return command
    .option("--status <status>", "draft, published or withdrawn (may be repeated)", several)
    .option("--text <words>", 'full text, with "phrases" and prefix*');
}

export function filterOf(options: Options): ItemFilter {
  const { affects, text } = options;
  const list = (name: keyof ItemFilter, words: readonly string[] | undefined, values: readonly string[]): object =>
    words === undefined ? {} : { [name]: words.map((word) => chosen(values, word, `--${option[name] ?? name}`)) };
  return {
    ...list("riskCategories", options.category, riskCategoryValues),
    ...list("kinds", options.kind, itemKindValues),
    ...list("tlp", options.tlp, tlpValues),
    ...list("sectors", options.sector, sectorValues),
    ...list("statuses", options.status, itemStatusValues),
    ...(options.severity === undefined ? {} : { minSeverity: chosen(severityValues, options.severity, "--severity") }),
    ...(options.origin === undefined ? {} : { origins: options.origin }),
    ...(options.group === undefined ? {} : { groups: options.group }),
    ...(options.technique === undefined ? {} : { techniques: options.technique }),
    ...(affects === undefined ? {} : { affects }),
    ...(text === undefined ? {} : { text }),
    ...(options.since === undefined ? {} : { publishedAfter: instantOption(options.since, "--since") }),
    ...(options.until === undefined ? {} : { publishedBefore: instantOption(options.until, "--until") }),
  };
}
