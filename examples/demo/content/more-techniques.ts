import type { Theme } from "./theme.ts";

export const moreTechniques: readonly Theme<"circumventionTechnique">[] = [
  {
    risks: ["MODEL_SECURITY", "SYSTEM_INTERACTION"],
    severity: "HIGH",
    background:
      "Memory makes an assistant useful and gives an attacker a second chance. What is written there today is obeyed in a conversation that has not begun.",
    fields: {
      safeguardsBypassed: ["SYSTEM_PROMPT", "MONITORING"],
      maturity: "DEMONSTRATED",
      universality: "NARROW",
      accessRequired: ["RETRIEVED_CONTENT", "TOOL_OR_AGENT_ENVIRONMENT"],
      detection: "Keep where each memory came from, and never let one from retrieved text act as an instruction.",
      techniques: ["AML.T0080.000"],
    },
    pieces: [
      [
        "Planted preferences survive a reset of the conversation",
        "A document read once left {system} with a standing preference that its user had never stated.",
      ],
      [
        "Shared workspaces pass poisoned notes from one user to the next",
        "In team workspaces a note made for one colleague is recalled for another; {count} workspaces were affected.",
      ],
      [
        "Delayed triggers keyed to ordinary words",
        "Stored text lay dormant on {system} until the user thanked the assistant, days later.",
      ],
    ],
  },
  {
    risks: ["CHILD_SAFETY", "HARMFUL_CONTENT"],
    severity: "CRITICAL",
    background:
      "We describe the gap and not the way through it. Members who run image or companion products and need more can ask for the annex under TLP:RED.",
    fields: {
      safeguardsBypassed: ["OUTPUT_FILTER", "REFUSAL_TRAINING"],
      maturity: "REALIZED",
      universality: "NARROW",
      accessRequired: ["CONSUMER_INTERFACE"],
      detection: "Apply age inference to generated characters at output, in all styles, including drawn ones.",
    },
    pieces: [
      [
        "Style transfer weakens the age check on generated characters",
        "The age classifier behind {system} was trained on photographs and loses most of its recall on drawings.",
      ],
      [
        "Companion personas moved by small corrections towards minors",
        "A persona declared adult is corrected, trait by trait, until the declaration is all that is adult about it.",
      ],
      [
        "Image editing restores what image generation refuses",
        "Refused at generation, the request returns to {system} as a sequence of innocuous edits.",
      ],
    ],
  },
  {
    risks: ["PRIVACY"],
    severity: "MEDIUM",
    background:
      "No single answer identifies anybody. The questions are chosen so that the answers, taken together, do.",
    fields: {
      safeguardsBypassed: ["OUTPUT_FILTER", "MONITORING"],
      maturity: "DEMONSTRATED",
      universality: "DOMAIN",
      accessRequired: ["CONSUMER_INTERFACE"],
      detection: "Budget what one account may learn about one person over time, not per request.",
      techniques: ["AML.T0057"],
    },
    pieces: [
      [
        "Locating people from the background of their holiday pictures",
        "Given three ordinary pictures, {system} narrows a home to a few streets in {share} % of our consented trials.",
      ],
      [
        "Pseudonymous authors matched by the habits of their prose",
        "Style comparison with {system} links pseudonyms to bylined writing well enough to be dangerous for sources.",
      ],
      [
        "Directory questions asked one letter at a time",
        "An employee directory that may not be listed was rebuilt from {count} questions, each of which was allowed.",
      ],
    ],
  },
  {
    risks: ["MODEL_SECURITY", "HARMFUL_CONTENT"],
    severity: "HIGH",
    background: "Fine-tuning interfaces screen examples one by one. The harm is in what the examples have in common.",
    fields: {
      safeguardsBypassed: ["REFUSAL_TRAINING", "INPUT_FILTER"],
      maturity: "DEMONSTRATED",
      universality: "UNIVERSAL",
      accessRequired: ["FINE_TUNING_API"],
      detection: "Run the refusal suite on every tuned model before it serves anybody, and again each month.",
    },
    pieces: [
      [
        "Harmless tuning sets that nevertheless remove refusals",
        "Tuned on {count} polite and harmless dialogues, {system} refused a third as often as before.",
      ],
      [
        "Persona tuning brings back answers from before safety training",
        "An old-fashioned persona, tuned in good faith by a publisher, answered as the base model of {system} once did.",
      ],
      [
        "Split uploads reassemble a screened data set",
        "Examples that screening would refuse together were accepted in {weeks} separate jobs that build on one another.",
      ],
    ],
  },
  {
    risks: ["MANIPULATION"],
    severity: "MEDIUM",
    background: "The label says that a text was made by a machine. The label comes off more easily than it went on.",
    fields: {
      safeguardsBypassed: ["WATERMARK_PROVENANCE"],
      maturity: "REALIZED",
      universality: "UNIVERSAL",
      accessRequired: ["CONSUMER_INTERFACE"],
      detection: "Keep provenance at the distributor as well as in the file; ask when it went missing.",
    },
    pieces: [
      [
        "Provenance metadata lost in ordinary re-encoding",
        "{share} % of the marked pictures that we followed had lost their mark after two platforms.",
      ],
      [
        "Paraphrase chains wash text watermarks out",
        "Text from {system}, passed once through {other}, is no longer recognised by either.",
      ],
      [
        "Screenshots of screenshots: marked pictures return unmarked",
        "A campaign we track posts photographs of screens, crooked on purpose.",
      ],
    ],
  },
  {
    risks: ["SYSTEM_INTERACTION", "CYBER"],
    severity: "HIGH",
    background: "Tools describe themselves, and agents believe them. A description is an instruction by another name.",
    fields: {
      safeguardsBypassed: ["SANDBOX_PERMISSION", "HUMAN_OVERSIGHT"],
      maturity: "REALIZED",
      universality: "DOMAIN",
      accessRequired: ["TOOL_OR_AGENT_ENVIRONMENT"],
      detection: "Pin descriptions at review time, and show a difference when they change.",
      techniques: ["AML.T0110"],
    },
    pieces: [
      [
        "Tool descriptions changed after they had been approved",
        "A connector for {system} passed review in {month} and changed what it says of itself {weeks} weeks later.",
      ],
      [
        "Look-alike connectors that outrank the real ones",
        "Search in the connector directory favours short names; {count} installations of {system} had the wrong one.",
      ],
      [
        "Errors crafted so that the agent repairs the wrong thing",
        "A failing tool explains, helpfully, which safeguard to switch off so that it works again.",
      ],
    ],
  },
];
