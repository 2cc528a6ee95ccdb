/** A process that does what is due in a forum until it is killed, as a server does. Says when its clock runs. */
import { openStore } from "../../db/store.ts";
import { Clock } from "../../server/clock.ts";

/** The address of the store, and by how many milliseconds its clock is ahead. */
const [, , url, aheadMs = "0"] = process.argv;
if (url === undefined || process.send === undefined) throw new Error("started with an address by a test");
const fail = (error: unknown): void => {
  throw error;
};
const store = await openStore(url, { onError: fail, now: () => new Date(Date.now() + Number(aheadMs)) });
const held = setInterval(() => undefined, 60_000); // the clock itself holds no process
const clock = new Clock(store, fail);
process.on("disconnect", () => {
  clearInterval(held);
  void clock[Symbol.asyncDispose]().then(() => store[Symbol.asyncDispose]());
});
process.send("ready");
