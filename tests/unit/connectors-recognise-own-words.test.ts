import { many, read, type Cell } from '../support/read-sheet.js';

const kinds = async (label: string, cells: readonly Cell[]): Promise<[string | undefined, string]> => {
  const { questions, status } = await read([['Ref', label], ...cells.map((cell, at) => [`R${at}`, cell])]);
  return [questions[0]?.kind, status];
};

const SAID = [
  'It shuts at five, which is no use to anyone',
  'Parking is awful, and the bus stop moved',
  'The lift has been out since January',
  'Staff are kind, patient and funny',
];
const MORE = [
  '',
  ' Please do something about it.',
  ' Thank you for asking.',
  ' My neighbours say the same. 😡',
  '!',
];
/** The same few remarks over and over, as children of one class or a petition leave them. */
const repeated = (count: number): string[] =>
  many(count, (at) => SAID[at % SAID.length]! + MORE[Math.floor(at / 3) % MORE.length]!);

describe('remarks that many people share', () => {
  it.each([
    'What one thing would make your library better?',
    'What went well, or badly?',
    'Anything to tell us?',
    'In your own words: what is it like?',
    'Your experience',
  ])('are own words under "%s", and nothing is asked', async (label) => {
    expect(await kinds(label, repeated(60))).toEqual(['free-text', 'ready']);
  });

  it('are told where the short ones come with something more', async () => {
    const cells = many(
      54,
      (at) =>
        ['Plant trees', 'Bollards', 'A crossing, please'][at % 3]! +
        ['', '!', ' - soon'][Math.floor(at / 3) % 3]!,
    );
    expect(await kinds('What would you change here?', cells)).toEqual(['free-text', 'ready']);
  });

  it('are no reason to take a list for them', async () => {
    const reasons = ['It is unreliable', 'I feel unsafe', 'Cost', 'It does not go where I need'];
    const cells = many(40, (at) =>
      reasons.filter((_, one) => (at + one * 3) % 4 < 2 || at % 7 === one).join(', '),
    );
    expect(await kinds('What stops you from using the bus? Please tick all that apply', cells)).toEqual([
      'multi-choice',
      'ready',
    ]);
  });
});

it('what was typed by hand in two ways under such a label is asked about, and options with pictures are no remarks', async () => {
  const typed = ['Parking', 'parking', 'The queue', 'Signs', 'Toilets', 'Nothing'];
  expect(
    await kinds(
      'Name one thing to improve',
      many(60, (at) => typed[at % 6]!),
    ),
  ).toEqual(['free-text', 'asks']);
  const pictured = ['🌳 Parks and nature', '🚌 Buses and trains', '🏥 Health services'];
  const cells = many(40, (at) => pictured.filter((_, one) => (at + one) % 3 || at % 5 === one).join(', '));
  expect(await kinds('Which matter to you?', cells)).toEqual(['multi-choice', 'ready']);
});

it('what several wrote beside "Other" is theirs, and nothing is asked', async () => {
  const cells = many(40, (at) => (at % 4 ? '' : 'A bin bag'));
  expect(await kinds('3.a. If you selected Other, please specify:', cells)).toEqual(['free-text', 'ready']);
});

it('reasons that repeat in few rows are asked about, unless the label asks for one of those that there are', async () => {
  const cells = many(12, (at) => ['Cost', 'Time', 'Weather'][at % 3]!);
  expect((await kinds('Reason for your answer', cells))[1]).toBe('asks');
  expect(await kinds('What is the main reason for your visit today?', cells)).toEqual(['choice', 'ready']);
});

it('statements of two sentences are a list where the label names one', async () => {
  const views = ['It should stay. We need it.', 'It should go. Nobody uses it.', 'I do not mind.'];
  expect(
    await kinds(
      'Which statement is closest to your view?',
      many(30, (at) => views[at % 3]!),
    ),
  ).toEqual(['choice', 'ready']);
});

describe('a comma within single answers', () => {
  const views = [
    'Yes, strongly support',
    'Yes, on the whole',
    'No, on the whole',
    'No, strongly oppose',
    "Don't know",
  ];
  it.each([10, 16, 60, 200])('makes no list of them, in %i rows', async (rows) => {
    const { questions, status } = await read([
      ['Ref', 'Do you support the low traffic neighbourhood?'],
      ...many(rows, (at) => [`R${at}`, views[at % views.length]!]),
    ]);
    expect(questions[0]?.kind).toBe('choice');
    expect([...questions[0]!.options].sort()).toEqual([...views].sort());
    expect(status).toBe('ready');
  });

  it('makes one of options that are ticked alone and together', async () => {
    const cells = many(
      40,
      (at) => ['Bins', 'Bins, Parks', 'Parks', 'Parks, Roads', 'Bins, Roads', 'Roads'][at % 6]!,
    );
    expect((await kinds('Which matter to you?', cells))[0]).toBe('multi-choice');
  });
});
