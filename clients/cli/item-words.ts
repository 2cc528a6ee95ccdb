import type { ItemFields } from "../sdk/index.ts";
import type { Output } from "./output.ts";
import { oneLine } from "./printable.ts";

const severityStyles = { LOW: "dim", MEDIUM: "cyan", HIGH: "magenta", CRITICAL: "red" } as const;

export function severity(out: Output, { severity: value }: Pick<ItemFields, "severity">): string {
  return out.style(severityStyles[value], value) + " ".repeat(Math.max(0, "CRITICAL".length - value.length));
}

export function origin(item: Pick<ItemFields, "origin" | "originSector">): string {
  const { origin: organization, originSector } = item;
  return oneLine(organization?.name ?? (originSector === null ? "origin withheld" : `a member of ${originSector}`));
}

/** `successRate` and `EVIDENCE_FOR` as people read them. */
export function words(name: string): string {
  const spaced = /^[A-Z_]+$/.test(name)
    ? name.toLowerCase().replaceAll("_", " ")
    : name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

/** What there is of some texts, in one. */
export function joined(...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== "").join(" · ");
}
