import type { InMemoryCache } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';
import { expect, test } from 'vitest';
import { createClient } from '../src/client';
import { graphql } from '../src/generated';
import possibleTypes from '../src/generated/possibleTypes';
import { countingClient } from './support';

const backing = 'backing:russia-government-of-syria';

const bothEnds = graphql(`
  query BothEnds {
    backed: actor(id: "actor:government-of-syria") {
      id
      backers(asOf: "2017-06-04") {
        edges {
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
      id
      backs(asOf: "2017-06-04") {
        edges {
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
`);

test('one backing read from both of its ends is one record, and its edges stay two', async () => {
  const client = createClient();
  await client.query({ query: bothEnds });
  const records = client.cache.extract() as Record<string, Record<string, unknown>>;

  expect(Object.values(records).filter((record) => record.id === backing)).toEqual([
    {
      __typename: 'Backing',
      id: backing,
      standing: 'ASSERTED',
      source: { __ref: 'actor:russia' },
      target: { __ref: 'actor:government-of-syria' },
    },
  ]);
  const other = (actor: string, connection: string) => {
    const field = Object.entries(records[actor]!).find(([name]) => name.startsWith(connection))![1];
    const edges = (field as { edges: { fact: { __ref: string }; node: { __ref: string } }[] }).edges;
    return edges.filter(({ fact }) => fact.__ref === backing).map(({ node }) => node.__ref);
  };
  expect(other('actor:government-of-syria', 'backers')).toEqual(['actor:russia']);
  expect(other('actor:russia', 'backs')).toEqual(['actor:government-of-syria']);
});

test('what one end learns of the backing, the other shows', async () => {
  const client = createClient();
  await client.query({ query: bothEnds });
  client.cache.modify({ id: backing, fields: { standing: () => 'DISPUTED' } });

  const { backed, backer } = client.cache.readQuery({ query: bothEnds })!;
  const standings = [...backed!.backers.edges, ...backer!.backs.edges].filter(({ fact }) => fact.id === backing).map(({ fact }) => fact.standing);
  expect(standings).toEqual(['DISPUTED', 'DISPUTED']);
  expect(backed!.backers.edges.map(({ node }) => node.name)).toEqual(['Iran', 'Russia']);
  expect(backer!.backs.edges.map(({ node }) => node.name)).toEqual(['Government of Syria', 'Syrian Arab Army']);
});

const anything = graphql(`
  query Anything($ids: [ID!]!) {
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
`);

test('a node, a relationship and one without an id of its own are found again by id', async () => {
  const client = createClient();
  const ids = [backing, 'actor:iran', 'occurredAt:event:maskanah-captured>place:maskanah', 'actor:nobody'];
  const { data } = await client.query({ query: anything, variables: { ids } });

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
  // The fragments on interfaces match what the cache kept: it knows the possible types.
  expect(client.cache.readQuery({ query: anything, variables: { ids } })).toEqual(data);
});

test('each interface is known by its types', () => {
  const { Fact, Node, Relationship } = possibleTypes.possibleTypes;
  expect(Node).toEqual(expect.arrayContaining([...Relationship, 'Actor', 'Claim', 'Place', 'Event', 'Source', 'Report']));
  expect(Fact).toEqual(expect.arrayContaining([...Relationship, 'Actor', 'Place', 'Event']));
  expect(Fact).not.toContain('Claim');
});

const oneByItsId = graphql(`
  query OneByItsId($id: ID!) {
    node(id: $id) {
      id
      ... on Backing {
        standing
        target {
          name
        }
      }
    }
  }
`);

test('what was read along the way is there by its id without a question, and can be asked for again', async () => {
  const { client, sent } = countingClient();
  await client.query({ query: bothEnds });
  const options = { query: oneByItsId, variables: { id: backing } };
  const expected = { node: { standing: 'ASSERTED', target: { name: 'Government of Syria' } } };

  expect((await client.query(options)).data).toMatchObject(expected);
  expect(sent).toEqual(['BothEnds']);
  expect((await client.query({ ...options, fetchPolicy: 'network-only' })).data).toMatchObject(expected);
  expect(sent).toEqual(['BothEnds', 'OneByItsId']);
  // A node of which nothing was read is asked for, and one that does not exist is null.
  expect((await client.query({ ...options, variables: { id: 'actor:nobody' } })).data).toEqual({ node: null });
});

const events = graphql(`
  query Events($first: Int, $after: String, $last: Int, $before: String) {
    place(id: "place:aleppo-province") {
      id
      events(where: { kind: { neq: ORGANISED_VIOLENCE } }, first: $first, after: $after, last: $last, before: $before, order: [{ start: ASC }]) {
        pageInfo {
          hasNextPage
          endCursor
          hasPreviousPage
          startCursor
        }
        edges {
          cursor
          node {
            id
          }
        }
      }
    }
  }
`);

/** Every page of the report's events in Aleppo province: how many were there after each, and what was there at the end. */
async function walk(direction: 'forward' | 'backward') {
  const isForward = direction === 'forward';
  const client = createClient();
  (client.cache as InMemoryCache).policies.addTypePolicies({ Place: { fields: { events: relayStylePagination(['where', 'order']) } } });
  const options = { query: events, variables: isForward ? { first: 2 } : { last: 2 } };
  await client.query(options);
  const query = client.watchQuery(options);
  const subscription = query.subscribe({});
  const sizes: number[] = [];
  try {
    for (;;) {
      const { edges, pageInfo } = client.cache.readQuery(options)!.place!.events;
      const ids = edges.map(({ node }) => node.id);
      sizes.push(ids.length);
      if (!(isForward ? pageInfo.hasNextPage : pageInfo.hasPreviousPage)) return { sizes, ids };
      await query.fetchMore({
        variables: isForward ? { after: pageInfo.endCursor } : { before: pageInfo.startCursor },
      });
    }
  } finally {
    subscription.unsubscribe();
  }
}

test('a connection is walked forward and backward to the same whole, nothing twice', async () => {
  const forward = await walk('forward');
  const backward = await walk('backward');

  expect(forward.sizes).toEqual([2, 4, 6]);
  expect(backward).toEqual(forward);
  expect(new Set(forward.ids).size).toBe(6);
  expect(forward.ids).toContain('event:maskanah-captured');
});
