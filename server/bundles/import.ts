/** A bundle that comes in, and what is told of each of its objects as a line of JSON. */
import type { IncomingMessage } from "node:http";
import { setImmediate } from "node:timers/promises";
import type { Reader } from "../../db/reader.ts";
import type { Store } from "../../db/store.ts";
import { badInput } from "../../domain/errors.ts";
import { kindOfId } from "../../domain/ids.ts";
import type { IdKind } from "../../domain/ids.ts";
import { tlpLabels } from "../../domain/tlp.ts";
import type { Tlp } from "../../domain/tlp.ts";
import { sectors } from "../../domain/vocabulary.ts";
import { CallerGone, TooLate } from "../body.ts";
import { tooMuch } from "../limits.ts";
import { BundleText } from "../stix/bundle-text.ts";
import type { Mapped } from "../stix/from-stix.ts";
import { Intake } from "../stix/from-stix.ts";
import { NotTaken } from "../strict-json.ts";
import type { BringInOptions } from "./plan.ts";
import type { Brought } from "./bring-in.ts";
import { bringIn } from "./bring-in.ts";
import { flag, list, once, refuseOthers, words } from "./filter.ts";

export type ImportOptions = BringInOptions & { readonly defaultTlp: Tlp | null };

export function importOptions(query: URLSearchParams): ImportOptions {
  refuseOthers(query, ["defaultTlp", "drafts", "organizations", "groups", "sectors"]);
  once(query, "defaultTlp");
  return {
    defaultTlp: words(query, "defaultTlp", tlpLabels)?.[0] ?? null,
    drafts: flag(query, "drafts"),
    audience: {
      organizations: ids(query, "organizations", "organization"),
      groups: ids(query, "groups", "group"),
      sectors: words(query, "sectors", sectors) ?? [],
    },
  };
}

function ids(query: URLSearchParams, name: string, kind: IdKind): string[] {
  const found = list(query, name) ?? [];
  if (!found.every((id) => kindOfId(id) === kind)) throw badInput(name, `Give ids of ${name}.`);
  return found;
}

export type BundleLimits = { readonly maxBundleBytes: number; readonly bodyTimeoutMs: number };

/** Reads and maps a body while it comes. What cannot be cut into objects at all is BAD_USER_INPUT. */
export async function readBundle(
  request: IncomingMessage,
  { maxBundleBytes, bodyTimeoutMs }: BundleLimits,
  defaultTlp: Tlp | null,
): Promise<Mapped[]> {
  const texts = new BundleText();
  const intake = new Intake({ defaultTlp });
  let isLate = false;
  const lateness = setTimeout(() => {
    isLate = true;
    request.destroy();
  }, 2 * bodyTimeoutMs);
  let size = 0;
  try {
    for await (const chunk of chunksOf(request)) {
      size += chunk.length;
      if (size > maxBundleBytes) throw tooMuch(`A bundle may have ${maxBundleBytes} bytes.`);
      for (const text of texts.push(chunk)) intake.takeText(text);
    }
    for (const text of texts.end()) intake.takeText(text);
    clearTimeout(lateness);
    const steps = intake.steps();
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done === true) return step.value;
      await setImmediate(); // others are answered between two steps
    }
  } catch (error) {
    if (error instanceof NotTaken) throw badInput("body", `The bundle cannot be read: ${error.message}.`);
    if (isLate) throw new TooLate();
    if (request.errored || request.destroyed) throw new CallerGone();
    throw error;
  } finally {
    clearTimeout(lateness);
    request.resume(); // what still comes is let go
  }
}

async function* chunksOf(request: IncomingMessage): AsyncGenerator<Buffer, void, void> {
  for await (const chunk of request.iterator({ destroyOnReturn: false })) if (Buffer.isBuffer(chunk)) yield chunk;
}

/** The lines of the report: how many there are, then one for each object, then how many had each outcome. */
export async function* reportLines(
  parts: { readonly store: Store; readonly reader: Reader; readonly turn: () => Promise<void> },
  mapped: readonly Mapped[],
  options: BringInOptions,
): AsyncGenerator<string, void, void> {
  const counts = new Map<Brought["outcome"], number>();
  yield `${JSON.stringify({ objects: mapped.length })}\n`;
  const member = await parts.reader.member();
  if (member === null) return;
  for await (const brought of bringIn({ ...parts, member }, mapped, options)) {
    counts.set(brought.outcome, (counts.get(brought.outcome) ?? 0) + 1);
    yield `${JSON.stringify(brought)}\n`;
  }
  yield `${JSON.stringify({ outcomes: Object.fromEntries(counts) })}\n`;
}
