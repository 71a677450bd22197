import { foldsOf } from '#themes';
import { leftOutTogether } from '../../libs/themes/src/model/folds.js';
import { randomOf } from '../../libs/themes/src/model/random.js';
import { ridgeOf } from '../../libs/themes/src/model/ridge.js';
import { score, weightsOf } from '../../libs/themes/src/model/train-svm.js';

const random = randomOf(3);
const COLUMNS = 40;
const PULL = 0.7;
const rows = Array.from({ length: 117 }, () => ({
  columns: Int32Array.from({ length: 8 }, (_, k) => k * 5 + Math.floor(random() * 5)),
  values: Float32Array.from({ length: 8 }, () => random()),
  dense: Float32Array.from({ length: 5 }, () => random() - 0.5),
}));
const targets = rows.map(({ columns, dense }) => (columns[0]! < 2 || dense[1]! > 0.3 ? 1 : -1));

describe('ridge regression', () => {
  const alone = rows.map((_, i) => [i]);
  const { steps } = ridgeOf(rows, COLUMNS, PULL, alone).fit(targets);

  test('finds the weights at which the loss does not fall any more', () => {
    const weights = weightsOf(rows, steps, COLUMNS);
    // There, each row adds to the weights what is left of its target, by the pull: the gradient is zero.
    rows.forEach((row, i) => expect(targets[i]! - score(row, weights)).toBeCloseTo(PULL * steps[i]!, 8));
  });

  test('says what models trained without a group of rows make of it, without training them', () => {
    const together = [
      [0, 7, 20],
      [2, 116],
    ];
    const groups = [...together, ...alone.filter(([i]) => !together.flat().includes(i!))];
    const { outside } = ridgeOf(rows, COLUMNS, PULL, groups).fit(targets);
    for (const group of groups.slice(0, 12)) {
      const left = rows.flatMap((row, i) => (group.includes(i) ? [] : [{ row, target: targets[i]! }]));
      const without = ridgeOf(
        left.map(({ row }) => row),
        COLUMNS,
        PULL,
        left.map((_, i) => [i]),
      );
      const found = without.fit(left.map(({ target }) => target));
      const weights = weightsOf(
        left.map(({ row }) => row),
        found.steps,
        COLUMNS,
      );
      for (const i of group) expect(outside[i]).toBeCloseTo(score(rows[i]!, weights), 8);
    }
  });

  test('is the same where there is no dense part, and for one row', () => {
    const bare = rows.slice(0, 1).map((row) => ({ ...row, dense: null }));
    const { steps: one, outside } = ridgeOf(bare, COLUMNS, PULL, [[0]]).fit([1]);
    expect(score(bare[0]!, weightsOf(bare, one, COLUMNS))).toBeCloseTo(1 - PULL * one[0]!, 8);
    expect(outside[0]).toBeCloseTo(0, 8);
  });
});

test('texts that say the same are left out together, but what very many write comes again', () => {
  const texts = [
    'Dark.',
    ' dark. ',
    ...Array.from({ length: 90 }, (_, i) => `comment ${i}`),
    ...Array.from({ length: 8 }, () => 'Nothing'),
  ];
  const groups = leftOutTogether(texts);
  expect(groups.flat().sort((a, b) => a - b)).toEqual([...texts.keys()]);
  // Of a hundred texts, two are too many to be left out together.
  expect(groups.every((group) => group.length === 1)).toBe(true);
  const more = leftOutTogether([...texts, ...Array.from({ length: 100 }, (_, i) => `remark ${i}`)]);
  expect(more.filter((group) => group.length > 1)).toEqual([[0, 1]]);
});

test('folds keep equal texts together and deal out the texts that many people wrote', () => {
  const texts = [
    ...Array.from({ length: 80 }, (_, i) => `comment ${i % 70}`),
    ...Array.from({ length: 30 }, () => 'Nothing. '),
    ...Array.from({ length: 30 }, () => ''),
  ];
  const folds = foldsOf(texts, 4);
  const foldOf = new Map(texts.map((text, i) => [text.trim(), folds[i]]));
  texts.forEach((text, i) => expect(folds[i]).toBe(foldOf.get(text.trim())));
  expect(foldOf.get('Nothing.')).not.toBe(foldOf.get(''));
  expect(foldsOf([...texts].reverse(), 4).reverse()).toEqual(folds);
  expect(new Set(folds).size).toBe(4);
});
