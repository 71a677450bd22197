import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Database } from '#store';
import { ApiContext } from '../../apps/api/src/graphql/context.js';

const context = (): ApiContext =>
  new ApiContext({ cookies: {} } as unknown as FastifyRequest, {} as FastifyReply, {} as Database);

test('what is asked for in one breath is loaded at once, and nothing twice in a request', async () => {
  const loads: string[][] = [];
  const shout = async (_: ApiContext, keys: readonly string[]): Promise<string[]> => {
    loads.push([...keys]);
    return keys.map((key) => key.toUpperCase());
  };
  const one = context();
  expect(await Promise.all(['a', 'b', 'a'].map((key) => one.batch(shout).load(key)))).toEqual([
    'A',
    'B',
    'A',
  ]);
  expect(await one.batch(shout).load('b')).toBe('B');
  expect(loads).toEqual([['a', 'b']]);
  await context().batch(shout).load('a');
  expect(loads).toEqual([['a', 'b'], ['a']]);
});

test('without a cookie nobody is asked who it is', async () => {
  const { session } = context();
  expect([session.hash, await session.viewer()]).toEqual([null, null]);
});
