#!/usr/bin/env node
import { run } from "./run.ts";

// Whoever reads from a pipe may stop reading: that is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});
process.exitCode = await run(process.argv.slice(2), process);
