import { isRecord } from "../stix/raw.ts";
import { BundleText } from "../stix/bundle-text.ts";
import { Intake } from "../stix/from-stix.ts";
import { NotTaken } from "../strict-json.ts";
import { authorizationOf } from "./credentials.ts";
import { Allowance, pollLimits } from "./limits.ts";
import type { Poll } from "./poll.ts";
import { BadSource, parseAnswer, refusedWith } from "./poll.ts";

const mediaType = "application/taxii+json;version=2.1";
const overlapMs = 60_000;

/**
 * What has been added to a collection of TAXII 2.1 since the last time. Pages follow `next`, and `added_after` where a server gives none; a
 * server that does not get on is left.
 */
export const pollTaxii: Poll = async (source, { outgoing, signal }) => {
  const collection = new URL(source.url.endsWith("/") ? source.url : `${source.url}/`);
  const intake = new Intake({ defaultTlp: source.tlp });
  const allowance = new Allowance();
  let after = source.cursor === null ? null : earlier(source.cursor);
  let cursor = source.cursor;
  let next: string | null = null;
  let count = 0;
  for (let page = 0; page < pollLimits.pages && !allowance.isUsedUp && count < pollLimits.objects; page++) {
    const url = new URL("objects/", collection);
    if (after !== null) url.searchParams.set("added_after", after);
    if (next !== null) url.searchParams.set("next", next);
    const { status, headers, body } = await outgoing.get(url.href, {
      headers: { accept: mediaType },
      authorization: authorizationOf(source),
      maxBytes: allowance.nextBytes,
      timeoutMs: pollLimits.callMs,
      signal,
    });
    if (status !== 200 && status !== 206) throw refusedWith(status);
    allowance.take(body.length);
    const envelope = parseAnswer(body);
    const { objects }: { objects?: unknown } = isRecord(envelope) ? envelope : { objects: null };
    if (!isRecord(envelope) || (objects !== undefined && !Array.isArray(objects)))
      throw new BadSource("it does not answer as a TAXII server does");
    if (objects !== undefined) count += takeAll(intake, body);
    const last = instantOf(headers["x-taxii-date-added-last"]);
    cursor = last ?? cursor;
    const said = envelope["next"];
    const wasAt = `${after} ${next}`;
    if (typeof said === "string" && said !== "") next = said;
    else [after, next] = [last ?? after, null];
    const getsOn = `${after} ${next}` !== wasAt;
    if (envelope["more"] !== true || !getsOn)
      return { mapped: intake.finish(), cursor, versions: new Map(), hasMore: false, complaint: null };
  }
  const hasMore = cursor !== source.cursor;
  const complaint = hasMore ? null : "it has more than one poll takes, and does not say where the next could go on";
  return { mapped: intake.finish(), cursor, versions: new Map(), hasMore, complaint };
};

/** Each object is parsed by itself, so that one that cannot be taken leaves the others alone. */
function takeAll(intake: Intake, body: Buffer): number {
  const texts = new BundleText();
  try {
    const found = [...texts.push(body), ...texts.end()];
    for (const text of found) intake.takeText(text);
    return found.length;
  } catch (error) {
    if (error instanceof NotTaken) throw new BadSource(`its answer cannot be read: ${error.message}`);
    throw error;
  }
}

/** The header as it came, if it is an instant at all: it is sent back as it is. */
function instantOf(header: string | string[] | undefined): string | null {
  return typeof header === "string" &&
    /^\d{4}-\d\d-\d\dT[\d:.]{8,30}Z$/.test(header) &&
    !Number.isNaN(Date.parse(header))
    ? header
    : null;
}

function earlier(instant: string): string {
  return new Date(Date.parse(instant) - overlapMs).toISOString();
}
