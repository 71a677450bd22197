import { LANGUAGES } from './language-parts';

/** One thing that can be said of a rule, or of the whole file, and how it is asked for. */
export interface Part {
  part: string;
  name: string;
  hint?: string;
  /**
   * `lines`: one a line. `pairs`: words of the file, each with what it stands for. `items`: columns, each with what it is called.
   * `column` and `columns`: of the file. `by`: a column that says which question a row answers.
   */
  kind: 'text' | 'number' | 'lines' | 'pairs' | 'items' | 'choice' | 'flag' | 'column' | 'columns' | 'by';
  choices?: readonly { code: string; name: string }[];
}

const choice = (entries: Record<string, string>): { code: string; name: string }[] =>
  Object.entries(entries).map(([code, name]) => ({ code, name }));

const OPTIONAL: Part = {
  part: 'optional',
  name: 'May be missing from a file',
  kind: 'flag',
};
const KEY: Part = {
  part: 'key',
  name: 'Short name in the hub',
  hint: 'The same question keeps the same short name from file to file.',
  kind: 'text',
};
const TEXT: Part = { part: 'text', name: 'The question as it was asked', kind: 'text' };
const OPTIONS: Part = {
  part: 'options',
  name: 'Answers to choose from',
  hint: 'One a line, in their order.',
  kind: 'lines',
};
const LEARNT: Part = {
  part: 'learnt',
  name: 'These answers were read off the file, and are not the list that was asked',
  hint: 'They then stand in an order of their own, and what fewer than ten people gave is not shown.',
  kind: 'flag',
};
const VALUES: Part = {
  part: 'values',
  name: 'Words that stand for something else',
  hint: 'For example a 1 that means “Very safe”. Nothing on the right means: no answer.',
  kind: 'pairs',
};
const ORDER: Part = {
  part: 'order',
  name: 'In which order dates are written',
  kind: 'choice',
  choices: choice({
    auto: 'The hub tells it from the column',
    'day-first': 'Day first: 31/05/2025',
    'month-first': 'Month first: 05/31/2025',
    'year-first': 'Year first: 2025-05-31',
  }),
};
const ITEMS: Part = { part: 'columns', name: 'What each column is called', kind: 'items' };

/** All that each kind of rule can say, beside its column. */
export const PARTS: Readonly<Record<string, readonly Part[]>> = {
  'submission-id': [OPTIONAL],
  respondent: [ORDER, OPTIONAL],
  demographic: [
    VALUES,
    { part: 'wording', name: 'Which wording was asked', hint: 'For example “Census 2021”.', kind: 'text' },
    OPTIONAL,
  ],
  question: [
    TEXT,
    ...LANGUAGES,
    OPTIONS,
    LEARNT,
    {
      part: 'items',
      name: 'Items in one cell',
      hint: 'One a line, for “item : answer, item : answer”.',
      kind: 'lines',
    },
    { part: 'delimiter', name: 'What stands between several answers in a cell', kind: 'text' },
    {
      part: 'decimal',
      name: 'Decimal mark of numbers',
      kind: 'choice',
      choices: choice({ '': 'Not said', point: 'Point: 3.5', comma: 'Comma: 3,5' }),
    },
    { part: 'unit', name: 'Unit of numbers', hint: 'For example “hours a week”.', kind: 'text' },
    { part: 'otherLanguages', name: 'The same answer in other languages’ columns', kind: 'columns' },
    { part: 'permittedBy', name: 'Column that says whether the words may be published', kind: 'column' },
    { part: 'permittedWhere', name: 'Cells of it that permit it', hint: 'One a line.', kind: 'lines' },
    VALUES,
    { part: 'by', name: 'Another column says which question a row answers', kind: 'by' },
    KEY,
    OPTIONAL,
  ],
  options: [
    TEXT,
    ...LANGUAGES,
    ITEMS,
    {
      part: 'chosen',
      name: 'Cells that mean “ticked”',
      hint: 'One a line. Unless said: whatever is not empty or a “no”.',
      kind: 'lines',
    },
    {
      part: 'notChosen',
      name: 'Cells that mean “not ticked”',
      hint: 'One a line, besides empty ones.',
      kind: 'lines',
    },
    { part: 'other', name: 'Columns in which another answer was written', kind: 'columns' },
    KEY,
    OPTIONAL,
  ],
  matrix: [
    TEXT,
    ...LANGUAGES,
    ITEMS,
    {
      part: 'kind',
      name: 'Answers are',
      kind: 'choice',
      choices: choice({ choice: 'a choice', scale: 'a scale', number: 'a number' }),
    },
    OPTIONS,
    LEARNT,
    VALUES,
    KEY,
    OPTIONAL,
  ],
  ranking: [
    TEXT,
    ...LANGUAGES,
    ITEMS,
    {
      part: 'cells',
      name: 'A cell holds',
      kind: 'choice',
      choices: choice({ place: 'a place: 1, 2, 3', item: 'what was put at that place' }),
    },
    KEY,
    OPTIONAL,
  ],
  support: [OPTIONAL],
  language: [OPTIONAL],
  codes: [
    { part: 'kind', name: 'Kind of codes', kind: 'choice', choices: choice({ keys: 'keys', clk: 'clk' }) },
    { part: 'project', name: 'Project that shares the key', kind: 'text' },
    { part: 'columns', name: 'Columns that hold the codes', kind: 'columns' },
    OPTIONAL,
  ],
  date: [ORDER, OPTIONAL],
  place: [VALUES, OPTIONAL],
  channel: [VALUES, OPTIONAL],
  community: [
    {
      part: 'kind',
      name: 'Kind of community',
      kind: 'choice',
      choices: choice({
        organisation: 'Organisation',
        geography: 'Place',
        interest: 'Interest',
        identity: 'Identity',
      }),
    },
    { part: 'delimiter', name: 'What stands between several in a cell', kind: 'text' },
    VALUES,
    OPTIONAL,
  ],
  'engagement-key': [OPTIONAL],
  'engagement-title': [OPTIONAL],
  ignore: [OPTIONAL],
};

/** What the engagement is: `engagement`. */
export const ENGAGEMENT_PARTS: readonly Part[] = [
  { part: 'title', name: 'What people took part in', kind: 'text' },
  {
    part: 'kind',
    name: 'Kind',
    kind: 'choice',
    choices: choice({
      survey: 'Survey',
      consultation: 'Consultation',
      workshop: 'Workshop',
      meeting: 'Meeting',
      conversation: 'Conversation',
      petition: 'Petition',
      'standing-feed': 'All the time',
    }),
  },
  {
    part: 'participation',
    name: 'How far people took part',
    kind: 'choice',
    choices: choice({
      '': 'Not said',
      information: 'Information',
      consultation: 'Consultation',
      engagement: 'Engagement',
      partnership: 'Partnership',
      empowerment: 'Empowerment',
      'citizen-control': 'Citizen control',
    }),
  },
  { part: 'opens', name: 'First day', hint: 'As 2025-05-01', kind: 'text' },
  { part: 'closes', name: 'Last day', hint: 'As 2025-06-30', kind: 'text' },
  { part: 'channel', name: 'How answers come in', kind: 'text' },
  { part: 'decisionOwner', name: 'Who decides', kind: 'text' },
  { part: 'canStillChange', name: 'What can still change', kind: 'text' },
  { part: 'targetCommunities', name: 'Whom it is for', hint: 'One a line.', kind: 'lines' },
  { part: 'url', name: 'Its page', kind: 'text' },
  { part: 'key', name: 'Short name in the hub', kind: 'text' },
];

/** How the file is laid out: `layout`. Rows and sheet are said in the grid. */
export const LAYOUT_PARTS: readonly Part[] = [
  {
    part: 'rows',
    name: 'How rows are found',
    kind: 'choice',
    choices: choice({
      recognised: 'Header, titles, totals and notes are found in each file',
      counted: 'By the numbers below, the same in each file',
    }),
  },
  { part: 'headerRows', name: 'Header rows, where counted', kind: 'number' },
  { part: 'skipRows', name: 'Rows before the header, where counted', kind: 'number' },
  { part: 'footerRows', name: 'Rows after the answers, where counted', kind: 'number' },
  {
    part: 'labelFrom',
    name: 'With two header rows a column is called by',
    kind: 'choice',
    choices: choice({ joined: 'both', first: 'the first', last: 'the last' }),
  },
  { part: 'sheet', name: 'Sheet', kind: 'text' },
  {
    part: 'otherSheets',
    name: 'Sheets of the same columns that are left out',
    hint: 'One a line. Another one holds the file.',
    kind: 'lines',
  },
  { part: 'delimiter', name: 'What stands between the cells (CSV)', kind: 'text' },
  {
    part: 'encoding',
    name: 'Character set (CSV)',
    kind: 'choice',
    choices: choice({
      '': 'The hub tells it from the file',
      'utf-8': 'UTF-8',
      'windows-1252': 'Windows-1252',
      'iso-8859-15': 'ISO 8859-15',
      'utf-16le': 'UTF-16 LE',
      'utf-16be': 'UTF-16 BE',
    }),
  },
  {
    part: 'shortRows',
    name: 'A row with too few cells',
    kind: 'choice',
    choices: choice({ reject: 'is broken: it waits for you', pad: 'ends with empty cells' }),
  },
  { part: 'rowsAt', name: 'Where the rows stand (JSON)', hint: 'For example results', kind: 'text' },
  { part: 'jsonHeaderRows', name: 'Rows of labels (JSON lists)', kind: 'number' },
];

/** Rows of one person over several lines: `lines`. */
export const LINES_PARTS: readonly Part[] = [
  { part: 'person', name: 'Column that is the same on all lines of one person', kind: 'column' },
  { part: 'question', name: 'Column that names the question', kind: 'column' },
  { part: 'answer', name: 'Column that holds the answer', kind: 'column' },
];

/** What holds for the files of the source as a whole. */
export const FILE_PARTS: readonly Part[] = [
  {
    part: 'eachFile',
    name: 'Each file of this source holds',
    hint: 'Where no column tells whose a row is, this says whether equal rows of two files are the same people.',
    kind: 'choice',
    choices: choice({
      ask: 'ask me when a file repeats rows of an older one',
      cumulative: 'everything so far: equal rows are the same people',
      'only-new-rows': 'only new answers: equal rows are different people',
    }),
  },
  {
    part: 'otherColumns',
    name: 'A column that nobody has spoken of',
    kind: 'choice',
    choices: choice({ hold: 'waits for me', ignore: 'is left out' }),
  },
  {
    part: 'uncodedAnswers',
    name: 'Many answers about people without a code',
    kind: 'choice',
    choices: choice({ hold: 'wait for me', 'go-on': 'go on: they stay “not yet matched”' }),
  },
  { part: 'blanks', name: 'Words that mean “no answer”', hint: 'One a line.', kind: 'lines' },
  { part: 'note', name: 'A note for your colleagues', kind: 'text' },
];
