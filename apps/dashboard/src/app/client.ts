import { cacheExchange, Client, fetchExchange } from 'urql';

/**
 * The one door to the hub: GraphQL on the same origin, with the session cookie.
 * Always POST: a question may hold a postcode or a file, which must not stand in an address or a log.
 */
export const client = new Client({
  url: '/graphql',
  preferGetMethod: false,
  fetchOptions: { credentials: 'same-origin' },
  exchanges: [cacheExchange, fetchExchange],
});
