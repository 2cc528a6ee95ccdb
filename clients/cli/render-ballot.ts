import type { BallotDetail, BallotFields } from "../sdk/index.ts";
import { hanging } from "./layout.ts";
import type { Output } from "./output.ts";
import { oneLine, printable } from "./printable.ts";

/** A ballot as an entry of a list. */
export function ballotLine(out: Output, { id, state, question, group, closesAt, zone, result }: BallotFields): string {
  const stands = result === null ? `${state} until ${inZone(closesAt, zone)}` : `${state} ${result.outcome}`;
  return `${id}  ${out.style("bold", stands)}  ${oneLine(group.name)}: ${oneLine(question)}`;
}

/** A ballot as a page: what is asked, how it is decided, and how it stands as far as that is shown. */
export function ballotPage(out: Output, ballot: BallotDetail): string[] {
  const { practice, version, rule, quorumPercent, balanced, secret, zone, result } = ballot;
  const about =
    practice === null
      ? []
      : hanging(out, "about     ", `${practice.id} version ${version}: ${oneLine(practice.title)}`);
  const terms = [
    rule,
    `quorum ${quorumPercent} %`,
    ...(balanced ? ["no sector more than half"] : []),
    secret ? "secret" : "open",
  ];
  return [
    out.style("bold", `${ballot.id}  ${ballot.state}`),
    ...hanging(out, "question  ", printable(ballot.question)),
    ...hanging(out, "group     ", oneLine(ballot.group.name)),
    ...about,
    ...hanging(out, "decided   ", `by ${terms.join(", ")}`),
    `opens     ${inZone(ballot.opensAt, zone)}`,
    `closes    ${inZone(ballot.closesAt, zone)}`,
    ...(result === null
      ? []
      : [`result    ${result.outcome}, ${result.voted} of ${result.eligible} voted, ${result.abstained} abstained`]),
    "",
    ...ballot.options.flatMap((option, at) => optionLines(out, ballot, option, at)),
    ...voteLines(out, ballot),
  ];
}

function optionLines(out: Output, { result }: BallotDetail, option: string, at: number): string[] {
  const votes = result === null ? "" : `  ${result.votes[at] ?? 0} votes${result.winner === at ? ", won" : ""}`;
  return hanging(out, `  ${at + 1}  `, `${oneLine(option)}${votes}`);
}

function voteLines(out: Output, { votes, papers, voters, options }: BallotDetail): string[] {
  const named = (option: number | null): string => (option === null ? "abstains" : oneLine(options[option] ?? ""));
  const because = (reason: string | null): string => (reason === null ? "" : `: ${oneLine(reason)}`);
  const cast = [
    ...(votes ?? []).flatMap(({ organization, option, reason, heardAs }) => [
      ...hanging(out, `  ${oneLine(organization.name)}  `, `${named(option)}${because(reason)}`),
      ...(heardAs === null ? [] : hanging(out, "    heard  ", oneLine(heardAs))),
    ]),
    ...(papers ?? []).flatMap(({ option, reason }) =>
      hanging(out, "  somebody  ", `${named(option)}${because(reason)}`),
    ),
  ];
  const absent = voters.filter(({ voted }) => !voted).map(({ organization }) => oneLine(organization.name));
  return [
    ...(cast.length === 0 ? [] : ["", out.style("bold", "Votes"), ...cast]),
    ...(absent.length === 0 ? [] : ["", ...hanging(out, "have not voted  ", absent.join("; "))]),
  ];
}

/** An instant as people of a time zone write it, with the zone behind it. */
function inZone(instant: string, zone: string): string {
  const format = new Intl.DateTimeFormat("en-GB", { timeZone: zone, dateStyle: "medium", timeStyle: "short" });
  return `${format.format(new Date(instant))} ${oneLine(zone)}`;
}
