import { fit } from "../../clients/foreign/batch-limits.ts";
import { entryOf } from "../../clients/foreign/misp-entries.ts";
import { isRejected, readEvent } from "../../clients/foreign/misp-event.ts";
import type { DueSource } from "../../db/sources.ts";
import { ForumError } from "../../domain/errors.ts";
import { itemKinds, kinds } from "../../domain/kinds.ts";
import { parseContent } from "../../domain/parse.ts";
import type { Mapped } from "../stix/from-stix.ts";
import { isRecord } from "../stix/raw.ts";
import { authorizationOf } from "./credentials.ts";
import { Allowance, pollLimits } from "./limits.ts";
import type { Poll, PollParts } from "./poll.ts";
import { BadSource, parseAnswer, refusedWith } from "./poll.ts";

const uuidShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The events of a MISP feed that are new, or have another timestamp than when they were brought; the oldest first. */
export const pollMisp: Poll = async (source, parts) => {
  const folder = source.url.replace(/\/(manifest\.json)?$/, "");
  const allowance = new Allowance();
  const known = await parts.versions();
  const wanted = manifestOf(await fileAt(`${folder}/manifest.json`, source, parts, allowance))
    .filter(({ uuid, timestamp }) => known.get(uuid) !== timestamp)
    .sort((a, b) => Number(a.timestamp) - Number(b.timestamp) || (a.uuid < b.uuid ? -1 : 1));
  const mapped: Mapped[] = [];
  const versions = new Map<string, string>();
  for (const { uuid, timestamp } of wanted.slice(0, pollLimits.events)) {
    if (allowance.isUsedUp) break;
    const file = await fileAt(`${folder}/${uuid}.json`, source, parts, allowance, true);
    mapped.push(
      file === null ? refusal(uuid, "the manifest names it, and it is not there") : mapEvent(file, uuid, source),
    );
    versions.set(uuid, timestamp);
  }
  return { mapped, cursor: null, versions, hasMore: versions.size < wanted.length, complaint: null };
};

async function fileAt(
  url: string,
  source: DueSource,
  { outgoing, signal }: PollParts,
  allowance: Allowance,
  mayBeMissing = false,
): Promise<unknown> {
  const { status, body } = await outgoing.get(url, {
    headers: { accept: "application/json" },
    authorization: authorizationOf(source),
    maxBytes: allowance.nextBytes,
    timeoutMs: pollLimits.callMs,
    signal,
  });
  if (status === 404 && mayBeMissing) return null;
  if (status !== 200) throw refusedWith(status);
  allowance.take(body.length);
  return parseAnswer(body);
}

function manifestOf(value: unknown): { readonly uuid: string; readonly timestamp: string }[] {
  if (!isRecord(value)) throw new BadSource("its manifest.json is none of a MISP feed");
  return Object.entries(value).flatMap(([uuid, entry]) => {
    const timestamp = isRecord(entry) ? Number(entry["timestamp"]) : NaN;
    return uuidShape.test(uuid) && Number.isFinite(timestamp) ? [{ uuid, timestamp: String(timestamp) }] : [];
  });
}

/** An event as an object that can be brought in, or why not. */
export function mapEvent(file: unknown, uuid: string, { tlp }: Pick<DueSource, "tlp">): Mapped {
  const event = isRecord(file) ? (file["Event"] ?? file) : file;
  if (isRejected(event)) return { objectId: uuid, outcome: "withdrawal", reason: null, item: null };
  const skipped: string[] = [];
  const notes = { skip: (_: string, why: string) => void skipped.push(why), tally: () => undefined };
  const read = readEvent(event, uuid, { defaultTlp: tlp }, notes);
  if (read === null) return refusal(uuid, skipped.join("; "));
  if (read.uuid !== uuid.toLowerCase()) return refusal(uuid, "it is another event than its name says");
  const input = fit(entryOf(read, notes).input, () => undefined);
  const [word, { tlp: label, attribution = null, ...fields }] = Object.entries(input)[0] ?? ["", { tlp }];
  const kind = itemKinds.find((each) => kinds[each].inputName === word);
  if (kind === undefined) return refusal(uuid, "it is of no kind that the forum has");
  try {
    const item = {
      kind,
      content: parseContent(kind, fields, "item"),
      tlp: label,
      attribution,
      doubt: read.label.isDoubtful ? "its tlp tag is not understood" : null,
      relations: [],
      modified: null,
      provenance: null,
    };
    return { objectId: uuid.toLowerCase(), outcome: "item", reason: item.doubt, item };
  } catch (error) {
    if (!(error instanceof ForumError)) throw error;
    return refusal(uuid, `${error.message} (${error.field ?? "item"})`);
  }
}

function refusal(objectId: string, reason: string): Mapped {
  return { objectId, outcome: "refused", reason, item: null };
}
