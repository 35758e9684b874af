import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { ExamplesMenu } from './ExamplesMenu';
import firstVisit from './first-visit.graphql?raw';

const endpoint = '/graphql';

const fetcher = createGraphiQLFetcher({
  url: endpoint,
  // One request, one response: the server sends no parts.
  enableIncrementalDelivery: false,
  headers: {
    accept: 'application/graphql-response+json, application/json',
    // Another site's page cannot send this header without asking first, so the server knows that none did.
    'GraphQL-Preflight': '1',
  },
});

/** GraphiQL on this server's own endpoint, with the examples and the schema at hand. */
export function Playground() {
  return (
    <GraphiQL fetcher={fetcher} defaultQuery={firstVisit} defaultEditorToolsVisibility="variables">
      <GraphiQL.Logo>
        <div className="playground-bar">
          <ExamplesMenu />
          <a
            className="playground-bar-item"
            href={`${endpoint}?sdl`}
            target="_blank"
            rel="noreferrer"
            title="The whole schema as text (SDL)"
          >
            Schema
          </a>
          <span className="playground-name">GraphIntel</span>
        </div>
      </GraphiQL.Logo>
    </GraphiQL>
  );
}
