/** Every code that the server closes a websocket with. The first group is that of graphql-transport-ws itself. */
export const closeCodes = {
  badRequest: {
    code: 4400,
    meaning: "A message that is no JSON or not of the protocol; the reason says what is wrong.",
  },
  unauthorized: { code: 4401, meaning: "An operation before connection_init was acknowledged." },
  forbidden: { code: 4403, meaning: "The token is not valid, or it, its account or its organisation has ended." },
  subprotocolNotAcceptable: { code: 4406, meaning: "The sub-protocol is not graphql-transport-ws." },
  initTimeout: { code: 4408, meaning: "No connection_init came in time." },
  subscriberExists: { code: 4409, meaning: "An operation with this id is under way already." },
  tooManyInits: { code: 4429, meaning: "A second connection_init." },
  otherStreams: {
    code: 4410,
    meaning: "A peer may follow other streams than when it came; connect again, and start anew.",
  },
  internal: { code: 4500, meaning: "Our fault; resume from your cursor." },

  tooSlow: { code: 4413, meaning: "The reader takes too little of what waits for it; resume from your cursor." },
  tooManySockets: {
    code: 4420,
    meaning: "The token, or the address of an anonymous visitor, holds too many connections.",
  },
  messageTooBig: { code: 1009, meaning: "A message of more than 2 MiB." },
  restarting: { code: 1012, meaning: "The server stops; connect again, and resume from your cursor." },
} as const;

export type Closing = keyof typeof closeCodes;

/** What a close frame can carry at most. */
const maxReasonBytes = 123;

/** A reason that fits into a close frame. */
export function closeReason(text: string): string {
  let reason = text;
  while (Buffer.byteLength(reason) > maxReasonBytes) reason = reason.slice(0, -1);
  return reason;
}
