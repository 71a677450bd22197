import { expect, test } from '@jest/globals';
import { madeBy } from '../../apps/dashboard/src/receipt/made-by.js';

test('versions are told by what they are of, without the codes of those who keep the hub', () => {
  expect(
    madeBy({
      codebook: 'safer-plymouth 1, streets 2',
      coder: 'linear-7-2f8c0a1b2c3d4e5f',
      linkageModel: 'person 3',
      disclosurePolicy: 'policy-p 4',
      geography: 'wards-2023',
    }),
  ).toBe(
    'The list of themes: versions 1, 2; how the computer reads comments: version 7; how the same people are recognised: version 3; ' +
      'how small numbers are protected: version 4; the map of wards and the census: version 2023',
  );
});

test('what has no version yet is left out, and nothing is made up', () => {
  expect(madeBy({ codebook: '', coder: 'phrases' })).toBe('How the computer reads comments');
  expect(madeBy(null)).toBe('');
});
