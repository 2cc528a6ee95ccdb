import { setImmediate } from "node:timers/promises";
import { expect, it } from "vitest";
import { testDialect } from "../support/fresh-store.ts";
import { advisory, range, SmallForum } from "../support/small-forum.ts";

// PostgreSQL answers on threads of its own; who waits there for a connection waits in line.
it.runIf(testDialect() === "sqlite")(
  "a short question that comes while many long ones are answered is answered before the last of them",
  async () => {
    await using forum = await SmallForum.open();
    const member = await forum.person();
    await Promise.all(range(300).map((at) => forum.publish(member, advisory({ title: `Turn ${at}`, body: "tools" }))));
    const settled: string[] = [];
    const reader = forum.store.as(member.viewer);
    const long = range(30).map(async () => {
      expect((await reader.statistics({ text: "tools" })).total).toBe(300);
      settled.push("long");
    });
    const short = setImmediate().then(async () => {
      expect(await reader.item("itm_nothing")).toBeNull();
      settled.push("short");
    });
    await Promise.all([...long, short]);
    expect(settled.indexOf("short")).toBeLessThan(settled.lastIndexOf("long"));
  },
);
