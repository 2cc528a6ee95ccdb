import type { KindName } from "./content/theme.ts";

/** How the body of an item goes on behind its background, by kind. Each is good for any item of the kind. */
export const closings: Readonly<Record<KindName, readonly string[]>> = {
  circumventionTechnique: [
    "## What we did\n\nThe accounts were closed, and the classifier was retrained on paraphrases made by our own staff. The text of the attempts is not shared here; ask us if you need it.",
    "## What we ask\n\nTell us whether you see it too, even once. A count is enough, and it need not be attributed.",
    "## Status\n\nPartly closed. A repair is in testing and we expect some harmless requests to be refused at first.",
    "## Limits of this report\n\nOur trials were made by people who knew what to look for. The rate in the wild is lower, and we cannot say by how much.",
    "## Handling\n\nThis text describes the shape of the attempt and leaves out its words on purpose. Please keep it that way in replies.",
  ],
  capabilityAlert: [
    "## How sure we are\n\nTwo teams ran the evaluation apart from each other and agree within the error. A third will repeat it with its own scaffold.",
    "## What follows for us\n\nThe stricter tier of our framework applies from now on, until we have shown that it need not.",
    "## What we do not know\n\nHow far the result depends on elicitation. Somebody with more patience may get more out of it.",
    "## Access\n\nTwo public institutes have had access to the model and to our notes. Others may ask.",
  ],
  threatActivity: [
    "## Disruption\n\nAccounts were closed within a day of each other so that the operators would not learn from the first. Payment details went to the authorities.",
    "## Indicators\n\nHashes and addresses are exchanged through the usual channel. This text names none of them.",
    "## Assessment\n\nModerate confidence that one operator is behind all of it; low confidence in who that is.",
    "## What would change our view\n\nThe same scaffold somewhere else. If you hold it, please call rather than write.",
  ],
  incident: [
    "## Sequence\n\nNoticed by a user, confirmed by us within the hour, contained on the same day. The long report follows after the review.",
    "## Causes\n\nNo single one. A default that was right last year, a warning that looked like the others, and a hand-over on a Friday.",
    "## What we changed\n\nThe control that caught it by luck now does so on purpose, and is tested every month.",
    "## What we have not settled\n\nWhether people concerned should have been told earlier. We told them when we knew, which was late.",
  ],
  advisory: [
    "## Who should read this\n\nWhoever decides on settings, and whoever is called when they were wrong.",
    "## Effort\n\nAn afternoon for the first step. The others need a release.",
    "## If you cannot\n\nSwitch the feature off for those who do not need it, and write down when you will look again.",
    "## Comments\n\nCorrections are welcome and will appear as a revision with your name, if you like.",
  ],
  mitigation: [
    "## How it was measured\n\nIn shadow first, then on a tenth of the traffic, with people reading a sample of both sides.",
    "## What it does not do\n\nIt does not help against somebody with weights in hand, nor against patience of months.",
    "## Reuse\n\nThe description should be enough to build it. We will answer questions and share test cases.",
    "## Side effects\n\nSupport received fewer complaints than we had feared, most of them from people whom it protects.",
  ],
  informationRequest: [
    "## What we already know\n\nThe published papers, and what members said at the last meeting. Please do not repeat it for politeness.",
    "## What happens with answers\n\nOne person reads them. The summary names nobody and comes back to everybody who answered.",
    "## Form\n\nTwo sentences are fine. A number with a date is better.",
  ],
  practice: [
    "## Status of this text\n\nA working draft. Line comments are most useful, objections with a proposal even more.",
    "## Checks\n\nEach requirement names the evidence that would show it to be met.",
    "## Relation to other work\n\nWhere a public standard says the same, this text points to it and adds nothing.",
  ],
};

/** What a revision adds. */
export const updates: readonly string[] = [
  "Update: a second member has confirmed this with its own data.",
  "Update: the repair is out; we see one attempt in ten of what there was.",
  "Update: the figures were too high. A duplicate source has been taken out.",
  "Update: also seen on a system that we had listed as not affected.",
  "Update: the severity was lowered after a review with two recipients.",
  "Update: cleared for wider sharing by everybody who is concerned.",
  "Update: a reader pointed out an earlier case, which is now mentioned.",
  "Update: nothing new since, which is news as well.",
  "Update: the follow-up took place; the long report is with the working group.",
];

export const withdrawalReasons: readonly string[] = [
  "A test of our own team was taken for an attack. We apologise to everybody who looked for it.",
  "The measurement had an error in the scoring script. A corrected item will follow.",
  "Superseded by a joint advisory.",
  "The affected party asked for time. We will publish again when the repair is out.",
  "It described the same event as another member's report, which is the better one.",
];

export const answerNotes: Readonly<
  Record<"UNDER_STUDY" | "AFFECTED" | "NOT_AFFECTED" | "MITIGATED", readonly string[]>
> = {
  UNDER_STUDY: ["With the evaluation team, answer by the end of the week.", "We have asked two product owners."],
  AFFECTED: ["Reproduced on a staging system.", "Affected in one product; the feature is off for now."],
  NOT_AFFECTED: ["Tried, not reproducible here.", "We do not offer this feature."],
  MITIGATED: ["Closed by last month's classifier.", "Fixed on Tuesday, with thanks."],
};

export const sightingNotes: readonly string[] = [
  "Same shape, other wording.",
  "Counted over one week of logs.",
  "Smaller than described, and older than we had thought.",
  "Three customers reported it on their own.",
];
