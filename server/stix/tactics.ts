/** The tactics of MITRE ATLAS: their ids, and their names as phases of its kill chain. */
import type { Raw } from "./raw.ts";

export const atlasChain = "mitre-atlas";

const tactics: Readonly<Record<string, string>> = {
  "AML.TA0002": "reconnaissance",
  "AML.TA0003": "resource-development",
  "AML.TA0004": "initial-access",
  "AML.TA0000": "ai-model-access",
  "AML.TA0005": "execution",
  "AML.TA0006": "persistence",
  "AML.TA0012": "privilege-escalation",
  "AML.TA0007": "defense-evasion",
  "AML.TA0013": "credential-access",
  "AML.TA0008": "discovery",
  "AML.TA0015": "lateral-movement",
  "AML.TA0009": "collection",
  "AML.TA0001": "ai-attack-staging",
  "AML.TA0014": "command-and-control",
  "AML.TA0010": "exfiltration",
  "AML.TA0011": "impact",
};

/** The phases that ids of tactics name. */
export function killChainPhases(techniques: readonly string[]): { kill_chain_name: string; phase_name: string }[] {
  return techniques.flatMap((id) => {
    const phase = new Map(Object.entries(tactics)).get(id);
    return phase === undefined ? [] : [{ kill_chain_name: atlasChain, phase_name: phase }];
  });
}

/** The id of the tactic that a phase names, or null. */
export function atlasTactic({ kill_chain_name: chain, phase_name: name }: Raw): string | null {
  if (chain !== atlasChain) return null;
  return Object.entries(tactics).find(([, phase]) => phase === name)?.[0] ?? null;
}
