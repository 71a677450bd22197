import type { LinkageModel } from './contract.js';
import { CLASSES, type LevelProbabilities, type PairClass, type Parameters } from './estimate/parameters.js';

type PlainLevels = Record<PairClass, number[][]>;

/** The model as a plain document with what a run learnt, so that it can be saved and used again. */
export function withLearnt(model: LinkageModel, learnt: Parameters): LinkageModel {
  const levels = Object.fromEntries(
    CLASSES.map((kind) => [kind, learnt.levels[kind].map((values) => Array.from(values))]),
  ) as PlainLevels;
  const { comparisons, shares, possiblePairs } = learnt;
  return {
    ...model,
    parameters: {
      ...model.parameters,
      learnt: { comparisons, levels, shares: { ...shares }, possiblePairs },
    },
  };
}

/** What an earlier run learnt, where the model carries it. */
export function learntOf(model: LinkageModel): Parameters | undefined {
  const saved = model.parameters['learnt'] as
    (Omit<Parameters, 'levels'> & { levels: PlainLevels }) | undefined;
  if (saved === undefined) return undefined;
  const levels = Object.fromEntries(
    CLASSES.map((kind) => [kind, saved.levels[kind].map((values) => Float64Array.from(values))]),
  ) as Record<PairClass, LevelProbabilities>;
  return { ...saved, levels };
}
