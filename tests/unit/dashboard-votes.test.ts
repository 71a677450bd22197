import { expect, test } from '@jest/globals';
import { clearOf } from '../../apps/dashboard/src/pages/engagements/votes/clear.js';

test('that every group agrees says that most do, also where those who disagree are hidden; nothing else is read into it', () => {
  expect(clearOf({ standing: null, agreedInAll: true })).toBe('MAJORITY_AGREE');
  expect(clearOf({ standing: 'DIVISIVE', agreedInAll: true })).toBe('DIVISIVE');
  expect(clearOf({ standing: null, agreedInAll: false })).toBeNull();
  expect(clearOf({ standing: null, agreedInAll: null })).toBeNull();
});
