import type { Codebook } from '#domain';
import { RuleCoder } from './coders/code-by-rules.js';
import { readingOf, type WayOfReading } from './coders/reading.js';
import { rulesIn } from './coders/rule-model.js';
import type { Word } from './coders/words.js';
import type { Assignment, CoderModel, Response } from './contract.js';
import type { EmbeddingLookup } from './embed/contract.js';
import { explain } from './model/explain.js';
import { chooseLabels, predictLinear } from './model/linear-model.js';
import type { LinearModel } from './model/linear-model.js';
import { openLinear } from './model/stored-model.js';
import type { StoredLinear } from './model/stored-model.js';
import { toExample } from './train.js';
import type { Stance } from './train.js';

/** A theme is suggested from this share of the probability from which it is assigned. */
const SUGGEST_FROM = 0.5;
/** And never below this probability. */
const LEAST = 0.15;

/** A model opened for use with a codebook: rules alone, or a trained model with rules for what it did not learn. */
export class OpenCoder {
  private readonly rules: RuleCoder;
  private readonly ruled: string[];
  private readonly linear: LinearModel | null;
  private readonly stances: LinearModel | null;
  private readonly embeds: boolean;
  private readonly reading: WayOfReading;

  constructor(
    model: CoderModel,
    readonly codebook: Codebook,
  ) {
    this.reading = readingOf(model);
    this.ruled = rulesIn(model).map(({ theme }) => theme);
    this.rules = new RuleCoder(rulesIn(model), codebook, this.reading);
    this.linear = open(model.parameters['themes']);
    this.stances = open(model.parameters['stance']);
    this.embeds = typeof model.parameters['embedder'] === 'string';
  }

  /** Themes that it may give to a text: those it has rules for, and those it learned. Of any other its silence says nothing. */
  get speaksFor(): Set<string> {
    return new Set([...this.ruled, ...(this.linear?.labels ?? [])]);
  }

  /** The words of a text, as this model reads them. */
  words(text: string): Word[] {
    return this.reading.words(text);
  }

  /** Themes of one response, the surest first. @throws Error where the model needs an embedding that is missing */
  assign(response: Response, words: Word[], embeddings: EmbeddingLookup | undefined): Assignment[] {
    const byRule = this.rules.assign(response.id, words);
    const { linear } = this;
    if (!linear) return byRule;
    const learned = new Set(linear.labels);
    const flags = byRule.map((assignment) => assignment.theme);
    const input = { ...this.input(response, embeddings), flags };
    const chances = predictLinear(linear, input);
    const chosen = new Set(chooseLabels(linear, chances));
    const why = explain(linear, response.text, words);
    const byModel = linear.labels.flatMap((theme, label): Assignment[] => {
      const chance = chances[label]!;
      const threshold = linear.sigmoids?.[label]?.threshold ?? 1;
      if (!chosen.has(label) && chance < Math.max(LEAST, threshold * SUGGEST_FROM)) return [];
      return [
        {
          responseId: response.id,
          theme,
          decision: chosen.has(label) ? 'assign' : 'suggest',
          probability: Math.round(chance * 1e4) / 1e4,
          source: 'model',
          evidence: why(label),
        },
      ];
    });
    return [...byModel, ...byRule.filter(({ theme }) => !learned.has(theme))].sort(
      (a, b) => b.probability - a.probability || (a.theme < b.theme ? -1 : 1),
    );
  }

  /**
   * How decided each theme of one response is, 0-1: 0.5 is the border from which it is assigned. Themes that only
   * rules speak for are there where a rule hit. @throws Error as assign
   */
  decidedness(response: Response, words: Word[], embeddings: EmbeddingLookup | undefined): number[] {
    const byRule = this.rules.assign(response.id, words);
    const { linear } = this;
    if (!linear) return byRule.map(({ probability }) => probability);
    const flags = byRule.map(({ theme }) => theme);
    const chances = predictLinear(linear, { ...this.input(response, embeddings), flags });
    const unlearned = byRule.filter(({ theme }) => !linear.labels.includes(theme));
    return [
      ...Array.from(chances, (chance, label) => aroundHalf(chance, linear.sigmoids![label]!.threshold)),
      ...unlearned.map(({ probability }) => probability),
    ];
  }

  /** Stance of one response, by the trained stance model where there is one, otherwise by counted words. */
  stance(response: Response, words: Word[], embeddings: EmbeddingLookup | undefined): Stance {
    if (!this.stances) return this.reading.stance(words);
    const chances = predictLinear(this.stances, this.input(response, embeddings));
    return this.stances.labels[chooseLabels(this.stances, chances)[0]!] as Stance;
  }

  private input(response: Response, embeddings: EmbeddingLookup | undefined): ReturnType<typeof toExample> {
    if (this.embeds && !embeddings)
      throw new Error('this model was trained with embeddings: hand them to code()');
    return toExample(response, [], null, this.embeds ? { embeddings: embeddings! } : {});
  }
}

/** A probability moved so that its threshold stands at one half. */
function aroundHalf(chance: number, threshold: number): number {
  return chance < threshold
    ? (0.5 * chance) / threshold
    : 0.5 + (0.5 * (chance - threshold)) / (1 - threshold);
}

function open(stored: unknown): LinearModel | null {
  return stored ? openLinear(stored as StoredLinear) : null;
}

/** Opening a model takes some 20 ms and more, so what was opened is kept for as long as the model object lives. */
const opened = new WeakMap<CoderModel, OpenCoder>();

/** The model opened for this codebook. */
export function openCoder(model: CoderModel, codebook: Codebook): OpenCoder {
  const known = opened.get(model);
  if (known?.codebook === codebook) return known;
  const coder = new OpenCoder(model, codebook);
  opened.set(model, coder);
  return coder;
}
