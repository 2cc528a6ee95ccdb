import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { run } from "../../clients/cli/run.ts";

async function complaint(...words: readonly string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const printed = Promise.all([text(stdout), text(stderr)]);
  const code = await run(words, { stdin: stdin.end(), stdout, stderr, env: {} });
  stdout.end();
  stderr.end();
  const [out, err] = await printed;
  return { code, stdout: out, stderr: err };
}

describe("wrong usage", () => {
  const cases: readonly (readonly [string, RegExp])[] = [
    ["frob", /^unknown command 'frob'$/],
    ["items --frob", /^unknown option '--frob'$/],
    ["sighting itm_1 --count 2", /^required option '--first-seen <date>' not specified$/],
    ["items --severity awful", /^--severity does not take "awful"/],
    ["items --limit 101", /^--limit takes a whole number from 0 to 100, not "101"\.$/],
    ["items --order best-match", /^--order best-match needs a text to match: give --text, or another order\.$/],
    ["admin org", /^unknown option '--json'$/],
    ["admin org add --sector COMPANY", /^required option '--name <name>' not specified$/],
    ["admin org add --name N2 --sector BANK", /argument 'BANK' is invalid\. The sectors are COMPANY/],
    ["admin token create --account acc_1 --expires tomorrow", /argument 'tomorrow' is invalid\. Give an instant/],
    ["admin group join --group x", /^give one of --account and --org$/],
  ];

  test.each(cases)("of `%s` is one JSON object with --json, and text without", async (line, message) => {
    const json = await complaint(...line.split(" "), "--json");
    expect(json).toMatchObject({ code: 2, stdout: "" });
    const told: unknown = JSON.parse(json.stderr);
    expect(told).toEqual({ error: { code: "USAGE", message: expect.stringMatching(message) } });
    const plain = await complaint(...line.split(" "));
    expect(plain).toMatchObject({ code: 2, stdout: "", stderr: expect.stringMatching(/^(error|tocsin|Usage): /) });
  });
});
