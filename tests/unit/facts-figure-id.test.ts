import fc from 'fast-check';
import { FACT_DIMENSIONS } from '#facts';
import { readFigureId, writeFigureId } from '../../libs/facts/src/ask/figure-id.js';
import { addsUp, figureSteps, hubSteps } from '../../libs/facts/src/ask/receipt.js';
import { quartersBetween } from '../../libs/facts/src/ask/vocabulary.js';

const code = fc.string({ minLength: 1, unit: 'grapheme-composite' });
const dimension = fc.constantFrom(...FACT_DIMENSIONS);

describe('the id of a figure', () => {
  test('is read as it was written, whatever signs the codes hold', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ dimension, code }), { maxLength: 2 }),
        fc.dictionary(dimension, fc.array(code, { minLength: 1, maxLength: 3 }), { maxKeys: 3 }),
        (keys, filter) => {
          const id = writeFigureId('themes-by-community', keys, filter);
          expect(readFigureId(id)).toEqual({
            report: 'themes-by-community',
            by: keys.map((key) => key.dimension),
            filter: { ...filter },
          });
        },
      ),
    );
  });

  test('reads like an address', () => {
    const keys = [
      { dimension: 'theme', code: 'litter' } as const,
      { dimension: 'engagement', code: 'city/budget' } as const,
    ];
    expect(writeFigureId('themes-by-community', keys, { ward: ['E05002078', 'E05002079'] })).toBe(
      'themes-by-community/theme=litter/engagement=city%2Fbudget;ward=E05002078+E05002079',
    );
  });
});

describe('receipts', () => {
  const funnel = {
    received: 115,
    rejected: 10,
    repeated: 5,
    statements: 7,
    votes: 20,
    replaced: 2,
    withdrawn: 1,
    submissions: 70,
    people: 53,
    peopleLow: 50,
    peopleHigh: 56,
    withText: 60,
    coded: 55,
    arguments: 40,
  };
  const hub = hubSteps(funnel, { agencies: 2, dataTo: '2026-03-31' });

  test('add up through rows that are no submissions, and through the rounding of people', () => {
    expect(addsUp(hub)).toBe(true);
    const steps = figureSteps(hub, 53, {
      whole: 55,
      filtered: { people: 30 },
      cell: { people: 10, names: 'Litter' },
    });
    expect(addsUp(steps)).toBe(true);
    expect(steps.slice(-5).map(({ name, count }) => [name, count])).toEqual([
      ['Rounding', -2],
      ['Not under these filters', 25],
      ['Under these filters', 30],
      ['Not in Litter', 20],
      ['In this figure', 10],
    ]);
  });

  test('one row too many is noticed', () => {
    expect(addsUp(hubSteps({ ...funnel, votes: 19 }, { agencies: 2, dataTo: null }))).toBe(false);
  });

  test('a step that would tell a hidden figure has no count', () => {
    const steps = figureSteps(hub, 53, {
      whole: 55,
      filtered: { people: null },
      cell: { people: 10, names: 'Litter' },
    });
    expect(steps.slice(-4).map((step) => step.count)).toEqual([null, null, null, 10]);
    expect(addsUp(steps)).toBe(true);
  });
});

test('quarters run from the first to the last without a gap, "not known" at the end', () => {
  expect(quartersBetween(['2024-Q3', 'not-known', '2025-Q2'])).toEqual([
    '2024-Q3',
    '2024-Q4',
    '2025-Q1',
    '2025-Q2',
    'not-known',
  ]);
  expect(quartersBetween([])).toEqual([]);
});
