/** Envelopes as a forum signs them, made in a test alone. */
import type { EnvelopeHead, ShownItem } from "../../domain/federation/envelopes.ts";
import { envelopeLifeMs, writeEnvelope } from "../../domain/federation/envelopes.ts";
import { newId } from "../../domain/ids.ts";
import { parseContent } from "../../domain/parse.ts";
import { sign } from "../../server/federation/jws.ts";
import type { SigningKey } from "../../server/federation/jws.ts";

export function headOf(forumId: string, head: Partial<EnvelopeHead> = {}): EnvelopeHead {
  const at = head.at ?? new Date().toISOString();
  return {
    forumId,
    stream: "public",
    sequence: 1,
    previous: null,
    at,
    expires: new Date(Date.parse(at) + envelopeLifeMs).toISOString(),
    act: "show",
    item: { id: newId("item"), forumId },
    revision: 1,
    ...head,
  };
}

/** An advisory that everybody may see, unless something else is said of it. */
export function shownItem(forumId: string, shown: Partial<ShownItem> & { readonly title?: string } = {}): ShownItem {
  const { title = "A finding", ...more } = shown;
  const fields = { title, summary: "In short.", riskCategories: ["CYBER"], severity: "LOW" };
  const address = { id: newId("organization"), forumId };
  return {
    status: "PUBLISHED",
    publishedAt: new Date().toISOString(),
    revisedAt: null,
    withdrawal: null,
    tlp: "CLEAR",
    audience: [],
    attribution: "ORGANIZATION",
    origin: { organization: { address, name: "Example Institute", country: "GB" }, sector: "ACADEMIA" },
    content: parseContent("ADVISORY", fields, "content"),
    relations: [],
    ...more,
  };
}

export function payloadOf(head: EnvelopeHead, shown: ShownItem | null): Record<string, unknown> {
  return { ...writeEnvelope(head, shown) };
}

export function signEnvelope(payload: object, by: SigningKey): Promise<string> {
  return sign("tocsin-envelope+jws", payload, by);
}
