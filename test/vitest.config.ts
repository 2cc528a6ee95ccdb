import { availableParallelism } from "node:os";
import { join } from "node:path";
import { defineConfig } from "vitest/config";
import { SlowestFirst } from "./support/slowest-first.ts";

const root = join(import.meta.dirname, "..");

/** One project a tier: `unit` touches no store; the same store tests run on each dialect. */
export default defineConfig({
  // as Node itself resolves: with Vite's "development" there would be two copies of graphql, which refuse each other's schemas
  ssr: { resolve: { conditions: ["module-sync", "node"] } },
  test: {
    root,
    dir: root,
    // on two cores vitest would take one
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // no module of ours keeps state, so that a worker may load them once for all of its files
    isolate: false,
    sequence: { sequencer: SlowestFirst },
    testTimeout: 30_000,
    hookTimeout: 60_000,
    globalSetup: ["test/support/global-setup.ts"],
    setupFiles: ["test/support/seed.ts"],
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["test/unit/**/*.test.ts", "clients/**/*.test.ts", "schema/**/*.test.ts", "server/**/*.test.ts"],
        },
      },
      dialect("sqlite"),
      dialect("postgres"),
    ],
  },
});

function dialect(name: "sqlite" | "postgres") {
  return {
    extends: true as const,
    test: {
      name,
      include: ["test/store/**/*.test.ts"],
      // the demo and the example bring their own SQLite files: once is enough
      exclude: name === "sqlite" ? [] : ["test/store/demo.test.ts", "test/store/example-federation.test.ts"],
      env: { TOCSIN_TEST_DIALECT: name },
      globalSetup: name === "postgres" ? ["test/support/postgres-setup.ts"] : [],
    },
  };
}
