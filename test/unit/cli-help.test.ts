import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import type { Command } from "commander";
import { describe, expect, test } from "vitest";
import { program } from "../../clients/cli/program.ts";
import { run } from "../../clients/cli/run.ts";
import { adminProgram } from "../../server/admin/program.ts";

const io = { stdin: new PassThrough(), stdout: new PassThrough(), stderr: new PassThrough(), env: {} };

/** Commands that do something themselves, beside those below them. */
const doesItself: ReadonlySet<string> = new Set(["export"]);

/** Every command that does something, with the words that call it. */
function leaves(command: Command, words: readonly string[] = []): { words: readonly string[]; command: Command }[] {
  const below = command.commands.flatMap((child) => leaves(child, [...words, child.name()]));
  return below.length === 0 || doesItself.has(words.join(" ")) ? [...below, { words, command }] : below;
}
const commands = [
  ...leaves(program(io)).filter(({ words }) => words[0] !== "admin"),
  ...leaves(adminProgram(io), ["admin"]),
];

/** Every command that only has others below it. */
function parents(command: Command, words: readonly string[] = []): (readonly string[])[] {
  const below = command.commands.flatMap((child) => parents(child, [...words, child.name()]));
  return command.commands.length === 0 || words.length === 0 ? below : [words, ...below];
}
const nouns = [...parents(program(io)), ...parents(adminProgram(io), ["admin"])];

async function helpOf(words: readonly string[]): Promise<string> {
  const stdout = new PassThrough();
  const printed = text(stdout);
  expect(await run([...words, "--help"], { ...io, stdout })).toBe(0);
  stdout.end();
  return printed;
}

/** The words of an example, without quoted text, redirections and remarks. */
function exampleWords(line: string): string[] {
  const call = line.replace(/"[^"]*"/g, "text").replace(/\s[#|<>].*$/, "");
  return call.trim().split(/\s+/).slice(2);
}

describe("the help", () => {
  test.each([...commands.map(({ words }) => words), ...nouns].map((words) => [words.join(" "), words] as const))(
    "of `%s` ends with examples that can be called",
    async (_name, words) => {
      const examples = (await helpOf(words)).split("\n").filter((line) => line.startsWith("  $ tocsin "));
      expect(examples).not.toEqual([]);
      for (const example of examples) {
        const called = exampleWords(example);
        const found = commands.find((candidate) => candidate.words.every((word, at) => called[at] === word));
        expect(found, example).toBeDefined();
        const known = found?.command.options.map(({ long }) => long) ?? [];
        expect(known, example).toEqual(expect.arrayContaining(called.filter((word) => word.startsWith("--"))));
      }
    },
  );

  test("describes every argument", () => {
    const silent = commands.filter(({ command }) =>
      command.registeredArguments.some(({ description }) => !description),
    );
    expect(silent.map(({ words }) => words.join(" "))).toEqual([]);
  });

  test("offers --json wherever something is printed", () => {
    const without = commands.filter(({ command }) => !command.options.some(({ long }) => long === "--json"));
    expect(without.map(({ words }) => words.join(" "))).toEqual([]);
  });
});
