import { UsageError } from "./exit-codes.ts";

/** A word of a closed list as people write it: `self-replication` is SELF_REPLICATION, `TLP:AMBER+STRICT` is AMBER_STRICT. */
export function readWord(word: string): string {
  return word
    .trim()
    .replace(/^(TLP|PAP):/i, "")
    .toUpperCase()
    .replace(/[-+ ]/g, "_");
}

/** One word of a list, or a usage error that names them all. */
export function chosen<T extends string>(values: readonly T[], word: string, option: string): T {
  const found = values.find((value) => value === readWord(word));
  if (found !== undefined) return found;
  throw new UsageError(`${option} does not take "${word}". It takes: ${values.join(", ")}.`);
}

/** A date alone means its first instant, in UTC. */
export function readInstant(text: string): string {
  return /^\d{4}-\d\d-\d\d$/.test(text.trim()) ? `${text.trim()}T00:00:00.000Z` : text.trim();
}

export function instantOption(text: string, option: string): string {
  const instant = readInstant(text);
  if (Number.isNaN(Date.parse(instant))) throw new UsageError(`${option} takes a date or an instant, not "${text}".`);
  return new Date(instant).toISOString();
}

export function numberOption(text: string, option: string, least = 0, most = Infinity): number {
  const number = Number(text);
  if (text.trim() === "" || !Number.isInteger(number) || number < least || number > most) {
    const range = most === Infinity ? `from ${least} on` : `from ${least} to ${most}`;
    throw new UsageError(`${option} takes a whole number ${range}, not "${text}".`);
  }
  return number;
}
