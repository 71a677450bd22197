import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { generateCity } from '#demo';
import {
  findRisk,
  judgeRisk,
  openRiskScorer,
  parallelEmbedder,
  randomOf,
  riskVersion,
  safeguardingReasons,
  sentenceEmbedderId,
  shippedModel,
  shippedSentences,
  type Embedder,
  type RiskScorer,
} from '#themes';

import { sharedData } from '../support/shared-data.js';

/** The model of risk beside the phrases: texts that neither learned from, and comments in which nobody is at risk. All texts are made up. */

const listOf = (name: string): string[] =>
  readFileSync(join(fileURLToPath(new URL('risk', import.meta.url)), name), 'utf8')
    .split('\n')
    .filter((line) => line !== '');

let scorer: RiskScorer;
let embedder: Embedder;
beforeAll(async () => {
  scorer = openRiskScorer();
  embedder = await parallelEmbedder(1);
});
afterAll(() => embedder?.close());

interface Looked {
  text: string;
  score: number;
  flagged: boolean;
  byModel: boolean;
  kinds: string[];
}

async function look(texts: readonly string[]): Promise<Looked[]> {
  const readings = await findRisk(texts, scorer, (pieces) => embedder.embed(pieces));
  return texts.map((text, i) => {
    const judged = judgeRisk(text, readings[i]!);
    const byModel = readings[i]!.stretches.length > 0;
    return { text, score: judged?.score ?? 0, flagged: judged !== null, byModel, kinds: judged?.kinds ?? [] };
  });
}

const share = (all: readonly Looked[], is: (one: Looked) => boolean): number =>
  all.filter(is).length / all.length;

function drawn<T>(all: readonly T[], many: number): T[] {
  const random = randomOf(3);
  return all
    .map((one) => ({ one, place: random() }))
    .sort((a, b) => a.place - b.place)
    .slice(0, many)
    .map(({ one }) => one);
}

const ordinary = (): string[] =>
  generateCity({ seed: 2014, size: 4_200 }).plan.submissions.flatMap(({ texts }) =>
    texts.filter(({ safeguarding }) => !safeguarding).map(({ text }) => text),
  );

test('model and sentences are of one age', () => {
  expect(shippedModel().version).toBe(riskVersion(shippedSentences(), sentenceEmbedderId()));
});

test('no text of this test is among the sentences that it learned from', () => {
  const learned = new Set(shippedSentences().map(({ text }) => text.toLowerCase()));
  for (const text of [
    'fresh',
    'near-misses',
    'fresh-second',
    'near-misses-second',
    'fresh-third',
    'near-misses-third',
  ].flatMap((name) => listOf(`${name}.txt`)))
    expect(learned.has(text.toLowerCase())).toBe(false);
});

test('of a hundred fresh texts about people at risk most are flagged, most of them by the model alone', async () => {
  const looked = await look(listOf('fresh.txt'));
  const phrases = looked.filter(({ text }) => safeguardingReasons(text).length > 0).length / looked.length;
  console.log(`flagged: ${share(looked, ({ flagged }) => flagged)}, by phrases ${phrases}`);
  expect(share(looked, ({ flagged }) => flagged)).toBeGreaterThanOrEqual(0.9);
});

test('of a hundred texts that use the same words of other things few are flagged by the model', async () => {
  const looked = await look(listOf('near-misses.txt'));
  console.log(`flagged: ${share(looked, ({ flagged }) => flagged)}, by the model ${share(looked, ({ byModel }) => byModel)}`); // prettier-ignore
  expect(share(looked, ({ byModel }) => byModel)).toBeLessThanOrEqual(0.1);
});

test('of sixty more, written before the sentences were added to, nine in ten are flagged, and few of forty beside them', async () => {
  const looked = await look(listOf('fresh-second.txt'));
  const others = await look(listOf('near-misses-second.txt'));
  console.log(`flagged: ${share(looked, ({ flagged }) => flagged)}; of others ${share(others, ({ flagged }) => flagged)}`); // prettier-ignore
  expect(share(looked, ({ flagged }) => flagged)).toBeGreaterThanOrEqual(0.9);
  expect(share(others, ({ byModel }) => byModel)).toBeLessThanOrEqual(0.1);
});

test('of a hundred that were not seen before the model was finished 95 are flagged', async () => {
  const looked = await look(listOf('fresh-third.txt'));
  const others = await look(listOf('near-misses-third.txt'));
  console.log(`flagged: ${share(looked, ({ flagged }) => flagged)}; of others ${share(others, ({ flagged }) => flagged)}`); // prettier-ignore
  expect(looked).toHaveLength(100);
  expect(share(looked, ({ flagged }) => flagged)).toBeGreaterThanOrEqual(0.95);
  expect(share(others, ({ byModel }) => byModel)).toBeLessThanOrEqual(0.1);
});

test('among 1,000 comments of the demonstration with 10 fresh ones about 2% are flagged falsely, and the first 10 hold at least 5', async () => {
  const fresh = drawn(listOf('fresh.txt'), 10);
  const all = await look([...drawn(ordinary(), 990), ...fresh]);
  const others = all.filter(({ text }) => !fresh.includes(text));
  console.log(`flagged: ${share(others, ({ flagged }) => flagged)}`);
  // 2% of all; of those drawn, within twice the standard error.
  expect(share(others, ({ flagged }) => flagged)).toBeLessThanOrEqual(0.029);
  const queue = all.filter(({ flagged }) => flagged).sort((a, b) => b.score - a.score);
  expect(queue.slice(0, 10).filter(({ text }) => fresh.includes(text)).length).toBeGreaterThanOrEqual(5);
}, 240_000);

const comments = sharedData('comments', 'nhs-feedback', 'nine-themes-train.csv');

// The threshold is held by these very comments: this says that the shipped model is the one that was held.
test('of comments on care about 2% are flagged', async () => {
  if (!comments) return;
  const rows = parse<{ feedback: string }>(readFileSync(comments), { columns: true, bom: true });
  const looked = await look(
    drawn(
      rows.map(({ feedback }) => feedback),
      800,
    ),
  );
  const flagged = share(looked, (one) => one.flagged);
  console.log(`flagged: ${(100 * flagged).toFixed(2)}%`);
  // 2% of all; of 800 drawn, within twice the standard error.
  expect(flagged).toBeLessThanOrEqual(0.03);
}, 240_000);
