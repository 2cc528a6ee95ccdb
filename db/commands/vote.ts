import { eq } from "drizzle-orm";
import type { SecretPaper } from "../../domain/ballots.ts";
import type { BallotRow } from "../ballots.ts";
import type { CommandContext } from "./command.ts";
import { memberOf } from "./command.ts";

/**
 * Keeps what was voted: in an open ballot with who and when, in a secret one among the other papers. There the whole heap is written
 * anew, sorted by what stands on the papers, so that neither its order nor an instant says whose a paper is.
 */
export async function storePaper(
  context: CommandContext,
  { id, secret }: BallotRow,
  paper: SecretPaper,
): Promise<void> {
  const { tx, dialect } = context;
  const { ballotVotes, secretPapers: s } = dialect.tables;
  const { accountId, organizationId } = memberOf(context).member;
  if (!secret) {
    const { at } = tx;
    await tx.db.insert(ballotVotes).values({ ballotId: id, organizationId, accountId, at, ...paper });
    return;
  }
  const [heap] = await tx.db.select().from(s).where(eq(s.ballotId, id));
  const papers = [...(heap?.papers ?? []), paper].sort((a, b) => (textOf(a) < textOf(b) ? -1 : 1));
  await tx.db.insert(s).values({ ballotId: id, papers }).onConflictDoUpdate({ target: s.ballotId, set: { papers } });
}

function textOf({ option, reason }: SecretPaper): string {
  return JSON.stringify([option, reason]);
}
