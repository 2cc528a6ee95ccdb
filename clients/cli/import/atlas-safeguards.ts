import type { Safeguard } from "../../sdk/index.ts";

/** The safeguards of the forum's list that a mitigation of ATLAS is, or is part of; the others are none of them. */
export const mitigationSafeguards: Readonly<Record<string, readonly Safeguard[]>> = {
  "AML.M0001": ["WEIGHT_SECURITY"],
  "AML.M0002": ["OUTPUT_FILTER"],
  "AML.M0004": ["RATE_LIMIT"],
  "AML.M0005": ["WEIGHT_SECURITY"],
  "AML.M0010": ["INPUT_FILTER"],
  "AML.M0012": ["WEIGHT_SECURITY"],
  "AML.M0015": ["INPUT_FILTER", "MONITORING"],
  "AML.M0019": ["ACCOUNT_ENFORCEMENT", "IDENTITY_VERIFICATION"],
  "AML.M0020": ["INPUT_FILTER", "OUTPUT_FILTER"],
  "AML.M0021": ["SYSTEM_PROMPT"],
  "AML.M0022": ["REFUSAL_TRAINING"],
  "AML.M0024": ["MONITORING"],
  "AML.M0026": ["SANDBOX_PERMISSION"],
  "AML.M0027": ["SANDBOX_PERMISSION"],
  "AML.M0028": ["SANDBOX_PERMISSION"],
  "AML.M0029": ["HUMAN_OVERSIGHT"],
  "AML.M0030": ["SANDBOX_PERMISSION"],
  "AML.M0032": ["SANDBOX_PERMISSION"],
  "AML.M0033": ["INPUT_FILTER", "OUTPUT_FILTER"],
  "AML.M0034": ["IDENTITY_VERIFICATION"],
};
