import { groupNames } from '../../libs/themes/src/discover/names.js';
import { byWords, codeFromFew, piecesOf, proposeGroups, spaceOf, zeroShotScores } from '#themes';

/** Made-up comments on libraries, four topics in turn; nobody wrote them. */
const TOPICS = {
  hours: [
    'open later in the evening',
    'longer opening hours on Sunday',
    'closed when I finish work',
    'weekend opening would help',
  ],
  computers: [
    'the computers are slow',
    'printing never works',
    'more laptops and faster internet',
    'wifi keeps dropping out',
  ],
  children: [
    'story time for toddlers is lovely',
    'my kids love the picture books',
    'more rhyme sessions for babies',
    'a play corner for young children',
  ],
  parking: [
    'nowhere to park the car',
    'the car park is always full',
    'parking costs too much',
    'disabled parking bays are taken',
  ],
};
const FRAMES = ['I think that %.', 'In our branch, %', 'Honestly: %!', 'For me it matters that %, please.'];
const NAMES = Object.keys(TOPICS) as (keyof typeof TOPICS)[];
const rows = NAMES.flatMap((topic) =>
  TOPICS[topic].flatMap((said) => FRAMES.map((frame) => ({ text: frame.replace('%', said), topic }))),
);
const texts = rows.map(({ text }) => text);

test('groups of whole comments are of one topic each, and are named by its words', () => {
  const groups = proposeGroups(texts, spaceOf(texts, [null, byWords()]), 8);
  const pure = groups.flatMap((group) => {
    const counts = NAMES.map((topic) => group.texts.filter((row) => rows[row]!.topic === topic).length);
    return [Math.max(...counts)];
  });
  expect(groups.flatMap((group) => group.texts).sort((a, b) => a - b)).toEqual(texts.map((_, i) => i));
  expect(pure.reduce((a, b) => a + b, 0) / texts.length).toBeGreaterThanOrEqual(0.85);
  for (const { names, texts: own } of groups)
    for (const name of names) expect(own.some((row) => texts[row]!.toLowerCase().includes(name))).toBe(true);
  expect(proposeGroups(texts, spaceOf(texts, [null, byWords()]), 8)).toEqual(groups);
});

/** Small groups in which no word comes twice. */
const SMALL = {
  animals: ['A dog barked all week', 'Two cats appeared at dusk', 'My horse and a cow broke out'],
  money: ['Another bank accepted', 'A higher wage arrived at last', 'Any loan becomes an awful debt'],
  weather: ['Rain began at breakfast', 'A blizzard and snow beat us', 'The storm brought an angry wind'],
};

test('where every word comes once, groups are named by what is near to all they say, not by the alphabet', () => {
  const said = Object.values(SMALL);
  const names = groupNames(said.flat(), [0, 0, 0, 1, 1, 1, 2, 2, 2], 3, byWords());
  const [animals, money, weather] = names.map(([first]) => first);
  expect(['dog', 'cats', 'horse', 'cow']).toContain(animals);
  expect(['bank', 'wage', 'loan', 'debt']).toContain(money);
  expect(['rain', 'blizzard', 'snow', 'storm', 'wind']).toContain(weather);
});

test('a word that no vector is known of can still name a group', () => {
  const texts = ['The Plonkarium leaks', 'Repair the Plonkarium', 'A dog barked', 'My cats and a horse ran'];
  const [place] = groupNames(texts, [0, 0, 1, 1], 2, byWords());
  expect(place![0]).toBe('plonkarium');
});

test('definitions alone tell topics apart better than chance, and a few codings better still', () => {
  const definitions = [
    { name: 'hours', definition: 'Opening hours: evenings, weekends, closed too early.' },
    { name: 'computers', definition: 'Computers, printing, internet and wifi.' },
    { name: 'children', definition: 'Activities, books and space for children and babies.' },
    { name: 'parking', definition: 'Car parking: room, cost and bays.' },
  ];
  const zero = zeroShotScores(texts, definitions, [byWords()]);
  const input = (row: number) => ({ text: texts[row]!, question: null, embedding: byWords()!(texts[row]!)! });
  const right = (coded: number[]): number => {
    const pool = texts.map((_, i) => i).filter((row) => !coded.includes(row));
    const said = codeFromFew({
      labels: NAMES,
      coded: coded.map((row) => ({ ...input(row), labels: [rows[row]!.topic] })),
      zeroOfCoded: coded.map((row) => zero[row]!),
      definitions: definitions.map(({ name, definition }) => ({
        text: definition,
        question: null,
        embedding: byWords()!(definition)!,
        labels: [name],
      })),
      weak: [],
      pool: pool.map(input),
      zeroOfPool: pool.map((row) => zero[row]!),
      themesEach: 1,
    });
    return pool.filter((row, i) => said[i]!.includes(rows[row]!.topic)).length / pool.length;
  };
  const none = right([]);
  expect(none).toBeGreaterThanOrEqual(0.6);
  expect(right(NAMES.flatMap((_, at) => [0, 5, 10, 15].map((row) => at * 16 + row)))).toBeGreaterThanOrEqual(
    Math.max(0.8, none),
  );
});

test('a text is cut where it turns, and not into scraps', () => {
  expect(
    piecesOf('The staff are very kind but the computers are slow. More please! Open on Sundays for families'),
  ).toEqual([
    'The staff are very kind',
    'but the computers are slow.',
    'More please!',
    'Open on Sundays for families',
  ]);
  expect(piecesOf('Kind but slow')).toEqual(['Kind but slow']);
  expect(piecesOf('???')).toEqual(['???']);
});
