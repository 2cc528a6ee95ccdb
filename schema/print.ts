/** `npm run schema`: writes schema.graphql, the only thing that clients know of this folder. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { printSchema } from "graphql";
import { schema } from "./index.ts";

export function printedSchema(): string {
  return `${printSchema(schema)}\n`;
}

if (import.meta.main) await writeFile(join(import.meta.dirname, "schema.graphql"), printedSchema());
