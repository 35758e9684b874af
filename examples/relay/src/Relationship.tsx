import { useState, useTransition } from 'react';
import { graphql, useLazyLoadQuery } from 'react-relay';
import type { RelationshipQuery } from '../__generated__/RelationshipQuery.graphql';

/** One relationship by its id, whatever its type. */
export function Relationship({ id }: { id: string }) {
  const [asked, setAsked] = useState(0);
  const [isAsking, startAsking] = useTransition();
  const { node } = useLazyLoadQuery<RelationshipQuery>(
    graphql`
      query RelationshipQuery($id: ID!) {
        node(id: $id) {
          id
          label
          ... on Relationship {
            source {
              id
              label
            }
            target {
              id
              label
            }
            claims(first: 20) {
              totalCount
              nodes {
                id
                made
                statement
                report {
                  title
                  url
                }
              }
            }
          }
          ... on Backing {
            attestedFrom
            attestedUntil
          }
        }
      }
    `,
    { id },
    { fetchKey: asked, fetchPolicy: asked === 0 ? 'store-or-network' : 'network-only' },
  );
  if (!node) return <aside>Nothing has the id {id}.</aside>;

  return (
    <aside>
      <h2>
        {node.source?.label} {node.label} {node.target?.label}
      </h2>
      <p>
        <small>{node.id}</small>{' '}
        <button type="button" disabled={isAsking} onClick={() => startAsking(() => setAsked(asked + 1))}>
          Ask again
        </button>
      </p>
      {node.attestedFrom && (
        <p>
          Attested from {node.attestedFrom} to {node.attestedUntil}
        </p>
      )}
      <ul>
        {node.claims?.nodes.map((claim) => (
          <li key={claim.id}>
            {claim.made}: {claim.statement} {claim.report && <small>({claim.report.title})</small>}
          </li>
        ))}
      </ul>
    </aside>
  );
}
