import { publishEdition } from '#facts';
import type { Database } from '#store';
import type { TestDatabase } from '../support/database.js';
import { changeEverything, differences, laterVersion, publishTheFirst } from '../support/whole-edition.js';
import { serveApi, startApi, type TestApi } from './api-server.js';
import { pagesTold, releaseReport } from './one-person-pages.js';

/**
 * Every page, feed and file that the server makes, of edition 1: before and after all that it was made of has changed, while it is still the
 * latest, and once another is. What the dashboard's pages say of it: tests/browser/frozen-pages.
 */
let database: TestDatabase;
let api: TestApi;
let worker: Database;
beforeAll(async () => {
  api = await startApi(
    async (made) => {
      database = made;
      worker = await publishTheFirst(made);
    },
    [],
    ['127.0.0.1'],
  );
  await releaseReport(api);
});
afterAll(async () => {
  await worker?.close();
  await api?.stop();
});

/** What is of now and of no edition: how the hub is, and what was decided, which pages say as it reads today. */
const OF_NOW = /^\/(health|metrics|read\/what-happened|what-happened)/;
/** Addresses that name an edition, or a report that was made of it. */
const OF_ONE_EDITION = /^\/(read\/figures\?|graphql\/documents\/|read\/reports\/|r\/)/;

let asked = 0;
const told = async (from: TestApi): Promise<string[]> => {
  const who = { address: () => `198.51.100.${asked++ % 256}`, cookie: undefined };
  const here = new URL(from.address).host;
  // Where the hub stands is printed in addresses, and is another place for each server of this test.
  return (await pagesTold(from, 1, who))
    .filter((line) => !OF_NOW.test(line))
    .map((line) => line.replaceAll(here, 'hub.example.org'));
};

test('every page and file of an edition stays the same to the byte after everything that it was made of has changed', async () => {
  const before = await told(api);
  expect(before.length).toBeGreaterThan(1_000);
  await changeEverything(database, worker);
  const undo = await laterVersion();
  try {
    const still = await serveApi(database, [], ['127.0.0.1']);
    const asLatest = await told(still);
    await still.stop();
    expect(differences(before, asLatest)).toEqual([]);
    expect(asLatest).toEqual(before);
    expect(await publishEdition(worker)).toMatchObject({ status: 'published', edition: 2 });
    const anew = await serveApi(database, [], ['127.0.0.1']);
    const asOlder = (await told(anew)).filter((line) => OF_ONE_EDITION.test(line));
    await anew.stop();
    const ofOne = before.filter((line) => OF_ONE_EDITION.test(line));
    expect(ofOne.length).toBeGreaterThan(300);
    expect(differences(ofOne, asOlder)).toEqual([]);
    expect(asOlder).toEqual(ofOne);
  } finally {
    undo();
  }
}, 240_000);
