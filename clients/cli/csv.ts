import { printable } from "./printable.ts";

/** What a spreadsheet would take for a formula: text of others must not become one when the file is opened. */
const formula = /^\s*[=+\-@]/;

/** Rows as RFC 4180 says, with a header. */
export function csvOf(header: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  return [header, ...rows].map((row) => `${row.map(cellOf).join(",")}\r\n`).join("");
}

function cellOf(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const plain = printable(value);
  const text = formula.test(plain) ? `'${plain}` : plain;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
