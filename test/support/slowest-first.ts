import type { TestSpecification } from "vitest/node";
import { BaseSequencer } from "vitest/node";

/** Files that take minutes: begun last, one of them would keep a single worker busy when all others are done. */
const slowest = [
  "worlds",
  "kill",
  "surfaces",
  "twins",
  "federation-histories",
  "proceedings-worlds",
  "proceedings-twins",
  "federation-lying-server",
  "federation-partition",
  "follow",
  "backup",
  "sources",
  "rooms",
];

export class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = slowest.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
      return at < 0 ? slowest.length : at;
    };
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}
