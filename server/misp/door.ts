import type { Caller } from "../auth.ts";
import type { Door, Found, ReadParts } from "../door.ts";
import { forumName } from "../forum-name.ts";
import { whoCallsAnyhow } from "../who-calls.ts";
import { eventFile, hashesFile, manifestFile } from "./files.ts";

const json = "application/json; charset=utf-8";
const text = `A MISP feed of what you may see: manifest.json, hashes.csv, and a file for each event.
In MISP: Sync Actions, Feeds, Add Feed; source format "MISP Feed", this address, and your token as the header
"Authorization: <token>". Without a token it holds what is TLP:CLEAR.
`;

/** `/misp/`: the forum as a MISP feed. */
export const misp: Door = {
  name: "misp",
  holds: (path) => path === "/misp" || path.startsWith("/misp/"),
  challenge: 'Basic realm="Tocsin", Bearer',
  whoCalls: whoCallsAnyhow,
  bytes: 4_194_304,
  read,
};

async function read(
  { store, address, config }: ReadParts,
  { pathname }: URL,
  caller: Caller,
  turn: () => Promise<void>,
): Promise<Found | null> {
  const reader = store.as(caller.viewer);
  const forum = forumName({ store, address });
  const file = pathname.slice("/misp/".length);
  switch (file) {
    case "":
      return { type: "text/plain; charset=utf-8", body: text };
    case "manifest.json":
      return { type: json, body: await manifestFile(reader, forum, config.maxAnswerBytes, turn) };
    case "hashes.csv":
      return { type: "text/csv; charset=utf-8", body: await hashesFile(reader, forum, config.maxAnswerBytes, turn) };
    default: {
      const uuid = /^([0-9a-f-]{36})\.json$/i.exec(file)?.[1];
      const body = uuid === undefined ? null : await eventFile(reader, forum, uuid.toLowerCase());
      return body === null ? null : { type: json, body };
    }
  }
}
