import type { DocumentNode } from "graphql";
import { GraphQLError, Kind, visit } from "graphql";

const shape =
  /^Variable "\$(\w+)" has invalid value(?: at (\S+?))?: (?:Expected value of type "\w+" to include required field "(\w+)")?/;

/**
 * Adds to what graphql says of variables that do not fit the path of the input field, such as `input.advisory.tlp`: the argument that the
 * variable is given to, and the place in it. graphql tells the place in its message alone.
 */
export function withField(error: GraphQLError, document: DocumentNode): GraphQLError {
  const [, variable = "", place = "", missing] = shape.exec(error.message) ?? [];
  const argument = variable === "" ? null : argumentOf(variable, document);
  if (argument === null) return error;
  const field = [
    `${argument}${place.replaceAll(/\[(\d+)\]/g, ".$1")}`,
    ...(missing === undefined ? [] : [missing]),
  ].join(".");
  return new GraphQLError(error.message, {
    nodes: error.nodes ?? null,
    originalError: error.originalError ?? null,
    extensions: { ...error.extensions, field },
  });
}

/** The first argument or input field that a variable is given to, as a path from its argument on. */
function argumentOf(variable: string, document: DocumentNode): string | null {
  const path: string[] = [];
  let found: string | null = null;
  const named = {
    enter: (node: { name: { value: string } }) => void path.push(node.name.value),
    leave: () => void path.pop(),
  };
  visit(document, {
    VariableDefinition: () => false,
    [Kind.ARGUMENT]: named,
    [Kind.OBJECT_FIELD]: named,
    Variable: ({ name }) => {
      if (name.value === variable) found ??= path.join(".");
    },
  });
  return found;
}
