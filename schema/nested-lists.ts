import { badInput } from "../domain/errors.ts";

/** Lists that hang on an item: how many entries are given where nothing is said, and at most. */
export const nestedSize = 20;
export const maxNestedSize = 100;

/** For the cost of an operation: text of up to 100,000 characters weighs as much as so many objects. */
export const heavy = { cost: 3 };

/** For the cost of an operation: what a list of an item may hold. */
export function nestedCost(argument: "first" | "last") {
  return { pageSize: nestedSize, pageSizeArgs: [argument] };
}

/** The number of entries that was asked for; BAD_USER_INPUT outside of 0 to 100. */
export function parseNestedSize(value: number | null | undefined, argument: "first" | "last"): number {
  const size = value ?? nestedSize;
  if (size < 0 || size > maxNestedSize) throw badInput(argument, `Give a number from 0 to ${maxNestedSize}.`);
  return size;
}
