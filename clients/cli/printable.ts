// What other people wrote may hold sequences that move the cursor, set colours, or turn the direction of the text.
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g; // eslint-disable-line no-control-regex -- they are what is meant
const steering = new RegExp(`(\\u001b\\[[0-9;]*m)|${controls.source}`, "g");

/** Text of others as it may stand on a terminal: without control characters, except line ends and tabs. */
export function printable(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(controls, "");
}

/** The same in one line. */
export function oneLine(text: string): string {
  return printable(text).replace(/\s+/g, " ").trim();
}

/** The last thing before a terminal: whatever came in by another way, nothing but our own colours steers it. */
export function onlyStyles(text: string): string {
  return text.replace(steering, (_sequence, style: string | undefined) => style ?? "");
}

/** JSON in which no control character stands as itself; it means the same. */
export function safeJson(value: unknown): string {
  return safeText(JSON.stringify(value));
}

/** The same for text that is JSON already. */
export function safeText(json: string): string {
  return json.replace(controls, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
