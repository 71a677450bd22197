import { createHash } from 'node:crypto';
import type { Theme } from '#domain';
import { isNoAnswer } from '../coders/no-answer.js';
import type { CoderModel } from '../contract.js';
import type { EmbeddingLookup } from '../embed/contract.js';
import type { LinearExample } from '../model/linear-model.js';
import type { StoredKinds } from '../kinds/learn-kinds.js';
import { openLinear, storeLinear, type StoredLinear } from '../model/stored-model.js';
import type { Side } from '../stance/sides.js';
import { piecesOf } from './clauses.js';
import { type FewLearned, labelsByFew, LEARNT_FROM, learnFromFew } from './few-codings.js';
import { fewInput, type FewSenses } from './few-input.js';
import { type FewSide, learnSides, openSides } from './few-sides.js';
import { learnPoolSpace, openPoolSpace, type PoolSpace, type StoredPoolSpace } from './pool-space.js';
import {
  learnZeroShot,
  openZeroShot,
  saidOf,
  type StoredZeroShot,
  type ThemeDefinition,
  zeroShotTexts,
} from './zero-shot.js';

/** Raised when the way of learning changes, so that versions tell models of different make apart. */
const MAKE = 'few-4';
/** What a person put aside: such texts say none of the themes. */
const NO_THEME = '';
/** Named groups are weak codings until there are so many real ones. */
const GROUPS_UNTIL = 100;

/** A text with the themes that it has, by a person or by the group that a person named. */
export interface FewText {
  id: string;
  text: string;
  question: string | null;
  /** Empty where a person said that it has none. */
  themes: readonly string[];
}

export interface FewSources {
  codebook: string;
  version: number;
  themes: readonly Theme[];
  /** What is to be coded: it tells what texts here have in common, and how many themes each has. */
  pool: readonly Pick<FewText, 'text' | 'question'>[];
  /** Codings by people. */
  coded: readonly FewText[];
  /** Texts of named groups, and of groups that were put aside (no theme). */
  grouped: readonly FewText[];
  /** Where people said that answers stand to what was asked. */
  sides?: readonly FewSide[];
}

export interface FewVectors {
  sentences: EmbeddingLookup | null;
  /** Id of the model behind them; null without. */
  embedder: string | null;
  words: EmbeddingLookup | null;
}

/** How a text was coded: themes by their code, the surest first. */
export interface FewCoded {
  theme: string;
  /** Chance by the log-odds with which it passes the threshold. */
  chance: number;
}

interface FewParameters extends Record<string, unknown> {
  embedder: string | null;
  /** Absent before `few-4`, and where the pool was too small for one. */
  space?: StoredPoolSpace;
  zero: StoredZeroShot;
  linear: StoredLinear | null;
  learned: Omit<FewLearned, 'linear' | 'prior'> & { prior: number[] };
  /** Absent where people said too little of sides. */
  sides?: StoredKinds;
}

const definitionOf = ({ name, definition, include }: Theme): ThemeDefinition => ({
  name,
  definition: [definition, ...include].join(' '),
});

/** Every text that sentence vectors are wanted of, to learn and to code. */
export const fewTexts = ({
  themes,
  pool,
  coded,
  grouped,
}: Pick<FewSources, 'themes' | 'pool' | 'coded' | 'grouped'>): string[] =>
  zeroShotTexts(
    [...pool, ...coded, ...grouped].map(({ text }) => text),
    themes.map(definitionOf),
  );

/**
 * Learns a coder of a codebook from little: its definitions, named groups and whatever was coded so far. The same sources give the same
 * model, byte for byte. Method and measurements: docs/benchmarks/codebooks.md.
 */
export function trainFew(sources: FewSources, vectors: FewVectors): CoderModel {
  const { themes, coded } = sources;
  const pool = sources.pool.filter(({ text }) => !isNoAnswer(text));
  const grouped = coded.length >= GROUPS_UNTIL ? [] : byId(sources.grouped, coded);
  const labels = [...themes.map(({ code }) => code), NO_THEME];
  const definitions = themes.map(definitionOf);
  const { score, stored } = learnZeroShot(
    pool.map(({ text }) => text),
    definitions,
    [vectors.sentences, vectors.words],
  );
  const kept = learnPoolSpace([...pool, ...coded]);
  const space = kept && openPoolSpace(kept);
  const senses = sensesOf(vectors, space);
  // What has no theme has no definition either: neither near nor far.
  const zero = (text: string): Float64Array => Float64Array.from([...score(text), 0]);
  const examples = [...coded].sort(inOrder).map((one) => exampleOf(one, senses));
  const asked = coded.length >= LEARNT_FROM ? [] : pool;
  const { linear, prior, ...learned } = learnFromFew({
    labels,
    coded: examples,
    zeroOfCoded: examples.map(({ text }) => zero(text)),
    definitions: themes.map(({ code }, k) => ({
      ...fewInput(saidOf(definitions[k]!), null, senses),
      labels: [code],
    })),
    weak: grouped.map((one) => exampleOf(one, senses)),
    pool: asked.map(({ text, question }) => fewInput(text, question, senses)),
    zeroOfPool: asked.map(({ text }) => zero(text)),
    vocabulary: space && space.vocabulary,
    themesEach: themesEach(pool.map(({ text }) => text)),
  });
  const sides = learnSides(sources.sides ?? [], senses);
  const parameters: FewParameters = {
    embedder: vectors.embedder,
    ...(kept && { space: kept }),
    zero: stored,
    linear: linear && storeLinear(linear, kept !== null),
    learned: { ...learned, prior: [...prior] },
    ...(sides && { sides }),
  };
  const hash = createHash('sha256').update(JSON.stringify([sources.codebook, sources.version, parameters]));
  return { version: `${MAKE}-${hash.digest('hex').slice(0, 16)}`, kind: 'few', parameters };
}

/** Micro F1 on codings that the model did not see; null under ten. */
export const leftOutF1 = ({ parameters }: CoderModel): number | null =>
  (parameters as FewParameters).learned.leftOut;

/**
 * Codes texts by a model of `trainFew`; null for a text that says nothing.
 * @throws Error where the model learned with sentence vectors and a text has none
 */
export function codeByFew(
  model: CoderModel,
  texts: readonly Pick<FewText, 'text' | 'question'>[],
  vectors: FewVectors,
): (FewCoded[] | null)[] {
  const { space: kept, zero, linear, learned } = model.parameters as FewParameters;
  const space = kept ? openPoolSpace(kept) : null;
  const score = openZeroShot(zero, [vectors.sentences, vectors.words]);
  const senses = sensesOf(vectors, space);
  const opened: FewLearned = {
    ...learned,
    prior: Float64Array.from(learned.prior),
    linear: linear && openLinear(linear, space && space.vocabulary),
  };
  return texts.map(({ text, question }) => {
    if (isNoAnswer(text)) return null;
    const zeros = Float64Array.from([...score(text), 0]);
    return labelsByFew(opened, fewInput(text, question, senses), zeros)
      .filter(({ label }) => label !== NO_THEME)
      .map(({ label, above }) => ({ theme: label, chance: 1 / (1 + Math.exp(-above)) }))
      .sort((a, b) => b.chance - a.chance || (a.theme < b.theme ? -1 : 1));
  });
}

/** What a model learnt of sides, and how right that is; null where people said too little of them. */
export const sidesLearnt = ({ parameters }: CoderModel): StoredKinds | null =>
  (parameters as FewParameters).sides ?? null;

/**
 * Side of each text by a model of `trainFew`; null for a text that says nothing, and for all where what was learnt of sides has no say.
 * @throws Error as `codeByFew`
 */
export function sidesByFew(
  model: CoderModel,
  texts: readonly Pick<FewText, 'text' | 'question'>[],
  vectors: FewVectors,
): (Side | null)[] {
  const { space, sides } = model.parameters as FewParameters;
  if (!sides?.linear) return texts.map(() => null);
  const sideOf = openSides(sides, sensesOf(vectors, space ? openPoolSpace(space) : null));
  return texts.map(({ text, question }) => sideOf(text, question));
}

const inOrder = (a: FewText, b: FewText): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** In one order, without what people have coded. */
function byId(texts: readonly FewText[], coded: readonly FewText[]): FewText[] {
  const known = new Set(coded.map(({ id }) => id));
  return texts.filter(({ id }) => !known.has(id)).sort(inOrder);
}

/** Different things that a text says, as a first guess of how many themes it has. */
function themesEach(texts: readonly string[]): number {
  const counts = texts.map((text) => Math.min(3, piecesOf(text).length));
  return 1 + (0.5 * counts.reduce((sum, n) => sum + n - 1, 0)) / (counts.length || 1);
}

const exampleOf = ({ text, question, themes }: FewText, senses: FewSenses): LinearExample => ({
  ...fewInput(text, question, senses),
  labels: themes.length > 0 ? [...themes] : [NO_THEME],
});

/** What a coder sees of texts. @throws Error, where it is asked, of a text without the sentence vector that others have */
const sensesOf = ({ sentences, words }: FewVectors, space: PoolSpace | null): FewSenses => ({
  sentences:
    sentences &&
    ((text) => {
      const vector = sentences(text);
      if (!vector) throw new Error('a text has no sentence vector; make them first');
      return vector;
    }),
  words,
  space,
});
