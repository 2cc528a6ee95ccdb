import { expect, test } from "vitest";
import { visibleCells } from "../../db/visible.ts";
import { openDialect } from "../../db/open.ts";
import { noAudience } from "../../domain/label.ts";
import { keyring } from "../../domain/policy.ts";
import { charteredGroup } from "../support/chartered.ts";
import { practice } from "../support/practices.ts";
import { SmallForum } from "../support/small-forum.ts";

test("what is declared of a practice goes with it from those who lose it, though the declaration was for all", async () => {
  await using forum = await SmallForum.open();
  const { groupId, chair: author } = await charteredGroup(forum);
  const [adopter, other] = [await forum.person(), await forum.person()];
  const { itemId } = await forum.publish(author, practice());
  await forum.store.commit(author.viewer, "proposePractice", { itemId, groupId, idempotencyKey: null });
  await forum.store.commit(adopter.viewer, "declareAdoption", {
    itemId,
    version: 1,
    declaration: { level: "FULL", clauses: null, deviations: [], evidence: [], validUntil: null, note: null },
    label: { tlp: "GREEN", audience: noAudience },
    idempotencyKey: null,
  });
  await using dialect = await openDialect(forum.url);
  const sees = async (who: typeof other): Promise<boolean> => {
    const member = await forum.store.as(who.viewer).member();
    return (await dialect.reader.rows(visibleCells(dialect.tables, keyring(member), [itemId]))).length > 0;
  };
  expect([await sees(adopter), await sees(other)]).toEqual([true, true]);
  const audience = { ...noAudience, organizations: [adopter.organizationId] };
  const narrowed = { ...practice(), label: { tlp: "AMBER", audience, attribution: "ORGANIZATION" } as const };
  await forum.revise(author, itemId, 1, narrowed);
  expect([await sees(adopter), await sees(other)]).toEqual([true, false]);
});
