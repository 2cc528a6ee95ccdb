import { range } from "../support/small-forum.ts";
import type { Measure } from "./bench.ts";
import { startServer } from "./bench.ts";
import { words } from "./content.ts";
import { median, spread } from "./figures.ts";
import { HttpCaller } from "./http-caller.ts";
import { seed } from "./seed.ts";

const concurrency = 16;
const rounds = 5;
const perRound = 1_000;
const publish = `mutation ($input: ItemInput!, $key: String) { publish(input: $input, idempotencyKey: $key) { cursor item { id } } }`;

/** How many items a forum takes in a second over HTTP, from sixteen writers that each wait for their answers. */
export const measurePublish: Measure = async ({ ground }) => {
  const url = await ground.freshUrl();
  const { people } = await seed(url, 0);
  await using server = await startServer(url);
  using caller = new HttpCaller(server.url, concurrency);
  const times: number[] = [];
  const rates: number[] = [];
  let written = 0;
  for (const round of range(rounds + 1)) {
    const begun = performance.now();
    const until = written + perRound;
    await Promise.all(
      range(concurrency).map(async (writer) => {
        while (written < until) {
          const turn = written++;
          const { token } = people[writer % people.length] ?? { token: null };
          const sentAt = performance.now();
          await caller.ask(publish, { input: inputOf(turn), key: `bench ${turn}` }, token);
          if (round > 0) times.push(performance.now() - sentAt);
        }
      }),
    );
    if (round > 0) rates.push((perRound * 1_000) / (performance.now() - begun));
  }
  const label = `publish over HTTP, ${concurrency} at once`;
  return [
    median(ground.kind, `${label}: rate`, "per second", rates),
    spread(ground.kind, `${label}: time`, "ms", times),
  ];
};

function inputOf(turn: number): object {
  const word = (at: number): string => words[(turn * 7 + at * 13) % words.length] ?? "";
  const prose = (length: number): string => range(length).map(word).join(" ");
  return {
    advisory: {
      title: `Advisory ${turn}: ${prose(5)}`,
      summary: prose(25),
      body: prose(120),
      tlp: "GREEN",
      riskCategories: ["CYBER", "MODEL_SECURITY"],
      severity: "HIGH",
      recommendedActions: [prose(10)],
    },
  };
}
