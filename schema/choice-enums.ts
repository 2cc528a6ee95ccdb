import type { ChoiceName } from "../domain/fields.ts";
import type { choiceLists } from "../domain/fields.ts";
import { choiceWords } from "./choice-words.ts";
import { enumOf } from "./enums.ts";

/** The closed lists that fields of items take their words from, each printed as the enum of its name. */
const refs = Object.entries(choiceWords).map(([name, { description, words }]) => [
  name,
  enumOf<string>(name, description, words),
]);

export const choiceEnums = Object.fromEntries(refs) as Record<ChoiceName, ReturnType<typeof enumOf<string>>>; // choiceWords has every name

/** The same, for the fields whose words the resolvers know. */
export function choiceEnum<const N extends ChoiceName>(name: N) {
  // the enum of that name has exactly the words of that list
  return choiceEnums[name] as ReturnType<typeof enumOf<(typeof choiceLists)[N][number]>>;
}
