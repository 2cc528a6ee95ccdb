/** What the command line reads, writes and is told by its surroundings. */
export type Io = {
  readonly stdin: NodeJS.ReadableStream & MaybeTerminal;
  readonly stdout: NodeJS.WritableStream & MaybeTerminal;
  readonly stderr: NodeJS.WritableStream & MaybeTerminal;
  readonly env: Readonly<Record<string, string | undefined>>;
};

type MaybeTerminal = { readonly isTTY?: boolean; readonly columns?: number };
