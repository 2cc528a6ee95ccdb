import { newId } from "../../domain/ids.ts";
import { parseText } from "../../domain/parse.ts";
import { sameName } from "../../domain/people.ts";
import type { CommandContext } from "./command.ts";
import { conflict } from "./write-item.ts";

/** Enters a group into the directory; CONFLICT where one of this name is there. */
export async function nameGroup(
  { tx, dialect }: CommandContext,
  { name, description }: { readonly name: string; readonly description: string | null },
): Promise<string> {
  const { groups } = dialect.tables;
  parseText(name, "name", 200, true);
  if (description !== null) parseText(description, "description", 2_000, false);
  const others = await tx.db.select({ name: groups.name }).from(groups);
  if (others.some((other) => sameName(other.name, name))) throw conflict("There is a group of this name already.");
  const id = newId("group");
  await tx.db.insert(groups).values({ id, name, description, createdAt: tx.at });
  return id;
}
