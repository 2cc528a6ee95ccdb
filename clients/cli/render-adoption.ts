import type { AdoptionFields, AdoptionMatrix, ClauseMatrix } from "../sdk/index.ts";
import { hanging } from "./layout.ts";
import type { Output } from "./output.ts";
import { widestLabel } from "./output.ts";
import { oneLine } from "./printable.ts";
import { padText } from "./text-width.ts";

type Standing = AdoptionMatrix["counts"][number]["standing"];

/** One letter for each standing, as the matrix is printed with. */
const letters: Readonly<Record<Standing, string>> = {
  INTENDS: "i",
  PARTIAL: "P",
  FULL: "F",
  EQUIVALENT_ALTERNATIVE: "E",
  NOT_ADOPTING: "n",
  WITHDRAWN: "w",
  EARLIER_VERSION: "<",
  OVERDUE: "!",
  EXPIRED: "x",
};

/** A declaration, with its label before it. */
export function adoptionLines(out: Output, adoption: AdoptionFields): string[] {
  const { organization, practice, version, level, standing, clauses, validUntil, evidence, deviations, note } =
    adoption;
  const state = standing === null || standing === level ? level : `${level}, ${standing}`;
  const parts = [
    `${oneLine(organization.name)}: ${state} of version ${version} of ${oneLine(practice.title)} (${practice.id})`,
    ...(clauses === null ? [] : [`clauses ${clauses.map(oneLine).join(", ")}`]),
    ...deviations.map(({ clause, reason }) => `not to the letter ${oneLine(clause)}: ${oneLine(reason)}`),
    ...evidence.map(({ kind, url }) => `${kind} ${oneLine(url)}`),
    ...(validUntil === null ? [] : [`until ${validUntil}`]),
    ...(note === null ? [] : [oneLine(note)]),
  ];
  return hanging(out, `${out.label(adoption.tlp, widestLabel)}  `, parts.join("; "));
}

/** Practices against organisations: a row a practice, a letter an organisation, and what the letters mean. */
export function matrixLines(out: Output, { organizations, rows, counts }: AdoptionMatrix): string[] {
  const legend = counts.map(({ standing, count }) => `${letters[standing]} ${standing} ${count}`).join("  ");
  return [
    ...organizations.map(({ name }, at) => `${"  ".repeat(at)}┌ ${oneLine(name)}`),
    ...rows.map(({ practice, version, standings }) => {
      const cells = standings.map((standing) => (standing === null ? "·" : letters[standing])).join(" ");
      const about = `${oneLine(practice.title)} (${practice.id}, version ${version})`;
      return `${cells}  ${out.label(practice.tlp, widestLabel)}  ${about}`;
    }),
    ...(legend === "" ? ["Nothing has been declared that you may see."] : ["", legend]),
  ];
}

/** One practice, a row a clause. */
export function clauseLines(out: Output, { practice, version, clauses }: ClauseMatrix): string[] {
  return [
    `${out.label(practice.tlp)}  ${oneLine(practice.title)} (${practice.id}), version ${version}`,
    ...clauses.flatMap(({ clause, entries }) => {
      const who = entries.map(({ organization, standing, deviation }) => {
        const otherwise = deviation === null ? "" : ` but ${oneLine(deviation)}`;
        return `${oneLine(organization.name)} ${standing}${otherwise}`;
      });
      return hanging(
        out,
        `${padText(oneLine(clause), 6)}  `,
        who.length === 0 ? "nobody that you see" : who.join("; "),
      );
    }),
  ];
}
