/** Another forum, as far as a server knows of it: an id, a key, and an agreement. */
import type { App } from "../../server/app.ts";
import type { Agreement } from "../../domain/federation/peers.ts";
import { defaultAgreement } from "../../domain/federation/peers.ts";
import { makeCredential } from "../../server/federation/credential.ts";
import type { TestKey } from "./forum-keys.ts";
import { makeKey } from "./forum-keys.ts";

const operator = { kind: "operator" } as const;

export class OtherForum {
  readonly id: string = crypto.randomUUID();
  readonly key: TestKey;
  readonly name: string;

  constructor(key: TestKey, name = `Forum ${crypto.randomUUID().slice(0, 8)}`) {
    this.key = key;
    this.name = name;
  }

  static async make(name?: string): Promise<OtherForum> {
    return new OtherForum(await makeKey(), name);
  }

  /** Has a server agree with it, where nobody answers unless an address is given; gives the id of the peer there. */
  async agreeWith(
    { store }: Pick<App, "store">,
    { url = "https://127.0.0.1:9", ...agreement }: Partial<Agreement> & { readonly url?: string } = {},
  ): Promise<string> {
    const { kid, publicKey } = this.key;
    const document = { forumId: this.id, name: this.name, url, contact: null, key: { kid, publicKey } };
    const input = { document, agreement: { ...defaultAgreement, ...agreement } };
    return (await store.commit(operator, "addPeer", input)).id;
  }

  /** How it shows a server who it is. */
  credentialFor({ store, url }: Pick<App, "store" | "url">, now: Date = new Date()): Promise<string> {
    return makeCredential({ from: this.id, to: store.forumId, url, now }, this.key);
  }
}
