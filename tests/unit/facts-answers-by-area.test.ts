import { whyNotByArea } from '../../libs/facts/src/ask/results/released-answers.js';

test('an edition without areas is not said to be older than answers by area', () => {
  expect(whyNotByArea([{ kind: 'area' }])).toContain('before answers were told by area');
  for (const groups of [[], [{ kind: 'age-group' }]])
    expect(whyNotByArea(groups)).toBe('This edition declares no areas of neighbouring wards.');
});
