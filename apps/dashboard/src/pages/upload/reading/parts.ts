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

/** Choices by code, in the order in which they are offered. */
export const choice = (entries: Record<string, string>): { code: string; name: string }[] =>
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
