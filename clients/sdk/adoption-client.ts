import type { Caller, ReadOptions, WriteOptions } from "./caller.ts";
import type { AdoptionFields, Operations } from "./generated.ts";
import { pagesOf } from "./pages.ts";

export type AdoptionDeclaration = Omit<Operations["declareAdoption"]["variables"], "idempotencyKey">;
export type AdoptionDeclared = Operations["declareAdoption"]["result"]["declareAdoption"];
export type AdoptionsOptions = ReadOptions & Omit<Operations["adoptions"]["variables"], "first" | "after">;
export type AdoptionMatrix = Operations["adoptionMatrix"]["result"]["adoptionMatrix"];
export type AdoptionMatrixArgs = Operations["adoptionMatrix"]["variables"];
export type ClauseMatrix = Operations["clauseMatrix"]["result"]["adoptionMatrix"]["rows"][number];

/** The register of who adopted what. */
export class AdoptionClient {
  readonly #caller: Caller;

  constructor(caller: Caller) {
    this.#caller = caller;
  }

  /** One declaration; null where there is none, or none that may be seen. */
  async get(id: string, options?: ReadOptions): Promise<AdoptionFields | null> {
    return (await this.#caller.send("adoption", { id }, options)).adoption;
  }

  /** Every declaration, the newest first. With `endsBy` the instant of now: what has expired or is overdue. */
  list({ signal, ...filter }: AdoptionsOptions = {}): AsyncGenerator<AdoptionFields, void> {
    const options = signal === undefined ? {} : { signal };
    return pagesOf(
      async (after) => (await this.#caller.send("adoptions", { ...filter, first: 100, after }, options)).adoptions,
    );
  }

  /** Declares for the own organisation, in the place of what it declared of that version before. */
  async declare(declaration: AdoptionDeclaration, options?: WriteOptions): Promise<AdoptionDeclared> {
    return (await this.#caller.write("declareAdoption", declaration, options)).declareAdoption;
  }

  /** Practices against organisations: a page of at most 500 practices. */
  async matrix(page: AdoptionMatrixArgs = {}, options?: ReadOptions): Promise<AdoptionMatrix> {
    return (await this.#caller.send("adoptionMatrix", page, options)).adoptionMatrix;
  }

  /** One practice by its clauses; null where there is none, or none that may be seen. */
  async clauses(practice: string, options?: ReadOptions): Promise<ClauseMatrix | null> {
    return (await this.#caller.send("clauseMatrix", { practice }, options)).adoptionMatrix.rows[0] ?? null;
  }
}
