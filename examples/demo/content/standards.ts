/** What the working groups of the demo make: a practice at each stage of its life. */
import type { PracticeStage } from "../../../clients/sdk/index.ts";

export type PlannedClause = { readonly level: "MUST" | "SHOULD" | "MAY"; readonly text: string };
export type PlannedPractice = {
  readonly key: string;
  readonly group: "agents" | "biochem";
  /** The person who writes and proposes it, a member of the group. */
  readonly author: string;
  readonly title: string;
  readonly summary: string;
  readonly clauses: readonly PlannedClause[];
  readonly stage: PracticeStage;
  /** How many days ago it came to this stage. */
  readonly daysAgo: number;
  /** The practice that takes its place, where one does. */
  readonly successor?: string;
};

const must = (text: string): PlannedClause => ({ level: "MUST", text });
const should = (text: string): PlannedClause => ({ level: "SHOULD", text });
const may = (text: string): PlannedClause => ({ level: "MAY", text });

/** Those that others rest on come first. */
export const plannedPractices: readonly PlannedPractice[] = [
  {
    key: "permissions-2",
    group: "agents",
    author: "fiona",
    title: "Permissions of agents, second edition",
    summary: "What an agent may reach, who says so, and for how long. Replaces the first edition.",
    clauses: [
      must("An agent has an identity of its own, and acts under no person's credentials."),
      must("Each permission names what it is for and ends by itself within 24 hours."),
      should("Whoever grants a permission is told when it is used for the first time."),
      may("Permissions that were not used for a week are taken away without asking."),
    ],
    stage: "ADOPTED",
    daysAgo: 95,
  },
  {
    key: "permissions-1",
    group: "agents",
    author: "imogen",
    title: "Permissions of agents",
    summary: "What an agent may reach, and who says so.",
    clauses: [
      must("An agent has an identity of its own."),
      should("Permissions end by themselves."),
      should("A person confirms what cannot be undone."),
    ],
    stage: "SUPERSEDED",
    daysAgo: 90,
    successor: "permissions-2",
  },
  {
    key: "screening",
    group: "biochem",
    author: "katrin",
    title: "Screening of requests that touch the life sciences",
    summary: "How requests are screened, and what happens to those that are held back.",
    clauses: [
      must("Every request is screened before an answer is begun."),
      must("What is held back is looked at by somebody trained for it within two working days."),
      should("The share of harmless requests that are held back is measured, and published once a quarter."),
    ],
    stage: "ADOPTED",
    daysAgo: 40,
  },
  {
    key: "handover",
    group: "agents",
    author: "renee",
    title: "Handing an agent's work over to a person",
    summary: "When an agent has to stop and ask, and what the person is shown.",
    clauses: [
      must("The agent stops before what cannot be undone, and says what it is about to do in one sentence."),
      must("Whoever takes over sees everything that the agent has done in this task."),
      should("A handover that nobody takes up within an hour ends the task."),
    ],
    stage: "CANDIDATE",
    daysAgo: 9,
  },
  {
    key: "logs",
    group: "agents",
    author: "elena",
    title: "What is logged of agents",
    summary: "What has to be kept so that an incident can be understood afterwards, and for how long.",
    clauses: [
      must("Every call of a tool is logged with its arguments before it is made."),
      must("Logs are kept for 90 days where the agent itself cannot reach them."),
      should("Logs hold no more of a person than is needed to understand what happened."),
    ],
    stage: "PUBLIC_COMMENT",
    daysAgo: 6,
  },
  {
    key: "evaluations",
    group: "biochem",
    author: "luc",
    title: "Evaluations before a release in the life sciences",
    summary: "Which evaluations are run before a release, by whom, and what is told of them.",
    clauses: [
      must("Evaluations are run on the model as it will be released, with its safeguards and without."),
      should("Somebody outside of the developer's organisation runs at least one of them."),
    ],
    stage: "GROUP_LAST_CALL",
    daysAgo: 3,
  },
  {
    key: "rehearsal",
    group: "agents",
    author: "daniel",
    title: "Rehearsing the stop of an agent fleet",
    summary: "How to find out that everything can be stopped before it has to be.",
    clauses: [should("The stop of all agents is rehearsed once a quarter, at an hour that nobody was told.")],
    stage: "WORKING_DRAFT",
    daysAgo: 20,
  },
  {
    key: "reporting",
    group: "biochem",
    author: "imogen",
    title: "Reporting of attempts across providers",
    summary: "A common form for attempts that were seen at more than one provider.",
    clauses: [],
    stage: "PROPOSAL",
    daysAgo: 4,
  },
  {
    key: "captcha",
    group: "agents",
    author: "priya",
    title: "Puzzles that tell people from agents",
    summary: "Which puzzles still do. By now, none that we know.",
    clauses: [should("A puzzle is changed once agents solve it in one of two attempts.")],
    stage: "OBSOLETE",
    daysAgo: 70,
  },
  {
    key: "keywords",
    group: "biochem",
    author: "katrin",
    title: "Lists of words as the only screen",
    summary: "Taken back: it held back students and let through those who knew better words.",
    clauses: [must("Requests are compared with a list of words.")],
    stage: "RESCINDED",
    daysAgo: 120,
  },
  {
    key: "badges",
    group: "agents",
    author: "marijke",
    title: "Badges for products with agents",
    summary: "An idea for a badge, given up for lack of anybody who would check it.",
    clauses: [may("A product that follows the practices of this group shows a badge.")],
    stage: "DISCONTINUED",
    daysAgo: 150,
  },
];
