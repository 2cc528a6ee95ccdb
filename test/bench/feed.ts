import { once } from "node:events";
import { WebSocket } from "ws";
import { range } from "../support/small-forum.ts";
import type { Measure } from "./bench.ts";
import { memoryMib, startServer } from "./bench.ts";
import type { Figure } from "./figures.ts";
import { single, spread } from "./figures.ts";
import { HttpCaller } from "./http-caller.ts";

const publishes = 40;
const feed =
  "subscription ($after: String) { feed(after: $after) { cursor change itemId item { id title tlp severity riskCategories } } }";
const publish = "mutation ($input: ItemInput!) { publish(input: $input) { item { id } } }";

/** How long behind the sending of a publish its event is at each of many subscribers, and its answer at the author. */
export const measureFeed: Measure = async ({ ground, url, seeded, subscribers }) => {
  await using server = await startServer(url);
  using caller = new HttpCaller(server.url, 1);
  const [author, ...readers] = seeded.people;
  if (author === undefined) throw new Error("there are no people");
  const sockets: WebSocket[] = [];
  let received: number[] = [];
  let all = Promise.withResolvers<void>();
  const hear = (): void => {
    if (received.push(performance.now()) >= subscribers) all.resolve();
  };
  for (const index of range(subscribers)) {
    const { token } = readers[index % readers.length] ?? author;
    sockets.push(await subscribe(server.url, token, hear));
  }
  const latencies: number[] = [];
  const lasts: number[] = [];
  const answers: number[] = [];
  for (const turn of range(publishes + 3)) {
    received = [];
    all = Promise.withResolvers();
    const sentAt = performance.now();
    await caller.ask(publish, { input: inputOf(turn) }, author.token);
    const answeredAt = performance.now();
    await all.promise;
    if (turn < 3) continue;
    latencies.push(...received.map((at) => at - sentAt));
    lasts.push(Math.max(...received) - sentAt);
    answers.push(answeredAt - sentAt);
  }
  const figures: Figure[] = [
    spread(ground.kind, `feed: from sending to each of ${subscribers} subscribers`, "ms", latencies),
    spread(ground.kind, `feed: from sending to the last of ${subscribers} subscribers`, "ms", lasts),
    spread(ground.kind, `feed: from sending to the author's answer, ${subscribers} subscribers`, "ms", answers),
  ];
  const memory = await memoryMib(server.pid);
  if (memory !== null) figures.push(single(ground.kind, `memory with ${subscribers} subscribers`, "MiB", memory));
  for (const socket of sockets) socket.terminate();
  return figures;
};

async function subscribe(url: string, token: string, hear: () => void): Promise<WebSocket> {
  const socket = new WebSocket(`${url.replace("http", "ws")}/graphql`, "graphql-transport-ws");
  await once(socket, "open");
  socket.send(JSON.stringify({ type: "connection_init", payload: { authorization: `Bearer ${token}` } }));
  await once(socket, "message");
  socket.send(JSON.stringify({ type: "subscribe", id: "1", payload: { query: feed, variables: { after: null } } }));
  socket.on("message", (data: Buffer) => {
    if (data.includes('"next"')) hear();
    else if (!data.includes('"ping"')) throw new Error(`expected an event, got ${data.toString()}`);
  });
  return socket;
}

function inputOf(turn: number): object {
  const summary = "What happened, in short, so that whoever follows knows whether to read on.";
  return { advisory: { title: `Live ${turn}`, summary, tlp: "GREEN", riskCategories: ["CYBER"], severity: "HIGH" } };
}
