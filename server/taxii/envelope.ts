/** What is posted: an envelope of TAXII or a bundle of STIX, cut into its objects. */
import { BundleText } from "../stix/bundle-text.ts";
import type { Mapped } from "../stix/from-stix.ts";
import { Intake } from "../stix/from-stix.ts";
import { isRecord } from "../stix/raw.ts";
import { NotTaken } from "../strict-json.ts";
import { Refusal } from "./refusal.ts";

/** An account of every object that was posted, in order. Nothing is guessed: what bears no label is for whoever posts it alone. */
export function readEnvelope(text: string): Mapped[] {
  if (!isEnvelope(text)) throw unprocessable("Post an object of JSON with a list of objects.");
  try {
    const pieces = new BundleText();
    const intake = new Intake();
    for (const piece of [...pieces.push(Buffer.from(text)), ...pieces.end()]) intake.takeText(piece);
    return intake.finish();
  } catch (error) {
    if (error instanceof NotTaken) throw unprocessable(`What was posted cannot be read: ${error.message}.`);
    throw error;
  }
}

function isEnvelope(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) && Array.isArray(value["objects"]) && value["objects"].length > 0;
  } catch {
    return false; // no JSON, or nested beyond what can be read
  }
}

function unprocessable(message: string): Refusal {
  return new Refusal(422, "Unprocessable Content", message);
}
