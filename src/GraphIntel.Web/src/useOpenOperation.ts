import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { type DocumentNode, Kind, type OperationDefinitionNode, parse } from 'graphql';
import type { LinkedOperation } from './link';

/** Returns a function that opens an operation in a new tab, without running it. */
export function useOpenOperation(): (operation: LinkedOperation) => void {
  const { addTab, setOperationFacts } = useGraphiQLActions();
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  const variableEditor = useGraphiQL((state) => state.variableEditor);

  return ({ query, variables, operationName }) => {
    // The values of the editors become those of the new tab, as if typed.
    addTab();
    variableEditor?.setValue(variables);
    queryEditor?.setValue(query);

    // GraphiQL updates the operation name with a delay after a change of the text; an operation run before that would be sent with
    // the name from the previous tab.
    const documentAST = tryParse(query);
    const operations = documentAST?.definitions.filter(
      (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
    );
    const names = operations?.map((operation) => operation.name?.value);
    setOperationFacts({
      documentAST,
      operations,
      operationName: names?.find((name) => name === operationName) ?? names?.[0],
    });
  };
}

function tryParse(query: string): DocumentNode | undefined {
  try {
    return parse(query);
  } catch {
    // The editor shows the syntax error.
    return undefined;
  }
}
