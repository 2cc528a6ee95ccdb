import { once } from "node:events";
import type { AddressInfo, Socket } from "node:net";
import { connect, createServer } from "node:net";

/** A network that breaks: it carries bytes to a forum, and cuts connections where it is told to. */
export type BreakingProxy = {
  readonly url: string;
  /** How many connections it has cut. */
  readonly cuts: number;
  /** How many bytes of the forum each new connection may carry before it is cut; null for all. */
  allowance: () => number | null;
  /** Lets the connections of now stand and carry nothing more, as when the other end has lost its power. */
  freeze(): void;
  /** Cuts all connections and takes no new ones, until it is mended. */
  cut(): void;
  mend(): void;
  [Symbol.asyncDispose](): Promise<void>;
};

/** `port` is where the forum listens by the time somebody connects. */
export async function breakingProxy(port: number | (() => number)): Promise<BreakingProxy> {
  const open = new Set<Socket>();
  let cuts = 0;
  let isCut = false;
  const proxy = {
    url: "",
    get cuts() {
      return cuts;
    },
    allowance: (): number | null => null,
    freeze(): void {
      for (const socket of open) socket.unpipe().removeAllListeners("data").pause();
    },
    cut(): void {
      isCut = true;
      for (const socket of open) socket.destroy();
    },
    mend(): void {
      isCut = false;
    },
    async [Symbol.asyncDispose](): Promise<void> {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
  const server = createServer((near) => {
    if (isCut) {
      near.on("error", () => undefined).destroy();
      return;
    }
    const far = connect(typeof port === "number" ? port : port(), "127.0.0.1");
    let left = proxy.allowance();
    const end = (): void => {
      near.destroy();
      far.destroy();
    };
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on("error", end).on("close", () => {
        open.delete(socket);
        end();
      });
    }
    near.pipe(far);
    far.on("data", (bytes: Buffer) => {
      if (left === null || bytes.length <= left) {
        left = left === null ? null : left - bytes.length;
        near.write(bytes);
        return;
      }
      // In the middle of a message, wherever that is.
      cuts += 1;
      near.end(bytes.subarray(0, left), end);
      left = 0;
      far.pause();
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port: own } = server.address() as AddressInfo; // it listens on a port
  proxy.url = `http://127.0.0.1:${own}`;
  return proxy;
}
