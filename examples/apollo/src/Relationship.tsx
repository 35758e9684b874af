import { useQuery } from '@apollo/client/react';
import { graphql } from './generated';

const relationshipQuery = graphql(`
  query Relationship($id: ID!) {
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
              id
              title
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
`);

/** One relationship by its id, whatever its type. */
export function Relationship({ id }: { id: string }) {
  const { data, error, loading, refetch } = useQuery(relationshipQuery, { variables: { id } });
  if (error) return <p role="alert">{error.message}</p>;
  if (!data) return <p>Loading…</p>;
  const { node } = data;
  if (!node) return <aside>Nothing has the id {id}.</aside>;
  if (!('claims' in node)) return <aside>{node.label}</aside>;

  return (
    <aside>
      <h2>
        {node.source.label} {node.label} {node.target.label}
      </h2>
      <p>
        <small>{node.id}</small>{' '}
        <button type="button" disabled={loading} onClick={() => refetch()}>
          Ask again
        </button>
      </p>
      {'attestedFrom' in node && (
        <p>
          Attested from {node.attestedFrom} to {node.attestedUntil}
        </p>
      )}
      <ul>
        {node.claims.nodes.map((claim) => (
          <li key={claim.id}>
            {claim.made}: {claim.statement} {claim.report && <small>({claim.report.title})</small>}
          </li>
        ))}
      </ul>
    </aside>
  );
}
