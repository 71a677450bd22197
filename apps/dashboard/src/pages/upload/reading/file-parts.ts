import { choice, type Part } from './parts';

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
