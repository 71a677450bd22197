import { readCsvRows } from '#connectors';
import { DECISION_COLUMNS, decisionsOfRows } from '#decisions';

const HEAD = DECISION_COLUMNS.join(',');
const line = (cells: Partial<Record<(typeof DECISION_COLUMNS)[number], string>>): string =>
  DECISION_COLUMNS.map((column) => `"${(cells[column] ?? '').replaceAll('"', '""')}"`).join(',');

const LAMPS = {
  reference: 'LIGHT-1',
  title: 'Lamps are mended',
  decided: 'Mend every lamp on twelve routes.',
  decided_on: '2025-03-04',
  decided_by: 'Board',
  model: 'after-asking',
  figures:
    'themes-by-community/theme=lighting;ward=E05002078+E05002079 @ 2 | themes-by-community/theme=lighting',
  themes: 'lighting | safety',
  public: 'yes',
  action: 'Mend 140 lamps',
  action_owner: 'Highways',
  action_due: '2025-05-31',
  action_state: 'done',
  action_done_on: '2025-05-30',
};

function read(...lines: string[]) {
  const file = readCsvRows(new TextEncoder().encode([HEAD, ...lines].join('\r\n')));
  if (!file.ok) throw new Error(file.error.reason);
  return decisionsOfRows('city', file.value.headings, file.value.rows, { latest: 7, today: '2026-02-28' });
}

test('rows of one reference are one decision with several actions', () => {
  const more = {
    reference: 'LIGHT-1',
    action: 'Tell the schools',
    action_owner: 'Education',
    action_due: '2025-07-01',
  };
  const { drafts, problems } = read(line(LAMPS), '', line(more));
  expect(problems).toEqual([]);
  expect(drafts).toHaveLength(1);
  expect(drafts[0]).toMatchObject({
    agency: 'city',
    themes: ['lighting', 'safety'],
    public: true,
    evidence: [
      { figure: 'themes-by-community/theme=lighting;ward=E05002078+E05002079', edition: 2 },
      { figure: 'themes-by-community/theme=lighting', edition: 7 },
    ],
    actions: [
      { what: 'Mend 140 lamps', state: 'done', doneOn: '2025-05-30' },
      { what: 'Tell the schools', state: 'planned', due: '2025-07-01' },
    ],
  });
});

test('a refusal without a reason, an action without an owner and a figure that is none are named by row and column', () => {
  const { drafts, problems } = read(
    line({ ...LAMPS, figures: 'about 400 people' }),
    line({ ...LAMPS, reference: 'BUS-1', outcome: 'will not do' }),
    line({ ...LAMPS, reference: 'BUS-2', action_owner: '', action_state: 'soon' }),
    line({ ...LAMPS, reference: 'BUS-3' }),
  );
  expect(drafts.map(({ reference }) => reference)).toEqual(['BUS-3']);
  expect(problems.map(({ row, column }) => [row, column])).toEqual([
    [2, 'figures'],
    [3, 'not_done_because'],
    [4, 'action_owner'],
    [4, 'action_state'],
  ]);
  expect(JSON.stringify(problems)).not.toMatch(/400 people|soon/);
});

test('rows of one reference that contradict each other are not guessed at', () => {
  const { drafts, problems } = read(line(LAMPS), line({ ...LAMPS, title: 'Something else' }));
  expect(drafts).toEqual([]);
  expect(problems).toEqual([
    { row: 3, column: 'title', reason: 'This row says something else than row 2, of the same reference.' },
  ]);
});

test('a file with strange or missing headings is not read at all', () => {
  const file = readCsvRows(new TextEncoder().encode('reference;title;Decision\nA;B;C'));
  if (!file.ok) throw new Error('unread');
  const { drafts, problems } = decisionsOfRows('city', file.value.headings, file.value.rows, {
    latest: 1,
    today: '2026-02-28',
  });
  expect(drafts).toEqual([]);
  expect(problems.filter(({ column }) => column).map(({ column }) => column)).toEqual([
    'decided', 'decided_on', 'decided_by', 'model', 'figures',
  ]); // prettier-ignore
  expect(problems.at(-1)?.reason).toMatch(/^Column 3 has a heading that is not known here/);
});

test('broken quotation marks and cells beyond the headings are told by row', () => {
  const fault = (text: string) => {
    const file = readCsvRows(new TextEncoder().encode(text));
    return file.ok ? null : file.error;
  };
  expect(fault('')).toMatchObject({ row: null });
  expect(fault('a,b\n1,2\n3,4,5')).toMatchObject({ row: 3 });
  expect(fault('a,b\n"1,2')).toMatchObject({ row: 2 });
});
