import { foldsOf } from '#themes';
import { leftOutTogether } from '../../libs/themes/src/model/folds.js';
import { randomOf } from '../../libs/themes/src/model/random.js';
import { ridge } from '../../libs/themes/src/model/ridge.js';
import { oneByOne, scoresOf } from '../../libs/themes/src/model/weights.js';

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
  const alone = (of: unknown[]): number[][] => of.map((_, i) => [i]);

  test('finds the weights at which the loss does not fall any more, for each of several questions', () => {
    const other = rows.map(({ columns }) => (columns[1]! === 7 ? 1 : -1));
    const questions = [targets, other, targets.map((value) => -value)];
    const fit = ridge(rows, COLUMNS, questions, PULL, alone(rows));
    questions.forEach((question, label) => {
      const weights = oneByOne(fit.weights)[label]!;
      const off = rows.map((row, i) => question[i]! - scoresOf(row, fit.weights)[label]!);
      // There, each weight times the pull is what the rows that have the feature are off by.
      const sparse = new Float64Array(COLUMNS);
      rows.forEach(({ columns, values }, i) =>
        columns.forEach((c, k) => (sparse[c]! += off[i]! * values[k]!)),
      );
      weights.sparse.forEach((weight, c) => expect(PULL * weight).toBeCloseTo(sparse[c]!, 8));
      weights.dense.forEach((weight, k) =>
        expect(PULL * weight).toBeCloseTo(sum(rows.map(({ dense }, i) => off[i]! * dense[k]!)), 8),
      );
      expect(PULL * weights.bias).toBeCloseTo(sum(off), 8);
    });
  });

  test('says what models trained without a group of rows make of it, without training them', () => {
    const together = [
      [0, 7, 20],
      [2, 116],
    ];
    const groups = [...together, ...alone(rows).filter(([i]) => !together.flat().includes(i!))];
    const { outside } = ridge(rows, COLUMNS, [targets], PULL, groups);
    for (const group of groups.slice(0, 12)) {
      const kept = [...rows.keys()].filter((i) => !group.includes(i));
      const without = ridge(
        kept.map((i) => rows[i]!),
        COLUMNS,
        [kept.map((i) => targets[i]!)],
        PULL,
        alone(kept),
      );
      for (const i of group) expect(outside[0]![i]).toBeCloseTo(scoresOf(rows[i]!, without.weights)[0]!, 8);
    }
  });

  test('does without a dense part, and with one row', () => {
    const bare = rows.slice(0, 1).map((row) => ({ ...row, dense: null }));
    const { weights, outside } = ridge(bare, COLUMNS, [[1]], PULL, [[0]]);
    const norm = 1 + bare[0]!.values.reduce((total, value) => total + value * value, 0);
    expect(scoresOf(bare[0]!, weights)[0]).toBeCloseTo(norm / (norm + PULL), 8);
    expect(outside[0]![0]).toBeCloseTo(0, 8);
  });
});

const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);

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
