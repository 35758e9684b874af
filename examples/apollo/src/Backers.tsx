import { NetworkStatus } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { graphql } from './generated';

const backersQuery = graphql(`
  query Backers($actor: ID!, $day: Date!, $first: Int!, $after: String) {
    actor(id: $actor) {
      id
      name
      backers(asOf: $day, first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          cursor
          node {
            id
            name
          }
          fact {
            id
            kinds
            from
            standing
            claims(first: 20) {
              nodes {
                id
                stance
                statement
                source {
                  id
                  name
                }
              }
            }
          }
        }
      }
    }
  }
`);

/** Who backs the actor, on whose word, a page at a time. */
export function Backers(props: { actor: string; day: string; pageSize: number; onOpen: (id: string) => void }) {
  const { data, error, fetchMore, networkStatus } = useQuery(backersQuery, {
    variables: { actor: props.actor, day: props.day, first: props.pageSize },
    notifyOnNetworkStatusChange: true,
  });
  if (error) return <p role="alert">{error.message}</p>;
  if (!data) return <p>Loading…</p>;
  if (!data.actor) return <p>There is no such actor.</p>;
  const { edges, pageInfo, totalCount } = data.actor.backers;

  return (
    <section>
      <h2>
        {data.actor.name}: {totalCount} {totalCount === 1 ? 'backer' : 'backers'}
      </h2>
      {edges.map(({ node, fact }) => (
        <article key={fact.id}>
          <h3>{node.name}</h3>
          <p>
            {fact.kinds.join(', ').toLowerCase()}, since {fact.from ?? 'an unknown day'}, {fact.standing.toLowerCase()}{' '}
            <button type="button" onClick={() => props.onOpen(fact.id)}>
              Open
            </button>
          </p>
          <ul>
            {fact.claims.nodes.map((claim) => (
              <li key={claim.id}>
                <strong>{claim.source?.name}</strong> {claim.stance.toLowerCase()}: {claim.statement}
              </li>
            ))}
          </ul>
        </article>
      ))}
      {pageInfo.hasNextPage && (
        <button
          type="button"
          disabled={networkStatus === NetworkStatus.fetchMore}
          onClick={() => fetchMore({ variables: { after: pageInfo.endCursor } })}
        >
          Show more
        </button>
      )}
    </section>
  );
}
