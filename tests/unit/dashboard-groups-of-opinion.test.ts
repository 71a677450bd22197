import { expect, test } from '@jest/globals';
import { groupsIn } from '../../apps/dashboard/src/pages/engagements/votes/groups-in.js';

test('a size that is hidden is not called small: 97 of a hundred voters are hidden beside the other three', () => {
  expect(groupsIn([null, null])).toBe(
    'By how they voted they fall into 2 groups: 2 whose size is not told (under 50, or hidden).',
  );
  expect(groupsIn([150, null])).toBe(
    'By how they voted they fall into 2 groups: one of 150 people and 1 whose size is not told (under 50, or hidden).',
  );
  expect(groupsIn([])).toContain('can’t be parted');
});
