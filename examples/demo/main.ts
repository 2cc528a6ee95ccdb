/** `npm run demo`: a forum with members and their first eighteen months, in a database that goes when the demo ends. */
const [major = 0] = process.versions.node.split(".").map(Number);

if (major < 24) {
  console.error(`The demo needs Node 24 or newer; this is ${process.version}. \`npm ci\` brings it: \`npm run demo\`.`);
  process.exitCode = 1;
} else {
  // Imported here, so that an older Node says the sentence above instead of failing on syntax.
  const { runDemo } = await import("./run.ts");
  const ending = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => ending.abort());
  process.exitCode = await runDemo(process.env, (text) => console.log(text), ending.signal);
}
