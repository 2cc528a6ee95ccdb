import type { Command } from "commander";
import type { Io } from "../io.ts";
import { findKind, kebab, kindInputs, readSchema } from "../item-schema.ts";
import { Output } from "../output.ts";
import { described } from "../session.ts";
import { templateFor } from "../template.ts";

export function templateCommand(io: Io): Command {
  return described("template", "print a YAML file to fill in and publish; without a kind, the kinds that there are", [
    "template",
    "template circumvention-technique > technique.yaml",
  ])
    .argument("[kind]", "a kind of item, such as advisory")
    .option("--json", "print JSON")
    .action(async (word: string | undefined, options: { readonly json?: boolean }) => {
      const out = new Output(io, options.json ?? false);
      const kinds = kindInputs(await readSchema());
      if (word === undefined) {
        const list = kinds.map(({ name, description }) => ({ kind: kebab(name), description }));
        const lines = (): string[] => list.map(({ kind, description }) => `${kind.padEnd(24)} ${description}`);
        await out.either({ kinds: list }, lines);
        return;
      }
      const kind = findKind(kinds, word);
      const template = templateFor(kind);
      await out.either({ kind: kebab(kind.name), template }, () => [template.trimEnd()]);
    });
}
