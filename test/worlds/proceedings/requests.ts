/** What is sent for each act, with real ids for places in the world. */
import type { Ids, Known } from "./forum.ts";
import { closingAfter, optionsOf } from "./oracle.ts";
import type { Act, Label } from "./world.ts";
import { minuteMs, said } from "./world.ts";

/** Which id stands for what. */
export type Names = {
  readonly ids: Ids;
  readonly organizations: readonly string[];
  readonly accounts: readonly string[];
  readonly groups: readonly string[];
};
type Asked = { readonly act: Act; readonly place: number; readonly known: Known; readonly now: number };

const absent = "0".repeat(26);

export function variablesOf(names: Names, { act, place, known, now }: Asked): Readonly<Record<string, unknown>> {
  const { ids } = names;
  const at = (minutes: number): string => new Date(now + minutes * minuteMs).toISOString();
  const comment = "comment" in act ? (ids.comments[act.comment] ?? `cmt_${absent}`) : null;
  const ballot = "ballot" in act ? (ids.ballots[act.ballot] ?? `blt_${absent}`) : null;
  const meeting = "meeting" in act ? (ids.meetings[act.meeting] ?? `mtg_${absent}`) : null;
  const practice = "practice" in act && act.practice !== null ? (ids.practices[act.practice] ?? `itm_${absent}`) : null;
  switch (act.type) {
    case "publish":
      return { input: inputOf(names, act.label) };
    case "propose":
      return { id: practice, group: names.groups[act.group] };
    case "relabel":
      return { id: practice, revision: known.revision, input: inputOf(names, act.label) };
    case "withdraw":
      return { id: practice };
    case "move":
      return {
        id: practice,
        to: act.to,
        closesAt: act.days === null ? null : closingAfter(now, act.days, place),
        reason: act.reason ? said(place, "why") : null,
      };
    case "comment":
      return { id: practice, input: { type: act.sort, clause: act.clause, text: said(place, "text") } };
    case "visit": {
      const name = act.named ? said(place, "name") : null;
      return { id: practice, name, input: { type: "OBJECTION", text: said(place, "text") } };
    }
    case "moderate":
      return { id: comment, letIn: act.letIn };
    case "dispose": {
      const reason = act.reason ? said(place, "answer") : null;
      return { id: comment, disposition: act.disposition, reason };
    }
    case "object":
      return { id: comment, text: said(place, "objection") };
    case "withdrawComment":
      return { id: comment };
    case "hold": {
      const opensAt = act.opensIn === null ? null : now + act.opensIn * minuteMs + place;
      const closesAt = (opensAt ?? now) + act.lasts * minuteMs + place;
      return {
        group: names.groups[act.group],
        practice,
        version: act.practice === null ? null : known.version,
        question: said(place, "question"),
        options: optionsOf(act.options, place),
        ...act.wish,
        opensAt: opensAt === null ? null : new Date(opensAt).toISOString(),
        closesAt: new Date(closesAt).toISOString(),
      };
    }
    case "vote": {
      const paper = act.option === null ? { abstain: true } : { option: act.option };
      return { id: ballot, ...paper, reason: act.reason ? said(act.words ?? place, "vote") : null };
    }
    case "hear": {
      const organization = names.organizations[act.organization];
      return { id: ballot, organization, answer: said(place, "heard") };
    }
    case "close":
      return { id: ballot };
    case "call":
      return {
        group: names.groups[act.group],
        title: said(place, "title"),
        startsAt: at(act.startsIn),
        endsAt: at(act.startsIn + act.lasts),
        place: said(place, "place"),
        agenda: [said(place, "agenda")],
        rule: act.rule,
      };
    case "change":
      return { id: meeting, title: said(place, "title") };
    case "cancel":
      return { id: meeting };
    case "record": {
      const organization = act.owner === null ? null : names.organizations[act.owner];
      return {
        id: meeting,
        minutes: said(place, "minutes"),
        decisions: [said(place, "decided")],
        actions: [{ text: said(place, "action"), organization }],
      };
    }
    case "attend":
      return { id: meeting, present: act.present.map((account) => names.accounts[account]) };
    case "join":
    case "leave": {
      const { member } = act;
      const named =
        "account" in member
          ? { account: names.accounts[member.account] }
          : { organization: names.organizations[member.organization] };
      return { group: names.groups[act.group], ...named };
    }
    case "role":
      return {
        group: names.groups[act.group],
        account: names.accounts[act.account],
        role: act.role,
        held: act.held,
      };
  }
}

function inputOf({ organizations, groups, accounts }: Names, { tlp, audience, attribution }: Label): object {
  const clauses = ["Rotate.", "Write it down."].map((text) => ({ level: "MUST", text }));
  const text = { title: "Rotate keys", summary: "Often.", riskCategories: ["CYBER"], severity: "LOW", clauses };
  return {
    practice: {
      ...text,
      tlp,
      attribution,
      audience: {
        organizations: audience.organizations.map((index) => organizations[index]),
        groups: audience.groups.map((index) => groups[index]),
        sectors: audience.sectors,
        accounts: audience.accounts.map((index) => accounts[index]),
      },
    },
  };
}
