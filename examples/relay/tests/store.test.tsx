import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { Suspense } from 'react';
import { RelayEnvironmentProvider, graphql, useLazyLoadQuery, usePaginationFragment } from 'react-relay';
import { commitLocalUpdate, createOperationDescriptor, fetchQuery } from 'relay-runtime';
import { expect, test } from 'vitest';
import type { storeTestEventsPageQuery } from '../__generated__/storeTestEventsPageQuery.graphql';
import type { storeTestEventsQuery } from '../__generated__/storeTestEventsQuery.graphql';
import type { storeTest_events$key } from '../__generated__/storeTest_events.graphql';
import { createEnvironment } from '../src/environment';
import './support';

const backing = 'backing:russia-government-of-syria';

const bothEnds = graphql`
  query storeTestBothEndsQuery {
    backed: actor(id: "actor:government-of-syria") {
      backers(asOf: "2017-06-04") {
        edges {
          standing
          node {
            id
            name
          }
          fact {
            id
            standing
          }
        }
      }
    }
    backer: actor(id: "actor:russia") {
      backs(asOf: "2017-06-04") {
        edges {
          standing
          node {
            id
            name
          }
          fact {
            id
            standing
            source {
              id
              name
            }
            target {
              id
              name
            }
          }
        }
      }
    }
  }
`;

interface End {
  edges: { standing: string; node: { id: string; name: string }; fact: { id: string; standing: string } }[];
}
interface BothEnds {
  backed: { backers: End };
  backer: { backs: End };
}

test('one backing read from both of its ends is one record, and its edges stay two', async () => {
  const environment = createEnvironment();
  await fetchQuery(environment, bothEnds, {}).toPromise();
  const records = environment.getStore().getSource();

  expect(records.getRecordIDs().filter((id) => id === backing)).toHaveLength(1);
  expect(records.get(backing)).toMatchObject({
    __typename: 'Backing',
    standing: 'ASSERTED',
    source: { __ref: 'actor:russia' },
    target: { __ref: 'actor:government-of-syria' },
  });
  const edges = records.getRecordIDs().map((id) => records.get(id)!).filter((record) => {
    return String(record.__typename).endsWith('Edge') && (record.fact as { __ref: string }).__ref === backing;
  });
  expect(edges.map((edge) => [edge.__typename, (edge.node as { __ref: string }).__ref]).sort()).toEqual([
    ['ActorBackersEdge', 'actor:russia'],
    ['ActorBacksEdge', 'actor:government-of-syria'],
  ]);
});

test('what one end learns of the backing, the other shows', async () => {
  const environment = createEnvironment();
  await fetchQuery(environment, bothEnds, {}).toPromise();
  commitLocalUpdate(environment, (store) => store.get(backing)!.setValue('DISPUTED', 'standing'));

  const operation = createOperationDescriptor(bothEnds as never, {});
  const { backed, backer } = environment.lookup(operation.fragment).data as unknown as BothEnds;
  const standings = [...backed.backers.edges, ...backer.backs.edges].filter(({ fact }) => fact.id === backing).map(({ fact }) => fact.standing);
  expect(standings).toEqual(['DISPUTED', 'DISPUTED']);
  expect(backed.backers.edges.map(({ node }) => node.name)).toEqual(['Iran', 'Russia']);
  expect(backer.backs.edges.map(({ node }) => node.name)).toEqual(['Government of Syria', 'Syrian Arab Army']);
});

const anything = graphql`
  query storeTestAnythingQuery($ids: [ID!]!) {
    nodes(ids: $ids) {
      __typename
      id
      label
      ... on Actor {
        kind
      }
      ... on Relationship {
        source {
          id
        }
        target {
          id
        }
      }
      ... on Fact {
        claims(first: 1) {
          totalCount
          nodes {
            id
          }
        }
      }
    }
  }
`;

test('a node, a relationship and one without an id of its own are found again by id', async () => {
  const environment = createEnvironment();
  const ids = [backing, 'actor:iran', 'occurredAt:event:maskanah-captured>place:maskanah', 'actor:nobody'];
  const data = await fetchQuery(environment, anything, { ids }).toPromise();

  expect(data).toMatchObject({
    nodes: [
      {
        __typename: 'Backing',
        id: backing,
        label: 'BACKS',
        source: { id: 'actor:russia' },
        target: { id: 'actor:government-of-syria' },
        claims: { totalCount: 3 },
      },
      { __typename: 'Actor', id: 'actor:iran', label: 'Iran', kind: 'STATE' },
      {
        __typename: 'OccurredAt',
        label: 'OCCURRED_AT',
        source: { id: 'event:maskanah-captured' },
        target: { id: 'place:maskanah' },
      },
      null,
    ],
  });
});

/** The events in Aleppo province, from the start or from the end. */
function Events({ first = null, last = null }: { first?: number | null; last?: number | null }) {
  const { place } = useLazyLoadQuery<storeTestEventsQuery>(
    graphql`
      query storeTestEventsQuery($first: Int, $last: Int) {
        place(id: "place:aleppo-province") {
          ...storeTest_events @arguments(first: $first, last: $last)
        }
      }
    `,
    { first, last },
  );
  return <EventPages place={place!} />;
}

function EventPages({ place }: { place: storeTest_events$key }) {
  const { data, hasNext, hasPrevious, loadNext, loadPrevious } = usePaginationFragment<storeTestEventsPageQuery, storeTest_events$key>(
    graphql`
      fragment storeTest_events on Place
      @refetchable(queryName: "storeTestEventsPageQuery")
      @argumentDefinitions(first: { type: "Int" }, after: { type: "String" }, last: { type: "Int" }, before: { type: "String" }) {
        events(where: { kind: { neq: ORGANISED_VIOLENCE } }, first: $first, after: $after, last: $last, before: $before, order: [{ start: ASC }])
          @connection(key: "storeTest_events") {
          edges {
            node {
              id
              start
            }
          }
        }
      }
    `,
    place,
  );
  return (
    <>
      <ol>
        {data.events.edges.map(({ node }) => (
          <li key={node.id}>{node.id}</li>
        ))}
      </ol>
      {hasNext && <button onClick={() => loadNext(2)}>Next</button>}
      {hasPrevious && <button onClick={() => loadPrevious(2)}>Previous</button>}
    </>
  );
}

const shown = () => screen.getAllByRole('listitem').map((item) => item.textContent);

async function walk(pages: React.ReactNode, button: string) {
  render(
    <RelayEnvironmentProvider environment={createEnvironment()}>
      <Suspense>{pages}</Suspense>
    </RelayEnvironmentProvider>,
  );
  const sizes: number[] = [];
  for (;;) {
    await expect.poll(() => screen.queryAllByRole('listitem').length).toBeGreaterThan(sizes.at(-1) ?? 0);
    sizes.push(shown().length);
    const more = screen.queryByRole('button', { name: button });
    if (!more) return sizes;
    fireEvent.click(more);
  }
}

test('a connection is walked forward and backward to the same whole, nothing twice', async () => {
  expect(await walk(<Events first={2} />, 'Next')).toEqual([2, 4, 6]);
  const forward = shown();
  cleanup();
  expect(await walk(<Events last={2} />, 'Previous')).toEqual([2, 4, 6]);

  expect(shown()).toEqual(forward);
  expect(new Set(forward).size).toBe(6);
  expect(forward).toContain('event:maskanah-captured');
});
