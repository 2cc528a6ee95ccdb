import type { Role, Sector } from "../../clients/sdk/index.ts";

/** Everybody here is invented, and so are the models. Keys are what the demo calls its members by, before they have ids. */
export type DemoOrganization = {
  readonly key: string;
  readonly name: string;
  readonly sector: Sector;
  readonly country: string;
};
export type DemoPerson = {
  readonly key: string;
  readonly organization: string;
  readonly name: string;
  readonly role: Role;
  /** Whether the directory shows the account to other members. */
  readonly listed: boolean;
};
export type DemoGroup = {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly organizations: readonly string[];
  readonly people: readonly string[];
  /** Who proposed it and chairs it, and who signed on; a group without a charter has nobody. */
  readonly chair?: string;
  readonly signers?: readonly string[];
};
export type DemoSystem = { readonly provider: string; readonly model: string; readonly version: string };

export const organizations: readonly DemoOrganization[] = [
  { key: "aldermoor", name: "Aldermoor AI", sector: "COMPANY", country: "GB" },
  { key: "meridian", name: "Meridian Systems", sector: "COMPANY", country: "US" },
  { key: "kestrel", name: "Kestrel Labs", sector: "COMPANY", country: "US" },
  { key: "aurore", name: "Modèles Aurore", sector: "COMPANY", country: "FR" },
  { key: "haneul", name: "Haneul Intelligence", sector: "COMPANY", country: "KR" },
  { key: "brightwater", name: "Brightwater Cloud", sector: "COMPANY", country: "US" },
  { key: "oasa", name: "Office for AI Safety Assessment", sector: "GOVERNMENT", country: "GB" },
  { key: "zki", name: "Zentralstelle für KI-Vorfälle", sector: "GOVERNMENT", country: "DE" },
  { key: "adr", name: "Agency for Digital Resilience", sector: "GOVERNMENT", country: "CA" },
  { key: "tarn", name: "Tarn Valley University, Machine Safety Group", sector: "ACADEMIA", country: "US" },
  { key: "lindau", name: "Institut für verlässliche Systeme Lindau", sector: "ACADEMIA", country: "CH" },
  { key: "harbour", name: "Open Harbour Trust", sector: "CIVIL_SOCIETY", country: "NL" },
  { key: "plainsight", name: "Plain Sight Foundation", sector: "CIVIL_SOCIETY", country: "KE" },
  { key: "secretariat", name: "Forum Secretariat", sector: "CIVIL_SOCIETY", country: "CH" },
];

/** The first is the provider; the second its client, to whom it may pass TLP:AMBER on. */
export const clients: readonly (readonly [provider: string, client: string])[] = [
  ["meridian", "brightwater"],
  ["oasa", "adr"],
];

const person = (key: string, organization: string, name: string, role: Role = "CONTRIBUTOR", listed = true) => {
  return { key, organization, name, role, listed };
};

export const people: readonly DemoPerson[] = [
  person("imogen", "aldermoor", "Imogen Hartley"),
  person("tomasz", "aldermoor", "Tomasz Zieliński"),
  person("renee", "meridian", "Renée Okafor"),
  person("daniel", "meridian", "Daniel Whitcombe"),
  person("priya", "kestrel", "Priya Raghunathan"),
  person("luc", "aurore", "Luc Delacroix"),
  person("amina", "aurore", "Amina Benali", "READER"),
  person("jiwoo", "haneul", "Seo Ji-woo"),
  person("carla", "brightwater", "Carla Mendes"),
  person("fiona", "oasa", "Fiona Abernethy"),
  person("samuel", "oasa", "Samuel Adeyemi", "READER"),
  person("katrin", "zki", "Katrin Vollmer"),
  person("jonas", "zki", "Jonas Brandt", "CONTRIBUTOR", false),
  person("noemie", "adr", "Noémie Tremblay"),
  person("elena", "tarn", "Elena Marchetti"),
  person("wei", "tarn", "Wei Zhang", "READER"),
  person("beat", "lindau", "Beat Ammann"),
  person("marijke", "harbour", "Marijke de Vries"),
  person("wanjiru", "plainsight", "Wanjiru Kamau"),
  person("oskar", "secretariat", "Oskar Lindqvist", "STEWARD"),
];

export const groups: readonly DemoGroup[] = [
  {
    key: "agents",
    name: "Agentic Systems Working Group",
    description: "Permissions, oversight and incidents of systems that act on their own.",
    organizations: ["aldermoor", "meridian", "kestrel", "oasa", "tarn"],
    people: ["katrin", "marijke"],
    chair: "fiona",
    signers: ["imogen", "elena"],
  },
  {
    key: "biochem",
    name: "Biological and Chemical Safeguards Working Group",
    description: "Screening, evaluation and reporting where models touch the life sciences and chemistry.",
    organizations: ["aldermoor", "aurore", "zki", "oasa"],
    people: ["beat", "priya"],
    chair: "katrin",
    signers: ["luc", "imogen"],
  },
  {
    key: "response",
    name: "Incident Response Liaison",
    description: "Whom to call, at night as well.",
    organizations: [],
    people: ["imogen", "renee", "priya", "jiwoo", "fiona", "katrin", "noemie"],
  },
];

export const systems: readonly DemoSystem[] = [
  { provider: "Aldermoor AI", model: "Larch 3", version: "3.2" },
  { provider: "Aldermoor AI", model: "Larch 3 Small", version: "3.1" },
  { provider: "Meridian Systems", model: "Compass 5", version: "5.0" },
  { provider: "Meridian Systems", model: "Compass Agent", version: "2.4" },
  { provider: "Kestrel Labs", model: "Windhover", version: "2" },
  { provider: "Modèles Aurore", model: "Aurore 4", version: "4.1" },
  { provider: "Haneul Intelligence", model: "Onda Pro", version: "1.8" },
  { provider: "Corvid Open Models", model: "Jackdaw 70B", version: "0.9" },
  { provider: "Fenwick Robotics", model: "Steady", version: "6" },
];

export function personOf(key: string): DemoPerson {
  const found = people.find((one) => one.key === key);
  if (found === undefined) throw new Error(`the demo knows nobody by the name ${key}`);
  return found;
}

export function emailOf({ name, organization }: DemoPerson): string {
  const local = name
    .normalize("NFD")
    .replaceAll(/[^A-Za-z ]/g, "")
    .toLowerCase()
    .replaceAll(" ", ".");
  return `${local}@${organization}.example`;
}
