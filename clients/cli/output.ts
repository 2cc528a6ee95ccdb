import { styleText } from "node:util";
import type { Tlp } from "../sdk/index.ts";
import type { Io } from "./io.ts";
import { onlyStyles, safeJson } from "./printable.ts";

type Style = Parameters<typeof styleText>[0];

/** The colours that FIRST gives to the labels, on black. */
const labelStyles: Readonly<Record<Tlp, Style>> = {
  RED: ["bold", "redBright", "bgBlack"],
  AMBER_STRICT: ["bold", "yellow", "bgBlack"],
  AMBER: ["bold", "yellow", "bgBlack"],
  GREEN: ["bold", "greenBright", "bgBlack"],
  CLEAR: ["bold", "white", "bgBlack"],
};
export const widestLabel = "TLP:AMBER+STRICT".length;

/** Prints for a person or, with --json, for a program. Colours come on a terminal only, and not where NO_COLOR is set. */
export class Output {
  readonly json: boolean;
  readonly #io: Io;

  constructor(io: Io, json: boolean) {
    this.#io = io;
    this.json = json;
  }

  /** Lines for a person. */
  async lines(...lines: readonly string[]): Promise<void> {
    await write(this.#io.stdout, `${onlyStyles(lines.join("\n"))}\n`);
  }

  /** Text as it is, for what comes in pieces. */
  async text(text: string): Promise<void> {
    await write(this.#io.stdout, text);
  }

  /** One JSON value in one line. */
  async value(value: unknown): Promise<void> {
    await write(this.#io.stdout, `${safeJson(value)}\n`);
  }

  /** A whole file as it is, for a pipe. Whoever makes it has taken out what could steer a terminal. */
  async file(text: string): Promise<void> {
    await write(this.#io.stdout, text);
  }

  /** Either of them. */
  async either(value: unknown, lines: () => readonly string[]): Promise<void> {
    await (this.json ? this.value(value) : this.lines(...lines()));
  }

  /** What is not the answer itself: it goes to the other stream, so that a pipe holds nothing but the answer. */
  async note(line: string): Promise<void> {
    await write(this.#io.stderr, `${onlyStyles(line)}\n`);
  }

  /** A label as people must see it, such as TLP:AMBER+STRICT, padded to one width. */
  label(tlp: Tlp, width = 0): string {
    const text = `TLP:${tlp.replace("_", "+")}`;
    return this.style(labelStyles[tlp], text) + " ".repeat(Math.max(0, width - text.length));
  }

  get isTerminal(): boolean {
    return this.#io.stdout.isTTY ?? false;
  }

  /** How wide a line may be: as wide as the terminal, and without one as wide as it likes. */
  get columns(): number {
    return this.isTerminal ? Math.max(this.#io.stdout.columns || 80, 40) : Infinity;
  }

  style(style: Style, text: string): string {
    return this.#coloured ? styleText(style, text, { validateStream: false }) : text;
  }

  get #coloured(): boolean {
    const { NO_COLOR, FORCE_COLOR, TERM } = this.#io.env;
    if (NO_COLOR !== undefined && NO_COLOR !== "") return false;
    if (FORCE_COLOR !== undefined && FORCE_COLOR !== "" && FORCE_COLOR !== "0") return true;
    return this.isTerminal && TERM !== "dumb";
  }
}

/** Waits until the stream has taken the text, so that a long export does not pile up in memory. */
function write(stream: NodeJS.WritableStream, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => (error ? reject(error) : resolve()));
  });
}
