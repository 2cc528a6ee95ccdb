import type { DateGranularity, HarmType, Severity } from "../../sdk/index.ts";
import type { AtlasStudy, AtlasTechnique } from "./atlas-data.ts";
import { absoluteLinks, atlasSource } from "./atlas-data.ts";
import { commonCategories } from "./atlas-judgement.ts";
import type { BatchBuilder } from "../../foreign/batch-builder.ts";
import type { AffectedSystem, ImportEntry } from "../../foreign/batch.ts";
import { known, opening, rowOf } from "../../foreign/raw.ts";

/** A case study as an incident, with the techniques that it is evidence for. */
export function studyEntry(
  study: AtlasStudy,
  techniques: ReadonlyMap<string, AtlasTechnique>,
  batch: BatchBuilder,
): ImportEntry {
  const ids = [...new Set(study.steps.map(({ technique }) => technique))];
  const used = ids.flatMap((id) => techniques.get(id) ?? []);
  if (used.length < ids.length) batch.tally("step with a technique that is not there", study.id);
  const harms = ids.filter((id) => id.startsWith(externalHarm));
  return {
    externalKey: { source: atlasSource, externalId: study.id },
    input: {
      incident: known({
        title: study.name,
        summary: opening(absoluteLinks(study.summary)),
        body: absoluteLinks(bodyOf(study, techniques)),
        tlp: "CLEAR",
        riskCategories: commonCategories(used),
        severity: severityOf(study, harms.length > 0),
        affectedSystems: study.target === null ? null : [affected(study.target)],
        techniques: ids,
        references: [
          {
            title: study.name,
            url: `https://atlas.mitre.org/studies/${study.id}`,
            externalId: study.id,
            source: atlasSource,
          },
          ...study.references.map(known),
        ],
        incidentClass: study.type === "incident" ? "INCIDENT" : study.type === "exercise" ? "HAZARD" : null,
        harmTypes: [...new Set(harms.flatMap((id) => rowOf(harmTypes, id) ?? otherHarm))],
        ...when(study, batch),
        impact: study.target === null ? null : `Target: ${study.target}`,
      }),
    },
    relations: used.map(({ id }) => ({ type: "EVIDENCE_FOR", externalKey: { source: atlasSource, externalId: id } })),
  };
}

/** A technique of this id, or a sub-technique of it, is the step by which somebody outside was harmed. */
const externalHarm = "AML.T0048";

const harmTypes: Readonly<Record<string, readonly HarmType[]>> = {
  "AML.T0048.000": ["ECONOMIC_PROPERTY"],
  "AML.T0048.001": ["REPUTATIONAL"],
  "AML.T0048.002": ["PUBLIC_INTEREST_CRITICAL_INFRASTRUCTURE"],
  "AML.T0048.003": ["ECONOMIC_PROPERTY", "REPUTATIONAL"], // both, directed at single persons
  "AML.T0048.004": ["ECONOMIC_PROPERTY"],
};

const otherHarm: readonly HarmType[] = ["OTHER"];

/** What happened weighs more than what was shown to be possible; harm to somebody outside raises either by one. */
function severityOf({ type }: AtlasStudy, harmful: boolean): Severity {
  if (type === "incident") return harmful ? "CRITICAL" : "HIGH";
  return harmful ? "HIGH" : "MEDIUM";
}

const granularities: Readonly<Record<string, DateGranularity>> = { YEAR: "YEAR", MONTH: "MONTH", DATE: "DAY" };

function when(
  { id, date, granularity }: AtlasStudy,
  batch: BatchBuilder,
): { occurredAt: string | null; dateGranularity: DateGranularity | null } {
  const instant = date !== null && /^\d{4}-\d\d-\d\d$/.test(date) ? `${date}T00:00:00.000Z` : null;
  if (instant === null || Number.isNaN(Date.parse(instant))) {
    batch.tally("date that cannot be read left out", id);
    return { occurredAt: null, dateGranularity: null };
  }
  return { occurredAt: instant, dateGranularity: rowOf(granularities, granularity) ?? "DAY" };
}

const providers = [
  "Palo Alto Networks",
  "Cylance",
  "Google",
  "Microsoft",
  "Clearview AI",
  "OpenAI",
  "ProofPoint",
  "Kaspersky",
  "Hugging Face",
  "Slack",
  "Atlassian",
  "Anthropic",
  "Amazon",
];

/** ATLAS names a target in one phrase. Where a well-known provider is in it, the phrase is what it offers; else it is both. */
function affected(target: string): AffectedSystem {
  const provider = providers.find((name) => target.startsWith(name));
  const model = provider === undefined ? "" : target.slice(provider.length).replace(/^'s\b/, "").trim();
  return provider === undefined || model === "" ? { provider: target } : { provider, model };
}

function bodyOf(study: AtlasStudy, techniques: ReadonlyMap<string, AtlasTechnique>): string {
  const facts = [
    ["Target", study.target],
    ["Actor", study.actor],
    ["Reported by", study.reporter],
    ["Kind of case study", study.type],
  ].flatMap(([name, value]) => (value === null ? [] : `- ${name}: ${value}`));
  const steps = study.steps.map(({ technique, description }, at) => {
    const name = techniques.get(technique)?.name;
    const title = name === undefined ? technique : `${name} (${technique})`;
    return `${at + 1}. **${title}**${description === null ? "" : `  \n   ${description.replaceAll("\n", "\n   ")}`}`;
  });
  const parts = [study.summary, facts.join("\n")];
  if (steps.length > 0) parts.push(`## Procedure\n\n${steps.join("\n")}`);
  return parts.filter((part) => part !== "").join("\n\n");
}
