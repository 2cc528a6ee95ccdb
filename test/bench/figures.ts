/** One line of the result: the median and the 99th percentile of what was measured, or a single value. */
export type Figure = {
  readonly store: string;
  readonly name: string;
  readonly unit: "ms" | "per second" | "MiB";
  readonly p50: number;
  readonly p99: number | null;
  readonly samples: number;
};

export function single(store: string, name: string, unit: Figure["unit"], value: number): Figure {
  return { store, name, unit, p50: value, p99: null, samples: 1 };
}

/** What was measured a few times, as its median alone. */
export function median(store: string, name: string, unit: Figure["unit"], values: readonly number[]): Figure {
  return { store, name, unit, p50: percentile(values, 50), p99: null, samples: values.length };
}

export function spread(store: string, name: string, unit: Figure["unit"], values: readonly number[]): Figure {
  return { store, name, unit, p50: percentile(values, 50), p99: percentile(values, 99), samples: values.length };
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * share) / 100))] ?? NaN;
}

/** No figure takes longer than this, as long as there are a few samples of it. */
const budgetMs = 20_000;
const fewSamples = 5;

/** How long a piece of work takes each time, in milliseconds, behind a tenth as many turns that do not count. */
export async function timesMs(turns: number, work: (turn: number) => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  const first = performance.now();
  for (let turn = -Math.ceil(turns / 10); turn < turns; turn++) {
    const begun = performance.now();
    if (begun - first > budgetMs && times.length >= fewSamples) break;
    await work(Math.abs(turn));
    if (turn >= 0) times.push(performance.now() - begun);
  }
  return times;
}

/** The figures as a table for people. */
export function table(figures: readonly Figure[]): string {
  const rows = [
    ["store", "figure", "p50", "p99", "unit", "samples"],
    ...figures.map(({ store, name, p50, p99, unit, samples }) => [
      store,
      name,
      rounded(p50),
      p99 === null ? "" : rounded(p99),
      unit,
      String(samples),
    ]),
  ];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")).join("\n");
}

function rounded(value: number): string {
  return Math.abs(value) >= 100 ? String(Math.round(value)) : value.toPrecision(3);
}
