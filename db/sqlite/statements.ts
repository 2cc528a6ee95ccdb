import type Database from "better-sqlite3";

/** How many statements a connection keeps ready. */
const maxKept = 500;

/**
 * Compiles each text once: SQLite takes longer to compile a statement than to run it. Two users of one connection keep statements of
 * their own, since a statement remembers in which shape it gives its rows.
 */
export function keepStatements(client: Database.Database): (text: string) => Database.Statement {
  const compile = client.prepare.bind(client);
  const kept = new Map<string, Database.Statement>();
  return (text) => {
    const statement = kept.get(text) ?? compile(text);
    kept.delete(text); // the newest stands last
    kept.set(text, statement);
    for (const oldest of kept.keys()) {
      if (kept.size <= maxKept) break;
      kept.delete(oldest);
    }
    return statement;
  };
}
