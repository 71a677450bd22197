import { policyP } from '#disclosure';

import { type Counter, NO_VERSIONS } from '../../libs/facts/src/ask/counter.js';
import type { Edition } from '../../libs/facts/src/ask/figure-shapes.js';
import { releasedTable } from '../../libs/facts/src/ask/released-table.js';
import { Vocabulary } from '../../libs/facts/src/ask/vocabulary.js';

const vocabulary = new Vocabulary({ agencies: [], engagements: [], communities: [], codebooks: [] });
const by = {} as Counter['by'];

/** An edition that counts how often it is asked for a true count. */
function editionOf(number: number, before: Counter | null, counted: number[]): Counter {
  return {
    edition: { number, hash: `hash ${number}` } as Edition,
    by,
    policy: policyP('secret'),
    versions: NO_VERSIONS,
    funnel: {} as Counter['funnel'],
    sources: [],
    vocabulary,
    count: async (dimensions) => {
      counted.push(number);
      const keys = dimensions.map(() => 'female');
      const noiseKeys = { people: 7, submissions: 7, arguments: 7 };
      return [{ keys, submissions: 90 + number, people: 90 + number, arguments: 90 + number, noiseKeys }];
    },
    questions: async () => new Map(),
    before: async () => before,
  };
}

test('a table is counted once for each edition, however many there are before the latest', async () => {
  const counted: number[] = [];
  let latest: Counter | null = null;
  for (let number = 1; number <= 60; number++) latest = editionOf(number, latest, counted);
  const table = await releasedTable(latest!, ['sex']);
  expect(new Set(counted).size).toBe(60);
  const asked = counted.length;
  expect(await releasedTable(latest!, ['sex'])).toBe(table);
  // The next edition asks the one before it and no other.
  await releasedTable(editionOf(61, latest, counted), ['sex']);
  expect(new Set(counted.slice(asked))).toEqual(new Set([61]));
});
