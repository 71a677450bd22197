import { many, read, type Cell } from '../support/read-sheet.js';

const asked = async (rows: Cell[][]): Promise<Record<string, string>> =>
  Object.fromEntries((await read(rows)).questions.map(({ text, kind }) => [text, kind]));

describe('options in a column each', () => {
  it.each([
    ['with their codes', (code: string, rest: string) => `G1Q2[${code}]. Do you have any of these? ${rest}`],
    ['by their wordings alone', (_: string, rest: string) => `Do you have any of these? ${rest}`],
  ])('are one question although each has a column for a remark beside it, %s', async (_, label) => {
    const options = ['Damp, mould', 'Noise', 'Heating costs'];
    for (const word of ['Comment', 'Kommentar', 'Sylwad']) {
      const rows = [
        [
          'id',
          ...options.flatMap((option, at) => [
            label(`SQ${at}`, `[${option}]`),
            label(`SQ${at}comment`, `[${option}] [${word}]`),
          ]),
        ],
        ...many(30, (at) => [
          at + 1,
          ...options.flatMap((_, one) => [
            (at + one) % 3 ? 'No' : 'Yes',
            at % 9 === one ? `Worse in winter in room ${at}` : '',
          ]),
        ]),
      ];
      const { questions, status } = await read(rows);
      expect(questions.find(({ kind }) => kind === 'multi-choice')?.options).toEqual(options);
      expect(questions.filter(({ kind }) => kind === 'choice')).toEqual([]);
      expect(status).toBe('ready');
    }
  });

  it.each(['4.1.', '4.1', '4a.', '4(a)'])(
    'are items of one question whose parts are numbered as %s',
    async (first) => {
      const number = (at: number): string =>
        first.replace(/1|a/, (mark) => (mark === '1' ? String(at + 1) : 'abc'[at]!));
      const items = ['Opening hours', 'Choice of books', 'Quiet rooms'];
      const { questions } = await read([
        [
          'Response ID',
          ...items.map((item, at) => `${number(at)} How good is each of these here? - ${item}`),
        ],
        ...many(30, (at) => [at + 1, ...items.map((_, one) => ['Good', 'Fair', 'Poor'][(at + one) % 3]!)]),
      ]);
      expect(questions).toMatchObject([
        { text: '4. How good is each of these here?', kind: 'matrix', items, answered: 30 },
      ]);
    },
  );

  it('may hold the stroke that parts question and option', async () => {
    const options = ['Fresh fruit/veg', 'Nappies', 'Pet food'];
    const rows = (own: boolean): Cell[][] => [
      [
        '_id',
        ...(own ? ['Visit/What else do you need?'] : []),
        ...options.map((option) => `Visit/What else do you need?/${option}`),
      ],
      ...many(24, (at) => {
        const ticks = options.map((_, one) => ((at + one) % 3 ? 1 : 0));
        return [at + 1, ...(own ? [options.filter((_, one) => ticks[one]).join(' ')] : []), ...ticks];
      }),
    ];
    for (const own of [true, false]) {
      const { questions } = await read(rows(own));
      expect(questions.map(({ kind, options: found }) => [kind, found])).toEqual([['multi-choice', options]]);
    }
  });

  it('are one question where each bears its number', async () => {
    const options = ['Roads and pavements', 'Shops, markets', 'Clean streets'];
    const { questions } = await read([
      ['Serial', ...options.map((option, at) => `Q2 What needs most improving_${at + 1} ${option}`)],
      ...many(24, (at) => [at + 1, ...options.map((_, one) => ((at + one) % 3 ? 1 : 0))]),
    ]);
    expect(questions).toMatchObject([
      { kind: 'multi-choice', options, text: expect.stringMatching(/What needs most improving$/) as string },
    ]);
  });

  it('are ticked in the ways of several hands', async () => {
    const options = ['Leaflets', 'Helpline', 'Respite, overnight'];
    const marks = ['x', 'X', '✓', 'y', 'Yes', '1'];
    const { questions, status } = await read([
      ['Ref', ...options.map((option) => `Which have you used? ${option}`)],
      ...many(40, (at) => [
        `R${at}`,
        ...options.map((_, one) => ((at + one) % 3 ? marks[(at + one) % 6]! : '')),
      ]),
    ]);
    expect(questions).toMatchObject([{ kind: 'multi-choice', options }]);
    expect(status).toBe('ready');
  });

  it('lose the stars that a form puts about them', async () => {
    const items = ['Bouldering', 'Ping-pong', 'Skate ramp'];
    const { questions } = await read([
      ['#', ...items.map((item) => `Rank these: *${item}*`)],
      ...many(20, (at) => [`k${at}x9`, ...items.map((_, one) => ((at + one) % 3) + 1)]),
    ]);
    expect(questions).toMatchObject([{ kind: 'ranking', options: items }]);
  });
});

describe('an item of a matrix', () => {
  const ANSWERS = ['A lot', 'A little', 'Nothing'];
  it.each([
    [
      'an item called as people are',
      'How much should each of these pay?/',
      ['Councils', 'Energy firms', 'Residents'],
    ],
    [
      'an item that begins with "Other"',
      'How is your relationship with each? - ',
      ['Funders', 'The council', 'Other charities'],
    ],
  ])('%s stays one', async (_, stem, items) => {
    const reading = await read([
      ['Answer ID', ...items.map((item) => `3. ${stem}${item}`)],
      ...many(40, (at) => [at + 1, ...items.map((_, one) => ANSWERS[(at + one) % 3]!)]),
    ]);
    expect(reading.questions).toMatchObject([{ kind: 'matrix', items }]);
    expect(reading.identifying).toEqual([]);
    expect(reading.status).toBe('ready');
  });

  it('of names of people under such a label is a name', async () => {
    const { identifying, questions } = await read([
      ['Ref', 'Attendees', 'Comments'],
      ...many(20, (at) => [
        `R${at}`,
        ['Ada Bevan', 'Carr, Owen', 'Mona Frost'][at % 3]!,
        `Row ${at} was cold`,
      ]),
    ]);
    expect(identifying).toContain('fullName');
    expect(questions).toHaveLength(1);
  });
});

describe('an order in one cell', () => {
  it('of items with their places is a ranking', async () => {
    const items = ['Pool', 'Gym', 'Café, bar'];
    const { questions } = await read([
      ['Response ID', 'Rank the facilities you would like'],
      ...many(20, (at) => [at + 1, items.map((item, one) => `${item} : ${((at + one) % 3) + 1}`).join(', ')]),
    ]);
    expect(questions).toMatchObject([{ kind: 'ranking', options: [...items].sort() }]);
  });

  it('may leave out what somebody did not place', async () => {
    const { questions } = await read([
      ['Response ID', 'Rank these'],
      ...many(20, (at) => [at + 1, at % 2 ? 'Pool : 1, Gym : 2' : 'Gym : 1, Café : 2, Pool : 3']),
    ]);
    expect(questions).toMatchObject([{ kind: 'ranking', options: ['Café', 'Gym', 'Pool'] }]);
  });

  it('of items with their answers is a matrix, though an item holds a comma', async () => {
    const { questions } = await read([
      ['Response ID', 'How important are these?'],
      ...many(20, (at) => [
        at + 1,
        `Cost : ${['High', 'Low'][at % 2]!}, Parking, at night : ${['Low', 'High', 'Low'][at % 3]!}`,
      ]),
    ]);
    expect(questions).toMatchObject([{ kind: 'matrix', items: ['Cost', 'Parking, at night'] }]);
  });

  it('is none where two items share a score', async () => {
    const { questions } = await read([
      ['Response ID', 'Score each'],
      ...many(20, (at) => [at + 1, ['Pool', 'Gym'].map((item) => `${item} : ${(at % 3) + 1}`).join(', ')]),
    ]);
    expect(questions[0]?.kind).toBe('matrix');
  });
});

describe('what a tool adds to its answers is nobody’s', () => {
  it('the parts of an attached file, the group made of a score, and codes of the sender', async () => {
    const file = ['Id', 'Name', 'Size', 'Type'].map((part) => `Share a photo, if you like - ${part}`);
    const rows = [
      [
        'Ref',
        'How likely are you to recommend us?',
        'How likely are you to recommend us? - Group',
        ...file,
        'branch_code',
        'Upload a document',
        'Email confirmed',
        'Average rating',
        'Number of ratings',
        'Card - Venue',
      ],
      ...many(30, (at) => [
        `R${at}`,
        at % 11,
        at % 11 > 8 ? 'Promoter' : at % 11 > 6 ? 'Passive' : 'Detractor',
        ...(at % 4 ? ['', '', '', ''] : [`F_${at}`, `photo of mine ${at}.jpg`, 1000 + at, 'image/jpeg']),
        `LB0${at % 4}`,
        at % 5 ? '' : `petition_${at}.pdf`,
        at % 3 ? 'Yes' : 'No',
        (at % 5) + 0.5,
        at * 3,
        ['Library', 'Market'][at % 2]!,
      ]),
    ];
    expect(await asked(rows)).toEqual({ 'How likely are you to recommend us?': 'number' });
  });

  it('but what was thought of the venue is an answer', async () => {
    const rows = [
      ['ID', 'Food', 'Venue'],
      ...many(20, (at) => [at + 1, ['Good', 'Poor'][at % 2]!, ['Good', 'Fair', 'Poor'][at % 3]!]),
    ];
    expect(Object.keys(await asked(rows))).toEqual(['Food', 'Venue']);
  });

  it('but size and type of an organisation are answers', async () => {
    const rows = [
      ['Ref', 'Organisation - Name', 'Organisation - Size', 'Organisation - Type'],
      ...many(20, (at) => [
        `R${at}`,
        `Friends of Trust ${at}`,
        ['Small', 'Large'][at % 2]!,
        ['Charity', 'CIC'][at % 2]!,
      ]),
    ];
    expect(Object.keys(await asked(rows))).toEqual(
      expect.arrayContaining(['Organisation - Size', 'Organisation - Type']),
    );
  });

  it('but a group that stands by itself is an answer', async () => {
    expect(
      await asked([['Ref', 'Group'], ...many(20, (at) => [`R${at}`, ['Promoter', 'Detractor'][at % 2]!])]),
    ).toEqual({
      Group: 'choice',
    });
  });
});

describe('somebody’s name in a block of details', () => {
  it.each(['Surname', 'Forename', 'Last name', 'First name'])('is found under "... - %s"', async (part) => {
    const { identifying } = await read([
      ['Ref', `If you would like to hear more, please leave your details - ${part}`],
      ...many(20, (at) => [
        `R${at}`,
        ['Bevan', 'Carrick', 'Dhillon', 'Ellwood', 'Moss'][at % 5]! + (at % 2 ? '' : '-Lowe'),
      ]),
    ]);
    expect(identifying).toEqual([/sur|last/i.test(part) ? 'familyName' : 'givenName']);
  });

  it('is one name where surname and forename stand in one cell', async () => {
    const { identifying } = await read([
      ['Ref', 'Surname, forename', 'Remarks'],
      ...many(20, (at) => [
        `R${at}`,
        ['BEVAN, Ada', 'CARR, Owen', 'MOSS, Una'][at % 3]!,
        `Pothole ${at} again`,
      ]),
    ]);
    expect(identifying).toEqual(['fullName']);
  });
});
