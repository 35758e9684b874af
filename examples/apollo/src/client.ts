import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';
import possibleTypes from './generated/possibleTypes';

/** A cache for GraphIntel's schema. */
export function createCache() {
  return new InMemoryCache({
    ...possibleTypes,
    // An id is unique over all nodes and relationships, so it needs no type beside it.
    dataIdFromObject: ({ id }) => (typeof id === 'string' ? id : undefined),
    typePolicies: {
      Query: {
        fields: {
          // What was read along the way is there by its id, without a question to the server.
          node: {
            read: (existing, { args, toReference }) => (existing === undefined ? toReference(args!.id as string) : existing),
          },
        },
      },
      // Pages of one list are put together; another day, filter or order is another list.
      Actor: {
        fields: { backers: relayStylePagination(['where', 'order', 'asOf', 'during', 'certainty', 'standing']) },
      },
    },
  });
}

/** A client with a cache of its own, filled by way of this link. */
export function createClient(link: ApolloLink = new HttpLink({ uri: '/graphql' })) {
  return new ApolloClient({ link, cache: createCache() });
}
