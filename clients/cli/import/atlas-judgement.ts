/**
 * ATLAS says neither how bad a technique is nor which areas of risk it touches. These tables do, by rules that anybody can
 * check; who knows better revises the item.
 */
import type { Access, RiskCategory, Safeguard, Severity } from "../../sdk/index.ts";
import type { AtlasTechnique } from "./atlas-data.ts";

import { mostCommon, rowOf } from "../../foreign/raw.ts";

type Stage = "preparation" | "intrusion" | "harm";

/**
 * The stage of an attack that a tactic belongs to. Preparation harms nobody by itself and can rarely be prevented; intrusion
 * is what safeguards are there to stop; harm is what they are there to avert.
 */
const stages: Readonly<Record<string, Stage>> = {
  Reconnaissance: "preparation",
  "Resource Development": "preparation",
  "AI Model Access": "preparation",
  "AI Attack Staging": "preparation",
  Discovery: "preparation",
  "Initial Access": "intrusion",
  Execution: "intrusion",
  Persistence: "intrusion",
  "Privilege Escalation": "intrusion",
  "Defense Evasion": "intrusion",
  "Credential Access": "intrusion",
  "Lateral Movement": "intrusion",
  "Command and Control": "intrusion",
  Collection: "intrusion",
  Exfiltration: "harm",
  Impact: "harm",
};

/** The worst stage that a technique serves, by its maturity: what was seen in the wild weighs more than what is thought possible. */
const severities: Readonly<Record<Stage, Readonly<Record<"feasible" | "demonstrated" | "realized", Severity>>>> = {
  preparation: { feasible: "LOW", demonstrated: "LOW", realized: "MEDIUM" },
  intrusion: { feasible: "LOW", demonstrated: "MEDIUM", realized: "HIGH" },
  harm: { feasible: "MEDIUM", demonstrated: "HIGH", realized: "CRITICAL" },
};

/** Where the maturity is not known, the technique is taken as demonstrated. */
export function severityOf({ tactics, maturity }: Pick<AtlasTechnique, "tactics" | "maturity">): Severity {
  const reached = tactics.map(({ name }) => rowOf(stages, name) ?? "intrusion");
  const worst = reached.includes("harm") ? "harm" : reached.includes("intrusion") ? "intrusion" : "preparation";
  return rowOf(severities[worst], maturity) ?? severities[worst].demonstrated;
}

/**
 * Areas of risk. Everything in ATLAS is done to AI systems, hence MODEL_SECURITY where no row says otherwise; the rows name
 * what somebody loses by it. A sub-technique without a row has that of its parent.
 */
const categoryRows: Readonly<Record<string, readonly RiskCategory[]>> = {
  "AML.T0008.005": ["FRAUD_CRIME", "MODEL_SECURITY"],
  "AML.T0012": ["CYBER"],
  "AML.T0015": ["CYBER", "MODEL_SECURITY"],
  "AML.T0016.002": ["CYBER", "FRAUD_CRIME"],
  "AML.T0021": ["FRAUD_CRIME"],
  "AML.T0024": ["PRIVACY", "MODEL_SECURITY"],
  "AML.T0024.002": ["INTELLECTUAL_PROPERTY", "MODEL_SECURITY"],
  "AML.T0025": ["PRIVACY", "CYBER"],
  "AML.T0029": ["RELIABILITY"],
  "AML.T0031": ["RELIABILITY", "MODEL_SECURITY"],
  "AML.T0034": ["RELIABILITY"],
  "AML.T0036": ["PRIVACY", "CYBER"],
  "AML.T0037": ["PRIVACY", "CYBER"],
  "AML.T0046": ["RELIABILITY"],
  "AML.T0048": ["SYSTEMIC_OTHER"],
  "AML.T0048.000": ["FRAUD_CRIME"],
  "AML.T0048.001": ["SYSTEMIC_OTHER"],
  "AML.T0048.002": ["SYSTEMIC_OTHER", "MANIPULATION"],
  "AML.T0048.003": ["HARMFUL_CONTENT", "FRAUD_CRIME"],
  "AML.T0048.004": ["INTELLECTUAL_PROPERTY", "MODEL_SECURITY"],
  "AML.T0049": ["CYBER"],
  "AML.T0050": ["CYBER", "SYSTEM_INTERACTION"],
  "AML.T0051": ["MODEL_SECURITY", "SYSTEM_INTERACTION"],
  "AML.T0052": ["FRAUD_CRIME", "MANIPULATION"],
  "AML.T0053": ["SYSTEM_INTERACTION"],
  "AML.T0054": ["HARMFUL_CONTENT", "MODEL_SECURITY"],
  "AML.T0055": ["CYBER"],
  "AML.T0056": ["INTELLECTUAL_PROPERTY", "MODEL_SECURITY"],
  "AML.T0057": ["PRIVACY"],
  "AML.T0059": ["RELIABILITY", "MODEL_SECURITY"],
  "AML.T0060": ["RELIABILITY", "CYBER"],
  "AML.T0061": ["SELF_REPLICATION", "SYSTEM_INTERACTION"],
  "AML.T0062": ["RELIABILITY"],
  "AML.T0067": ["MANIPULATION", "RELIABILITY"],
  "AML.T0072": ["CYBER"],
  "AML.T0073": ["FRAUD_CRIME", "MANIPULATION"],
  "AML.T0074": ["CYBER", "FRAUD_CRIME"],
  "AML.T0077": ["PRIVACY"],
  "AML.T0080": ["SYSTEM_INTERACTION", "MODEL_SECURITY"],
  "AML.T0081": ["SYSTEM_INTERACTION"],
  "AML.T0082": ["CYBER", "PRIVACY"],
  "AML.T0083": ["CYBER", "SYSTEM_INTERACTION"],
  "AML.T0084": ["SYSTEM_INTERACTION"],
  "AML.T0085": ["PRIVACY", "SYSTEM_INTERACTION"],
  "AML.T0086": ["PRIVACY", "SYSTEM_INTERACTION"],
  "AML.T0087": ["PRIVACY", "FRAUD_CRIME"],
  "AML.T0088": ["FRAUD_CRIME", "MANIPULATION"],
  "AML.T0092": ["SYSTEM_INTERACTION"],
  "AML.T0094": ["SYSTEM_INTERACTION", "LOSS_OF_CONTROL"],
  "AML.T0096": ["CYBER"],
  "AML.T0098": ["CYBER", "SYSTEM_INTERACTION"],
  "AML.T0099": ["SYSTEM_INTERACTION", "MODEL_SECURITY"],
  "AML.T0100": ["SYSTEM_INTERACTION"],
  "AML.T0101": ["SYSTEM_INTERACTION", "RELIABILITY"],
  "AML.T0102": ["CYBER"],
  "AML.T0103": ["CYBER", "LOSS_OF_CONTROL"],
  "AML.T0104": ["SYSTEM_INTERACTION", "MODEL_SECURITY"],
  "AML.T0105": ["SYSTEM_INTERACTION", "LOSS_OF_CONTROL"],
  "AML.T0108": ["CYBER", "SYSTEM_INTERACTION"],
  "AML.T0110": ["SYSTEM_INTERACTION", "MODEL_SECURITY"],
  "AML.T0112": ["SYSTEM_INTERACTION", "CYBER"],
};

/** General techniques of intruders, known from ATT&CK, serve offence in the first place. */
export function categoriesOf({ id, attack }: Pick<AtlasTechnique, "id" | "attack">): readonly RiskCategory[] {
  return row(categoryRows, id) ?? (attack === null ? ["MODEL_SECURITY"] : ["CYBER", "MODEL_SECURITY"]);
}

/** The three areas that most of some techniques touch. */
export function commonCategories(techniques: readonly AtlasTechnique[]): readonly RiskCategory[] {
  const common = mostCommon(techniques.map(categoriesOf), 3);
  return common.length > 0 ? common : ["MODEL_SECURITY"];
}

/** The safeguards that a technique is a way around; most techniques of ATLAS meet none of the forum's list. */
const safeguardRows: Readonly<Record<string, readonly Safeguard[]>> = {
  "AML.T0008.005": ["ACCOUNT_ENFORCEMENT"],
  "AML.T0012": ["ACCOUNT_ENFORCEMENT"],
  "AML.T0015": ["INPUT_FILTER", "MONITORING"],
  "AML.T0021": ["ACCOUNT_ENFORCEMENT", "IDENTITY_VERIFICATION"],
  "AML.T0024.002": ["RATE_LIMIT", "WEIGHT_SECURITY"],
  "AML.T0034": ["RATE_LIMIT"],
  "AML.T0046": ["RATE_LIMIT", "MONITORING"],
  "AML.T0051": ["SYSTEM_PROMPT", "INPUT_FILTER"],
  "AML.T0053": ["SANDBOX_PERMISSION"],
  "AML.T0054": ["REFUSAL_TRAINING", "INPUT_FILTER", "OUTPUT_FILTER"],
  "AML.T0056": ["SYSTEM_PROMPT"],
  "AML.T0068": ["INPUT_FILTER"],
  "AML.T0077": ["OUTPUT_FILTER"],
  "AML.T0086": ["SANDBOX_PERMISSION"],
  "AML.T0088": ["IDENTITY_VERIFICATION"],
  "AML.T0092": ["MONITORING"],
  "AML.T0094": ["HUMAN_OVERSIGHT"],
  "AML.T0097": ["SANDBOX_PERMISSION", "MONITORING"],
  "AML.T0105": ["SANDBOX_PERMISSION"],
};

export function safeguardsOf({ id }: Pick<AtlasTechnique, "id">): readonly Safeguard[] {
  return row(safeguardRows, id) ?? [];
}

/** What somebody has to reach in order to use a technique, where its description says so plainly. */
const accessRows: Readonly<Record<string, readonly Access[]>> = {
  "AML.T0018": ["WEIGHTS"],
  "AML.T0019": ["TRAINING_PIPELINE"],
  "AML.T0020": ["TRAINING_PIPELINE"],
  "AML.T0024": ["API"],
  "AML.T0040": ["API"],
  "AML.T0041": ["PHYSICAL"],
  "AML.T0043.000": ["WEIGHTS"],
  "AML.T0043.001": ["API"],
  "AML.T0044": ["WEIGHTS"],
  "AML.T0047": ["CONSUMER_INTERFACE"],
  "AML.T0051": ["CONSUMER_INTERFACE", "API"],
  "AML.T0051.001": ["RETRIEVED_CONTENT"],
  "AML.T0053": ["TOOL_OR_AGENT_ENVIRONMENT"],
  "AML.T0054": ["CONSUMER_INTERFACE", "API"],
  "AML.T0059": ["TRAINING_PIPELINE"],
  "AML.T0066": ["RETRIEVED_CONTENT"],
  "AML.T0070": ["RETRIEVED_CONTENT"],
  "AML.T0071": ["RETRIEVED_CONTENT"],
  "AML.T0080": ["TOOL_OR_AGENT_ENVIRONMENT"],
  "AML.T0081": ["TOOL_OR_AGENT_ENVIRONMENT"],
  "AML.T0086": ["TOOL_OR_AGENT_ENVIRONMENT"],
  "AML.T0099": ["TOOL_OR_AGENT_ENVIRONMENT"],
  "AML.T0100": ["TOOL_OR_AGENT_ENVIRONMENT"],
  "AML.T0110": ["TOOL_OR_AGENT_ENVIRONMENT"],
};

export function accessOf({ id }: Pick<AtlasTechnique, "id">): readonly Access[] {
  return row(accessRows, id) ?? [];
}

function row<T>(rows: Readonly<Record<string, readonly T[]>>, id: string): readonly T[] | undefined {
  return rowOf(rows, id) ?? rowOf(rows, id.slice(0, "AML.T0000".length));
}
