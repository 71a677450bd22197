import { attackAnswers } from '../../bench/answers/interval-attack.js';
import { above, crowded, peopleOf, publishEditions } from '../../bench/answers/in-editions.js';
import { guessAnswers } from '../../bench/answers/linear-attack.js';
import { madeUpAnswers, type MadeUpAnswers } from '../../bench/answers/made-up-answers.js';
import { publishAnswers } from '../../bench/answers/published-answers.js';
import { hiddenShares } from '../../bench/answers/usefulness.js';

/** Closed answers as rule D publishes them, attacked. `HUB_TEST_ANSWERS=all` attacks forty questions and 3,000 people too, as `.ci/long` does. */
const whole = process.env['HUB_TEST_ANSWERS'] === 'all';
const SIZES: [people: number, questions: number][] = whole
  ? [[100, 10], [300, 10], [1_000, 10], [3_000, 10], [300, 40], [1_000, 40], [3_000, 40]]
  : [[300, 10], [1_000, 10], [300, 40]]; // prettier-ignore

const mixed = (people: number, questions: number): MadeUpAnswers =>
  madeUpAnswers({ people, seed: 41, first: 0.4, options: Array.from({ length: questions }, (_, at) => 2 + (at % 6)) }); // prettier-ignore
const twoWay = (people: number, questions: number, first: number): MadeUpAnswers =>
  madeUpAnswers({ people, seed: 41, first, options: new Array<number>(questions).fill(2) });

test.each(SIZES)(
  'of %i people who answer %i questions no count is proved, none pinned, and nobody’s answer told by their group',
  (people, questions) => {
    const from = mixed(people, questions);
    const { exact, pinned, attribute, whereabouts, wrong } = attackAnswers(from, publishAnswers(from));
    expect({ exact, pinned, attribute, whereabouts, wrong }).toEqual({
      ...{ exact: 0, pinned: 0, attribute: 0, whereabouts: 0, wrong: 0 },
    });
  },
);

test.each(SIZES)(
  'of %i people who rank and tick in %i questions none is proved, pinned or told either: who put an option first is held against its first three',
  (people, questions) => {
    const options = Array.from({ length: questions }, (_, at) => 3 + (at % 5));
    const kinds = options.map((_, at) => (at % 3 === 2 ? ('multi-choice' as const) : ('ranking' as const)));
    const from = madeUpAnswers({ people, seed: 43, first: 0.4, options, kinds });
    const cells = publishAnswers(from);
    const { exact, pinned, attribute, whereabouts, wrong } = attackAnswers(from, cells);
    expect({ exact, pinned, attribute, whereabouts, wrong }).toEqual({
      ...{ exact: 0, pinned: 0, attribute: 0, whereabouts: 0, wrong: 0 },
    });
    // No two told figures lie so near each other that one to four people are the difference.
    const told = new Map(
      cells.map((cell) => [`${cell.question} ${cell.code} ${cell.cut} ${cell.value}`, cell]),
    );
    const near = cells.filter(({ question, code, cut, value, people: few, released }) => {
      const whole = told.get(`${question} ${code.replace('/first', '/top3')} ${cut} ${value}`)!;
      const others = whole.people - few;
      return (
        code.endsWith('/first') && !released.hidden && !whole.released.hidden && others > 0 && others < 5
      );
    });
    expect(near).toEqual([]);
  },
);

test('where nearly everybody says yes, zeros that were told would give many away; as published none is', () => {
  const from = twoWay(200, 20, 0.93);
  const told = attackAnswers(from, publishAnswers(from, { zerosTold: true, everyCut: true }));
  expect(told.attribute).toBeGreaterThan(50);
  expect(told.wrong).toBe(0);
  expect(attackAnswers(from, publishAnswers(from, { everyCut: true })).attribute).toBe(0);
});

test.each(whole ? [100, 200, 500, 1_500, 3_000] : [200, 500])(
  'who knows everybody’s other answers guesses those of %i people no better, by 5 points, than by the commoner answer',
  (people) => {
    const from = twoWay(people, 12, 0.6);
    const { guessed, commoner } = guessAnswers(from, publishAnswers(from));
    expect(guessed - commoner).toBeLessThanOrEqual(0.05);
  },
);

test('the same attacker succeeds where questions are told by each other and a characteristic', () => {
  const from = twoWay(300, 25, 0.6);
  const { guessed, commoner } = guessAnswers(from, publishAnswers(from), true);
  expect(guessed).toBeGreaterThan(0.8);
  expect(guessed - commoner).toBeGreaterThan(0.2);
});

test('it is still useful: of 500 people’s answers by sex little is hidden, of 2,000 by age', () => {
  const hidden = (people: number) => hiddenShares(publishAnswers(mixed(people, 6)));
  expect(hidden(500).sex).toBeLessThan(0.15);
  expect(hidden(2_000)['age-band']).toBeLessThan(0.15);
});

/** Three editions of so many people, of whom one in ten leaves and as many come between two. */
function comingAndGoing(people: number, questions: number): MadeUpAnswers[] {
  const step = Math.ceil(people / 10);
  const all = mixed(people + 2 * step, questions);
  return [0, 1, 2].map((edition) =>
    peopleOf(
      all,
      Array.from({ length: people }, (_, at) => edition * step + at),
    ),
  );
}

const OVER_EDITIONS: [people: number, questions: number][] = whole
  ? [
      [100, 10],
      [300, 10],
      [1_000, 10],
      [3_000, 10],
      [1_000, 40],
    ]
  : [[300, 10]];

describe.each(OVER_EDITIONS)('over three editions of %i people and %i questions, areas beside wards', (people, questions) => {
  const none = { exact: 0, pinned: 0, attribute: 0, whereabouts: 0, wrong: 0, above: 0 };

  test.each([
    ['as rule D tells them', false],
    ['whatever the size, where nine in ten of an area live in one ward', true],
  ])('%s: nothing is proved, pinned or told, and no figure is above its whole', (_, crowd) => {
    const from = comingAndGoing(people, questions);
    const editions = publishEditions(crowd ? from.map(crowded) : from, { everyCut: crowd });
    const found = editions.map((edition, at) => {
      const { exact, pinned, attribute, whereabouts, wrong } = attackAnswers(
        edition.from,
        edition.cells,
        at === 0 ? null : edition.stood,
      );
      return { exact, pinned, attribute, whereabouts, wrong, above: above(edition) };
    });
    expect(found).toEqual(editions.map(() => none));
    const areas = editions.map(({ cells }) => cells.filter(({ cut, released }) => cut === 'area' && !released.hidden).length);
    expect(Math.min(...areas)).toBeGreaterThan(0);
    // Figures are both told anew and left standing, or nothing was tried.
    const { stood } = editions[2]!;
    expect(stood.filter((each) => each).length).toBeGreaterThan(stood.length / 10);
    expect(stood.filter((each) => !each).length).toBeGreaterThan(stood.length / 50);
  });
}); // prettier-ignore

test('areas that did not give way to their wards would stand below them, and counts would be pinned', () => {
  const [first] = publishEditions(comingAndGoing(1_000, 10).map(crowded), {
    areasStay: true,
    everyCut: true,
  });
  expect(above(first!)).toBeGreaterThan(0);
  expect(attackAnswers(first!.from, first!.cells).pinned).toBeGreaterThan(0);
});

test('figures that stood whatever is told of their wholes would be above them', () => {
  const editions = publishEditions(comingAndGoing(1_000, 10).map(crowded), {
    aboveStay: true,
    everyCut: true,
  });
  expect(above(editions[0]!)).toBe(0);
  expect(above(editions[1]!) + above(editions[2]!)).toBeGreaterThan(0);
});
