import { expect, test } from "vitest";
import type { App } from "../../server/app.ts";
import { addPerson, operator } from "../support/small-forum.ts";
import type { Person } from "../support/small-forum.ts";
import { ask } from "../support/graphql-client.ts";
import { startApp } from "../support/start-app.ts";
import { practiceInput } from "../support/still-forum.ts";
import { runTocsin } from "./client-world.ts";

test(
  "a group holds a ballot and an organisation declares an adoption by the command line",
  { timeout: 120_000 },
  async () => {
    await using app = await startApp();
    const { store } = app;
    const [chair, steward] = [await addPerson(store), await addPerson(store, { role: "STEWARD" })];
    const { id: groupId } = await store.commit(operator, "addGroup", { name: "Agent safety", description: null });
    const member = { accountId: chair.accountId };
    await store.commit(operator, "joinGroup", { groupId, member });
    await store.commit(steward.viewer, "setGroupRole", { groupId, member, role: "CHAIR", held: true });
    const practice = await proposed(app, chair, groupId);

    const as = async (...words: string[]): Promise<string> => {
      const env = { HOME: "/nonexistent", TOCSIN_URL: app.url, TOCSIN_TOKEN: chair.token };
      const { code, stdout, stderr } = await runTocsin(words, env);
      expect(`${code} ${stderr}`, words.join(" ")).toMatch(/^0 /);
      return stdout;
    };
    const about = ["--practice", practice, "--version", "1", "--question", "Adopt it?", "--closes", "2999-01-01"];
    const held: { id: string } = JSON.parse(await as("ballot", "hold", "--group", "agent safety", ...about, "--json"));
    expect(await as("ballot", "list", "--state", "open")).toContain("Agent safety: Adopt it?");
    expect(await as("ballot", "vote", held.id, "approve", "--reason", "It is what we do.")).toContain("Voted in");
    expect(await as("ballot", "close", held.id)).toContain("CLOSED DECIDED");
    expect(await as("ballot", "show", held.id)).toMatch(/Approve {2}1 votes, won[\s\S]*Approve: It is what we do\./);

    const evidence = ["--evidence", "certified=https://example.org/report"];
    const partial = ["--level", "partial", "--clause", "R-1", "--deviation", "R-1==Weekly.", ...evidence];
    expect(await as("adopt", practice, "--version", "1", ...partial, "--tlp", "green")).toMatch(
      /^TLP:GREEN .*PARTIAL of version 1/,
    );
    expect(await as("adoption", "list", "--practice", practice)).toContain("not to the letter R-1: =Weekly.");
    expect(await as("adoption", "due")).toContain("Nothing is due.");
    expect(await as("adoption", "matrix")).toContain("P PARTIAL 1");
    expect(await as("adoption", "matrix", "--csv")).toMatch(
      /^practice,title,version,.*\r\nitm_\w+,Rotate keys,1,PARTIAL\r\n/,
    );
    expect(await as("adoption", "clauses", practice)).toContain("PARTIAL but =Weekly.");
    expect(await as("adoption", "export")).toContain("CERTIFIED https://example.org/report");
  },
);

async function proposed(app: App, { token }: Person, group: string): Promise<string> {
  const publish = "mutation ($input: ItemInput!) { publish(input: $input) { item { id } } }";
  const input = { practice: practiceInput({ tlp: "GREEN" }) };
  const { data } = await ask(app, publish, { token, variables: { input } });
  const id = /itm_\w{26}/.exec(JSON.stringify(data))?.[0] ?? "";
  const propose = "mutation ($id: ID!, $group: ID!) { proposePractice(id: $id, group: $group) { cursor } }";
  await ask(app, propose, { token, variables: { id, group } });
  return id;
}
