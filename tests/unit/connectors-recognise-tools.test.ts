import { many, read } from '../support/read-sheet.js';

describe('tools’ own columns', () => {
  it('of Commonplace and others: counts of who agreed and leave to write are no answers', async () => {
    const reading = await read([
      [
        'Comment ID',
        'Number of agrees',
        'How do you feel about this place?',
        'Subscribed to news',
        'Moderation status',
        'Why do you feel this way?',
      ],
      ...many(20, (at) => [
        `c${at}`,
        at % 4,
        ['Happy', 'Neutral', 'Unhappy'][at % 3]!,
        at % 2 ? 'Yes' : 'No',
        'Published',
        `Traffic is fast past number ${at}`,
      ]),
    ]);
    expect(reading.questions.map(({ text }) => text)).toEqual([
      'How do you feel about this place?',
      'Why do you feel this way?',
    ]);
  });

  it('of Go Vocal: first and last name of the author are names', async () => {
    const reading = await read([
      [
        'ID',
        'Where do you live?',
        'Author first name',
        'Author last name',
        'Author email',
        'Submitted at',
        'Project',
      ],
      ...many(20, (at) => [
        `id${at}`,
        ['North', 'East'][at % 2]!,
        ['Ada', 'Bilal', 'Cerys'][at % 3]!,
        ['Synthetic', 'Example'][at % 2]!,
        `p${at}@example.org`,
        `03/${(at % 27) + 1}/2026`,
        'Climate plan',
      ]),
    ]);
    expect(reading.layout).toBe('go-vocal');
    expect(reading.identifying.sort()).toEqual(['email', 'familyName', 'givenName']);
  });

  it('of Decidim with underscores, and a unique number of Jisc, are records', async () => {
    const decidim = await read([
      ['id', 'created_at', 'user_status', 'ip_hash', '1. Do you belong to a group?'],
      ...many(12, (at) => [
        400 + at,
        '2026-03-04 09:30:12 UTC',
        at % 2 ? 'registered' : 'unregistered',
        `ab${at}`,
        at % 2 ? 'Yes' : 'No',
      ]),
    ]);
    expect(decidim).toMatchObject({ layout: 'decidim', questions: [{ kind: 'choice' }] });
    const jisc = await read([
      ['Unique Response Number', '1. Which service?'],
      ...many(12, (at) => [`${1000 + at}-${at}-9`, ['Housing', 'Tax'][at % 2]!]),
    ]);
    expect(jisc.questions).toMatchObject([{ text: '1. Which service?' }]);
  });

  it('of ODK, of lists and of ideas: keys, devices, running titles and votes are no answers', async () => {
    const reading = await read([
      [
        'Title',
        'used',
        'votesFor',
        'votes_against',
        'meta-instanceID',
        'KEY',
        'SubmitterName',
        'What happened?',
      ],
      ...many(20, (at) => [
        `Response ${at + 1}`,
        ['pool', 'gym'][at % 2]!,
        at % 5,
        at % 3,
        `uuid:${at}c0ffee-77`,
        `uuid:${at}c0ffee-77`,
        'Volunteer phone',
        `The pool was cold on day ${at}`,
      ]),
    ]);
    expect(reading.questions.map(({ text }) => text)).toEqual(['used', 'What happened?']);
    expect(reading.identifying).toEqual([]);
  });

  it('of older Qualtrics: two rows of labels, options behind a stroke without blanks', async () => {
    const names = [
      'ResponseID',
      'ResponseSet',
      'ExternalDataReference',
      'IPAddress',
      'Status',
      'StartDate',
      'EndDate',
      'Finished',
    ];
    const ask = 'What should officers look at? (Please tick up to two)-';
    const reading = await read([
      [...names, 'Q1_1', 'Q1_2', 'LocationAccuracy'],
      [...names, `${ask}Speeding`, `${ask}Drug dealing`, 'LocationAccuracy'],
      ...many(20, (at) => [
        ...[
          `R_${at}x`,
          'Default Response Set',
          '',
          `192.0.2.${at}`,
          0,
          '2019-03-04 08:00:00',
          '2019-03-04 08:06:00',
          1,
        ],
        ...[at % 2 ? 1 : '', at % 3 ? 1 : '', -1],
      ]),
    ]);
    expect(reading).toMatchObject({ layout: 'qualtrics', headerRows: [1, 2], people: 16 });
    expect(reading.questions).toMatchObject([
      { kind: 'multi-choice', options: ['Speeding', 'Drug dealing'] },
    ]);
  });
});

it('how a Friends and Family comment was collected, and in which ward or service, is no answer', async () => {
  const reading = await read([
    ['Trust', 'Ward / Service', 'Mode of Collection', 'FFT Score', 'Why did you say so?'],
    ...many(30, (at) => [
      'Synthetic Trust',
      ['Maple Ward', 'Outpatients'][at % 2]!,
      ['SMS', 'Paper', 'Online'][at % 3]!,
      ['Very good', 'Good', 'Poor'][at % 3]!,
      `They were kind on visit ${at}`,
    ]),
  ]);
  expect(reading.layout).toBe('friends-and-family');
  expect(reading.questions.map(({ text }) => text)).toEqual(['FFT Score', 'Why did you say so?']);
});

it('lines with an id of their own that name question and answer are answers to that question', async () => {
  const asked = ['Why did you say so?', 'What could we have done better?'];
  const reading = await read([
    ['Response ID', 'FFT score', 'Question', 'Answer'],
    ...many(30, (at) => [
      at,
      ['Very good', 'Poor'][at % 2]!,
      asked[at % 2]!,
      `They were kind on visit ${at}`,
    ]),
  ]);
  expect(reading.people).toBe(30);
  expect(reading.questions.map(({ text, answered }) => [text, answered])).toEqual([
    ['FFT score', 30],
    [asked[0], 15],
    [asked[1], 15],
  ]);
});

it('proposals of Decidim are read alike as JSON', async () => {
  const rows = many(20, (at) => ({
    id: at,
    author: { id: at, name: `Farida ${['Dhillon', 'Quigley', 'Nwosu'][at % 3]!}` },
    participatory_space: { id: 2 },
    component: { id: 8 },
    title: { en: `A bench at stop ${at}` },
    votes: at % 5,
    published_at: '2026-04-01T10:00:00Z',
  }));
  const reading = await read(JSON.stringify(rows), 'a.json');
  expect(reading).toMatchObject({ layout: 'decidim', identifying: ['fullName'], asks: [] });
  expect(reading.questions.map(({ text }) => text)).toEqual(['title.en']);
});

it('a year of birth as Go Vocal names it is an age', async () => {
  const reading = await read([
    ['ID', 'Submitted at', 'birthyear', 'What should change?'],
    ...many(30, (at) => [`a${at}`, '2026-04-13', 1940 + at, `More lamps on lane ${at}`]),
  ]);
  expect(reading.demographics).toMatchObject([{ characteristic: 'age', coded: 30 }]);
});

it('remarks with an id each are sorted by the question beside them, and by no list of things', async () => {
  const texts = async (label: string): Promise<string[]> =>
    (
      await read([
        ['row_id', label, 'comment_txt'],
        ...many(30, (at) => [
          at,
          ['What was good?', 'What was bad?'][at % 2]!,
          `They were kind on visit ${at}`,
        ]),
      ])
    ).questions.map(({ text }) => text);
  expect(await texts('question')).toEqual(['What was good?', 'What was bad?']);
  expect(await texts('item')).toEqual(['item', 'comment_txt']);
});
