/** Posts an advisory for everybody, and then a correction of it. Set TOCSIN_URL and TOCSIN_TOKEN. */
import type { AdvisoryInput } from "../clients/sdk/index.ts";
import { createClient } from "../clients/sdk/index.ts";

const { TOCSIN_URL: url = "http://127.0.0.1:4000", TOCSIN_TOKEN: token } = process.env;
await using forum = createClient({ url, token });

const advisory: AdvisoryInput = {
  tlp: "CLEAR",
  title: "Rotate the keys of agents after a suspected prompt injection",
  summary: "An agent that has read hostile text may have passed its credentials on. Rotating them is cheap.",
  riskCategories: ["CYBER", "MODEL_SECURITY"],
  severity: "MEDIUM",
  recommendedActions: ["Give each agent credentials of its own.", "Rotate them when it has read untrusted text."],
};

const { item } = await forum.publish({ advisory });
console.log(`Published ${item.id}: ${item.title}`);

const corrected = { ...advisory, severity: "HIGH" } as const;
const { item: newer } = await forum.revise(item.id, item.revision, { advisory: corrected });
console.log(`Revision ${newer.revision} says ${newer.severity}.`);
