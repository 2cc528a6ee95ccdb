import type { Declaration } from "./adoptions.ts";
import type { Label } from "./label.ts";

/** What can be asked of the register of adoptions. */
export type AdoptionCommands = {
  /** Declares anew what was declared of the same version before. */
  declareAdoption: {
    input: {
      readonly itemId: string;
      readonly version: number;
      readonly declaration: Declaration;
      readonly label: Pick<Label, "tlp" | "audience">;
      readonly idempotencyKey: string | null;
    };
    result: AdoptionWritten;
  };
};

/** The declaration, and the place in the log right behind the change. */
export type AdoptionWritten = { readonly adoptionId: string; readonly position: number };
