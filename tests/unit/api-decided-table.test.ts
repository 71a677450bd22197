import type { DecisionAction, HeldDecisionRecord } from '#domain';
import { withoutEmptyColumns } from '../../apps/api/src/partner/reports/report-tables.js';
import { decided } from '../../apps/api/src/partner/reports/tables/decided-table.js';

const TODAY = '2025-06-10';
const names = {
  agencies: new Map([['city', { name: 'Plymouth City Council (demonstration)' }]]),
} as unknown as Parameters<typeof decided>[3]['names'];

const action = (over: Partial<DecisionAction>): DecisionAction => ({
  what: 'Mend 140 lamps', owner: 'Highways', due: '2025-05-15', state: 'under-way', doneOn: null, because: null, effect: null, effectFigure: null,
  ...over,
}); // prettier-ignore

const decision = (over: Partial<HeldDecisionRecord>): HeldDecisionRecord => ({
  id: '1', origin: 'hub', version: 1, savedAt: '2025-03-04', agency: 'city', reference: 'L', public: true, title: 'Lamps are mended', decided: 'Mend them.',
  decidedOn: '2025-03-04', why: null, willDo: true, notDone: null, notDoneBecause: null, decidedBy: null, model: null, lead: 'Environment', portfolio: null,
  engagements: [], themes: [], wards: [], communities: [], priorities: [], evidence: [], quotes: [], actions: [],
  ...over,
}); // prettier-ignore

const rows = (...decisions: HeldDecisionRecord[]) =>
  decided('F8', 'What was done', decisions, { names, today: TODAY }).rows.map(({ cells }) => cells.slice(1));

test('each action is a row of its owner within the agency, its day, by how many days it is late, and its sign of effect', () => {
  const done = action({ state: 'done', doneOn: '2025-05-31', effect: 'Reports fell from 60 to 25 a month.' });
  expect(rows(decision({ actions: [action({}), done] }))).toEqual([
    ['Mend 140 lamps', 'Highways, Plymouth City Council', '15 May 2025', 'Late, 26 days', ''],
    ['Mend 140 lamps', 'Highways, Plymouth City Council', '31 May 2025', 'Done', 'Reports fell from 60 to 25 a month.'],
  ]); // prettier-ignore
});

test('what will not be done stands with why, of a whole decision, of a part of it and of an action', () => {
  const given = action({ state: 'will-not-do', due: null, because: 'Bats roost there.' });
  expect(
    rows(
      decision({ willDo: false, notDoneBecause: 'It costs too much.' }),
      decision({ notDone: 'Not the park.', notDoneBecause: 'Bats.', actions: [given] }),
    ),
  ).toEqual([
    ['What was asked for', 'Environment, Plymouth City Council', '', 'Will not do', 'It costs too much.'],
    ['Mend 140 lamps', 'Highways, Plymouth City Council', '', 'Will not do', 'Bats roost there.'],
    ['Not the park.', 'Environment, Plymouth City Council', '', 'Will not do', 'Bats.'],
  ]);
});

test('a decision without any action is a row too, and each row leads to its decision', () => {
  const table = decided('F8', 'What was done', [decision({ lead: null })], { names, today: TODAY });
  expect(table.rows).toEqual([
    {
      cells: ['Lamps are mended (4 March 2025)', '', 'Plymouth City Council', '', 'Planned', ''],
      figure: null,
      page: '/read/what-happened/1',
    },
  ]);
});

test('beside the edition before each line says whether it is new, how else it stood, or that nothing changed; days of lateness are no change', () => {
  const lamps = action({});
  const paths = action({ what: 'Light the paths', due: '2025-06-05' });
  const now = [
    decision({ actions: [{ ...lamps, state: 'done', doneOn: '2025-06-01' }, paths, action({ what: 'Ask again' })] }),
    decision({ id: '2', title: 'Bins' }),
  ]; // prettier-ignore
  const table = (today: string) =>
    decided('F8', 'What was done', now, { names, today: TODAY }, { edition: 13, decisions: [decision({ actions: [lamps, paths] })], today }); // prettier-ignore
  const since = (today: string) => table(today).rows.map(({ cells }) => [cells[1], cells.at(-1)]);
  expect(table('2025-06-07').columns.at(-1)!.title).toBe('Since edition 13');
  expect(since('2025-06-07')).toEqual([
    ['Mend 140 lamps', 'was late'],
    ['Light the paths', 'no change'],
    ['Ask again', 'new'],
    ['', 'new'],
  ]);
  expect(since('2025-05-01')[1]).toEqual(['Light the paths', 'was under way']);
});

test('a column in which nothing is told is left out, with its cells, and a nought or a hidden number is told', () => {
  const table = {
    code: 'F1',
    title: 'T',
    measure: 'M',
    columns: ['name', 'people', 'share', 'checked'].map((name) => ({ name, title: name, numeric: false })),
    rows: [
      { cells: ['A', 0, '', ''], figure: 'a' },
      { cells: ['B', null, '', 'Ready'], figure: 'b' },
    ],
    chart: null,
  };
  const { columns, rows } = withoutEmptyColumns(table);
  expect(columns.map(({ name }) => name)).toEqual(['name', 'people', 'checked']);
  expect(rows.map(({ cells }) => cells)).toEqual([
    ['A', 0, ''],
    ['B', null, 'Ready'],
  ]);
});
