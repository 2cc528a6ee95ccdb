import { PassThrough } from "node:stream";
import { describe, expect, test } from "vitest";
import { Output } from "../../clients/cli/output.ts";
import { oneLine, printable, safeJson } from "../../clients/cli/printable.ts";
import type { Io } from "../../clients/cli/io.ts";

const hostile = "a\u001b[31mred\u001b]0;title\u0007\u009b2J\r\nb\u202Ec\u0000";

function outputTo(isTTY: boolean, env: Io["env"] = {}): Output {
  const stream = Object.assign(new PassThrough(), { isTTY });
  return new Output({ stdin: process.stdin, stdout: stream, stderr: stream, env }, false);
}

describe("text of others", () => {
  test("loses every character that could steer a terminal", () => {
    expect(printable(hostile)).toBe("a[31mred]0;title2J\nbc");
    expect(oneLine(hostile)).toBe("a[31mred]0;title2J bc");
  });

  test("keeps tabs, line ends and every script", () => {
    expect(printable("ä\t漢字\nمرحبا 👩‍🔬")).toBe("ä\t漢字\nمرحبا 👩‍🔬");
  });

  test("keeps its meaning in JSON, in which no control character stands as itself", () => {
    const text = safeJson({ title: hostile });
    // oxlint-disable-next-line no-control-regex -- they are what must not be there
    expect(text).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e]/);
    expect(JSON.parse(text)).toEqual({ title: hostile });
  });
});

describe("a label", () => {
  test("is printed in capitals, plain in a pipe and coloured on a terminal", () => {
    expect(outputTo(false).label("AMBER_STRICT")).toBe("TLP:AMBER+STRICT");
    expect(outputTo(true).label("RED")).toContain("\u001b[");
    expect(outputTo(true).label("RED")).toContain("TLP:RED");
  });

  test("has no colour where NO_COLOR is set", () => {
    expect(outputTo(true, { NO_COLOR: "1" }).label("RED")).toBe("TLP:RED");
  });

  test("is padded behind its text, whatever its colour", () => {
    expect(outputTo(false).label("RED", 10)).toBe("TLP:RED   ");
  });
});
