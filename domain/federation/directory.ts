/** The members of a forum as it tells other forums of them, so that they can be addressed from there. */
import { badInput } from "../errors.ts";
import { kindOfId } from "../ids.ts";
import { parseText } from "../parse.ts";
import type { Sector } from "../vocabulary.ts";
import { sectors } from "../vocabulary.ts";

/** An organisation as the forum where it is at home tells of it, with those of its accounts that are in the directory there. Ids are those at home. */
export type MemberAtHome = {
  readonly id: string;
  readonly name: string;
  readonly sector: Sector;
  readonly country: string | null;
  readonly accounts: readonly { readonly id: string; readonly name: string }[];
};

/** The most organisations, and the most accounts in all, that are taken from another forum. */
export const mostOrganizations = 5_000;
export const mostAccounts = 50_000;

/** A directory as another forum has sent it, or BAD_USER_INPUT with the path of what is wrong with it. */
export function parseDirectory(raw: unknown, path: string): MemberAtHome[] {
  const members = list(raw, path, mostOrganizations).map((entry, at): MemberAtHome => {
    const here = `${path}.${at}`;
    const { id, name, sector, country, accounts } = record(entry, here);
    const known = sectors.find((one) => one === sector);
    if (known === undefined) throw badInput(`${here}.sector`, `Give one of ${sectors.join(", ")}.`);
    return {
      id: parseId("organization", id, `${here}.id`),
      name: parseText(name, `${here}.name`, 200, true),
      sector: known,
      country: parseCountry(country ?? null, `${here}.country`),
      accounts: list(accounts, `${here}.accounts`, mostAccounts).map((account, index) => {
        const there = `${here}.accounts.${index}`;
        const { id: accountId, name: accountName } = record(account, there);
        return {
          id: parseId("account", accountId, `${there}.id`),
          name: parseText(accountName, `${there}.name`, 200, true),
        };
      }),
    };
  });
  if (members.reduce((sum, { accounts }) => sum + accounts.length, 0) > mostAccounts)
    throw badInput(path, `Give at most ${mostAccounts} accounts.`);
  return members;
}

function parseId(kind: "organization" | "account", value: unknown, path: string): string {
  if (typeof value === "string" && kindOfId(value) === kind) return value;
  throw badInput(path, `Give the id of an ${kind}.`);
}

/** Two letters as in ISO 3166-1, or null. */
export function parseCountry(value: unknown, path: string): string | null {
  if (value === null || (typeof value === "string" && /^[A-Z]{2}$/.test(value))) return value;
  throw badInput(path, "Give two letters, as in ISO 3166-1.");
}

function list(value: unknown, path: string, most: number): readonly unknown[] {
  if (!Array.isArray(value)) throw badInput(path, "Give a list.");
  if (value.length > most) throw badInput(path, `Give at most ${most} entries.`);
  return value;
}

function record(value: unknown, path: string): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw badInput(path, "Give an object.");
  return Object.fromEntries(Object.entries(value));
}
