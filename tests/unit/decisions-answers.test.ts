import {
  answersTo,
  changesOf,
  countBy,
  decidedAfter,
  DECISION_COLUMNS,
  decisionOfPriority,
  decisionsOfRows,
  priorityAgain,
  promiseTest,
  rowsOfDecisions,
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

const doing = (state: 'done' | 'planned' | 'will-not-do', doneOn: string | null) => ({
  ...decisionOfPriority(RECORD).actions[0]!,
  state,
  doneOn,
});

test('decisions are found by ward, sub-theme under its group, year and state; one without a ward is about every ward', () => {
  const all = [
    held({
      reference: 'A',
      wards: [],
      themes: ['noise'],
      decidedOn: '2024-02-01',
      // Decided in one year and done in the next; what is given up or only planned was not done.
      actions: [doing('done', '2025-03-01'), doing('will-not-do', '2024-03-01'), doing('planned', null)],
    }),
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
  expect(found({ doneIn: [2025] })).toEqual(['A']);
  expect(found({ doneIn: [2024] })).toEqual([]);
  expect(found({ tied: true })).toEqual([]);
  expect(countBy(all, ({ wards }) => wards, '2025-06-10')).toEqual([
    { code: 'E05002079', counts: { planned: 0, 'under-way': 0, done: 0, late: 0, 'will-not-do': 1, all: 1 } },
  ]);
});

const ALL_OF_THE_CITY = { wards: [], communities: [] };

describe('voices without an answer', () => {
  const said = [
    { agency: 'city', theme: 'litter', quarters: ['2024-Q4', '2024-Q1', '2024-Q3'] },
    { agency: 'city', theme: 'noise', quarters: ['2024-Q4'] },
    { agency: 'police', theme: 'noise', quarters: ['2024-Q2'] },
  ];
  const promises = [{ agency: 'city', months: 6, words: null, contact: null }];
  const waitingOf = (decisions: Parameters<typeof waitingVoices>[1], told = said) =>
    waitingVoices(told, decisions, promises, new Map([['noise', 'disorder']]), '2025-04-10');

  test('wait from the first quarter that no decision of their agency answered', () => {
    const decisions = [{ ...ALL_OF_THE_CITY, agency: 'city', themes: ['litter'], decidedOn: '2024-08-01' }];
    expect(waitingOf(decisions)).toEqual([
      { agency: 'city', theme: 'litter', quarters: ['2024-Q3', '2024-Q4'], since: '2024-07-01', promisedBy: '2025-03-30', daysLate: 11, inPart: 0, months: 6 },
      { agency: 'city', theme: 'noise', quarters: ['2024-Q4'], since: '2024-10-01', promisedBy: '2025-06-30', daysLate: -81, inPart: 0, months: 3 },
      { agency: 'police', theme: 'noise', quarters: ['2024-Q2'], since: '2024-04-01', promisedBy: null, daysLate: null, inPart: 0, months: 9 },
    ]); // prettier-ignore
  });

  test('a decision of another agency, or without a day, answers nothing', () => {
    const decisions = [
      { ...ALL_OF_THE_CITY, agency: 'police', themes: ['litter'], decidedOn: '2025-01-01' },
      { ...ALL_OF_THE_CITY, agency: 'city', themes: ['litter'], decidedOn: null },
      // A year that was mistyped, before days to come were refused.
      { ...ALL_OF_THE_CITY, agency: 'city', themes: ['litter'], decidedOn: '2062-01-01' },
    ];
    expect(waitingOf(decisions)[0]?.quarters).toHaveLength(3);
  });

  test('a decision on a group answers its sub-themes, and a group of which these are told waits by them alone', () => {
    const withGroup = [...said, { agency: 'city', theme: 'disorder', quarters: ['2024-Q4'] }];
    const rows = (decisions: Parameters<typeof waitingVoices>[1]) =>
      waitingOf(decisions, withGroup).map(({ agency, theme }) => `${agency} ${theme}`);
    expect(rows([])).toEqual(['city litter', 'city noise', 'police noise']);
    const onGroup = { ...ALL_OF_THE_CITY, agency: 'city', themes: ['disorder'], decidedOn: '2025-01-10' };
    expect(rows([onGroup])).toEqual(['city litter', 'police noise']);
  });

  test('of some wards or communities alone answers the others nothing; that there is one is told', () => {
    const litter = { agency: 'city', themes: ['litter'], decidedOn: '2024-08-01' };
    const [waits] = waitingOf([
      { ...litter, ...ALL_OF_THE_CITY },
      { ...litter, ...ALL_OF_THE_CITY, wards: ['E05002078'], decidedOn: '2025-01-01' },
      { ...litter, ...ALL_OF_THE_CITY, communities: ['carers'], decidedOn: '2025-01-01' },
      // Of what had its answer before it says nothing.
      { ...litter, ...ALL_OF_THE_CITY, wards: ['E05002078'], decidedOn: '2024-02-01' },
    ]);
    expect(waits).toMatchObject({ theme: 'litter', quarters: ['2024-Q3', '2024-Q4'], inPart: 2 });
  });

  test('what says nothing of a subject, or has no theme of its own, waits for nothing', () => {
    const told = ['no-answer', 'other'].map((theme) => ({ agency: 'city', theme, quarters: ['2024-Q1'] }));
    expect(waitingOf([], told)).toEqual([]);
  });
});

test('what somebody raised is answered by a decision on its group, and the group is told where it alone was raised', () => {
  const groups = new Map([['noise', 'disorder']]);
  const onGroup = held({ agency: 'city', themes: ['disorder'], decidedOn: '2025-02-01', wards: [] });
  const answers = (themes: string[]) =>
    answersTo({ engagement: 'city/parks', saidOn: '2025-01-01', themes }, [onGroup], [], groups).map(
      ({ theme, decisions }) => [theme, decisions.length],
    );
  expect(answers(['noise', 'disorder', 'litter'])).toEqual([
    ['noise', 1],
    ['litter', 0],
  ]);
  expect(answers(['disorder'])).toEqual([['disorder', 1]]);
  expect(answers(['no-answer', 'other'])).toEqual([]);
});

describe('what somebody said', () => {
  const said = { engagement: 'city/meetings', saidOn: '2025-05-01', themes: ['litter'] };
  const promises = [{ agency: 'city', months: 6, words: null, contact: null }];
  const about = (over: Partial<HeldDecisionRecord>) =>
    held({ agency: 'city', themes: ['litter'], decidedOn: '2025-06-01', wards: [], ...over });
  const fateOf = (...decisions: HeldDecisionRecord[]) => answersTo(said, decisions, promises, new Map())[0];
  const references = (decisions: readonly HeldDecisionRecord[] | undefined) =>
    decisions?.map(({ reference }) => reference);

  test('is answered by a decision of some wards or communities in part alone, and waits on', () => {
    const fate = fateOf(
      about({ reference: 'W', wards: ['E05002078'], engagements: ['city/meetings'] }),
      about({ reference: 'C', communities: ['carers'] }),
    );
    expect(fate).toMatchObject({ decisions: [], promisedBy: '2025-11-01' });
    expect(references(fate?.inPart)).toEqual(['W', 'C']);
  });

  test('is not answered by what was decided before it was said, also where that names the engagement', () => {
    const before = about({ engagements: ['city/meetings'], decidedOn: '2024-08-05' });
    expect(fateOf(before)).toMatchObject({ decisions: [], inPart: [] });
    expect(decidedAfter(said, [before, about({ themes: [], engagements: ['city/other'] })])).toEqual([]);
  });

  test('by ticks alone is followed by the decisions that name the consultation, or rest on its answers', () => {
    const named = about({ reference: 'N', agency: 'police', themes: [], engagements: ['city/meetings'] });
    const rests = about({
      reference: 'R',
      themes: [],
      decidedOn: '2025-07-01',
      evidence: [{ figure: 'answers/city/meetings/q1/yes', edition: 1 }],
    });
    const another = about({
      themes: [],
      evidence: [{ figure: 'answers/city/meetings-2/q1/yes', edition: 1 }],
    });
    expect(references(decidedAfter(said, [rests, named, another]))).toEqual(['N', 'R']);
  });
});

describe('a file over what is held', () => {
  const action = {
    what: 'Lamps on Ham Lane', owner: 'Streets', due: '2025-03-01', state: 'planned' as const, doneOn: null,
    because: null, effect: 'Fewer reports.', effectFigure: null,
  }; // prettier-ignore
  const had = {
    ...held({ reference: 'L-1' }),
    public: true,
    why: 'Asked for.',
    wards: ['E05002078'],
    actions: [action],
  };
  const row = {
    row: 2,
    cells: {
      reference: 'L-1', title: had.title, decided: had.decided, decided_on: '2024-05-01', decided_by: 'Cabinet', model: 'agency',
      figures: 'themes-by-community/theme=litter', action: action.what, action_state: 'under-way', why: '',
    },
  }; // prettier-ignore

  test('changes what it has columns for, and takes nothing else away', () => {
    const headings = Object.keys(row.cells);
    const read = (held: Map<string, HeldDecisionRecord>) =>
      decisionsOfRows('police', headings, [row], { latest: 1, today: '2026-02-28' }, held);
    expect(read(new Map([['L-1', had]])).drafts[0]).toMatchObject({
      public: true,
      wards: ['E05002078'],
      why: null,
      decidedBy: 'Cabinet',
      actions: [{ ...action, state: 'under-way' }],
    });
    // A new one is checked as it stands: an action under way needs somebody and a day.
    expect(read(new Map()).problems).toMatchObject([
      { row: 2, column: 'action_owner' },
      { row: 2, column: 'action_due' },
    ]);
  });
});

test('an agency’s own record comes back by file as it was, and with a figure tied to it', () => {
  const record = held({ ...decisionOfPriority({ ...RECORD, place: null }), origin: 'pulled' });
  const back = (figures: string) => {
    const rows = rowsOfDecisions([record]).map((cells, at) => {
      const named = Object.fromEntries(cells.map((cell, place) => [DECISION_COLUMNS[place]!, cell]));
      return { row: at + 2, cells: { ...named, figures } };
    });
    return decisionsOfRows(
      'police',
      [...DECISION_COLUMNS],
      rows,
      { latest: 9, today: '2026-02-28' },
      new Map([[record.reference, record]]),
    );
  };
  const { origin: _, id: __, version: ___, savedAt: ____, ...draft } = record;
  expect(back('')).toEqual({ drafts: [draft], problems: [] });
  const evidence = [{ figure: 'themes-by-community/theme=bikes', edition: 2 }];
  expect(back('themes-by-community/theme=bikes @ 2')).toEqual({
    drafts: [{ ...draft, evidence }],
    problems: [],
  });
});

test('decisions written as a file are read from it as they were', () => {
  const action = (what: string) => ({
    what, owner: 'Streets', due: '2025-03-01', state: 'done' as const, doneOn: '2025-02-20', because: null, effect: 'Fewer reports.',
    effectFigure: { figure: 'themes-by-community/theme=litter', edition: 1 },
  }); // prettier-ignore
  const { origin: _, id: __, version: ___, savedAt: ____, ...draft } = held({
    reference: 'L-1', public: true, themes: ['litter', 'noise'], wards: ['E05002078'], why: 'Asked, “often”; twice', decidedBy: 'Cabinet',
    model: 'together', evidence: [{ figure: 'themes-by-community/theme=litter', edition: 2 }], actions: [action('Lamps'), action('Bins, all')],
  }); // prettier-ignore
  const rows = rowsOfDecisions([draft]).map((cells, at) => ({
    row: at + 2,
    cells: Object.fromEntries(cells.map((cell, place) => [DECISION_COLUMNS[place]!, cell])),
  }));
  expect(decisionsOfRows('police', [...DECISION_COLUMNS], rows, { latest: 9, today: '2026-02-28' })).toEqual({
    drafts: [draft],
    problems: [],
  });
});

describe('what changed in a decision', () => {
  const action = {
    what: 'Lamps on Ham Lane', owner: null, due: '2025-05-15', state: 'planned' as const, doneOn: null, because: null,
    effect: null, effectFigure: null,
  }; // prettier-ignore
  const at = (day: string, over: Partial<HeldDecisionRecord>) => ({
    at: `${day}T10:00:00.000Z`,
    decision: held({ actions: [action], ...over }),
  });
  const told = (...versions: ReturnType<typeof at>[]) => changesOf(versions, (day) => day);

  test('tells a day that was moved, how an action stands, and what came and went', () => {
    const second = { ...action, what: 'Cut the hedge', state: 'done' as const };
    expect(
      told(
        at('2025-01-01', {}),
        at('2025-06-10', { actions: [{ ...action, due: '2025-07-01', state: 'under-way' }] }),
        at('2025-06-20', { actions: [{ ...action, due: '2025-07-01', state: 'under-way' }, second] }),
        at('2025-07-01', { actions: [second], willDo: false }),
      ),
    ).toEqual([
      { on: '2025-07-01', words: ['It will not be done.', 'An action is no longer listed.'] },
      { on: '2025-06-20', words: ['Added: “Cut the hedge”.'] },
      {
        on: '2025-06-10',
        words: [
          '“Lamps on Ham Lane” was due 2025-05-15; the day is now 2025-07-01.',
          '“Lamps on Ham Lane”: planned became under way.',
        ],
      },
    ]);
  });

  test('is nothing where it was put right on the day it was first told, or saved again as it was', () => {
    expect(
      told(at('2025-01-01', {}), at('2025-01-01', { title: 'Lamps' }), at('2025-02-01', { title: 'Lamps' })),
    ).toEqual([]);
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
    { engagements: ['city/parks'], decidedOn, model, origin: 'hub' as const, evidence: [], actions: [] },
  ];

  test('declared beside what is evidenced', () => {
    const test = (decisions: ReturnType<typeof answer>, today = '2025-09-01') =>
      promiseTest(asked, decisions, 6, today);
    expect(test([], '2025-02-01')).toMatchObject({
      evidenced: 'information',
      answered: false,
      inTime: null,
      kept: false,
      missing: ['consultation', 'engagement', 'partnership'],
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
      missing: ['partnership'],
    });
    expect(test(answer('2025-06-30', 'together'))).toMatchObject({
      evidenced: 'partnership',
      citizensDecided: true,
      kept: true,
      missing: [],
    });
  });

  test('what is shown above a step that is not is no promise kept: late, or with nothing told, it stands below', () => {
    const test = (resultsOut: boolean, decidedOn: string, months: number | null = 6) =>
      promiseTest(
        { ...asked, resultsOut, participation: 'engagement' },
        answer(decidedOn, 'together'),
        months,
        '2027-09-01',
      );
    expect(test(true, '2026-12-31')).toMatchObject({
      evidenced: 'consultation',
      citizensDecided: true,
      byCitizens: false,
      kept: false,
      missing: ['engagement'],
    });
    expect(test(false, '2025-06-30')).toMatchObject({
      evidenced: null,
      kept: false,
      missing: ['information'],
    });
    // Who promised no time can be in none.
    expect(test(true, '2025-06-30', null)).toMatchObject({ promised: false, inTime: null, kept: false });
    expect(test(true, '2025-06-30')).toMatchObject({ promised: true, inTime: true, kept: true });
  });

  test('an agency’s own record is no answer before anything came of it', () => {
    const record = { ...decisionOfPriority(RECORD), engagements: ['city/parks'], origin: 'pulled' as const };
    const test = (one: typeof record) => promiseTest(asked, [one], 6, '2025-02-01').answered;
    expect(test(record)).toBe(false);
    const [action] = record.actions;
    expect(test({ ...record, actions: [{ ...action!, state: 'done', doneOn: '2025-01-05' }] })).toBe(true);
  });

  test('without a declared level there is nothing to keep', () => {
    expect(
      promiseTest({ ...asked, participation: null, resultsOut: false }, [], null, '2025-01-01'),
    ).toMatchObject({
      evidenced: null,
      kept: null,
      inTime: null,
      missing: [],
    });
  });
});
