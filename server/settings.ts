import { parseRange } from "./outgoing/addresses.ts";

/** One variable of the environment: what it is called, what it is for, and how its text becomes a value. */
export type Setting<T> = {
  readonly variable: string;
  readonly sentence: string;
  readonly fallback: T;
  /** What a good value looks like, for the message about a bad one. */
  readonly expected: string;
  /** The value, or undefined where the text is none. */
  readonly parse: (text: string) => T | undefined;
};

export function integer(
  variable: string,
  fallback: number,
  sentence: string,
  { min = 1, max = Number.MAX_SAFE_INTEGER }: { min?: number; max?: number } = {},
): Setting<number> {
  const expected =
    max === Number.MAX_SAFE_INTEGER ? `a whole number from ${min}` : `a whole number from ${min} to ${max}`;
  const parse = (text: string): number | undefined => {
    const value = /^\d+$/.test(text) ? Number(text) : NaN;
    return value >= min && value <= max ? value : undefined;
  };
  return { variable, sentence, fallback, expected, parse };
}

export function text(variable: string, fallback: string, sentence: string): Setting<string> {
  return { variable, sentence, fallback, expected: "some text", parse: (value) => value.trim() || undefined };
}

/** A text that may be missing. */
export function optionalText(variable: string, sentence: string, maxLength: number): Setting<string | null> {
  const parse = (value: string): string | undefined => {
    const text = value.trim();
    return text.length <= maxLength ? text || undefined : undefined;
  };
  return { variable, sentence, fallback: null, expected: `some text of at most ${maxLength} characters`, parse };
}

/** The path of a file, or an address of PostgreSQL. What looks like another kind of address is no path that anybody meant. */
export function database(variable: string, fallback: string, sentence: string): Setting<string> {
  const parse = (value: string): string | undefined => {
    const address = value.trim();
    const isOther = /^[a-z][a-z0-9+.-]+:/i.test(address) && !/^postgres(ql)?:\/\//.test(address);
    return isOther ? undefined : address || undefined;
  };
  const expected = "a path, or to an address that begins with postgres:// or postgresql://";
  return { variable, sentence, fallback, expected, parse };
}

/** A secret has no default, and its value is never printed. */
export function secret(variable: string, sentence: string): Setting<string | null> {
  const parse = (value: string): string | undefined => (value.length >= 16 ? value : undefined);
  return { variable, sentence, fallback: null, expected: "at least 16 characters", parse };
}

export function choice<const T extends string>(
  variable: string,
  list: readonly T[],
  fallback: NoInfer<T>,
  sentence: string,
): Setting<T> {
  const parse = (value: string): T | undefined => list.find((entry) => entry === value);
  return { variable, sentence, fallback, expected: `one of ${list.join(", ")}`, parse };
}

export function origin(variable: string, sentence: string): Setting<string | null> {
  return { variable, sentence, fallback: null, expected: originExample, parse: parseOrigin };
}

export function origins(variable: string, sentence: string): Setting<readonly string[]> {
  const parse = (value: string): readonly string[] | undefined => {
    const list = value.split(/[\s,]+/).filter((entry) => entry !== "");
    const parsed = list.map(parseOrigin).filter((entry) => entry !== undefined);
    return parsed.length === list.length ? parsed : undefined;
  };
  return { variable, sentence, fallback: [], expected: `${originExample}, several parted by commas`, parse };
}

/** Addresses and ranges of addresses. */
export function ranges(variable: string, sentence: string): Setting<readonly string[]> {
  const parse = (value: string): readonly string[] | undefined => {
    const list = value.split(/[\s,]+/).filter((entry) => entry !== "");
    return list.every((entry) => parseRange(entry) !== null) ? list : undefined;
  };
  return {
    variable,
    sentence,
    fallback: [],
    expected: "addresses or ranges such as 10.1.0.0/16, parted by commas",
    parse,
  };
}

const originExample = "scheme, host and port alone, such as https://forum.example.org";

function parseOrigin(value: string): string | undefined {
  const url = URL.parse(value);
  if (url === null || (url.protocol !== "https:" && url.protocol !== "http:")) return undefined;
  return value.replace(/\/$/, "").toLowerCase() === url.origin ? url.origin : undefined;
}
