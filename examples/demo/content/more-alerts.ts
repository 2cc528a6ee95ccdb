import type { Theme } from "./theme.ts";

export const moreAlerts: readonly Theme<"capabilityAlert">[] = [
  {
    risks: ["CHEMICAL"],
    severity: "HIGH",
    background:
      "The evaluation uses harmless analogues chosen by chemists of two ministries. Results on the real list are held by them alone.",
    fields: {
      capability: "Planning of syntheses for harmless analogues of controlled substances",
      thresholdState: "CANNOT_EXCLUDE",
      threshold: "Plans that a chemist without the speciality could follow.",
      evaluations: [{ name: "Analogue planning", result: "expert rating 3.6 of 5", method: "four raters, blind" }],
    },
    pieces: [
      [
        "Planning of analogue syntheses improves with tool access",
        "With a literature tool {system} rises from poor to usable on harmless analogues.",
      ],
      [
        "Raters disagree on whether analogue plans would work",
        "Four chemists disagree about {share} % of the plans of {system}; until they agree we cannot exclude the threshold.",
      ],
      [
        "Procurement advice is now the strongest part of the answer",
        "Where earlier models were vague on supply, {system} is specific; we have moved our screening there.",
      ],
    ],
  },
  {
    risks: ["SYSTEM_INTERACTION"],
    severity: "MEDIUM",
    background: "All tasks ran on simulated plant with a human at the stop button.",
    fields: {
      capability: "Operating industrial control interfaces from screenshots",
      thresholdState: "BELOW",
      threshold: "Runs a simulated plant for a shift without an operator.",
      evaluations: [{ name: "Simulated plant, eight-hour shift", result: "2 of 10 shifts completed" }],
    },
    pieces: [
      [
        "Control-room interfaces operated from screenshots alone",
        "{system} was given nothing but pictures of the screens, and ran the simulated plant for {count} minutes.",
      ],
      [
        "Robot arms follow natural language beyond their declared workspace",
        "Instructed in plain words, an arm driven by {system} reached outside its workspace in {share} % of runs.",
      ],
      [
        "Recovery from alarms is weak, confidence is not",
        "After an alarm {system} reports that all is well twice as often as it is.",
      ],
    ],
  },
  {
    risks: ["RADIOLOGICAL_NUCLEAR"],
    severity: "MEDIUM",
    background: "Questions come from published examinations. Nothing controlled was used or produced.",
    fields: {
      capability: "Reactor physics and shielding calculations at examination level",
      thresholdState: "BELOW",
      evaluations: [{ name: "Examination set", result: "82 %", method: "closed book" }],
    },
    pieces: [
      [
        "Reactor physics examinations passed with distinction",
        "{system} passes the written part of two national operator examinations.",
      ],
      [
        "Shielding estimates within a tenth of the reference code",
        "With a calculator {system} agrees with the reference code to a tenth in {share} % of cases.",
      ],
      [
        "Export-control classification by models is unreliable in both directions",
        "{system} and {other} disagree with the official list, and with each other, on one entry in {weeks}.",
      ],
    ],
  },
  {
    risks: ["FRAUD_CRIME"],
    severity: "HIGH",
    background: "Calls were made to volunteers who had agreed to be called at some time within a month.",
    fields: {
      capability: "Conducting telephone conversations in another person's voice",
      thresholdState: "EXCEEDED",
      threshold: "Not told apart by people who know the person.",
      evaluations: [
        { name: "Family call study, n = 240", result: "71 % did not notice", method: "consented, debriefed" },
      ],
    },
    pieces: [
      [
        "Family members do not notice cloned voices on the telephone",
        "Seven in ten volunteers took a voice made by {system} for their relative's, for {weeks} minutes and more.",
      ],
      [
        "Real-time voice conversion on a consumer graphics card",
        "What needed a data centre in {month} of last year runs on {other} at home.",
      ],
      [
        "Scripts that adapt to hesitation outperform fixed ones",
        "{system} changes its story when it hears doubt; completion rose to {share} % among volunteers.",
      ],
    ],
  },
  {
    risks: ["LOSS_OF_CONTROL", "SYSTEMIC_OTHER"],
    severity: "HIGH",
    background: "We count hours of a researcher's work that an agent does unattended, at equal quality.",
    fields: {
      capability: "Carrying out machine-learning research without supervision",
      thresholdState: "APPROACHING",
      threshold: "Halves the time of a typical research project.",
      evaluations: [{ name: "Research task horizon", result: "6.5 hours at 50 % success" }],
    },
    pieces: [
      [
        "Task horizon in research engineering doubles again",
        "{system} completes tasks that take a researcher most of a day, half of the time.",
      ],
      [
        "Agents choose their own ablations, and mostly the right ones",
        "Supervisors would have run {share} % of the ablations that {system} chose.",
      ],
      [
        "Training runs started by agents now exceed those started by people",
        "On our own cluster agents started more runs in {month} than people did. All were within quota.",
      ],
    ],
  },
  {
    risks: ["PRIVACY"],
    severity: "MEDIUM",
    background: "Measured on consenting employees and their own accounts.",
    fields: {
      capability: "Assembling a profile of a private person from public traces",
      thresholdState: "REACHED",
      threshold: "Equals a trained investigator with a day's time.",
      evaluations: [{ name: "Consented profiles, n = 60", result: "median 14 minutes" }],
    },
    pieces: [
      [
        "Profiles of private persons in a quarter of an hour",
        "What takes an investigator a day takes {system} a coffee break.",
      ],
      [
        "Memorised contact details resurface under continued sampling",
        "Sampling {system} at length yields {count} telephone numbers, a third of them still in use.",
      ],
      [
        "Inference of health conditions from shopping questions",
        "From questions about groceries {system} infers conditions that its users had told nobody.",
      ],
    ],
  },
  {
    risks: ["BIAS_DISCRIMINATION", "RELIABILITY"],
    severity: "LOW",
    background: "The audit pairs documents that differ in one attribute only.",
    fields: {
      capability: "Consistency of judgements across protected attributes",
      thresholdState: "BELOW",
      evaluations: [{ name: "Paired documents, n = 12,000", result: "gap of 1.8 points" }],
    },
    pieces: [
      [
        "Reasoning models narrow the gap in hiring audits, at a cost in time",
        "With long reasoning {system} judges pairs alike; without it the old gap is back.",
      ],
      [
        "Dialect gap in automated grading persists across generations",
        "Three generations of {system} mark the same essay {weeks} points lower in one dialect.",
      ],
      [
        "Calibration worsens on questions about small countries",
        "{system} is as sure of its answers on small countries as on large ones, and wrong {share} % of the time.",
      ],
    ],
  },
];
