import { notFound } from "../domain/errors.ts";

/** What has to be there for whoever got this far; should it have gone meanwhile, that is what the caller is told. */
export async function required<T>(value: Promise<T | null>): Promise<T> {
  const found = await value;
  if (found === null) throw notFound();
  return found;
}
