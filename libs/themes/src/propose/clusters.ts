import { randomOf } from '../model/random.js';
import { learnRows } from '../model/vocabulary.js';
import type { Row, Vocabulary } from '../model/vocabulary.js';
import type { Response } from '../contract.js';
import { isNoAnswer } from '../coders/no-answer.js';

/** A group of uncoded texts that may be a theme. It proposes only: a person keeps, merges or drops it. */
export interface ProposedTheme {
  /** Words that mark the group off from the rest, the strongest first. */
  terms: string[];
  /** Responses of the group, the most typical first. */
  responseIds: string[];
}

export interface ProposeSettings {
  groups: number;
  /** Smaller groups are not proposed. */
  fewest: number;
  seed: number;
}

export const PROPOSE_SETTINGS: ProposeSettings = { groups: 12, fewest: 5, seed: 1 };
const ROUNDS = 12;
const TERMS = 6;

/** Groups uncoded texts by likeness of their words (spherical k-means, seeded); the order given does not matter. */
export function proposeThemes(
  responses: Response[],
  settings: Partial<ProposeSettings> = {},
): ProposedTheme[] {
  const { groups, fewest, seed } = { ...PROPOSE_SETTINGS, ...settings };
  const texts = responses.filter(({ text }) => !isNoAnswer(text)).sort((a, b) => (a.id < b.id ? -1 : 1));
  if (texts.length < fewest) return [];
  const { vocabulary, rows } = learnRows(
    texts.map(({ text }) => ({ text, question: null })),
    texts.map(() => null),
  );
  const random = randomOf(seed);
  let centres = firstCentres(rows, Math.min(groups, texts.length), vocabulary.terms.length, random);
  let member = rows.map(() => 0);
  for (let round = 0; round < ROUNDS; round++) {
    member = rows.map((row) => nearest(row, centres));
    centres = centres.map((centre, k) =>
      mean(
        rows.filter((_, i) => member[i] === k),
        centre,
      ),
    );
  }
  const whole = mean(rows, new Float64Array(vocabulary.terms.length));
  return centres
    .map((centre, k) => ({
      terms: strongest(centre, whole, vocabulary),
      responseIds: [...texts.keys()]
        .filter((i) => member[i] === k)
        .sort((a, b) => likeness(rows[b]!, centre) - likeness(rows[a]!, centre))
        .map((i) => texts[i]!.id),
    }))
    .filter(({ responseIds }) => responseIds.length >= fewest)
    .sort((a, b) => b.responseIds.length - a.responseIds.length);
}

/** First centres far from each other (k-means++, Arthur and Vassilvitskii 2007). */
function firstCentres(rows: Row[], groups: number, columns: number, random: () => number): Float64Array[] {
  const centres = [spread(rows[Math.floor(random() * rows.length)]!, columns)];
  while (centres.length < groups) {
    const far = rows.map(
      (row) => Math.max(0, 2 - Math.max(...centres.map((centre) => likeness(row, centre)))) ** 2,
    );
    let left = random() * far.reduce((a, b) => a + b, 0);
    const next = far.findIndex((distance) => (left -= distance) <= 0);
    centres.push(spread(rows[Math.max(0, next)]!, columns));
  }
  return centres;
}

const spread = (row: Row, columns: number): Float64Array => mean([row], new Float64Array(columns));

function nearest(row: Row, centres: Float64Array[]): number {
  let best = 0;
  for (let k = 1; k < centres.length; k++)
    if (likeness(row, centres[k]!) > likeness(row, centres[best]!)) best = k;
  return best;
}

function likeness({ columns, values }: Row, centre: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < columns.length; i++) sum += values[i]! * centre[columns[i]!]!;
  return sum;
}

/** The direction of the middle of some rows, of length 1; an empty group keeps the centre that it had. */
function mean(rows: Row[], before: Float64Array): Float64Array {
  if (rows.length === 0) return before;
  const sum = new Float64Array(before.length);
  for (const { columns, values } of rows) columns.forEach((column, i) => (sum[column]! += values[i]!));
  const length = Math.sqrt(sum.reduce((total, value) => total + value * value, 0)) || 1;
  return sum.map((value) => value / length);
}

function strongest(centre: Float64Array, whole: Float64Array, { terms }: Vocabulary): string[] {
  return [...terms.keys()]
    .filter((column) => terms[column]!.startsWith('w:'))
    .sort((a, b) => centre[b]! - whole[b]! - (centre[a]! - whole[a]!))
    .slice(0, TERMS)
    .map((column) => terms[column]!.slice(2));
}
