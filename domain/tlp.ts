/** The labels of FIRST TLP 2.0, strictest first. https://www.first.org/tlp/ */
export const tlpLabels = ["RED", "AMBER_STRICT", "AMBER", "GREEN", "CLEAR"] as const;
export type Tlp = (typeof tlpLabels)[number];

/** Who a recipient may pass an item on to. */
export const relayScopes = ["NOBODY", "OWN_ORGANIZATION", "CLIENTS", "COMMUNITY", "ANYONE"] as const;
export type RelayScope = (typeof relayScopes)[number];

/** What an author must, may or must not name under a label. */
export type AudienceRule = "accounts" | "circles" | "optional circles" | "none";

type LabelRule = {
  readonly audience: AudienceRule;
  readonly relay: RelayScope;
  /** Every read is written to the audit log. */
  readonly readsAudited: boolean;
  /** What a reader may do with the item, in the words of the standard. */
  readonly handling: string;
};

export const labelRules: Readonly<Record<Tlp, LabelRule>> = {
  RED: {
    audience: "accounts",
    relay: "NOBODY",
    readsAudited: true,
    handling: "For the eyes and ears of the named persons only. Pass it on to nobody.",
  },
  AMBER_STRICT: {
    audience: "circles",
    relay: "OWN_ORGANIZATION",
    readsAudited: false,
    handling: "Share within your own organisation only, with those who need to know.",
  },
  AMBER: {
    audience: "circles",
    relay: "CLIENTS",
    readsAudited: false,
    handling: "Share within your own organisation and with its clients, with those who need to know.",
  },
  GREEN: {
    audience: "optional circles",
    relay: "COMMUNITY",
    readsAudited: false,
    handling: "Share with peers and partners within the community, not via publicly accessible channels.",
  },
  CLEAR: {
    audience: "none",
    relay: "ANYONE",
    readsAudited: false,
    handling: "Share with anybody, subject to the usual rules of copyright.",
  },
};

/** A label as people must see it: in capitals, before the text, such as `TLP:AMBER+STRICT`. */
export function printTlp(label: Tlp): string {
  return `TLP:${label.replace("_", "+")}`;
}

/** Whether a label lets further than another: what hangs on something is never labelled weaker than that. */
export function isWeaker(label: Tlp, than: Tlp): boolean {
  return tlpLabels.indexOf(label) > tlpLabels.indexOf(than);
}

/** The label to show of what hangs on an item: its own, or that of the item where the item has been narrowed since. */
export function labelBeside(own: Tlp, item: Tlp): Tlp {
  return isWeaker(own, item) ? item : own;
}
