import {
  countBy,
  decisionOfPriority,
  priorityAgain,
  promiseTest,
  selectDecisions,
  waitingVoices,
} from '#decisions';
import type { HeldDecisionRecord } from '#domain';

const RECORD = {
  id: 'a1',
  agency: 'police',
  engagement: 'police/budshead-priorities',
  issuedOn: '2024-05-01',
  text: 'Off-road bikes near the green\nReported by many.',
  action: null,
  actionOn: null,
  place: 'Budshead',
};

describe('an agency’s own record', () => {
  const made = decisionOfPriority(RECORD);

  test('becomes a decision without a figure, about its ward, planned and never late', () => {
    expect(made).toMatchObject({
      title: 'Off-road bikes near the green',
      decidedOn: '2024-05-01',
      wards: ['E05002078'],
      evidence: [],
      public: true,
      actions: [{ state: 'planned', due: null }],
    });
  });

  test('published again with what was done is brought up to date, and what was tied to it stays', () => {
    const tied = {
      ...made,
      themes: ['bikes'],
      evidence: [{ figure: 'themes-by-community/theme=bikes', edition: 1 }],
    };
    expect(priorityAgain(tied, RECORD)).toBeNull();
    const again = priorityAgain(tied, {
      ...RECORD,
      action: 'Two bikes were seized.',
      actionOn: '2024-07-27',
    });
    expect(again).toMatchObject({
      themes: ['bikes'],
      evidence: tied.evidence,
      actions: [{ what: 'Two bikes were seized.', state: 'done', doneOn: '2024-07-27' }],
    });
  });
});

const held = (over: Partial<HeldDecisionRecord>): HeldDecisionRecord => ({
  ...decisionOfPriority(RECORD),
  id: over.reference ?? 'x',
  origin: 'hub',
  version: 1,
  savedAt: '2025-01-01T00:00:00Z',
  ...over,
});

test('decisions are found by ward, sub-theme under its group, year and state; one without a ward is about every ward', () => {
  const all = [
    held({ reference: 'A', wards: [], themes: ['noise'], decidedOn: '2024-02-01' }),
    held({
      reference: 'B',
      wards: ['E05002079'],
      themes: ['litter'],
      decidedOn: '2025-02-01',
      willDo: false,
    }),
  ];
  const groups = new Map([['noise', 'disorder']]);
  const found = (filter: Parameters<typeof selectDecisions>[1]) =>
    selectDecisions(all, filter, groups, '2025-06-10').map(({ reference }) => reference);
  expect(found({})).toEqual(['B', 'A']);
  expect(found({ ward: ['E05002078'] })).toEqual(['A']);
  expect(found({ theme: ['disorder'] })).toEqual(['A']);
  expect(found({ year: [2025] })).toEqual(['B']);
  expect(found({ state: ['will-not-do'] })).toEqual(['B']);
  expect(found({ tied: true })).toEqual([]);
  expect(countBy(all, ({ wards }) => wards, '2025-06-10')).toEqual([
    { code: 'E05002079', counts: { planned: 0, 'under-way': 0, done: 0, late: 0, 'will-not-do': 1, all: 1 } },
  ]);
});

describe('voices without an answer', () => {
  const said = [
    { agency: 'city', theme: 'litter', quarters: ['2024-Q4', '2024-Q1', '2024-Q3'] },
    { agency: 'city', theme: 'noise', quarters: ['2024-Q4'] },
    { agency: 'police', theme: 'noise', quarters: ['2024-Q2'] },
  ];
  const promises = [{ agency: 'city', months: 6, words: null }];

  test('wait from the first quarter that no decision of their agency answered', () => {
    const decisions = [{ agency: 'city', themes: ['litter'], decidedOn: '2024-08-01' }];
    expect(waitingVoices(said, decisions, promises, '2025-04-10')).toEqual([
      { agency: 'city', theme: 'litter', quarters: ['2024-Q3', '2024-Q4'], since: '2024-07-01', promisedBy: '2025-03-30', daysLate: 11 },
      { agency: 'city', theme: 'noise', quarters: ['2024-Q4'], since: '2024-10-01', promisedBy: '2025-06-30', daysLate: -81 },
      { agency: 'police', theme: 'noise', quarters: ['2024-Q2'], since: '2024-04-01', promisedBy: null, daysLate: null },
    ]); // prettier-ignore
  });

  test('a decision of another agency, or without a day, answers nothing', () => {
    const decisions = [
      { agency: 'police', themes: ['litter'], decidedOn: '2025-01-01' },
      { agency: 'city', themes: ['litter'], decidedOn: null },
    ];
    expect(waitingVoices(said, decisions, promises, '2025-04-10')[0]?.quarters).toHaveLength(3);
  });
});

describe('the promise test of an engagement', () => {
  const asked = {
    id: 'city/parks',
    participation: 'partnership' as const,
    closes: '2024-12-31',
    resultsOut: true,
  };
  const answer = (decidedOn: string, model: 'after-asking' | 'together') => [
    { engagements: ['city/parks'], decidedOn, model },
  ];

  test('declared beside what is evidenced', () => {
    const test = (decisions: ReturnType<typeof answer>, today = '2025-09-01') =>
      promiseTest(asked, decisions, 6, today);
    expect(test([], '2025-02-01')).toMatchObject({
      evidenced: 'information',
      answered: false,
      inTime: null,
      kept: false,
    });
    expect(test([])).toMatchObject({ inTime: false });
    expect(test(answer('2025-08-01', 'after-asking'))).toMatchObject({
      evidenced: 'consultation',
      inTime: false,
    });
    expect(test(answer('2025-06-30', 'after-asking'))).toMatchObject({
      evidenced: 'engagement',
      inTime: true,
      kept: false,
    });
    expect(test(answer('2025-06-30', 'together'))).toMatchObject({
      evidenced: 'partnership',
      citizensDecided: true,
      kept: true,
    });
  });

  test('without a declared level there is nothing to keep', () => {
    expect(
      promiseTest({ ...asked, participation: null, resultsOut: false }, [], null, '2025-01-01'),
    ).toMatchObject({
      evidenced: null,
      kept: null,
      inTime: null,
    });
  });
});
