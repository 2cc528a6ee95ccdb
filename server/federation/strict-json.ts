import { NotTaken, parseStrict } from "../strict-json.ts";

/** JSON as it may stand inside a signature: its bytes have one reading only, and every program gets the same values of them (RFC 7493). */
export function parseSigned(bytes: Uint8Array): unknown {
  return parseStrict(textOf(bytes), { exactNumbers: true });
}

/** UTF-8 to the last byte. A mark at its beginning would be JSON to some and not to others; it is kept, and so refused. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new NotTaken("it is not UTF-8");
  }
}
