import type { GroupSummary } from "../sdk/index.ts";
import type { Output } from "./output.ts";
import { groupLine } from "./render-group.ts";

/** Says where a group stands after a write. */
export async function tellGroup(out: Output, group: GroupSummary): Promise<void> {
  await out.either(group, () => [groupLine(out, group)]);
}
