/** What the working groups do: each practice on its way to the stage where it stands today, and what members declare of it. */
import type { AdoptionLevel, CommentType, PracticeStage } from "../../clients/sdk/index.ts";
import type { PlannedPractice } from "./content/standards.ts";
import { plannedPractices } from "./content/standards.ts";
import { groups, personOf } from "./members.ts";
import type { DemoViewer, Happening, SceneOfGroups, Store } from "./scene.ts";
import { idOf, viewerOf } from "./scene.ts";

const day = 86_400_000;
const once = { idempotencyKey: null } as const;
const anonymous = { kind: "anonymous" } as const;

/** Where a practice comes by before it stands where it stands, in days before its last stage began. */
const ways: Readonly<Record<PracticeStage, readonly (readonly [to: PracticeStage, daysBefore: number])[]>> = {
  PROPOSAL: [],
  WORKING_DRAFT: [["WORKING_DRAFT", 0]],
  GROUP_LAST_CALL: [
    ["WORKING_DRAFT", 25],
    ["GROUP_LAST_CALL", 0],
  ],
  PUBLIC_COMMENT: [
    ["WORKING_DRAFT", 40],
    ["GROUP_LAST_CALL", 14],
    ["PUBLIC_COMMENT", 0],
  ],
  CANDIDATE: toCandidate(0),
  ADOPTED: toAdopted(0),
  SUPERSEDED: [...toAdopted(120), ["SUPERSEDED", 0]],
  OBSOLETE: [...toAdopted(150), ["OBSOLETE", 0]],
  RESCINDED: [...toAdopted(100), ["RESCINDED", 0]],
  DISCONTINUED: [
    ["WORKING_DRAFT", 30],
    ["DISCONTINUED", 0],
  ],
};

function toCandidate(later: number): readonly (readonly [PracticeStage, number])[] {
  return [
    ["WORKING_DRAFT", later + 60],
    ["GROUP_LAST_CALL", later + 34],
    ["PUBLIC_COMMENT", later + 20],
    ["CANDIDATE", later],
  ];
}

function toAdopted(later: number): readonly (readonly [PracticeStage, number])[] {
  return [...toCandidate(later + 12), ["ADOPTED", later]];
}

/** How long comments are taken in the stages that have a time for them, in days. */
const commentDays: Readonly<Partial<Record<PracticeStage, number>>> = { GROUP_LAST_CALL: 8, PUBLIC_COMMENT: 16 };
const reasons: Readonly<Partial<Record<PracticeStage, string>>> = {
  OBSOLETE: "Agents solve every puzzle of this kind by now.",
  RESCINDED: "It did harm: see the incidents of last spring.",
  DISCONTINUED: "Nobody was found who would check it.",
};

export function planStandards(scene: SceneOfGroups, now: Date): Happening[] {
  return plannedPractices.flatMap((practice) => new Course(scene, practice, now).happenings());
}

/** One practice from its first draft on. */
class Course {
  readonly #scene: SceneOfGroups;
  readonly #practice: PlannedPractice;
  readonly #stageAt: number;
  #itemId = "";
  #version = 0;
  #ballotId = "";
  /** Comments that nobody has answered, and those of visitors that nobody has looked at. */
  readonly #open: string[] = [];
  readonly #waiting: string[] = [];

  constructor(scene: SceneOfGroups, practice: PlannedPractice, now: Date) {
    this.#scene = scene;
    this.#practice = practice;
    this.#stageAt = now.getTime() - practice.daysAgo * day;
  }

  happenings(): Happening[] {
    const { stage } = this.#practice;
    const way = ways[stage];
    const first = way[0]?.[1] ?? 0;
    const steps = way.flatMap(([to, daysBefore]) => [
      this.#happening(-daysBefore, () => this.#move(to)),
      ...this.#duringStage(to, -daysBefore),
    ]);
    return [
      this.#happening(-first - 9, () => this.#publish()),
      this.#happening(-first - (stage === "PROPOSAL" ? 0 : 7), () => this.#propose()),
      ...steps,
    ];
  }

  #duringStage(to: PracticeStage, begin: number): Happening[] {
    switch (to) {
      case "WORKING_DRAFT":
        return [
          this.#happening(begin + 4, () => this.#comment("EDITORIAL", "The first sentence is hard to read aloud.")),
        ];
      case "PUBLIC_COMMENT":
        return [
          this.#happening(begin + 3, () => this.#comment("TECHNICAL", "What about tasks that nobody started?")),
          this.#happening(begin + 4, () => this.#visitorComments()),
          ...(this.#practice.stage === "PUBLIC_COMMENT" ? [] : [this.#happening(begin + 17, () => this.#answerAll())]),
        ];
      case "CANDIDATE":
        return [
          this.#happening(begin + 2, () => this.#holdBallot()),
          this.#happening(begin + 4, () => this.#vote(this.#practice.stage === "CANDIDATE" ? 3 : 5)),
        ];
      case "ADOPTED":
        return [this.#happening(begin + 6, () => this.#declare())];
      default:
        return [];
    }
  }

  #happening(days: number, play: () => Promise<void>): Happening {
    return { at: new Date(this.#stageAt + days * day), about: [this.#practice.key], play };
  }

  async #publish(): Promise<void> {
    const { title, summary, clauses, author } = this.#practice;
    const riskCategories = [this.#practice.group === "agents" ? ("LOSS_OF_CONTROL" as const) : ("BIOLOGICAL" as const)];
    const text = { title, summary, clauses: [...clauses], riskCategories, severity: "MEDIUM" as const };
    const input = { practice: { ...text, tlp: "CLEAR" as const, documentKind: "BEST_PRACTICE" as const } };
    this.#itemId = (await this.#scene.voices.of(personOf(author)).publish(input)).id;
    this.#scene.practices.set(this.#practice.key, this.#itemId);
  }

  async #propose(): Promise<void> {
    const groupId = idOf(this.#scene.ids, this.#practice.group);
    await this.#as(this.#practice.author, (viewer) =>
      this.#store.commit(viewer, "proposePractice", { itemId: this.#itemId, groupId, ...once }),
    );
    this.#version = 1;
  }

  async #move(to: PracticeStage): Promise<void> {
    const days = commentDays[to];
    if (to === "GROUP_LAST_CALL" || to === "PUBLIC_COMMENT" || to === "CANDIDATE") await this.#answerAll();
    if (to === "ADOPTED") await this.#store.runDueTimers();
    await this.#as(this.#chair, (viewer) =>
      this.#store.commit(viewer, "movePractice", {
        itemId: this.#itemId,
        to,
        closesAt: days === undefined ? null : new Date(this.#scene.now().getTime() + days * day).toISOString(),
        reason: reasons[to] ?? null,
        successorId: this.#successorId,
        ...once,
      }),
    );
    this.#version += 1;
  }

  async #comment(type: CommentType, text: string): Promise<void> {
    const [clause] = this.#practice.clauses.length > 0 ? ["R-1"] : [null];
    const comment = { clause: clause ?? null, type, text, proposedChange: null };
    const { id } = await this.#as(this.#someMember(1), (viewer) =>
      this.#store.commit(viewer, "commentOnPractice", { itemId: this.#itemId, comment, ...once }),
    );
    this.#open.push(id);
  }

  async #visitorComments(): Promise<void> {
    const said = (text: string) => ({ clause: null, type: "GENERAL" as const, text, proposedChange: null });
    const welcome = {
      itemId: this.#itemId,
      comment: said("Thank you for opening this. It reads well."),
      name: "A. Teacher",
    };
    const { id } = await this.#store.commit(anonymous, "commentAsVisitor", welcome);
    await this.#as(this.#chair, (viewer) =>
      this.#store.commit(viewer, "moderateComment", { commentId: id, letIn: true }),
    );
    this.#open.push(id);
    const waiting = { itemId: this.#itemId, comment: said("Buy our product instead."), name: null };
    this.#waiting.push((await this.#store.commit(anonymous, "commentAsVisitor", waiting)).id);
  }

  /** Nothing goes on with a comment that nobody has answered. */
  async #answerAll(): Promise<void> {
    const chair = viewerOf(this.#scene, this.#chair);
    for (const commentId of this.#waiting.splice(0)) {
      await this.#store.commit(chair, "moderateComment", { commentId, letIn: false });
    }
    const answer = { disposition: "ACCEPTED", reason: "We have taken it up.", answeredIn: this.#version + 1 } as const;
    for (const commentId of this.#open.splice(0)) {
      await this.#store.commit(chair, "disposeComment", { commentId, ...answer, ...once });
    }
  }

  async #holdBallot(): Promise<void> {
    const closesAt = new Date(this.#scene.now().getTime() + 9 * day).toISOString();
    const { ballotId } = await this.#as(this.#chair, (viewer) =>
      this.#store.commit(viewer, "holdBallot", {
        groupId: idOf(this.#scene.ids, this.#practice.group),
        itemId: this.#itemId,
        version: this.#version,
        question: `Shall "${this.#practice.title}" be adopted as it stands?`,
        wish: {
          options: ["Adopt it", "Do not adopt it"],
          rule: null,
          quorumPercent: null,
          balanced: null,
          secret: null,
        },
        opensAt: null,
        closesAt,
        zone: "Europe/Zurich",
        ...once,
      }),
    );
    this.#ballotId = ballotId;
  }

  async #vote(count: number): Promise<void> {
    for (const [at, person] of this.#voters.slice(0, count).entries()) {
      const reason = at === 0 ? "We do so already." : null;
      await this.#as(person, (viewer) =>
        this.#store.commit(viewer, "castVote", { ballotId: this.#ballotId, option: at === 3 ? null : 0, reason }),
      );
    }
  }

  async #declare(): Promise<void> {
    const version = this.#version;
    // Each organisation declares something else of each practice, and one of them nothing.
    const turn = plannedPractices.indexOf(this.#practice);
    const people = declarations.map(({ person }) => person).filter((_, at) => at !== turn % declarations.length);
    for (const [at, person] of people.entries()) {
      const { level, note } = declarations[(at + turn) % declarations.length] ?? declarations[0];
      const isPartial = level === "PARTIAL";
      const validUntil =
        level === "FULL" ? new Date(this.#scene.now().getTime() + (300 + at) * day).toISOString() : null;
      const url = "https://example.org/how-we-do-it";
      const evidence = level === "FULL" ? [{ kind: "PUBLISHED_DOCUMENTATION" as const, url, title: null }] : [];
      const declaration = { level, clauses: isPartial ? ["R-1"] : null, deviations: [], evidence, validUntil, note };
      const tlp = at % 3 === 2 ? ("GREEN" as const) : ("CLEAR" as const);
      const label = { tlp, audience: { organizations: [], groups: [], sectors: [], accounts: [] } };
      await this.#as(person, (viewer) =>
        this.#store.commit(viewer, "declareAdoption", { itemId: this.#itemId, version, declaration, label, ...once }),
      );
    }
  }

  get #store(): Store {
    return this.#scene.store;
  }

  get #chair(): string {
    return groups.find(({ key }) => key === this.#practice.group)?.chair ?? "";
  }

  /** Somebody for each organisation of the group, its chair first. */
  get #voters(): readonly string[] {
    return this.#practice.group === "agents"
      ? ["fiona", "imogen", "renee", "priya", "elena", "katrin"]
      : ["katrin", "imogen", "luc", "fiona", "beat", "priya"];
  }

  #someMember(place: number): string {
    return this.#voters[place] ?? this.#chair;
  }

  get #successorId(): string | null {
    const { successor, stage } = this.#practice;
    return stage === "SUPERSEDED" && successor !== undefined ? (this.#scene.practices.get(successor) ?? null) : null;
  }

  #as<T>(person: string, act: (viewer: DemoViewer) => Promise<T>): Promise<T> {
    return act(viewerOf(this.#scene, person));
  }
}

type PlannedDeclaration = { readonly person: string; readonly level: AdoptionLevel; readonly note: string | null };

const declarations: readonly [PlannedDeclaration, ...PlannedDeclaration[]] = [
  { person: "imogen", level: "FULL", note: null },
  { person: "renee", level: "PARTIAL", note: "The rest follows with the next release." },
  { person: "priya", level: "INTENDS", note: null },
  { person: "luc", level: "EQUIVALENT_ALTERNATIVE", note: "Our own rules ask for more; see the link." },
  { person: "jiwoo", level: "NOT_ADOPTING", note: "We offer no product of this kind." },
  { person: "carla", level: "FULL", note: null },
  { person: "fiona", level: "FULL", note: null },
  { person: "elena", level: "PARTIAL", note: null },
];
