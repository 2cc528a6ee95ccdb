/** Real servers on loopback that agree with each other, as their stewards would. */
import type { Agreement } from "../../domain/federation/peers.ts";
import { defaultAgreement } from "../../domain/federation/peers.ts";
import type { App } from "../../server/app.ts";
import type { Environment } from "../../server/config.ts";
import { readDocument } from "../../server/federation/read-document.ts";
import { Outgoing } from "../../server/outgoing/outgoing.ts";
import type { TestMember } from "./start-app.ts";
import { addMember, startApp } from "./start-app.ts";

const operator = { kind: "operator" } as const;
const loopback = ["127.0.0.0/8"];

/** A server that may call others on this machine, and looks after them often. */
export function startForum(name: string, environment: Environment = {}, now?: () => Date): Promise<App> {
  const quick = { TOCSIN_OUTGOING_ALLOWED: loopback.join(), TOCSIN_PEER_INTERVAL_MS: "200" };
  return startApp({ TOCSIN_FORUM_NAME: name, ...quick, ...environment }, now);
}

/** A server agrees with another, whose key its steward has looked at. Gives the peer's id. */
export async function agree(
  { store }: Pick<App, "store">,
  other: Pick<App, "url">,
  agreement: Partial<Agreement> = {},
): Promise<string> {
  const { forum: document } = await readDocument(new Outgoing({ allowed: loopback }), other.url);
  const input = { document, agreement: { ...defaultAgreement, ...agreement } };
  return (await store.commit(operator, "addPeer", input)).id;
}

/** Somebody of an organisation that may be named elsewhere. */
export async function addReachable(
  app: Pick<App, "store">,
  role: "CONTRIBUTOR" | "STEWARD" = "CONTRIBUTOR",
): Promise<TestMember> {
  const member = await addMember(app, { role });
  const { organizationId } = member;
  await app.store.commit(operator, "setReachable", { organizationId, reachable: true });
  return member;
}
