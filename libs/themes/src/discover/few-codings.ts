import { steadyThreshold } from './steady-threshold.js';
import { borderOfHeaps } from './two-heaps.js';
import {
  type LinearExample,
  type LinearInput,
  type LinearModel,
  predictLinear,
  trainLinear,
} from '../model/linear-model.js';
import type { Vocabulary } from '../model/vocabulary.js';

/** What there is to learn from before there are many codings. */
export interface FewCodings {
  labels: readonly string[];
  /** Codings by people. */
  coded: readonly LinearExample[];
  /** Near each label without any coding (`zeroShotScores`), for the coded and for the pool; empty where there are no definitions. */
  zeroOfCoded: readonly Float64Array[];
  /** Each label's definition as a text that has it. */
  definitions: readonly LinearExample[];
  /** Texts of a group that a person named: they probably have its theme. */
  weak: readonly LinearExample[];
  /** What is to be coded. */
  pool: readonly LinearInput[];
  zeroOfPool: readonly Float64Array[];
  /** Terms of the pool with their rarity there; absent, those of what is learnt from. */
  vocabulary?: Vocabulary | null;
  /** Themes a response where nothing better is known: while there are few codings the number is held at it. */
  themesEach: number;
}

/** A definition counts as so many codings. */
const WEIGHT_OF_DEFINITION = 2;
/** From so many codings on, thresholds are learnt of them: the pool is not asked. */
export const LEARNT_FROM = 100;
const MIXES = [0, 0.3, 0.6, 1, 1.5, 2.2];
const PRIORS = [0, 0.3, 0.6, 1];
const MIX_UNSEEN = 1;
/** From so many codings on, texts that were left out say how good the labels are. */
const FEWEST_TO_JUDGE = 10;
/** Two heaps of second labels are believed from so many texts on, and where so much of the variance lies between them. */
const FEWEST_FOR_HEAPS = 200;
const APART = 0.72;

/** What was learnt from few codings: enough to label any text, and the same each time. */
export interface FewLearned {
  labels: readonly string[];
  /** Labels that the linear model speaks of; the others have their definitions alone. */
  learned: readonly string[];
  linear: LinearModel | null;
  mix: Mix;
  prior: Float64Array;
  threshold: number;
  /** Micro F1 of coded texts, each scored by models that did not see it; null under ten codings. */
  leftOut: number | null;
}

/** Labels of each text of the pool. */
export function codeFromFew(few: FewCodings): string[][] {
  const learned = learnFromFew(few);
  return few.pool.map((input, i) => labelsByFew(learned, input, few.zeroOfPool[i]).map(({ label }) => label));
}

/** Learns from codings, definitions and named groups; the pool tells how many labels a text has while there are few codings. */
export function learnFromFew(few: FewCodings): FewLearned {
  const { labels, coded, pool } = few;
  const train = [
    ...coded,
    ...Array.from({ length: WEIGHT_OF_DEFINITION }, () => few.definitions).flat(),
    ...few.weak,
  ];
  const learned = labels.filter((label) => {
    const n = train.filter((example) => example.labels.includes(label)).length;
    return n > 0 && n < train.length;
  });
  // Definitions stand twice for every label: among many codings they would make rare labels frequent.
  const judged = coded.length >= LEARNT_FROM ? coded.length : train.length;
  const trainer =
    learned.length > 0 ? trainLinear([...train], [...learned], 'many', judged, few.vocabulary) : null;
  const linear = trainer?.model ?? null;
  const ofCoded = coded.map((_, i) => spread(labels, learned, trainer ? trainer.outside[i]! : null));
  const prior = priorOf(few);
  const mix = bestMix(ofCoded, prior, few);
  const totals = pool.map((input, i) =>
    mixed(spread(labels, learned, linear && predictLinear(linear, input)), few.zeroOfPool[i], prior, mix),
  );
  const leftOut = ofCoded.map((scores, i) => mixed(scores, few.zeroOfCoded[i], prior, mix));
  const threshold = thresholdOf(few, totals, leftOut);
  return {
    labels,
    learned,
    linear,
    mix,
    prior,
    threshold,
    leftOut: coded.length < FEWEST_TO_JUDGE ? null : f1At(leftOut, threshold, few),
  };
}

/** Labels of one text with the log-odds by which each passes the threshold. @param zero its scores by `ZeroShot`; absent without definitions */
export function labelsByFew(
  { labels, learned, linear, mix, prior, threshold }: FewLearned,
  input: LinearInput,
  zero: Float64Array | undefined,
): { label: string; above: number }[] {
  const scores = mixed(spread(labels, learned, linear && predictLinear(linear, input)), zero, prior, mix);
  return chosen(scores, threshold, labels).map((label) => ({
    label,
    above: scores[labels.indexOf(label)]! - threshold,
  }));
}

/** Log-odds of each label; what was not learned stands low. */
function spread(
  labels: readonly string[],
  learned: readonly string[],
  chances: Float64Array | null,
): Float64Array {
  return Float64Array.from(labels, (label) => {
    const at = learned.indexOf(label);
    return at < 0 || !chances ? UNSEEN : logit(chances[at]!);
  });
}

function f1At(
  scores: readonly Float64Array[],
  threshold: number,
  { coded, labels }: FewCodings,
): number | null {
  let [both, either] = [0, 0];
  scores.forEach((row, i) => {
    const said = chosen(row, threshold, labels);
    both += said.filter((label) => coded[i]!.labels.includes(label)).length;
    either += said.length + coded[i]!.labels.length;
  });
  return either === 0 ? null : (2 * both) / either;
}

/** A label that no coding speaks of. */
const UNSEEN = -3;
const logit = (chance: number): number => Math.log(Math.max(1e-4, chance) / Math.max(1e-4, 1 - chance));

/** How much definitions and how much the labels' own frequency count beside what was learnt. */
export interface Mix {
  zero: number;
  prior: number;
}

const mixed = (
  scores: Float64Array,
  zero: Float64Array | undefined,
  prior: Float64Array,
  mix: Mix,
): Float64Array => scores.map((score, k) => score + mix.zero * (zero?.[k] ?? 0) + mix.prior * prior[k]!);

/** Log-odds of each label among the codings: a definition alone does not know which themes are rare. */
const priorOf = ({ labels, coded }: FewCodings): Float64Array =>
  Float64Array.from(labels, (label) => {
    const n = coded.filter((example) => example.labels.includes(label)).length;
    return Math.log((n + 0.5) / (coded.length - n + 0.5));
  });

/** Every response says something: at least its likeliest label. */
function chosen(scores: Float64Array, threshold: number, labels: readonly string[]): string[] {
  const above = labels.filter((_, k) => scores[k]! >= threshold);
  return above.length > 0 ? above : [labels[scores.indexOf(Math.max(...scores))]!];
}

/** The mix by which coded texts, scored by models that did not see them, come in the best order (average precision). */
function bestMix(
  ofCoded: readonly Float64Array[],
  prior: Float64Array,
  { coded, labels, zeroOfCoded }: FewCodings,
): Mix {
  let best: Mix = { zero: MIX_UNSEEN, prior: 0 };
  if (coded.length < FEWEST_TO_JUDGE) return best;
  let most = -1;
  for (const weight of coded.length < LEARNT_FROM ? [0] : PRIORS)
    for (const zero of MIXES) {
      const mix = { zero, prior: weight };
      const ranked = ofCoded
        .flatMap((scores, i) =>
          [...mixed(scores, zeroOfCoded[i], prior, mix)].map((score, k) => ({
            score,
            yes: coded[i]!.labels.includes(labels[k]!),
          })),
        )
        .sort((a, b) => b.score - a.score);
      const precision = averagePrecision(ranked.map(({ yes }) => yes));
      if (precision > most + 1e-9) [best, most] = [mix, precision];
    }
  return best;
}

function averagePrecision(ranked: readonly boolean[]): number {
  let [hits, sum] = [0, 0];
  ranked.forEach((yes, place) => {
    if (yes) sum += ++hits / (place + 1);
  });
  return sum / (hits || 1);
}

function thresholdOf(
  few: FewCodings,
  totals: readonly Float64Array[],
  ofCoded: readonly Float64Array[],
): number {
  if (few.coded.length >= LEARNT_FROM) return steadyThreshold(ofCoded, few.coded.map(hasOf(few.labels)));
  const border = totals.length < FEWEST_FOR_HEAPS ? null : borderOfHeaps(totals.map(second), APART);
  if (border !== null) return border;
  const each =
    few.coded.length >= FEWEST_TO_JUDGE
      ? few.coded.reduce((sum, { labels }) => sum + labels.length, 0) / few.coded.length
      : few.themesEach;
  const all = totals.flatMap((scores) => [...scores]).sort((a, b) => b - a);
  return all[Math.min(all.length - 1, Math.round(each * totals.length))] ?? 0;
}

/** Which of the labels an example has. */
const hasOf =
  (labels: readonly string[]) =>
  (example: LinearExample): boolean[] =>
    labels.map((label) => example.labels.includes(label));

/** The score of a text's second label: where many have one and many have none, the scores tell so better than 20 codings. */
const second = (scores: Float64Array): number => [...scores].sort((a, b) => b - a)[1] ?? UNSEEN;
