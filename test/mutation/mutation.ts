/** One decision turned round, and what would come of it. `find` stands once in the file, or the list is out of date. */
export type Mutation = {
  readonly file: string;
  readonly find: string;
  readonly replace: string;
  readonly harm: string;
  /** The stage that ought to notice, to be run first. @default the cheapest */
  readonly first?: string;
};
