/** `/.well-known/tocsin`: who this forum is, for the stewards of others and for the servers that follow it. */
import type { OwnKey } from "../../db/federation/own-keys.ts";
import { fingerprintOf } from "../../domain/federation/fingerprint.ts";
import type { Config } from "../config.ts";
import { graphqlPath } from "../graphql-http.ts";
import { basePath as taxiiPath } from "../taxii/endpoints.ts";
import { bundlePath } from "../bundles/door.ts";
import type { OwnKeys } from "./keys.ts";
import { signKeyList } from "./key-statements.ts";

export const documentPath = "/.well-known/tocsin";
export const documentVersion = 1;
/** How long anybody may keep it. */
export const documentSeconds = 10;

export type DocumentParts = {
  readonly config: Pick<Config, "forumName" | "contact" | "organizationPolicy" | "communityPolicy">;
  readonly forumId: string;
  readonly keys: OwnKeys;
  /** The address that the forum is known by. */
  readonly address: () => string;
  readonly now: () => Date;
};

/** What a forum is called where nobody has said so: by where it is. */
export function forumTitle({ forumName }: Pick<Config, "forumName">, address: string): string {
  return forumName ?? new URL(address).host;
}

/** Writes the document, and keeps it until its keys change, or it has become old. */
export class ForumDocument {
  readonly #parts: DocumentParts;
  #written: { readonly until: number; readonly keys: string; readonly text: Promise<string> } | null = null;

  constructor(parts: DocumentParts) {
    this.#parts = parts;
  }

  async text(): Promise<string> {
    const all = await this.#parts.keys.all();
    const keys = all.map(({ kid, revokedAt }) => `${kid} ${revokedAt}`).join();
    const now = performance.now();
    if (this.#written === null || this.#written.until < now || this.#written.keys !== keys) {
      const text = this.#write(all);
      this.#written = { until: now + documentSeconds * 1_000, keys, text };
      text.catch(() => (this.#written = null));
    }
    return this.#written.text;
  }

  async #write(all: readonly OwnKey[]): Promise<string> {
    const { config, forumId, keys, address, now } = this.#parts;
    const url = address();
    const current = await keys.current();
    const list = await signKeyList({ forumId, url, at: now().toISOString(), keys: all }, current);
    return JSON.stringify({
      version: documentVersion,
      forumId,
      name: forumTitle(config, url),
      url,
      contact: config.contact,
      endpoints: { graphql: `${url}${graphqlPath}`, taxii: `${url}${taxiiPath}`, stix: `${url}${bundlePath}` },
      policies: { organization: config.organizationPolicy, community: config.communityPolicy },
      keys: {
        current: { fingerprint: fingerprintOf(current.kid), key: current.publicKey },
        rotations: all.flatMap(({ statement }) => statement ?? []),
        list,
      },
    });
  }
}
