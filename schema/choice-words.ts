import type { choiceLists, ChoiceName } from "../domain/fields.ts";

type Words = {
  readonly [N in ChoiceName]: {
    readonly description: string;
    readonly words: Readonly<Record<(typeof choiceLists)[N][number], string>>;
  };
};

/** What the words of each closed list mean, for whoever reads the schema. */
export const choiceWords: Words = {
  Severity: {
    description: "How bad an item is, in the judgement of its origin; least severe first.",
    words: {
      LOW: "Worth knowing; nothing needs to be done now.",
      MEDIUM: "Look at it in the ordinary course of work.",
      HIGH: "Look at it today.",
      CRITICAL: "Look at it now.",
    },
  },
  Pap: {
    description:
      "What a recipient may do with what an item tells (Permissible Actions Protocol). It says nothing of who may have it; that is the TLP label.",
    words: {
      RED: "Nothing that anybody else could notice: look only, on systems of one's own that reach nobody.",
      AMBER: "Passive checks, also with outside services that do not touch the one concerned.",
      GREEN: "Active but harmless steps, such as blocking.",
      CLEAR: "Anything that is lawful.",
    },
  },
  RiskCategory: {
    description:
      "The areas of risk that items are sorted by. The first eight are those of the voluntary commitments on safety of 2023; all of them map to NIST AI 600-1, MLCommons AILuminate, the MIT AI Risk Repository and the EU code of practice for general-purpose AI.",
    words: {
      BIOLOGICAL: "Help towards biological weapons or the release of dangerous organisms.",
      CHEMICAL: "Help towards chemical weapons or dangerous substances.",
      RADIOLOGICAL_NUCLEAR: "Help towards radiological or nuclear weapons.",
      CYBER: "Finding and exploiting vulnerabilities, and other offensive cyber capability.",
      SYSTEM_INTERACTION: "Control of physical systems, and misuse of tools that a system can reach.",
      SELF_REPLICATION: "Systems that copy themselves or train others.",
      BIAS_DISCRIMINATION: "Unfair treatment of people or groups.",
      PRIVACY: "Exposure or inference of personal data.",
      LOSS_OF_CONTROL: "Systems that escape or deceive those who oversee them.",
      MANIPULATION: "Deception or persuasion of people at scale, and interference with public life.",
      FRAUD_CRIME: "Fraud, scams and other crime for gain.",
      CHILD_SAFETY: "Harm to children.",
      HARMFUL_CONTENT: "Violent, hateful, sexual or self-harming content.",
      INTELLECTUAL_PROPERTY: "Infringement of rights in works, marks and inventions.",
      MODEL_SECURITY: "Theft, poisoning or extraction of models, and attacks on the systems around them.",
      RELIABILITY: "Wrong, made up or unstable results that people rely on.",
      SYSTEMIC_OTHER: "Effects on society, the economy or the environment as a whole, and whatever fits nowhere else.",
    },
  },
  Safeguard: {
    description: "The means by which a system is kept from doing harm.",
    words: {
      REFUSAL_TRAINING: "What the model has learnt to refuse.",
      INPUT_FILTER: "A filter on what comes in.",
      OUTPUT_FILTER: "A filter on what goes out.",
      SYSTEM_PROMPT: "Instructions given to the model by its operator.",
      ACCOUNT_ENFORCEMENT: "Warning, limiting or closing accounts.",
      IDENTITY_VERIFICATION: "Knowing who a user is.",
      RATE_LIMIT: "Limits on how much can be asked.",
      SANDBOX_PERMISSION: "Limits on what a system can reach and do.",
      HUMAN_OVERSIGHT: "A person who looks on or must agree.",
      MONITORING: "Watching use for signs of misuse.",
      WATERMARK_PROVENANCE: "Marks that show where content comes from.",
      UNLEARNING: "Knowledge taken out of the model.",
      WEIGHT_SECURITY: "Protection of the weights themselves.",
    },
  },
  ThresholdState: {
    description: "Where a capability stands against the threshold that its origin has set.",
    words: {
      BELOW: "Below the threshold.",
      APPROACHING: "Below it, and coming close.",
      REACHED: "At the threshold.",
      EXCEEDED: "Above the threshold.",
      CANNOT_EXCLUDE: "The evaluations do not rule out that it is reached.",
    },
  },
  TechniqueMaturity: {
    description: "How far a technique has got from an idea to use.",
    words: {
      FEASIBLE: "Thought possible, or shown in parts.",
      DEMONSTRATED: "Shown to work by those who test.",
      REALIZED: "Seen in use.",
    },
  },
  Universality: {
    description: "How far a technique carries over from one request to others.",
    words: {
      NARROW: "It works for single requests.",
      DOMAIN: "It works throughout one area of risk.",
      UNIVERSAL: "It works for nearly everything that is refused.",
    },
  },
  Access: {
    description: "What somebody needs to reach in order to use a technique.",
    words: {
      CONSUMER_INTERFACE: "The product that everybody uses.",
      API: "The programming interface.",
      FINE_TUNING_API: "An interface for fine-tuning.",
      SYSTEM_PROMPT_CONTROL: "The system prompt.",
      RETRIEVED_CONTENT: "Content that the system will read, such as web pages or documents.",
      TOOL_OR_AGENT_ENVIRONMENT: "The tools or the surroundings in which an agent works.",
      WEIGHTS: "The weights of the model.",
      TRAINING_PIPELINE: "The data or the machinery of training.",
      PHYSICAL: "The machines themselves, or what their sensors see.",
    },
  },
  IncidentClass: {
    description: "Whether harm came of an incident.",
    words: {
      INCIDENT: "Harm came of it.",
      SERIOUS_INCIDENT: "Grave or lasting harm came of it.",
      NEAR_MISS: "Harm was averted or missed by luck.",
      HAZARD: "Nothing happened yet, but it could.",
    },
  },
  HarmType: {
    description: "The kinds of harm that an incident did or could do.",
    words: {
      PHYSICAL: "To life or health.",
      PSYCHOLOGICAL: "To somebody's mind.",
      REPUTATIONAL: "To somebody's good name.",
      ECONOMIC_PROPERTY: "To money or property.",
      ENVIRONMENTAL: "To the environment.",
      PUBLIC_INTEREST_CRITICAL_INFRASTRUCTURE: "To public life or critical infrastructure.",
      FUNDAMENTAL_RIGHTS: "To fundamental rights.",
      OTHER: "Some other kind.",
    },
  },
  DateGranularity: {
    description: "How exact the dates beside it are: what is finer than this in them means nothing.",
    words: {
      YEAR: "The year is known.",
      MONTH: "The month is known.",
      DAY: "The day is known.",
      INSTANT: "The moment is known.",
    },
  },
  Remediation: {
    description: "What there is against a problem.",
    words: {
      VENDOR_FIX: "A fix by the provider.",
      FIX_PLANNED: "A fix is planned.",
      MITIGATION: "Something that lessens it.",
      WORKAROUND: "A way to avoid it.",
      OPTIONAL_PATCH: "A fix that not everybody needs.",
      NONE_AVAILABLE: "Nothing yet.",
      NO_FIX_PLANNED: "Nothing, and nothing is planned.",
    },
  },
  RequestState: {
    description: "Whether a question to the community is still open.",
    words: {
      OPEN: "Answers are wanted.",
      ANSWERED: "It is answered; see `answerSummary`.",
      CLOSED: "No answers are wanted any more.",
    },
  },
  ClauseLevel: {
    description: "How strictly a clause binds whoever follows the practice, as in RFC 2119.",
    words: {
      MUST: "There is no way around it.",
      SHOULD: "There may be reasons to do otherwise, which are to be known and weighed.",
      MAY: "It is left to each.",
    },
  },
  DocumentKind: {
    description: "What sort of document a practice is.",
    words: {
      BEST_PRACTICE: "A best practice.",
      STANDARD: "A standard.",
      EVALUATION_PROTOCOL: "A protocol for evaluations.",
      TAXONOMY: "A taxonomy.",
      GUIDANCE: "Guidance.",
      CHARTER: "The charter of a working group.",
      REPORT: "A report.",
    },
  },
};
