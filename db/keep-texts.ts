import type { SQL } from "drizzle-orm";

type Text = { readonly sql: string; readonly params: unknown[] };

/** Turns a query into text once, for as long as the query itself is kept: that takes longer than to ask a short one. */
export function keepTexts(toText: (query: SQL) => Text): (query: SQL) => Text {
  const kept = new WeakMap<SQL, Text>();
  return (query) => {
    const text = kept.get(query) ?? toText(query);
    kept.set(query, text);
    return text;
  };
}
