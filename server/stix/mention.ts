/** How an item mentions an object that is none itself. */
import { cut } from "./fitting.ts";
import type { Incoming } from "./incoming.ts";
import { opening } from "./prose.ts";
import { text } from "./raw.ts";

/** One line or a few: how it belongs to the item, what it is, and what it says. */
export function summaryOf(how: string, { type, object, id }: Incoming): string {
  if (type === "sighting") return sightingLine(object);
  const name = text(object["name"]) ?? text(object["value"]) ?? text(object["abstract"]) ?? id;
  const said = text(object["description"]) ?? text(object["content"]) ?? text(object["explanation"]);
  const stance = type === "opinion" ? text(object["opinion"]) : null;
  const words = [`${how} ${type}`.replace(/^(note|opinion|about) /, ""), stance]
    .filter((word) => word !== null)
    .join(", ");
  return `${words}: ${cut(name, 300)}${said === null ? "" : ` — ${opening(said)}`}`;
}

function sightingLine({ count, first_seen: first, last_seen: last }: Incoming["object"]): string {
  const times = typeof count === "number" ? ` ${count} times` : "";
  const from = text(first) === null ? "" : `, first ${cut(String(first), 30)}`;
  return `sighted${times}${from}${text(last) === null ? "" : `, last ${cut(String(last), 30)}`}`;
}
