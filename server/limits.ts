import type { DocumentNode, FragmentDefinitionNode, SelectionSetNode } from "graphql";
import { Kind, Lexer, Source, TokenKind } from "graphql";
import { ForumError } from "../domain/errors.ts";
import type { Config } from "./config.ts";

export type DocumentLimits = Pick<Config, "maxDepth" | "maxTokens" | "maxAliases" | "maxDirectives">;

/** Refuses a document for its length alone. Comments count: reading them is work too. Text that is no GraphQL passes. */
export function checkTokens(text: string, { maxTokens }: DocumentLimits): void {
  const lexer = new Lexer(new Source(text));
  let count = 0;
  try {
    for (let last = lexer.token, token = lexer.advance(); last.kind !== TokenKind.EOF; token = lexer.advance()) {
      // The lexer steps over comments, but leaves them in the chain that leads back.
      for (let passed = token; passed !== last && passed.prev !== null; passed = passed.prev) {
        if (passed.kind !== TokenKind.EOF) count++;
      }
      if (count > maxTokens) throw tooMuch(`The document has more than ${maxTokens} tokens, comments counted.`);
      last = token;
    }
  } catch (error) {
    if (error instanceof ForumError) throw error; // else a syntax error, for the parser to tell
  }
}

/** What an operation consists of, every fragment counted wherever it is spread. */
type Size = { depth: number; aliases: number; directives: number; introspects: boolean };

/** Refuses operations that are too deep or too wide. Tells whether any asks for the schema itself. */
export function checkShape(document: DocumentNode, limits: DocumentLimits): { readonly introspects: boolean } {
  const measure = createMeasure(document);
  let introspects = false;
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const size = measure(definition.selectionSet);
    const directives = size.directives + (definition.directives?.length ?? 0);
    if (size.depth > limits.maxDepth) throw tooMuch(`The operation is more than ${limits.maxDepth} fields deep.`);
    if (size.aliases > limits.maxAliases) throw tooMuch(`The operation has more than ${limits.maxAliases} aliases.`);
    if (directives > limits.maxDirectives)
      throw tooMuch(`The operation has more than ${limits.maxDirectives} directives.`);
    introspects ||= size.introspects;
  }
  return { introspects };
}

/** Each fragment is measured once, so that fragments within fragments cost no more time than the document has length. */
function createMeasure(document: DocumentNode): (selections: SelectionSetNode) => Size {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const measured = new Map<string, Size>();

  function ofFragment(name: string): Size {
    const known = measured.get(name);
    if (known) return known;
    measured.set(name, nothing()); // a fragment within itself: validation refuses it
    const fragment = fragments.get(name);
    const size = fragment ? ofSelections(fragment.selectionSet) : nothing();
    size.directives += fragment?.directives?.length ?? 0;
    measured.set(name, size);
    return size;
  }

  function ofSelections({ selections }: SelectionSetNode): Size {
    const total = nothing();
    for (const selection of selections) {
      total.directives += selection.directives?.length ?? 0;
      if (selection.kind !== Kind.FIELD) {
        add(
          total,
          selection.kind === Kind.FRAGMENT_SPREAD
            ? ofFragment(selection.name.value)
            : ofSelections(selection.selectionSet),
        );
        continue;
      }
      if (selection.alias) total.aliases += 1;
      const inner = selection.selectionSet ? ofSelections(selection.selectionSet) : nothing();
      const schemaItself = selection.name.value === "__schema" || selection.name.value === "__type";
      // The standard introspection query nests deeper than the limit; what it costs does not grow with the data.
      add(total, {
        ...inner,
        depth: schemaItself ? 1 : inner.depth + 1,
        introspects: inner.introspects || schemaItself,
      });
    }
    return total;
  }
  return ofSelections;
}

function nothing(): Size {
  return { depth: 0, aliases: 0, directives: 0, introspects: false };
}

function add(total: Size, part: Size): void {
  total.depth = Math.max(total.depth, part.depth);
  total.aliases += part.aliases;
  total.directives += part.directives;
  total.introspects ||= part.introspects;
}

export function tooMuch(message: string): ForumError {
  return new ForumError("LIMIT_EXCEEDED", message);
}
