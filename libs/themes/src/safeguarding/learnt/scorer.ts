import { sigmoid } from '../../model/calibrate-many.js';
import { unpack } from '../../model/stored-model.js';
import { byWords } from '../../words/word-vectors.js';
import type { StoredRisk } from './learn.js';
import { Likeness, type Compared } from './likeness.js';
import type { RiskSentence } from './sentences.js';

/** What the model makes of one stretch of text. */
export interface PieceRisk {
  score: number;
  flagged: boolean;
  /** That somebody is at risk, 0 to 1, where one comment in a hundred is of that kind. */
  chance: number;
  /** Kind of risk of the sentences that it reads like most. */
  kind: string;
}

/** The model of risk, ready for use. */
export class RiskScorer {
  private readonly likeness: Likeness;
  private readonly weights: Float32Array;
  private readonly quick: Float32Array;

  /**
   * @param compared the sentences with their vectors, in the order of `sentences`
   * @throws Error where the shipped word vectors are missing
   */
  constructor(
    private readonly model: StoredRisk,
    private readonly sentences: readonly RiskSentence[],
    compared: readonly Compared[],
  ) {
    const words = byWords();
    if (!words) throw new Error('the word vectors are not there');
    this.likeness = new Likeness(compared, words);
    this.weights = unpack(model.weights);
    this.quick = unpack(model.quick);
  }

  get version(): string {
    return this.model.version;
  }

  /** Name and version of the sentence model whose vectors it takes. */
  get embedder(): string {
    return this.model.embedder;
  }

  /** Whether a text is worth reading with the sentence model, by its words alone: most are not. */
  passes(text: string): boolean {
    return total(this.likeness.to({ text, meaning: null }), this.quick) >= this.model.passes;
  }

  /** @param meaning the text's sentence vector */
  judge(text: string, meaning: Float32Array): PieceRisk {
    const like = this.likeness.to({ text, meaning: ofLengthOne(meaning) });
    const score = total(like, this.weights);
    const kinds = new Map<string, number>();
    this.sentences.forEach(({ kind }, i) => {
      if (kind !== null) kinds.set(kind, (kinds.get(kind) ?? 0) + like[i]! ** NEAREST * this.weights[i]!);
    });
    const [kind] = [...kinds].reduce((best, one) => (one[1] > best[1] ? one : best));
    const chance = Math.round(1000 * sigmoid(this.model, score)) / 1000;
    return { score, flagged: score >= this.model.threshold, chance, kind };
  }
}

/** The kind is told by those sentences that are nearest. */
const NEAREST = 4;

/** The score of a text by its likeness to each sentence; what all have in common counts once each. */
function total(like: Float64Array, weights: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < like.length; i++) sum += weights[i]! * (like[i]! + 1);
  return sum;
}

export function ofLengthOne(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => value / length);
}
