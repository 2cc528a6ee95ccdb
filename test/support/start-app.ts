import type { Role, Sector } from "../../domain/vocabulary.ts";
import type { App } from "../../server/app.ts";
import { createApp } from "../../server/app.ts";
import type { Environment } from "../../server/config.ts";
import { readConfig } from "../../server/config.ts";
import { Telemetry } from "../../server/telemetry.ts";
import { freshStoreUrl } from "./fresh-store.ts";
import { tickingClock } from "./ticking-clock.ts";

/** A real server on a free port over a store of its own. Whatever the environment can set can be set here, and the store's clock. */
export async function startApp(environment: Environment = {}, now: () => Date = tickingClock()): Promise<App> {
  const database = environment["TOCSIN_DATABASE"] ?? (await freshStoreUrl());
  const quiet = { PORT: "0", TOCSIN_LOG_LEVEL: "silent", TOCSIN_DATABASE: database };
  const config = readConfig({ ...quiet, ...environment });
  return createApp(config, new Telemetry(config), now);
}

export type TestMember = {
  readonly organizationId: string;
  readonly accountId: string;
  readonly tokenId: string;
  readonly token: string;
};
export type MemberWish = {
  readonly organizationId?: string;
  readonly sector?: Sector;
  readonly role?: Role;
  readonly expiresAt?: string;
};

const operator = { kind: "operator" } as const;
let made = 0;

/** An account with a token, in an organisation of its own unless one is named. */
export async function addMember(
  { store }: Pick<App, "store">,
  { organizationId, sector = "COMPANY", role = "CONTRIBUTOR", expiresAt }: MemberWish = {},
): Promise<TestMember> {
  const name = `Member ${++made}`;
  const home = organizationId ?? (await store.commit(operator, "addOrganization", { name, sector, country: null })).id;
  const email = `${crypto.randomUUID()}@example.org`;
  const account = { organizationId: home, name, email, role, listed: true };
  const { id: accountId } = await store.commit(operator, "addAccount", account);
  const wish = { accountId, name: null, expiresAt: expiresAt ?? null };
  const { id: tokenId, token } = await store.commit(operator, "createToken", wish);
  return { organizationId: home, accountId, tokenId, token };
}
