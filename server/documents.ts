import type { DocumentNode, GraphQLSchema } from "graphql";
import { GraphQLError, parse, validate } from "graphql";
import { presentable } from "../schema/errors.ts";
import { withField } from "./input-errors.ts";
import type { DocumentLimits } from "./limits.ts";
import { checkShape, checkTokens, tooMuch } from "./limits.ts";

/** A document that may be executed, or why not. */
export type Checked = { readonly document: DocumentNode } | { readonly errors: readonly GraphQLError[] };

/** A parsed document takes up to a hundred times the room of its text. */
const maxKeptLength = 300_000;
const maxErrors = 10;

/** Parses, measures and validates documents, the same for every transport; remembers the newest of those that passed. */
export class Documents {
  readonly #schema: GraphQLSchema;
  readonly #limits: DocumentLimits;
  readonly #kept = new Map<string, Checked>();
  #keptLength = 0;

  constructor(schema: GraphQLSchema, limits: DocumentLimits) {
    this.#schema = schema;
    this.#limits = limits;
  }

  /** Visitors without a token are told nothing of the schema: no introspection, and no "did you mean". */
  check(text: string, isVisitor: boolean): Checked {
    const key = `${isVisitor ? "visitor" : "member"} ${text}`;
    const known = this.#kept.get(key);
    const checked = known ?? this.#check(text, isVisitor);
    if ("document" in checked) this.#keep(key, checked);
    return checked;
  }

  #keep(key: string, checked: Checked): void {
    if (this.#kept.delete(key)) this.#keptLength -= key.length; // the newest stands last
    this.#kept.set(key, checked);
    this.#keptLength += key.length;
    for (const oldest of this.#kept.keys()) {
      if (this.#keptLength <= maxKeptLength) break;
      this.#kept.delete(oldest);
      this.#keptLength -= oldest.length;
    }
  }

  #check(text: string, isVisitor: boolean): Checked {
    try {
      checkTokens(text, this.#limits);
      const document = parse(text);
      // Before validation, the time of which grows with the square of a selection's width.
      const { introspects } = checkShape(document, this.#limits);
      if (introspects && isVisitor) {
        return {
          errors: [badDocument("The schema is shown to members only: send a token to ask for __schema or __type.")],
        };
      }
      const errors = validate(this.#schema, document, undefined, { hideSuggestions: isVisitor, maxErrors });
      // Comparing fields of one name with each other has a budget of graphql's own.
      if (errors.some(({ message }) => message === "Validation aborted.")) {
        throw tooMuch("The operation names the same fields too often.");
      }
      if (errors.length === 0) return { document };
      return { errors: errors.map((error) => withField(presentable(error) ?? badDocument(error.message), document)) };
    } catch (error) {
      const shown = presentable(error);
      if (shown === null) throw error;
      return { errors: [shown] };
    }
  }
}

function badDocument(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: "BAD_USER_INPUT" } });
}
