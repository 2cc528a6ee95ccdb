/**
 * JSON as the only reading that everybody shares: what others may read in two ways is refused (RFC 7493). A key that stands
 * twice could hide a marking; half a character, or a number that does not fit, is another thing to each reader. The time grows
 * with the length alone, and nesting is bounded before it is followed.
 */

/** Why a text is not taken; the sentence is for the report. */
export class NotTaken extends Error {
  override readonly name = "NotTaken";
}

export const maxDepth = 32;

export type StrictOptions = {
  /** Whether every number must be one that a double holds to its last digit. @default whole numbers alone */
  readonly exactNumbers?: boolean;
};

export function parseStrict(text: string, { exactNumbers = false }: StrictOptions = {}): unknown {
  const reader = new StrictReader(text, exactNumbers);
  const value = reader.value(1);
  reader.end();
  return value;
}

const blank = /[ \t\r\n]*/y;
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const words: ReadonlyMap<string, boolean | null> = new Map([
  ["true", true],
  ["false", false],
  ["null", null],
]);

class StrictReader {
  readonly #text: string;
  readonly #exactNumbers: boolean;
  #at = 0;

  constructor(text: string, exactNumbers: boolean) {
    this.#text = text;
    this.#exactNumbers = exactNumbers;
  }

  value(depth: number): unknown {
    if (depth > maxDepth) throw new NotTaken(`it nests deeper than ${maxDepth} levels`);
    this.#skipBlank();
    switch (this.#text[this.#at]) {
      case "{":
        return this.#object(depth);
      case "[":
        return this.#array(depth);
      case '"':
        return this.#string();
      default:
        return this.#scalar();
    }
  }

  end(): void {
    this.#skipBlank();
    if (this.#at < this.#text.length) throw this.#broken();
  }

  #object(depth: number): Record<string, unknown> {
    this.#at += 1;
    const entries = new Map<string, unknown>();
    for (let isFirst = true; !this.#closes("}", isFirst); isFirst = false) {
      this.#skipBlank();
      const key = this.#string();
      if (entries.has(key))
        throw new NotTaken(`the key ${JSON.stringify(key.slice(0, 80))} stands twice in one object`);
      this.#expect(":");
      entries.set(key, this.value(depth + 1));
    }
    return Object.fromEntries(entries);
  }

  #array(depth: number): unknown[] {
    this.#at += 1;
    const values: unknown[] = [];
    for (let isFirst = true; !this.#closes("]", isFirst); isFirst = false) values.push(this.value(depth + 1));
    return values;
  }

  /** Whether the list ends here; else steps over the comma that goes before every entry but the first. */
  #closes(bracket: string, isFirst: boolean): boolean {
    this.#skipBlank();
    if (this.#text[this.#at] === bracket) {
      this.#at += 1;
      return true;
    }
    if (!isFirst) this.#expect(",");
    return false;
  }

  #expect(mark: string): void {
    this.#skipBlank();
    if (this.#text[this.#at] !== mark) throw this.#broken();
    this.#at += 1;
    this.#skipBlank();
    if (mark === "," && /[}\]]/.test(this.#text[this.#at] ?? "")) throw this.#broken();
  }

  #string(): string {
    const begin = this.#at;
    if (this.#text[begin] !== '"') throw this.#broken();
    let at = begin + 1;
    let isPlain = true;
    for (let code = this.#text.charCodeAt(at); code !== 0x22; code = this.#text.charCodeAt(at)) {
      if (Number.isNaN(code) || code < 0x20) throw this.#broken();
      if (code === 0x5c) isPlain = false;
      at += code === 0x5c ? 2 : 1;
    }
    this.#at = at + 1;
    const value = isPlain ? this.#text.slice(begin + 1, at) : this.#unescape(this.#text.slice(begin, at + 1));
    if (!value.isWellFormed()) throw new NotTaken("a text holds half a character (a lone surrogate)");
    if (value.includes("\u0000")) throw new NotTaken("a text holds a NUL character");
    return value;
  }

  #unescape(quoted: string): string {
    try {
      return String(JSON.parse(quoted));
    } catch {
      throw this.#broken();
    }
  }

  #scalar(): unknown {
    for (const [word, value] of words) {
      if (!this.#text.startsWith(word, this.#at)) continue;
      this.#at += word.length;
      return value;
    }
    number.lastIndex = this.#at;
    const [digits] = number.exec(this.#text) ?? [];
    if (digits === undefined) throw this.#broken();
    this.#at += digits.length;
    const value = Number(digits);
    const isWhole = this.#exactNumbers ? Number.isInteger(value) : /^-?\d+$/.test(digits);
    if (!Number.isFinite(value) || (isWhole && !Number.isSafeInteger(value)))
      throw new NotTaken(`the number ${digits.slice(0, 40)} is larger than programs agree on`);
    if (this.#exactNumbers && !isHeld(digits, value))
      throw new NotTaken(`the number ${digits.slice(0, 40)} has more digits than programs agree on`);
    return value;
  }

  #skipBlank(): void {
    blank.lastIndex = this.#at;
    this.#at += blank.exec(this.#text)?.[0].length ?? 0;
  }

  #broken(): NotTaken {
    return new NotTaken("it is no JSON");
  }
}

/** Whether a double is the very number that was written: its shortest form has the same digits in the same place. */
function isHeld(digits: string, value: number): boolean {
  return normalForm(digits) === normalForm(String(value));
}

/** The digits of a number without zeros at either end, and the power of ten of the last. */
function normalForm(text: string): string {
  const [, whole = "", fraction = "", power = "0"] = /^-?(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(text) ?? [];
  const all = `${whole}${fraction}`.replace(/^0+/, "");
  let end = all.length;
  while (all[end - 1] === "0") end -= 1;
  return end === 0 ? "0" : `${all.slice(0, end)}e${Number(power) - fraction.length + all.length - end}`;
}
