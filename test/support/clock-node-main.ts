/** A process that runs what is due until it is killed, as a server does. Says when it has looked for the first time. */
import { Clock } from "../../server/clock.ts";
import { TimedForum } from "./timed-forum.ts";

const [, , url] = process.argv;
if (url === undefined || process.send === undefined) throw new Error("started with an address by a test");
const forum = await TimedForum.open(url);
const held = setInterval(() => undefined, 60_000); // the clock itself holds no process
const clock = new Clock(forum, (error) => {
  throw error;
});
process.on("disconnect", () => {
  clearInterval(held);
  void clock[Symbol.asyncDispose]();
});
process.send("ready");
