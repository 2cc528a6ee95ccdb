/** What the register of adoptions is, done again in the most naive way. It imports nothing of the product. */
export type Label = {
  readonly tlp: "AMBER" | "GREEN" | "CLEAR";
  readonly organizations: readonly number[];
  readonly group: boolean;
};
export type Who = { readonly organization: number; readonly inGroup: boolean } | null;

export type Declared = {
  readonly organization: number;
  readonly practice: number;
  readonly version: number;
  readonly level: "INTENDS" | "FULL" | "NOT_ADOPTING";
  /** In minutes. */
  readonly validUntil: number | null;
  readonly label: Label;
};
export type RegisterPractice = { readonly label: Label; version: number };

/** Whoever the label names, and the organisation whose it is. */
export function sees(who: Who, { tlp, organizations, group }: Label, owner: number): boolean {
  if (tlp === "CLEAR") return true;
  if (who === null) return false;
  if (who.organization === owner) return true;
  if (tlp === "GREEN" && organizations.length === 0 && !group) return true;
  return organizations.includes(who.organization) || (group && who.inGroup);
}

export class RegisterOracle {
  readonly practices: RegisterPractice[] = [];
  readonly owner: number;
  declared: Declared[] = [];

  constructor(owner: number) {
    this.owner = owner;
  }

  declare(one: Declared): void {
    const same = (other: Declared): boolean =>
      other.organization === one.organization && other.practice === one.practice && other.version === one.version;
    this.declared = [...this.declared.filter((other) => !same(other)), one];
  }

  seesPractice(who: Who, practice: number): boolean {
    const found = this.practices[practice];
    return found !== undefined && sees(who, found.label, this.owner);
  }

  seen(who: Who): Declared[] {
    return this.declared.filter(
      ({ practice, label, organization }) => this.seesPractice(who, practice) && sees(who, label, organization),
    );
  }

  /** Where an organisation stands with a practice, for somebody at an instant; null for nothing. */
  standing(who: Who, practice: number, organization: number, now: number): string | null {
    const current = this.practices[practice]?.version;
    const own = this.seen(who).filter((one) => one.practice === practice && one.organization === organization);
    const newest = own.find(({ version }) => version === current);
    if (newest === undefined) return own.some(({ level }) => level !== "NOT_ADOPTING") ? "EARLIER_VERSION" : null;
    const { level, validUntil } = newest;
    if (level === "NOT_ADOPTING" || validUntil === null || validUntil > now) return level;
    return level === "INTENDS" ? "OVERDUE" : "EXPIRED";
  }
}
