import { ChevronDownIcon, DropdownMenu, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { Kind, parse } from 'graphql';
import { useRef } from 'react';
import { type Example, examples } from './examples';

/** The questions that the graph answers; one that is chosen opens in a tab of its own, variables included. */
export function ExamplesMenu() {
  const { addTab, setOperationFacts } = useGraphiQLActions();
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  const variableEditor = useGraphiQL((state) => state.variableEditor);

  const chosen = useRef(false);

  const open = (example: Example) => {
    // The new tab keeps what the editors are given, as if it had been typed.
    addTab();
    variableEditor?.setValue(example.variables);
    queryEditor?.setValue(example.query);

    // GraphiQL looks for the operation's name a moment after the text has changed: run before that, it would send the
    // name of the tab that was open.
    const documentAST = parse(example.query);
    const operations = documentAST.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
    setOperationFacts({ documentAST, operations, operationName: operations[0]?.name?.value });
    chosen.current = true;
  };

  return (
    <DropdownMenu>
      <DropdownMenu.Button className="playground-bar-item" aria-label="Examples: open a question in a new tab">
        Examples
        <ChevronDownIcon className="playground-chevron" aria-hidden="true" />
      </DropdownMenu.Button>
      <DropdownMenu.Content
        align="end"
        className="playground-menu"
        aria-label="Examples"
        onCloseAutoFocus={(event) => {
          // After a choice the editor is where to go on; after Escape the button keeps the focus.
          if (!chosen.current) return;
          chosen.current = false;
          event.preventDefault();
          queryEditor?.focus();
        }}
      >
        {examples.map((example) => (
          <DropdownMenu.Item key={example.number} onSelect={() => open(example)}>
            {example.title}
          </DropdownMenu.Item>
        ))}
      </DropdownMenu.Content>
    </DropdownMenu>
  );
}
