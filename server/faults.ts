/** What is logged of an error. Its message is not: a database puts what was being written into it. */
export type FaultDescription = {
  readonly name: string;
  /** A code of Node or of the database, such as ECONNREFUSED or an SQLSTATE. */
  readonly code?: string;
  readonly frames?: readonly string[];
  readonly cause?: FaultDescription;
};

const maxFrames = 20;
const maxCauses = 5;
const nameShape = /^[A-Za-z][\w$]{0,60}$/;
const codeShape = /^[A-Z0-9_]{1,40}$/;

export function describeFault(error: unknown, causesLeft: number = maxCauses): FaultDescription {
  if (!(error instanceof Error)) return { name: typeof error };
  const code = "code" in error && typeof error.code === "string" && codeShape.test(error.code) ? error.code : undefined;
  const frames = framesOf(error);
  const cause = error.cause ?? ("originalError" in error ? error.originalError : undefined);
  return {
    name: nameShape.test(error.name) ? error.name : "Error",
    ...(code === undefined ? {} : { code }),
    ...(frames.length === 0 ? {} : { frames }),
    ...(cause === undefined || cause === null || causesLeft === 0
      ? {}
      : { cause: describeFault(cause, causesLeft - 1) }),
  };
}

/** What stands behind the message in the stack. Where the stack is not that of the message, nothing can be told apart. */
function framesOf(error: Error): string[] {
  if ("originalError" in error && error.originalError !== undefined) return []; // graphql shows the stack of what it wraps
  const { message, stack = "" } = error;
  const start = stack.indexOf(message);
  const rest = stack.slice(start + message.length);
  if (start < 0 || !/^[\w$]*(: )?$/.test(stack.slice(0, start)) || !rest.trimStart().startsWith("at ")) return [];
  const lines = rest.split("\n").filter((line) => /^ {4}at \S/.test(line));
  return lines.slice(0, maxFrames).map((line) => line.trim());
}
