import { borderOfHeaps } from './two-heaps.js';
import { type LinearExample, type LinearInput, predictLinear, trainLinear } from '../model/linear-model.js';

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
  /** Themes a response where nothing better is known: while there are few codings the number is held at it. */
  themesEach: number;
}

/** A definition counts as so many codings. */
const WEIGHT_OF_DEFINITION = 2;
/** From so many codings on, thresholds are learnt. */
const LEARNT_FROM = 100;
const MIXES = [0, 0.3, 0.6, 1, 1.5, 2.2];
const PRIORS = [0, 0.3, 0.6, 1];
const MIX_UNSEEN = 1;
/** Two heaps of second labels are believed from so many texts on, and where so much of the variance lies between them. */
const FEWEST_FOR_HEAPS = 200;
const APART = 0.72;

/** Labels of each text of the pool. */
export function codeFromFew(few: FewCodings): string[][] {
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
  const trainer = learned.length > 0 ? trainLinear([...train], [...learned], 'many') : null;
  const spread = (chances: Float64Array | null): Float64Array =>
    Float64Array.from(labels, (label) => {
      const at = learned.indexOf(label);
      return at < 0 || !chances ? UNSEEN : logit(chances[at]!);
    });
  const ofPool = pool.map((input) => spread(trainer && predictLinear(trainer.model, input)));
  const ofCoded = coded.map((_, i) => spread(trainer ? trainer.outside[i]! : null));
  const prior = priorOf(few);
  const mix = bestMix(ofCoded, prior, few);
  const totals = ofPool.map((scores, i) => mixed(scores, few.zeroOfPool[i], prior, mix));
  const threshold = thresholdOf(
    few,
    totals,
    ofCoded.map((scores, i) => mixed(scores, few.zeroOfCoded[i], prior, mix)),
  );
  return totals.map((scores) => chosen(scores, threshold, labels));
}

/** A label that no coding speaks of. */
const UNSEEN = -3;
const logit = (chance: number): number => Math.log(Math.max(1e-4, chance) / Math.max(1e-4, 1 - chance));

/** How much definitions and how much the labels' own frequency count beside what was learnt. */
interface Mix {
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
  if (coded.length < 10) return best;
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
  if (few.coded.length >= LEARNT_FROM) return bestThreshold(ofCoded, few);
  const border = totals.length < FEWEST_FOR_HEAPS ? null : borderOfHeaps(totals.map(second), APART);
  if (border !== null) return border;
  const each =
    few.coded.length >= 10
      ? few.coded.reduce((sum, { labels }) => sum + labels.length, 0) / few.coded.length
      : few.themesEach;
  const all = totals.flatMap((scores) => [...scores]).sort((a, b) => b - a);
  return all[Math.min(all.length - 1, Math.round(each * totals.length))] ?? 0;
}

/** The score of a text's second label: where many have one and many have none, the scores tell so better than 20 codings. */
const second = (scores: Float64Array): number => [...scores].sort((a, b) => b - a)[1] ?? UNSEEN;

/** The common threshold with the best F1 of all labels together. */
function bestThreshold(scores: readonly Float64Array[], { coded, labels }: FewCodings): number {
  const ranked = scores
    .flatMap((row, i) => [...row].map((score, k) => ({ score, yes: coded[i]!.labels.includes(labels[k]!) })))
    .sort((a, b) => b.score - a.score);
  const positives = ranked.filter(({ yes }) => yes).length;
  let [hits, best, threshold] = [0, -1, 0];
  ranked.forEach(({ score, yes }, place) => {
    if (yes) hits++;
    const f1 = (2 * hits) / (place + 1 + positives);
    if (f1 > best) [best, threshold] = [f1, score];
  });
  return threshold;
}
