/** The process behind other-node.ts: a store, and commands for it from the parent. */
import { openStore } from "../../db/store.ts";
import { ForumError } from "../../domain/errors.ts";
import type { Order, Report } from "./other-node.ts";

const [, , url] = process.argv;
if (url === undefined || process.send === undefined) throw new Error("started by other-node.ts, with an address");
const store = await openStore(url);
const say = (report: Report): void => void process.send?.(report);

process.on("message", ({ id, actor, type, input }: Order) => {
  store.commit(actor, type, input).then(
    (result) => say({ id, result }),
    (error: unknown) => say({ id, message: String(error), code: error instanceof ForumError ? error.code : null }),
  );
});
process.on("disconnect", () => process.exit());
say({ ready: true });
