import { answersWithoutAbove, type AskedQuestions, optionValue, ReleasedTable, type Standing } from '#facts';

const ENGAGEMENT = 'city/survey';
const CODES = ['answered', 'yes', 'no', 'dont-know'] as const;
const QUESTION = { engagement: ENGAGEMENT, key: 'aware', position: 0, text: 'Aware?', kind: 'choice', matrix: null, stem: null, item: null, unit: null, language: null, otherWordings: [] }; // prettier-ignore
const ASKED: AskedQuestions = new Map([
  [
    ENGAGEMENT,
    [
      {
        ...QUESTION,
        options: CODES.map((code, place) => ({
          ...{ engagement: ENGAGEMENT, question: 'aware', place, code, label: code },
          role: code === 'answered' ? 'base' : code === 'dont-know' ? 'dont-know' : 'option',
        })),
      },
    ],
  ],
]);

/** A table of the four rows, cut by sex or not; -1 is hidden. */
function tableOf(figures: readonly number[], values: readonly string[] | null = null): Standing {
  const options = CODES.map((code) => optionValue(ENGAGEMENT, 'aware', code));
  const column = Int32Array.from(figures);
  return {
    layout: values
      ? { dimensions: ['option', 'sex'], values: [options, values] }
      : { dimensions: ['option'], values: [options] },
    rest: 'hidden',
    cells: Int32Array.from(figures, (_, at) => at),
    people: column,
    submissions: column.slice(),
    arguments: column.slice(),
    setBy: column.slice(),
  };
}

const told = (standing: Standing): number[] => [...standing.people];
const heard =
  (all: number | null) =>
  (engagement: string): number | null => {
    expect(engagement).toBe(ENGAGEMENT);
    return all;
  };

test('an answer above its base is hidden, and with it its submissions; what it was set by is kept', () => {
  const standing = answersWithoutAbove(tableOf([100, 105, 20, 130]), ASKED, {
    uncut: null,
    heard: heard(200),
  });
  // Who did not know stands beside the base and not within it.
  expect(told(standing)).toEqual([100, -1, 20, 130]);
  expect([standing.submissions[1], standing.arguments[1], standing.setBy[1]]).toEqual([-1, -1, 105]);
});

test('nothing is above everybody heard; what is hidden is no whole', () => {
  expect(told(answersWithoutAbove(tableOf([105, 60, 40, 110]), ASKED, { uncut: null, heard: heard(100) }))).toEqual([-1, 60, 40, -1]); // prettier-ignore
  expect(told(answersWithoutAbove(tableOf([-1, 60, 40, 5]), ASKED, { uncut: null, heard: heard(null) }))).toEqual([-1, 60, 40, 5]); // prettier-ignore
});

test('of a cut each value has its own base, and no answer is above the same answer in all', () => {
  const uncut = new ReleasedTable(tableOf([100, 50, 40, -1]));
  const standing = tableOf([60, 40, 55, 30, 35, 45, 20, 0], ['female', 'male']);
  expect(told(answersWithoutAbove(standing, ASKED, { uncut, heard: () => null }))).toEqual([60, 40, -1, 30, 35, -1, 20, 0]); // prettier-ignore
});

test('a table of which nothing is above stays the very same', () => {
  const standing = tableOf([100, 60, 40, 5]);
  expect(answersWithoutAbove(standing, ASKED, { uncut: null, heard: heard(105) })).toBe(standing);
});
