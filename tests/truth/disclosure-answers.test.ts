import { attackAnswers } from '../../bench/answers/interval-attack.js';
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
