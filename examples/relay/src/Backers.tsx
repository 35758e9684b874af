import { graphql, usePaginationFragment } from 'react-relay';
import type { Backers_actor$key } from '../__generated__/Backers_actor.graphql';
import type { BackersPageQuery } from '../__generated__/BackersPageQuery.graphql';

/** Who backs the actor, on whose word, a page at a time. */
export function Backers(props: { actor: Backers_actor$key; pageSize: number; onOpen: (id: string) => void }) {
  const { data, hasNext, isLoadingNext, loadNext } = usePaginationFragment<BackersPageQuery, Backers_actor$key>(
    graphql`
      fragment Backers_actor on Actor
      @refetchable(queryName: "BackersPageQuery")
      @argumentDefinitions(day: { type: "Date!" }, first: { type: "Int" }, after: { type: "String" }) {
        name
        backers(asOf: $day, first: $first, after: $after) @connection(key: "Backers_backers") {
          totalCount
          edges {
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
                    name
                  }
                }
              }
            }
          }
        }
      }
    `,
    props.actor,
  );
  const { edges, totalCount } = data.backers;

  return (
    <section>
      <h2>
        {data.name}: {totalCount} {totalCount === 1 ? 'backer' : 'backers'}
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
      {hasNext && (
        <button type="button" disabled={isLoadingNext} onClick={() => loadNext(props.pageSize)}>
          Show more
        </button>
      )}
    </section>
  );
}
