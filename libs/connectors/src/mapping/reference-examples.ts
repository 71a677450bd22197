/** What each rule of a mapping is for, with an example that the schema accepts. */
export const EXAMPLES: Record<string, { says: string; json: unknown }> = {
  'submission-id': {
    says: 'The id of the row in the partner’s system. A mapping has one.',
    json: { as: 'submission-id', column: 'Response ID' },
  },
  respondent: {
    says: 'A field about the person: kept apart, encrypted, used for matching only.',
    json: { as: 'respondent', column: 'Your postcode', field: 'postcode' },
  },
  demographic: {
    says: 'An equality characteristic. `values` says what answers mean that the hub does not know.',
    json: { as: 'demographic', column: 'How old are you?', characteristic: 'age', values: { teen: '15-24' } },
  },
  question: {
    says:
      'One column that answers a question. `options` lists the answers in the order asked; `learnt` says that they were read off a file: then the list is in no order, and what fewer than ten people gave is not shown; options that hold the `delimiter` are told by it. A `ranking` keeps the order of its ' +
      'cell; a `matrix` names its items in the cell. `by` is for files where another column says which question the row answers.',
    json: {
      as: 'question',
      column: 'Which do you use?',
      key: 'uses',
      kind: 'multi-choice',
      delimiter: ', ',
      options: ['Pool', 'Gyms, courts'],
    },
  },
  options: {
    says: 'One question with a column for each option. `chosen` and `notChosen` say what cells mean; blank ones never choose. `other` names columns in which people wrote an answer of their own: they chose "Other".',
    json: {
      as: 'options',
      key: 'uses',
      text: 'Which do you use?',
      columns: { 'Q1 Pool': 'Pool', 'Q1 Gym': 'Gym' },
      chosen: ['1'],
      notChosen: ['2'],
      other: ['Q1 Other (please say)'],
    },
  },
  matrix: {
    says: 'One question over several items, a column each.',
    json: {
      as: 'matrix',
      key: 'fine',
      text: 'How are these?',
      columns: { 'Q2 Lamps': 'Lamps', 'Q2 Bins': 'Bins' },
      kind: 'scale',
      options: ['Good', 'Poor'],
    },
  },
  ranking: {
    says: 'One question whose answer is an order. `cells` says whether a cell holds the option (`item`) or its place (`place`).',
    json: {
      as: 'ranking',
      key: 'first',
      text: 'What comes first?',
      cells: 'item',
      columns: { '1st choice': '1', '2nd choice': '2' },
    },
  },
  support: {
    says: 'How many others liked or supported what the row says, as the platform counted. Nobody is counted as a person by it.',
    json: { as: 'support', column: 'Likes', act: 'likes' },
  },
  language: {
    says: 'The language in which somebody answered: no question.',
    json: { as: 'language', column: 'Language' },
  },
  codes: {
    says: 'Codes in place of what identifies, as hub-encode.mjs makes them.',
    json: { as: 'codes', kind: 'keys', project: 'beds-2026' },
  },
  date: {
    says: 'When it was said. A date that can’t have the stated order holds the file.',
    json: { as: 'date', column: 'Submitted', order: 'day-first' },
  },
  place: { says: 'The ward or area that the row names.', json: { as: 'place', column: 'Ward' } },
  channel: {
    says: 'How the answer came in.',
    json: { as: 'channel', column: 'Method', values: { P: 'paper' } },
  },
  community: {
    says: 'A community or group that the person speaks for.',
    json: { as: 'community', column: 'On behalf of', kind: 'organisation' },
  },
  'engagement-key': {
    says: 'The column that says which engagement a row belongs to.',
    json: { as: 'engagement-key', column: 'Survey code' },
  },
  'engagement-title': {
    says: 'That engagement’s title.',
    json: { as: 'engagement-title', column: 'Survey' },
  },
  ignore: {
    says: 'Passed over: its cells are not kept. `*` stands for any text.',
    json: { as: 'ignore', column: '* - Tags' },
  },
  leaveOut: {
    says: '',
    json: {
      leaveOut: [
        { column: 'Status', values: ['Test', 'Preview'], why: 'test' },
        { column: 'I consent', values: ['No'], blank: true, why: 'no-consent' },
      ],
    },
  },
  lines: { says: '', json: { lines: { person: 'Respondent ID', question: 'Question', answer: 'Answer' } } },
};
