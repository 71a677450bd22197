import { many, read, type Cell } from '../support/read-sheet.js';

const form = (columns: Record<string, (at: number) => Cell>): Cell[][] => [
  ['Reference', ...Object.keys(columns), 'What should change?'],
  ...many(40, (at) => [
    `R${at}`,
    ...Object.values(columns).map((cell) => cell(at)),
    `More lamps along lane ${at}, please`,
  ]),
];

it('the parts of an address are no questions, although the label asks', async () => {
  const { questions, identifying, asks } = await read(
    form({
      'What is your address? - Address line 1': (at) => `${at + 1} Synthetic Row`,
      'What is your address? - Town or city': () => 'Plymouth',
      'What is your address? - County': (at) => (at % 3 ? 'Devon' : ''),
      'What is your address? - Postcode': (at) => `PL4 ${at % 9}AA`,
    }),
  );
  expect(questions.map(({ text }) => text)).toEqual(['What should change?']);
  expect(identifying).toEqual(['address', 'postcode']);
  expect(asks).toEqual([]);
});

it('names stay names where many gave none', async () => {
  const { identifying, questions } = await read(
    form({
      'User Name': (at) =>
        at % 3 ? 'Anonymous' : `Farida ${['Dhillon', 'Quigley', 'Thwaite', 'Nwosu'][at % 4]!}`,
    }),
  );
  expect(identifying).toEqual(['fullName']);
  expect(questions).toHaveLength(1);
});

it('who has a case and what came of it in a log are no answers', async () => {
  const { questions } = await read(
    form({
      'Case Owner': (at) => ['Complaints Queue', 'Synthetic Officer'][at % 2]!,
      'Follow-up': (at) => ['call back', 'none', ''][at % 3]!,
    }),
  );
  expect(questions.map(({ text }) => text)).toEqual(['What should change?']);
});

it('counts under the name of a group of questions are no matrix of scores, scores are', async () => {
  const kinds = async (columns: Record<string, (at: number) => Cell>): Promise<string[]> =>
    (await read(form(columns))).questions.map(({ kind }) => kind);
  expect(
    await kinds({ 'household/adults': (at) => (at % 4) + 1, 'household/children': (at) => at % 6 }),
  ).not.toContain('matrix');
  expect(
    await kinds({ 'rating/lamps': (at) => (at % 5) + 1, 'rating/bins': (at) => ((at * 2) % 5) + 1 }),
  ).toContain('matrix');
});

it('names of options parted by blanks are a list, "other" alone among them', async () => {
  const reasons = ['debt', 'late_benefit', 'illness', 'other'];
  const { questions } = await read(
    form({
      'need/reasons': (at) =>
        [[0], [0, 1], [2], [3], [1, 2], [0, 2, 3], [1], [0, 3]][at % 8]!.map((one) => reasons[one]).join(' '),
    }),
  );
  expect(questions[0]).toMatchObject({
    kind: 'multi-choice',
    options: expect.arrayContaining(reasons) as unknown,
  });
});

describe('equality answers', () => {
  it('of a form that names its questions in short are known', async () => {
    const { demographics } = await read(
      form({ 'about/limited_activities': (at) => ['yes_a_lot', 'yes_a_little', 'no'][at % 3]! }),
    );
    expect(demographics).toMatchObject([{ characteristic: 'disability', coded: 40 }]);
  });

  it('in the letters of the NHS are known where the column can be no other list', async () => {
    const ethnic = async (letters: string[]): Promise<unknown> =>
      (await read(form({ 'Ethnic category': (at) => letters[at % letters.length]! }))).demographics[0];
    expect(await ethnic(['A', 'A', 'C', 'H', 'J', 'N', 'Z', 'A'])).toMatchObject({
      characteristic: 'ethnic-group',
      coded: 35,
      declined: 5,
      uncoded: 0,
    });
    expect(await ethnic(['A', 'B', 'C', 'M', 'O', 'W', 'W', 'W'])).toMatchObject({ coded: 0, uncoded: 40 });
  });

  it('that decline in Welsh decline', async () => {
    const { demographics, asks } = await read(
      form({ 'What is your sex?': (at) => ['Benyw', 'Gwryw', 'Gwell gen i beidio â dweud'][at % 3]! }),
    );
    expect(demographics).toMatchObject([{ characteristic: 'sex', coded: 27, declined: 13 }]);
    expect(asks).toEqual([]);
  });
});

it('a rating and a language under a group of a form are answers, at the top of an export counts and the form’s own', async () => {
  const asked = async (label: string, cell: (at: number) => Cell): Promise<string[]> =>
    (await read(form({ [label]: cell }))).questions.map(({ text }) => text);
  const stars = (at: number): number => (at % 5) + 1;
  const spoken = (at: number): string => ['english', 'polish', 'other'][at % 3]!;
  expect(await asked('club/rating', stars)).toContain('club/rating');
  expect(await asked('rating', stars)).toContain('rating');
  expect(await asked('about/language', spoken)).toContain('about/language');
  expect(await asked('rating', (at) => at * 7)).not.toContain('rating');
  expect(await asked('language', spoken)).not.toContain('language');
});

it('a grid whose items stand behind a full stop is one question with those items', async () => {
  const grade = (at: number): string => ['Good', 'Fair', 'Poor'][at % 3]!;
  const { questions } = await read(
    form({
      'Rate each of these.Play area': grade,
      'Rate each of these.Seats': (at) => grade(at + 1),
      'Rate each of these.Paths': (at) => grade(at + 2),
    }),
  );
  expect(questions[0]).toMatchObject({
    text: 'Rate each of these',
    kind: 'matrix',
    items: ['Play area', 'Seats', 'Paths'],
  });
});

it('an address beside the coordinates of a pin is nobody’s home', async () => {
  const street = (at: number): string => `${at + 1} Synthetic Row`;
  const pin = { latitude: (at: number) => `50.37${at}`, longitude: (at: number) => `-4.14${at}` };
  expect((await read(form({ ...pin, address: street }))).identifying).toEqual([]);
  expect((await read(form({ address: street }))).identifying).toEqual(['address']);
});

it('numbered columns with the same codes in each row are an order, and are asked about for the codes alone', async () => {
  const orders = ['A1 A2 A3', 'A2 A3 A1', 'A3 A1 A2', 'A1 A3 A2'].map((order) => order.split(' '));
  const place = (column: number) => (at: number) => orders[at % 4]![column]!;
  const { questions, asks } = await read(form({ 'Q4[1]': place(0), 'Q4[2]': place(1), 'Q4[3]': place(2) }));
  expect(questions[0]).toMatchObject({ text: 'Q4', kind: 'ranking' });
  expect(asks.map(({ about }) => about)).toEqual(['question']);
});

it('what was written beside an option is people’s own words, however few wrote', async () => {
  const written = (at: number): string => (at % 19 === 0 ? 'Topsham' : '');
  const { questions } = await read(
    form({
      'Which library? - Another - Text': written,
      'Other - What did you find?': written,
    }),
  );
  expect(questions.map(({ kind }) => kind)).toEqual(['free-text', 'free-text', 'free-text']);
});

it('options that stand in words make the steps of a scale certain, and recommending goes up to ten', async () => {
  const { asks, questions } = await read(
    form({
      'What do you do? [Sport]': (at) => (at % 2 ? 'Sport' : ''),
      'What do you do? [Music]': (at) => (at % 3 ? 'Music' : ''),
      'How safe do you feel in town?': (at) => (at % 5) + 1,
      'Would you recommend us to a friend?': (at) => at % 11,
    }),
  );
  expect(questions.map(({ kind }) => kind)).toEqual(['multi-choice', 'number', 'number', 'free-text']);
  expect(asks).toEqual([]);
});

it('the rows of a grid of ticks are a question each, in which several may be chosen', async () => {
  const cells = ['Morning', 'Evening', 'Morning;Evening'];
  const { questions, asks } = await read(
    form({
      'When do you ride? [Weekdays]': (at) => cells[at % 3]!,
      'When do you ride? [Weekends]': (at) => cells[(at + 1) % 3]!,
    }),
  );
  expect(questions.slice(0, 2).map(({ kind, options }) => [kind, [...options].sort()])).toEqual([
    ['multi-choice', ['Evening', 'Morning']],
    ['multi-choice', ['Evening', 'Morning']],
  ]);
  expect(asks).toEqual([]);
});

it('two questions that begin alike are two, with the ends of their scale behind them too', async () => {
  const { questions } = await read(
    form({
      'How clean is your street? (1-5)': (at) => (at % 5) + 1,
      'How clean is the park? (1-5)': (at) => ((at * 2) % 5) + 1,
    }),
  );
  expect(questions.map(({ text }) => text).slice(0, 2)).toEqual([
    'How clean is your street? (1-5)',
    'How clean is the park? (1-5)',
  ]);
});

it('who reads a newsletter is an answer, and so is who wants one', async () => {
  const asked = async (label: string): Promise<string[]> =>
    (await read(form({ [label]: (at) => (at % 2 ? 'Yes' : 'No') }))).questions.map(({ text }) => text);
  expect(await asked('Do you read our e-mail newsletter?')).toContain('Do you read our e-mail newsletter?');
  expect(await asked('Do you want to receive our newsletter?')).toContain(
    'Do you want to receive our newsletter?',
  );
});

it('the name of a consultee is a name, and how many endorsed an idea or spoke against it no answer', async () => {
  const { identifying, questions, asks } = await read(
    form({
      'Consultee Name': (at) =>
        `${['Farida', 'Oscar', 'Wanda'][at % 3]!} ${['Dhillon', 'Quigley', 'Nwosu', 'Sato'][at % 4]!}`,
      endorsements_up: (at) => at % 50,
      counter_points: (at) => at % 5,
    }),
  );
  expect(identifying).toEqual(['fullName']);
  expect(questions).toHaveLength(1);
  expect(asks).toEqual([]);
});

it('names of options are a list under a label that asks for people’s own words too', async () => {
  const cells = ['lighting benches', 'benches', 'toilets lighting', 'lighting', 'benches toilets', 'toilets'];
  const { questions, asks } = await read(form({ 'park/improve': (at) => cells[at % 6]! }));
  expect(questions[0]).toMatchObject({ kind: 'multi-choice' });
  expect(questions[0]!.options).toHaveLength(3);
  expect(asks).toEqual([]);
});

it('a question under a heading that asks too keeps what tells it from the others', async () => {
  const reading = await read([
    ['Ref', 'How are you feeling?', '', 'Comment'],
    ['', 'Lonely before?', 'Marks out of 10', ''],
    ...many(30, (at): Cell[] => [`D${at}`, at % 2 ? 'Y' : 'N', at % 11, `More lamps on lane ${at}`]),
  ]);
  expect(reading.questions.map(({ text }) => text)[1]).toBe('How are you feeling? - Marks out of 10');
});

it('amounts of money are numbers', async () => {
  const { questions } = await read(form({ 'How much do you spend on fares?': (at) => `£${at + 3}.50` }));
  expect(questions[0]).toMatchObject({ kind: 'number', answered: 40 });
});

it('a date of birth with a day of one figure is one, unasked', async () => {
  const { identifying, asks } = await read(
    form({ DOB: (at) => `${(at % 9) + 1}/0${(at % 9) + 1}/19${50 + at}` }),
  );
  expect([identifying, asks]).toEqual([['dateOfBirth'], []]);
});

it('whole sentences that few repeat are people’s own words', async () => {
  const said = many(20, (at) => `Lamps went out by number ${at}.`);
  const { questions } = await read(form({ 'What worries people': (at) => said[at % 20]! }));
  expect(questions[0]).toMatchObject({ kind: 'free-text' });
});

it('what all items of a grid end with is no part of them', async () => {
  const grade = (at: number): string => ['Very', 'Quite', 'Not at all'][at % 3]!;
  const { questions } = await read(
    form({
      'How important is each? - Cost - Importance': grade,
      'How important is each? - Speed - Importance': (at) => grade(at + 1),
    }),
  );
  expect(questions[0]).toMatchObject({ kind: 'matrix', items: ['Cost', 'Speed'] });
});

it('two columns that are both called "Name", a word in each, are forename and surname', async () => {
  const names = many(30, (at): Cell[] => [
    at,
    ['Farida', 'Oscar', 'Wanda'][at % 3]!,
    ['Dhillon', 'Quigley', 'Nwosu', 'Sato'][at % 4]!,
    `More lamps along lane ${at}, please`,
  ]);
  const { identifying } = await read([['Entry Id', 'Name', 'Name', 'What should change?'], ...names]);
  expect(identifying).toEqual(['givenName', 'familyName']);
});

it('many whole sentences that repeat are asked about, and what was done well is people’s own words', async () => {
  const said = (at: number): string => `Lamps went out by number ${at % 10}.`;
  const kinds = async (label: string): Promise<(string | undefined)[]> => {
    const { questions, asks } = await read(form({ [label]: said }));
    return [questions[0]!.kind, asks[0]?.about];
  };
  expect(await kinds('Lamps in the lane')).toEqual(['free-text', 'kind']);
  expect(await kinds('Which statement do you agree with?')).toEqual(['choice', undefined]);
  expect((await kinds('What did we do well?'))[0]).toBe('free-text');
});
