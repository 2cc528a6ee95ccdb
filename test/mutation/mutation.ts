/** One decision turned round, and what would come of it. `find` stands once in the file, or the list is out of date. */
export type Mutation = {
  readonly file: "domain/policy.ts" | "domain/command-roles.ts" | "domain/federation/streams.ts" | "db/visible.ts";
  readonly find: string;
  readonly replace: string;
  readonly harm: string;
};
