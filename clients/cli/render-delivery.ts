import type { DeliveryFields, DeliveryState } from "../sdk/index.ts";
import { hanging } from "./layout.ts";
import type { Output } from "./output.ts";
import { oneLine } from "./printable.ts";

const states: Readonly<Record<DeliveryState, string>> = {
  CONFIRMED: "has it",
  OFFERED: "is offered it, and has not said yet what it has",
  REFUSED: "has not taken it",
  WAITING: "is about to be sent it",
  NOT_SENT: "is not sent it",
};

/** What has become of an item at another forum. */
export function deliveryLines(out: Output, { name, state, reason, at }: DeliveryFields): string[] {
  const since = at === null ? "" : ` (${at})`;
  const why = reason === null ? "" : `: ${oneLine(reason)}`;
  return hanging(out, `  ${out.style("bold", oneLine(name))}  `, `${states[state]}${since}${why}`);
}
