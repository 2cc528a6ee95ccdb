import { builder } from "./builder.ts";

/** Prints a closed list of words as an enum. The words are those of the list; a word without a description does not compile. */
export function enumOf<const V extends string>(name: string, description: string, words: Readonly<Record<V, string>>) {
  const entries = Object.entries<string>(words).map(([value, meaning]) => [value, { value, description: meaning }]);
  // the keys of `words`, each standing for itself
  const values = Object.fromEntries(entries) as {
    readonly [K in V]: { readonly value: K; readonly description: string };
  };
  return builder.enumType(name, { description, values });
}
