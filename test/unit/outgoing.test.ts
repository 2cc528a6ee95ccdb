import type { LookupAddress } from "node:dns";
import type { IncomingMessage, RequestListener, Server } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { Addresses, parseRange } from "../../server/outgoing/addresses.ts";
import type { OutgoingOptions } from "../../server/outgoing/outgoing.ts";
import { NotReached, Outgoing } from "../../server/outgoing/outgoing.ts";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** Somebody else's server, on loopback. Gives its port. */
async function serve(listener: RequestListener): Promise<number> {
  const server = createServer(listener);
  servers.push(server);
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, "127.0.0.1", resolve);
  await promise;
  return (server.address() as AddressInfo).port; // it listens on TCP
}

const call = { maxBytes: 1_000, timeoutMs: 5_000 };
const get = (url: string, options: Partial<OutgoingOptions> = {}, more: object = {}) =>
  new Outgoing({ allowed: [], ...options }).get(url, { ...call, ...more });
const loopback = { allowed: ["127.0.0.1"] };
const resolving =
  (...answers: string[][]) =>
  async (): Promise<LookupAddress[]> =>
    (answers.shift() ?? []).map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));

describe("addresses that are not of the public network", () => {
  it.each([
    "127.0.0.1",
    "127.255.255.254",
    "0.0.0.0",
    "10.0.0.1",
    "100.64.0.1",
    "169.254.169.254", // where clouds tell a machine its secrets
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.192",
    "192.168.1.1",
    "198.18.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::ffff:127.0.0.1",
    "::ffff:7f00:1",
    "::ffff:8.8.8.8",
    "::127.0.0.1",
    "64:ff9b::7f00:1",
    "64:ff9b:1::1",
    "100::1",
    "2001::1",
    "2001:db8::1",
    "2002:7f00:1::",
    "3fff::1",
    "fc00::1",
    "fd00:ec2::254",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "ff02::1",
    "localhost",
    "",
  ])("are not called: %s", (address) => expect(new Addresses([]).mayCall(address)).toBe(false));

  it.each(["8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "2a00:1450::1"])(
    "public ones are: %s",
    (address) => expect(new Addresses([]).mayCall(address)).toBe(true),
  );

  it("are called where the operator has named them, and no others", () => {
    const addresses = new Addresses(["10.1.0.0/16", "fd00::/8", "127.0.0.1"]);
    expect(["10.1.2.3", "fd12::1", "127.0.0.1"].every((address) => addresses.mayCall(address))).toBe(true);
    expect(["10.2.0.1", "127.0.0.2", "::1", "fe80::1"].some((address) => addresses.mayCall(address))).toBe(false);
  });

  it.each(["10.0.0.0/33", "::/129", "10.0.0", "localhost", "10.0.0.0/", "fe80::1%eth0/64", ""])(
    "are not named by %j",
    (text) => expect(parseRange(text)).toBeNull(),
  );
});

describe("a call", () => {
  it.each([
    "https://127.0.0.1/",
    "https://2130706433/", // 127.0.0.1 as one number
    "https://0x7f.1/",
    "https://0177.0.0.1/",
    "https://127.1/",
    "https://[::1]/",
    "https://[::ffff:127.0.0.1]/",
    "https://[::ffff:7f00:1]/",
    "https://[0:0:0:0:0:ffff:a9fe:a9fe]/",
    "https://169.254.169.254/latest/meta-data/",
    "https://①②⑦.⓪.⓪.①/",
    "https://[64:ff9b::7f00:1]/",
    "https://10.0.0.1:8443/",
  ])("to %s is not made", async (url) => {
    await expect(get(url)).rejects.toThrow(/not one of the public network/);
  });

  it.each(["ftp://example.org/", "file:///etc/passwd", "data:,x", "nonsense", "https://name:secret@example.org/"])(
    "to %s is not made, for what it is",
    async (url) => {
      await expect(get(url)).rejects.toThrow(NotReached);
    },
  );

  it("goes nowhere where one of the addresses of a name is not public", async () => {
    for (const answer of [
      ["127.0.0.1"],
      ["8.8.8.8", "10.0.0.1"],
      ["::ffff:127.0.0.1"],
      ["fd00::1", "2606:4700::1111"],
    ]) {
      await expect(get("https://feed.example/", { resolve: resolving(answer) })).rejects.toThrow(
        /not one of the public/,
      );
    }
    await expect(get("https://feed.example/", { resolve: resolving([]) })).rejects.toThrow(/no address/);
  });

  it("looks a name up once, and goes to the addresses that were looked at, whatever the name means by then", async () => {
    const port = await serve((request, response) => response.end(`asked for ${request.headers.host}`));
    let asked = 0;
    const resolve = async (): Promise<LookupAddress[]> => {
      asked += 1;
      return [{ address: asked === 1 ? "127.0.0.1" : "127.0.0.9", family: 4 }];
    };
    const { body } = await get(`http://feed.example:${port}/`, { ...loopback, resolve });
    expect([body.toString(), asked]).toEqual([`asked for feed.example:${port}`, 1]);
  });

  it("looks at each redirect like at the first address", async () => {
    let target = "";
    const port = await serve((_, response) => response.writeHead(302, { location: target }).end());
    for (target of [
      "https://169.254.169.254/",
      "https://[::1]/",
      "//10.0.0.1/",
      "file:///etc/passwd",
      "https://2130706433/",
    ]) {
      // 127.0.0.1 alone is allowed, and over http alone does this server speak
      const outcome = get(`http://127.0.0.1:${port}/`, loopback);
      await expect(outcome).rejects.toThrow(NotReached);
    }
    target = "/again";
    await expect(get(`http://127.0.0.1:${port}/`, loopback)).rejects.toThrow(/redirects more than/);
  });

  it("looks up a name anew for a redirect", async () => {
    const port = await serve((_, response) =>
      response.writeHead(302, { location: `http://feed.example:${port}/b` }).end(),
    );
    const resolve = resolving(["127.0.0.1"], ["10.0.0.1"]);
    await expect(get(`http://feed.example:${port}/`, { ...loopback, resolve })).rejects.toThrow(
      /not one of the public/,
    );
  });

  it("sends its secret to the origin that was asked for, and to no other", async () => {
    const got: (string | undefined)[] = [];
    const note = ({ headers }: IncomingMessage): unknown => got.push(headers.authorization);
    const other = await serve((request, response) => {
      note(request);
      response.end("there");
    });
    const port = await serve((request, response) => {
      note(request);
      response.writeHead(302, { location: request.url === "/" ? "/same" : `http://127.0.0.1:${other}/` }).end();
    });
    const { body } = await get(`http://127.0.0.1:${port}/`, loopback, { authorization: "Basic secret" });
    expect([body.toString(), got]).toEqual(["there", ["Basic secret", "Basic secret", undefined]]);
  });

  it("over http is made only where the operator has named the address", async () => {
    await expect(get("http://feed.example/", { resolve: resolving(["8.8.8.8"]) })).rejects.toThrow(/only https/);
  });

  it("takes no more than it was told to, whatever the answer says of its length", async () => {
    const port = await serve((_, response) => {
      const send = (): void => {
        while (response.write("x".repeat(500))) if (response.destroyed) return;
        response.once("drain", send);
      };
      send();
    });
    await expect(get(`http://127.0.0.1:${port}/`, loopback)).rejects.toThrow(/more than 1000 bytes/);
  });

  it("takes no compressed answer: a small one can become a large one", async () => {
    const port = await serve((_, response) => response.writeHead(200, { "content-encoding": "gzip" }).end("x"));
    await expect(get(`http://127.0.0.1:${port}/`, loopback)).rejects.toThrow(/compressed/);
  });

  it("ends when its time is over, and when it is told to", async () => {
    const port = await serve((_, response) => void response.write("never ends"));
    const url = `http://127.0.0.1:${port}/`;
    await expect(get(url, loopback, { timeoutMs: 50 })).rejects.toThrow(/in time/);
    await expect(get(url, loopback, { signal: AbortSignal.abort() })).rejects.toThrow(NotReached);
  });

  it("says in words what went wrong", async () => {
    const port = await serve(() => undefined);
    servers.at(-1)?.close();
    await expect(get(`http://127.0.0.1:${port}/`, loopback)).rejects.toThrow(/cannot be reached \(ECONNREFUSED\)/);
    const resolve = (): Promise<never> => Promise.reject(new Error("ENOTFOUND"));
    await expect(get("https://feed.example/", { resolve })).rejects.toThrow(/cannot be looked up/);
  });
});
