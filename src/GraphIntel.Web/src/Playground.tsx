import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { CopyLinkButton } from './CopyLinkButton';
import { ExamplesMenu } from './ExamplesMenu';
import firstVisit from './first-visit.graphql?raw';
import { readLink } from './link';

const endpoint = '/graphql';

const fetcher = createGraphiQLFetcher({
  url: endpoint,
  // The server does not support @defer and @stream.
  enableIncrementalDelivery: false,
  headers: {
    accept: 'application/graphql-response+json, application/json',
    // A cross-site page cannot send this header without a preflight request.
    'GraphQL-Preflight': '1',
  },
});

// The operation of a link is shown and not run, because anyone can create a link.
const opened = readLink(location);

/** GraphiQL for this server's endpoint, with examples and a link to the schema. */
export function Playground() {
  return (
    <GraphiQL
      fetcher={fetcher}
      defaultQuery={firstVisit}
      initialQuery={opened?.query}
      initialVariables={opened?.variables}
      defaultEditorToolsVisibility="variables"
    >
      <GraphiQL.Logo>
        <div className="playground-bar">
          <ExamplesMenu />
          <CopyLinkButton opened={opened} defaultQuery={firstVisit} />
          <a
            className="playground-bar-item"
            href={`${endpoint}?sdl`}
            target="_blank"
            rel="noreferrer"
            title="The whole schema as text (SDL)"
          >
            Schema
          </a>
          <a className="playground-bar-item" href="/" title="Explore the graph without GraphQL">
            Explorer
          </a>
          <span className="playground-name">GraphIntel</span>
        </div>
      </GraphiQL.Logo>
    </GraphiQL>
  );
}
