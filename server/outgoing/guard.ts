/** Which addresses a call may go to, and the agents that open connections to no others. */
import type { LookupAddress } from "node:dns";
import { lookup } from "node:dns/promises";
import type { AgentOptions } from "node:http";
import { Agent as HttpAgent } from "node:http";
import type { RequestOptions } from "node:https";
import { Agent as HttpsAgent } from "node:https";
import type { LookupFunction, Socket } from "node:net";
import { isIP } from "node:net";
import type { Duplex } from "node:stream";
import { Addresses } from "./addresses.ts";

/** Why nothing came back. Its message is for whoever looks after the source or the peer. */
export class NotReached extends Error {
  override readonly name = "NotReached";
  /** Whether it answered, but with more than is taken. */
  readonly isTooLarge: boolean;

  constructor(message: string, { isTooLarge = false }: { readonly isTooLarge?: boolean } = {}) {
    super(message);
    this.isTooLarge = isTooLarge;
  }
}

export type Resolve = (host: string) => Promise<LookupAddress[]>;
export type GuardOptions = {
  /** Ranges that may be called though they are not public. */
  readonly allowed: readonly string[];
  /** @default the system's resolver */
  readonly resolve?: Resolve;
};

export const mayNot =
  "its address is not one of the public network; the operator can allow it by TOCSIN_OUTGOING_ALLOWED";

export class Guard {
  readonly #addresses: Addresses;
  readonly #resolve: Resolve;

  constructor({ allowed, resolve = (host) => lookup(host, { all: true }) }: GuardOptions) {
    this.#addresses = new Addresses(allowed);
    this.#resolve = resolve;
  }

  /** An agent that looks its name up for each connection, and at each address of it. */
  agent(isSecure: boolean, options: AgentOptions = {}): HttpAgent {
    return isSecure ? new GuardedHttpsAgent(this, options) : new GuardedHttpAgent(this, options);
  }

  /** The addresses of a name, or NotReached where one of them may not be called. */
  async addressesOf(host: string, isSecure: boolean): Promise<LookupAddress[]> {
    const version = isIP(host);
    const found = version === 0 ? await this.#lookUp(host) : [{ address: host, family: version }];
    if (found.length === 0) throw new NotReached("its name has no address");
    if (!found.every(({ address }) => this.#addresses.mayCall(address))) throw new NotReached(mayNot);
    if (!isSecure && !found.every(({ address }) => this.#addresses.isAllowed(address)))
      throw new NotReached("only https is called; the operator can allow http inside by TOCSIN_OUTGOING_ALLOWED");
    return found;
  }

  /** Looks at the address that was connected to once more, before anything is sent. */
  watch(socket: Socket): void {
    socket.once("connect", () => {
      if (!this.#addresses.mayCall(socket.remoteAddress ?? "")) socket.destroy(new NotReached(mayNot));
    });
  }

  async #lookUp(host: string): Promise<LookupAddress[]> {
    try {
      return await this.#resolve(host);
    } catch {
      throw new NotReached("its name cannot be looked up");
    }
  }
}

type Created = (error: Error | null, socket: Duplex) => void;

class GuardedHttpAgent extends HttpAgent {
  readonly #guard: Guard;

  constructor(guard: Guard, options: AgentOptions) {
    super(options);
    this.#guard = guard;
  }

  override createConnection(options: RequestOptions, created?: Created): undefined {
    connect(this.#guard, false, options, created, (pinned) => super.createConnection(pinned));
  }
}

class GuardedHttpsAgent extends HttpsAgent {
  readonly #guard: Guard;

  constructor(guard: Guard, options: AgentOptions) {
    super(options);
    this.#guard = guard;
  }

  override createConnection(options: RequestOptions, created?: Created): undefined {
    connect(this.#guard, true, options, created, (pinned) => super.createConnection(pinned));
  }
}

function connect(
  guard: Guard,
  isSecure: boolean,
  options: RequestOptions,
  created: Created | undefined,
  open: (options: RequestOptions) => Duplex | null | undefined,
): void {
  const host = (options.host ?? "").replace(/^\[(.*)\]$/, "$1");
  guard.addressesOf(host, isSecure).then(
    (addresses) => {
      const socket = open({ ...options, lookup: pinnedTo(addresses) }) as Socket; // agents of Node open sockets
      guard.watch(socket);
      created?.(null, socket);
    },
    (error: Error) => created?.(error, undefined as never), // with an error, nobody looks at the socket
  );
}

/** Gives the addresses that were looked at, whoever asks. */
function pinnedTo(addresses: readonly LookupAddress[]): LookupFunction {
  return (_host, options, callback) => {
    const [first] = addresses;
    if (options.all === true) callback(null, [...addresses]);
    else callback(null, first?.address ?? "", first?.family);
  };
}
