import type { Attribution, Tlp } from "../../clients/sdk/index.ts";
import type { ForumKey, OrganizationKey, PersonKey } from "./cast.ts";

/** A label with its audience, by the keys of the cast. */
export type StoryLabel = {
  readonly tlp: Tlp;
  readonly organizations?: readonly OrganizationKey[];
  readonly people?: readonly PersonKey[];
  readonly toGroup?: boolean;
  readonly attribution?: Attribution;
};
export type Step =
  | {
      readonly does: "publish";
      readonly by: PersonKey;
      readonly item: string;
      readonly title: string;
      readonly label: StoryLabel;
    }
  | {
      readonly does: "revise";
      readonly by: PersonKey;
      readonly item: string;
      readonly title: string;
      readonly label: StoryLabel;
    }
  | { readonly does: "withdraw"; readonly by: PersonKey; readonly item: string; readonly reason: string }
  | { readonly does: "leave"; readonly forum: ForumKey };

/** Something under every label, from every forum. */
export const before: readonly Step[] = [
  {
    does: "publish",
    by: "astrid",
    item: "credentials",
    title: "Rotate the credentials of agents",
    label: { tlp: "CLEAR" },
  },
  {
    does: "publish",
    by: "astrid",
    item: "calendar",
    title: "Instructions hidden in calendar invitations",
    label: { tlp: "GREEN" },
  },
  {
    does: "publish",
    by: "aksel",
    item: "probing",
    title: "Weights are being probed from two networks",
    label: { tlp: "AMBER", organizations: ["bureau", "nordic"] },
  },
  {
    does: "publish",
    by: "anna",
    item: "evaluation",
    title: "An evaluation that the model noticed",
    label: { tlp: "AMBER_STRICT", organizations: ["coral"], attribution: "ANONYMOUS" },
  },
  {
    does: "publish",
    by: "astrid",
    item: "insider",
    title: "A person at a supplier has copied prompts",
    label: { tlp: "RED", people: ["cora"] },
  },
  {
    does: "publish",
    by: "bruno",
    item: "uplift",
    title: "First signs of uplift in a closed test",
    label: { tlp: "RED", people: ["anna"], attribution: "SECTOR" },
  },
  {
    does: "publish",
    by: "bea",
    item: "filter",
    title: "A filter that lets role-play through",
    label: { tlp: "AMBER", organizations: ["fjord"] },
  },
  {
    does: "publish",
    by: "berit",
    item: "guidance",
    title: "How to report an incident with agents",
    label: { tlp: "CLEAR" },
  },
  {
    does: "publish",
    by: "cora",
    item: "cell",
    title: "What the incident cell has found",
    label: { tlp: "AMBER", toGroup: true },
  },
  {
    does: "publish",
    by: "chiyo",
    item: "jailbreak",
    title: "Long conversations weaken refusals",
    label: { tlp: "GREEN" },
  },
];

/** What becomes of it: each of these reaches everybody who had it. */
export const after: readonly Step[] = [
  {
    does: "revise",
    by: "astrid",
    item: "credentials",
    title: "Rotate the credentials of agents and of their tools",
    label: { tlp: "CLEAR" },
  },
  {
    does: "revise",
    by: "astrid",
    item: "calendar",
    title: "Instructions hidden in calendar invitations",
    label: { tlp: "AMBER", organizations: ["bureau"] },
  },
  {
    does: "revise",
    by: "aksel",
    item: "probing",
    title: "Weights are being probed from three networks",
    label: { tlp: "AMBER", organizations: ["bureau", "nordic", "coral"] },
  },
  { does: "withdraw", by: "bea", item: "filter", reason: "The filter was not the cause." },
  { does: "leave", forum: "pacific" },
];
