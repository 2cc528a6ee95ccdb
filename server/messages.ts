import type { ForumError } from "../domain/errors.ts";
import { badInput } from "../domain/errors.ts";
import { tooMuch } from "./limits.ts";

const fromClients = ["connection_init", "ping", "pong", "subscribe", "complete"];

/** What a message is worth: fine, an operation that ends alone, or a fault of the client that ends the socket. */
export type MessageVerdict =
  | { readonly verdict: "good" }
  | { readonly verdict: "bad operation"; readonly id: string; readonly refusal: ForumError }
  | { readonly verdict: "bad message"; readonly problem: string };

/** Looks at the size and shape of a message of graphql-transport-ws, so that every refusal says what is wrong. */
export function judgeMessage(data: Buffer, maxBytes: number): MessageVerdict {
  let message: unknown;
  try {
    message = JSON.parse(data.toString());
  } catch {
    return { verdict: "bad message", problem: "invalid JSON: send one JSON object in each message" };
  }
  if (!isRecord(message)) return { verdict: "bad message", problem: "a message is a JSON object" };
  const { type, id, payload } = message;
  if (typeof type !== "string" || !fromClients.includes(type)) {
    return { verdict: "bad message", problem: `a message has a "type", one of ${fromClients.join(", ")}` };
  }
  if (type === "complete" || type === "subscribe") {
    if (typeof id !== "string" || id === "") return { verdict: "bad message", problem: `${type} needs an "id"` };
  }
  if (type === "subscribe") {
    const refusal = operationRefusal(payload, data.length, maxBytes);
    return refusal === null ? { verdict: "good" } : { verdict: "bad operation", id: String(id), refusal };
  }
  if (data.length > maxBytes) return { verdict: "bad message", problem: `a message has at most ${maxBytes} bytes` };
  if (payload !== undefined && payload !== null && !isRecord(payload)) {
    return { verdict: "bad message", problem: `the payload of ${type} is an object` };
  }
  return { verdict: "good" };
}

function operationRefusal(operation: unknown, bytes: number, maxBytes: number): ForumError | null {
  if (bytes > maxBytes) return tooMuch(`A message has at most ${maxBytes} bytes; this one has ${bytes}.`);
  const problem = operationProblem(operation);
  return problem === null ? null : badInput("payload", problem);
}

/** What is wrong with the shape of an operation, on any transport; null where nothing is. */
export function operationProblem(operation: unknown): string | null {
  if (!isRecord(operation)) return "An operation is an object with a `query`.";
  const { query, variables, operationName, extensions } = operation;
  if (typeof query !== "string") return "`query` must be the text of a document.";
  if (!isAbsent(variables) && !isRecord(variables)) return "`variables` must be an object.";
  if (!isAbsent(operationName) && typeof operationName !== "string") return "`operationName` must be text.";
  return isAbsent(extensions) || isRecord(extensions) ? null : "`extensions` must be an object.";
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
