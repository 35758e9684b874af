import { ChevronDownIcon, DropdownMenu, useGraphiQL } from '@graphiql/react';
import { useRef } from 'react';
import { type Example, examples } from './examples';
import { useOpenOperation } from './useOpenOperation';

/** A menu of example operations; the selected one opens in a new tab, with its variables. */
export function ExamplesMenu() {
  const openOperation = useOpenOperation();
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  const isSelected = useRef(false);

  const open = (example: Example) => {
    openOperation({ query: example.query, variables: example.variables, operationName: null });
    isSelected.current = true;
  };

  return (
    <DropdownMenu>
      <DropdownMenu.Button className="playground-bar-item" aria-label="Examples: open a query in a new tab">
        Examples
        <ChevronDownIcon className="playground-chevron" aria-hidden="true" />
      </DropdownMenu.Button>
      <DropdownMenu.Content
        align="end"
        className="playground-menu"
        aria-label="Examples"
        onCloseAutoFocus={(event) => {
          // After a selection the editor gets the focus; after Escape the button keeps it.
          if (!isSelected.current) return;
          isSelected.current = false;
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
