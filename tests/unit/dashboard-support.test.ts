import { expect, test } from '@jest/globals';
import {
  actsOf,
  mostSupported,
  numbered,
  timesOf,
} from '../../apps/dashboard/src/pages/engagements/votes/supported.js';

const ROWS = numbered([
  { text: 'More lamps', counts: [{ act: 'LIKES', times: 1340 }, { act: 'DISLIKES', times: 2000 }] },
  { text: null, counts: [{ act: 'LIKES', times: 75 }] },
]); // prettier-ignore

test('the heading is what most supported: in its words where they are told, and never what most were against', () => {
  expect(mostSupported(ROWS)).toBe('Supported most: “More lamps” (1,340 likes)');
  expect(mostSupported(ROWS.slice(1))).toBe('What was supported most has 75 likes');
  const against = numbered([{ text: 'Fewer lamps', counts: [{ act: 'DISLIKES', times: 60 }] }]);
  expect(mostSupported(against)).toBe('What others supported on the platform');
  expect(mostSupported(numbered([{ ...ROWS[0]!, text: 'x'.repeat(200) }])).length).toBeLessThan(140);
});

test('there is a column for each act that any proposal has, whatever the first one has', () => {
  expect(actsOf([...ROWS].reverse())).toEqual(['LIKES', 'DISLIKES']);
  expect(actsOf(ROWS.slice(1))).toEqual(['LIKES']);
  expect(ROWS.map((row) => timesOf(row, 'DISLIKES'))).toEqual([2000, null]);
});
