import type { ASTNode, DocumentNode, VariableDefinitionNode } from "graphql";
import { BREAK, GraphQLError, isValueNode, Kind, visit } from "graphql";

type Place = readonly (string | number)[];

const ofVariable = /^Variable "\$(\w+)" has invalid value(?: at (\S+?))?: /;
const ofMissingField = /Expected value of type "\w+" to include required field "(\w+)"/;
const ofUnknownField =
  /Expected value of type "\w+" not to include unknown field "(.*?)"(?:, found: |\. Did you mean )/;
const ofMissingArgument = /^Argument "\w+\.\w+\((\w+):\)" of type ".+" is required, but it was not provided\.$/;

/**
 * Adds the path of the input field, such as `input.advisory.tlp`, to what graphql says of values that do not fit. It tells the
 * place of a value in the document by a node, and of one in a variable in its message alone.
 */
export function withField(error: GraphQLError, document: DocumentNode): GraphQLError {
  const place = placeOfFault(error, document);
  if (place.length === 0) return error;
  return new GraphQLError(error.message, {
    nodes: error.nodes ?? null,
    originalError: error.originalError ?? null,
    extensions: { ...error.extensions, field: place.join(".") },
  });
}

function placeOfFault({ message, nodes = [] }: GraphQLError, document: DocumentNode): Place {
  const missing = ofMissingField.exec(message)?.slice(1) ?? [];
  const [, variable, within = ""] = ofVariable.exec(message) ?? [];
  if (variable !== undefined) {
    const unknown = ofUnknownField.exec(message)?.slice(1) ?? [];
    return [...placeOfVariable(variable, document), ...stepsOf(within), ...missing, ...unknown];
  }
  const argument = ofMissingArgument.exec(message)?.[1];
  if (argument !== undefined) return [argument];
  const place = nodes.map((node) => placeOfNode(node, document)).find(({ length }) => length > 0);
  return place === undefined ? [] : [...place, ...missing];
}

/** `.advisory.notes[1]` */
function stepsOf(place: string): Place {
  return place.match(/\w+/g) ?? [];
}

function placeOfNode(node: ASTNode, document: DocumentNode): Place {
  const isIt = (other: ASTNode): boolean => other === node;
  for (const { variable, defaultValue } of variablesOf(document)) {
    const within = defaultValue === undefined ? null : placeIn(defaultValue, isIt);
    if (within !== null) return [...placeOfVariable(variable.name.value, document), ...within];
  }
  return placeIn(document, isIt) ?? [];
}

function variablesOf({ definitions }: DocumentNode): readonly VariableDefinitionNode[] {
  return definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? (definition.variableDefinitions ?? []) : [],
  );
}

/** The first argument or input field that a variable is given to. */
function placeOfVariable(name: string, document: DocumentNode): Place {
  const uses = document.definitions.map((definition) =>
    "selectionSet" in definition
      ? placeIn(definition.selectionSet, (node) => node.kind === Kind.VARIABLE && node.name.value === name)
      : null,
  );
  return uses.find((place) => place !== null) ?? [];
}

/** The path of a node from its argument on: empty where it is within none, null where it is not there. */
function placeIn(root: ASTNode, isIt: (node: ASTNode) => boolean): Place | null {
  const place: (string | number)[] = [];
  let found: Place | null = null;
  visit(root, {
    enter(node, key) {
      place.push(...stepOf(node, key));
      if (!isIt(node)) return undefined;
      found = [...place];
      return BREAK;
    },
    leave(node, key) {
      place.length -= stepOf(node, key).length;
    },
  });
  return found;
}

function stepOf(node: ASTNode, key: string | number | undefined): Place {
  if (node.kind === Kind.ARGUMENT || node.kind === Kind.OBJECT_FIELD) return [node.name.value];
  return isValueNode(node) && typeof key === "number" ? [key] : []; // of values, only those of a list stand in an array
}
