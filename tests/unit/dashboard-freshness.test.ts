import { expect, test } from '@jest/globals';
import { agencyLines, type SourceLine } from '../../apps/dashboard/src/pages/overview/freshness-rows.js';

const line = (source: string, state: SourceLine['state'], dataTo: string | null, words: string): SourceLine =>
  ({
    source, name: source, agency: { code: 'city', name: 'City' }, state, dataTo, words, lastReceived: '2026-06-01T09:00:00Z', byWeek: true, asOf: null,
  }) as SourceLine; // prettier-ignore
const many = Array.from({ length: 9 }, (_, at) =>
  line(`s${at}`, 'ON_TIME', `2026-05-${10 + at}`, `On time, newest answer at most ${9 - at} days old`),
);

test('sources that share a row are told by the age of the oldest among them, never by “on time” alone', () => {
  const old = line('old', 'ON_TIME', '2025-12-01', 'On time, newest answer at most 6 months old');
  expect(agencyLines([...many, old])).toMatchObject([
    { onTime: 10, words: 'On time, newest answers 6 months old at most' },
  ]);
  const fresh = [...many, old].map((one) => ({
    ...one,
    dataTo: '2026-06-01',
    words: 'On time, newest answer of today',
  }));
  expect(agencyLines(fresh)).toMatchObject([{ words: 'On time, newest answers of today' }]);
});

test('a source that is late is named by itself', () => {
  const late = line('late', 'LATE', '2024-01-01', '200 days late, newest answer 2 years old');
  const [group] = agencyLines([...many, late]);
  expect(group!.named).toEqual([late]);
});
