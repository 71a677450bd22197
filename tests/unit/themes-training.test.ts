import { foldsOf } from '#themes';
import { gramOf } from '../../libs/themes/src/model/gram.js';
import { randomOf } from '../../libs/themes/src/model/random.js';
import { trainOnGram } from '../../libs/themes/src/model/train-on-gram.js';
import { score, trainSvm } from '../../libs/themes/src/model/train-svm.js';

const random = randomOf(3);
const rows = Array.from({ length: 120 }, () => ({
  columns: Int32Array.from({ length: 8 }, (_, k) => k * 5 + Math.floor(random() * 5)),
  values: Float32Array.from({ length: 8 }, () => random()),
  dense: Float32Array.from({ length: 4 }, () => random() - 0.5),
}));
const yes = rows.map(({ columns, dense }) => columns[0]! < 2 || dense[1]! > 0.3);
const cost = new Float64Array(rows.length).fill(1);
const settings = { cost: 0.5, rounds: 400, tolerance: 1e-6, seed: 1 };

test('training on inner products finds the same scores as training on features, for rows left out too', () => {
  const inside = [...rows.keys()].filter((i) => i % 4 !== 0);
  const onGram = trainOnGram(gramOf(rows, 40), inside, yes, cost, settings);
  const onFeatures = trainSvm(
    inside.map((i) => rows[i]!),
    inside.map((i) => yes[i]!),
    cost,
    40,
    settings,
  );
  rows.forEach((row, i) => expect(onGram.scores[i]).toBeCloseTo(score(row, onFeatures.model), 3));
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
