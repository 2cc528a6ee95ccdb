import { expect, it } from "vitest";
import { ask } from "../support/graphql-client.ts";
import { addMember, startApp } from "../support/start-app.ts";

const query =
  "query ($id: ID!) { node(id: $id) { ... on Account { tokens { id name expiresAt revokedAt lastUsedAt } } } }";

it("shows an account's tokens to itself and to stewards, never the tokens themselves, and to nobody else", async () => {
  await using app = await startApp();
  const member = await addMember(app);
  const steward = await addMember(app, { role: "STEWARD" });
  const colleague = await addMember(app, { organizationId: member.organizationId });
  const made = await ask(app, 'mutation ($id: ID!) { createToken(account: $id, name: "laptop") { id token } }', {
    token: member.token,
    variables: { id: member.accountId },
  });
  const { id, token } = (made.data as { createToken: { id: string; token: string } }).createToken; // the query names them

  for (const asker of [member, steward]) {
    const { data } = await ask(app, query, { token: asker.token, variables: { id: member.accountId } });
    expect(data).toMatchObject({ node: { tokens: [{ id, name: "laptop", revokedAt: null }, { id: member.tokenId }] } });
    expect(JSON.stringify(data)).not.toContain(token);
  }
  const { data } = await ask(app, query, { token: colleague.token, variables: { id: member.accountId } });
  expect(data).toEqual({ node: { tokens: null } });
});
