import type { Theme } from "./theme.ts";

export const requests: readonly Theme<"informationRequest">[] = [
  {
    risks: ["BIOLOGICAL"],
    severity: "MEDIUM",
    background: "We collect answers until the date given and share a summary with everybody who answered.",
    fields: {
      question: "Which questions do you use to tell recall from troubleshooting, and who holds them?",
      requestState: "OPEN",
    },
    pieces: [
      [
        "Who holds protocol questions that developers have not seen?",
        "Our own set leaked into training data. Before we write another we would like to know of others.",
      ],
      [
        "Experience with expert baselines: how many experts, how paid, how blind?",
        "Baselines of {weeks} experts differ more among each other than from {system}.",
      ],
      ["Does unlearning survive fine-tuning in your hands?", "Ours does not survive {count} steps on harmless data."],
    ],
  },
  {
    risks: ["SYSTEM_INTERACTION"],
    severity: "MEDIUM",
    background: "Short answers are welcome; so are numbers without explanation.",
    fields: {
      question: "Have you seen injected instructions in the wild, outside of research, and what did they ask for?",
      requestState: "ANSWERED",
      answerSummary: "Seven of nine answers had seen some; most were advertising, two asked for credentials.",
    },
    pieces: [
      [
        "Injected instructions in the wild: what have you seen?",
        "We know of {count} cases, nearly all of them clumsy. We would like to know whether we look in the wrong places.",
      ],
      [
        "Which connectors do your users ask for most, and which worry you?",
        "Before {system} gets a connector directory we would like to learn from yours.",
      ],
      [
        "How do you show people what an agent is about to do?",
        "Our dialogue is accepted in two seconds. {peer} seems to do better.",
      ],
    ],
  },
  {
    risks: ["CYBER"],
    severity: "HIGH",
    background: "Answers under the label that suits you; we can handle all of them.",
    fields: { question: "Do you see traffic from this cluster, and may we speak by telephone?", requestState: "OPEN" },
    pieces: [
      [
        "Debugging sessions with host names of third parties: do you see them too?",
        "{count} sessions on {system} named hosts that do not belong to the account.",
      ],
      [
        "Contact sought at a provider in a different time zone",
        "Something of ours ended up at somebody of yours. A person to call tonight would help.",
      ],
      [
        "Honeypots for agents: who runs some, and would compare?",
        "Ours have seen {weeks} visitors that we cannot place.",
      ],
    ],
  },
  {
    risks: ["LOSS_OF_CONTROL"],
    severity: "MEDIUM",
    background: "For a joint paper, should there be enough to say.",
    fields: {
      question: "At which point of training do your models begin to name evaluations as such?",
      requestState: "OPEN",
    },
    pieces: [
      [
        "When do your models begin to recognise evaluations?",
        "Ours do so {weeks} weeks into post-training; we wonder whether that is us or everybody.",
      ],
      [
        "Negative results on sandbagging are wanted",
        "Positive results are published. We would like to hear from those who looked and found nothing.",
      ],
      [
        "How do you keep a copy of traces that training never touches?",
        "Storage is easy. Discipline is not: {system} has had {count} exceptions.",
      ],
    ],
  },
  {
    risks: ["FRAUD_CRIME"],
    severity: "MEDIUM",
    background: "The bank association will present the summary to its members.",
    fields: {
      question: "Which questions still tell a borrowed voice from a real one?",
      requestState: "CLOSED",
      answerSummary: "None that lasts. Call back.",
    },
    pieces: [
      ["Is there still a question that a cloned voice cannot answer?", "Our help desk had one until {month}."],
      [
        "Losses by generated calls: who counts, and how?",
        "Our figures and those of {weeks} members differ by a factor of ten.",
      ],
      [
        "Legal basis for exchanging account fingerprints",
        "Our counsel says yes, theirs says no; both would like to read somebody else's.",
      ],
    ],
  },
  {
    risks: ["CHILD_SAFETY"],
    severity: "HIGH",
    background: "Please answer through your hotline if in doubt.",
    fields: {
      question: "Which classifier do you use for drawn characters, and what is its recall?",
      requestState: "OPEN",
    },
    pieces: [
      ["Classifiers for drawn characters: recall in practice?", "Vendors promise {share} %. We measure less."],
      [
        "Age assurance that does not collect faces",
        "We look for a method that parents accept and that {weeks} regulators have seen.",
      ],
      [
        "Hash exchange across borders: which hotline serves as the hub?",
        "We have tuned models to report and {count} countries to report them to.",
      ],
    ],
  },
  {
    risks: ["BIAS_DISCRIMINATION"],
    severity: "LOW",
    background: "A student of ours will do the work and share it.",
    fields: { question: "May we use your paired audit data, under which conditions?", requestState: "OPEN" },
    pieces: [
      ["Paired audit data for languages other than English", "We have pairs in {weeks} languages and look for others."],
      [
        "Who has measured dialect gaps in speech recognition of assistants?",
        "Callers with a regional accent repeat themselves to {system} {count} times a day.",
      ],
      [
        "Contestability: examples of a score that was changed",
        "We look for cases in which a person contested a score and was right.",
      ],
    ],
  },
  {
    risks: ["RADIOLOGICAL_NUCLEAR", "CHEMICAL"],
    severity: "MEDIUM",
    background: "A government member asks on behalf of two others.",
    fields: {
      question: "Would you take part in an exercise on reporting, without real content?",
      requestState: "ANSWERED",
      answerSummary: "Six companies will take part; the exercise is in spring.",
    },
    pieces: [
      [
        "Volunteers for a reporting exercise without real content",
        "We would like to know how long a report takes from {system} to the desk where it belongs.",
      ],
      [
        "Which unit conversions do you watch?",
        "Alarms on magnitudes work and are noisy: {count} a week, nearly all from students.",
      ],
      [
        "Export classification by assistants: who stopped offering it?",
        "{peer} has stopped. We would like to know what users did then.",
      ],
    ],
  },
  {
    risks: ["MANIPULATION", "SYSTEMIC_OTHER"],
    severity: "MEDIUM",
    background: "For the working paper on elections.",
    fields: {
      question: "How many corrections did you publish in the last election week, and did anybody read them?",
      requestState: "OPEN",
    },
    pieces: [
      [
        "Corrections in election week: how many, and who read them?",
        "We published {count} and suspect that nobody came.",
      ],
      [
        "Provenance at distributors: where does it get lost?",
        "We followed {share} pictures. Please follow some with us.",
      ],
      [
        "Long-term effects of persuasion: does anybody have a year of follow-up?",
        "Ours ends after {weeks} weeks, and the effect has not.",
      ],
    ],
  },
  {
    risks: ["RELIABILITY", "SYSTEMIC_OTHER"],
    severity: "LOW",
    background: "Operators only, please; vendors will get the summary.",
    fields: { question: "When did you last switch your main provider off on purpose?", requestState: "OPEN" },
    pieces: [
      [
        "When did you last test your fallback?",
        "We did in {month}, and learnt that it was the same provider by another name.",
      ],
      ["Incident forms: which fields did you never need?", "Ours has {count} fields. Reporters give up after twelve."],
      [
        "Does anybody version their safety cases?",
        "We would like to see how a safety case changes when {system} does.",
      ],
    ],
  },
];
