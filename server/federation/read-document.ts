/** The document of another forum, as it stands at its address. */
import { ForumError } from "../../domain/errors.ts";
import { isForumId } from "../../domain/federation/addresses.ts";
import type { PeerDocument } from "../../domain/federation/commands.ts";
import { parseText } from "../../domain/parse.ts";
import type { Outgoing } from "../outgoing/outgoing.ts";
import { NotTaken } from "../strict-json.ts";
import type { KeyStatements } from "./belief.ts";
import { documentPath, documentVersion } from "./document.ts";
import { NotBelieved } from "./jws.ts";
import { verifyKeyList } from "./key-statements.ts";
import { parseSigned } from "./strict-json.ts";

/** What stands there is no document of a forum; the message says why. */
export class NoDocument extends Error {
  override readonly name = "NoDocument";
}

export type FoundDocument = {
  readonly forum: PeerDocument;
  readonly policies: { readonly organization: string | null; readonly community: string | null };
  readonly statements: KeyStatements;
};

const limits = { maxBytes: 1_048_576, timeoutMs: 10_000 };
const mostRotations = 500;

/**
 * Asks the forum at an address who it is: NotReached where nobody answers, NoDocument where it is none. Its newest key has signed that
 * the forum has this id and this address; that it is the right key is for people to say.
 */
export async function readDocument(
  outgoing: Pick<Outgoing, "get">,
  address: string,
  signal?: AbortSignal,
): Promise<FoundDocument> {
  const url = URL.parse(address);
  if (url === null) throw new NoDocument("it is no address");
  const wanted = `${url.origin}${documentPath}`;
  const headers = { accept: "application/json" };
  const answer = await outgoing.get(wanted, { ...limits, headers, ...(signal === undefined ? {} : { signal }) });
  if (answer.status !== 200) throw new NoDocument(`${documentPath} answers with HTTP ${answer.status}`);
  const found = await understand(answer.body);
  if (found.forum.url !== url.origin)
    throw new NoDocument(`the forum says that its address is ${found.forum.url}; ask there`);
  return found;
}

async function understand(body: Uint8Array): Promise<FoundDocument> {
  try {
    return await parseDocument(parseSigned(body));
  } catch (error) {
    if (error instanceof NotTaken) throw new NoDocument(`what is there is not taken: ${error.message}`);
    if (error instanceof NotBelieved) throw new NoDocument(`its keys are not believed: ${error.message}`);
    throw error;
  }
}

async function parseDocument(raw: unknown): Promise<FoundDocument> {
  const { version, forumId, name, url, contact, policies, keys } = recordOf(raw);
  if (version !== documentVersion) throw new NoDocument(`it is not of version ${documentVersion}`);
  if (typeof forumId !== "string" || !isForumId(forumId)) throw new NoDocument("it names no id of a forum");
  const { rotations, list } = recordOf(keys);
  if (typeof list !== "string" || !isTexts(rotations) || rotations.length > mostRotations)
    throw new NoDocument("it says nothing of its keys");
  const { organization, community } = recordOf(policies);
  const told = await verifyKeyList(list);
  if (told.forumId !== forumId || told.url !== url)
    throw new NoDocument("its key has signed for another forum or another address");
  const { kid, publicKey } = told.signer;
  return {
    forum: {
      forumId,
      name: textOf(name, 100) ?? new URL(told.url).host,
      url: told.url,
      contact: textOf(contact, 300),
      key: { kid, publicKey },
    },
    policies: { organization: textOf(organization, 2_000), community: textOf(community, 2_000) },
    statements: { rotations, list },
  };
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Record<string, unknown>; // it is one
  throw new NoDocument("something is missing in it");
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === "string");
}

/** A text for people; null where it is none that could be shown. */
function textOf(value: unknown, maxLength: number): string | null {
  try {
    return value === null || value === undefined ? null : parseText(value, "document", maxLength, true);
  } catch (error) {
    if (error instanceof ForumError) return null;
    throw error;
  }
}
