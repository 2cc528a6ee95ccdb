import type { Tlp } from "../../clients/sdk/index.ts";
import { createClient } from "../../clients/sdk/index.ts";
import { organizations } from "./members.ts";
import type { SeededAccount } from "./seed.ts";

const labels: readonly (readonly [Tlp, string])[] = [
  ["RED", "TLP:RED"],
  ["AMBER_STRICT", "AMBER+STRICT"],
  ["AMBER", "AMBER"],
  ["GREEN", "GREEN"],
  ["CLEAR", "CLEAR"],
];

/** What is printed when the forum stands: where it is, who is in it and what each may see, and what to try. */
export async function tellForum(url: string, accounts: readonly SeededAccount[]): Promise<string> {
  const rows: string[][] = [];
  for (const { person, token } of accounts) {
    const organization = organizations.find(({ key }) => key === person.organization);
    const counts = await countsFor(url, token);
    const sector = organization?.sector.toLowerCase().replace("_", " ") ?? "";
    rows.push([person.name, organization?.name ?? "", sector, person.role.toLowerCase(), ...counts, token]);
  }
  rows.push(["(nobody signed in)", "", "", "", ...(await countsFor(url)), ""]);
  const head = ["account", "organisation", "sector", "role", ...labels.map(([, name]) => name), "token"];
  const author = tokenOf(accounts, "imogen");
  const reader = tokenOf(accounts, "katrin");
  return [
    `The demo forum is at ${url}/graphql. Everybody and everything in it is invented.`,
    "",
    "What each account may see, by label:",
    "",
    table([head, ...rows]),
    "",
    "Ask what is known about a risk:",
    "",
    `  curl -s ${url}/graphql -H 'content-type: application/json' -H 'authorization: Bearer ${reader}' \\`,
    `    -d '{"query":"{ items(first: 5, filter: {riskCategories: [CYBER]}) { totalCount nodes { tlp severity title } } }"}'`,
    "",
    "Follow it live, in a second terminal:",
    "",
    `  TOCSIN_URL=${url} TOCSIN_TOKEN=${reader} npm run -s tocsin -- follow --category cyber`,
    "",
    "Publish, in a third one, and watch it arrive:",
    "",
    `  echo '{"advisory":{"tlp":"GREEN","title":"Rotate the keys of agents","summary":"It is cheap, and overdue.","riskCategories":["CYBER"],"severity":"HIGH"}}' |`,
    `    TOCSIN_URL=${url} TOCSIN_TOKEN=${author} npm run -s tocsin -- publish -`,
    "",
    "See what the working groups make, and who has adopted it:",
    "",
    `  TOCSIN_URL=${url} TOCSIN_TOKEN=${reader} npm run -s tocsin -- practice list`,
    `  TOCSIN_URL=${url} TOCSIN_TOKEN=${reader} npm run -s tocsin -- adoption matrix`,
    "",
    "Ctrl-C ends the demo and removes its database.",
  ].join("\n");
}

async function countsFor(url: string, token?: string): Promise<string[]> {
  await using client = createClient({ url, token });
  const counts = labels.map(async ([tlp]) => String((await client.statistics({ tlp: [tlp] })).total));
  return await Promise.all(counts); // before the client goes
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => [...(row[column] ?? "")].length)));
  const line = (row: readonly string[]): string =>
    row.map((cell, column) => cell + " ".repeat((widths[column] ?? 0) - [...cell].length)).join("  ");
  return rows.map((row) => `  ${line(row).trimEnd()}`).join("\n");
}

function tokenOf(accounts: readonly SeededAccount[], key: string): string {
  return accounts.find(({ person }) => person.key === key)?.token ?? "";
}
