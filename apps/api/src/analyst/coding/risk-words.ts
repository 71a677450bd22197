import type { SafeguardingLine } from '#store';
import type { safeguardingReasons } from '#themes';
import type { MarksOf } from './comment-shape.js';
import type { RiskSign } from './review.type.js';

type ReasonsOf = typeof safeguardingReasons;
type Flagged = Pick<SafeguardingLine, 'submission' | 'kinds' | 'learnt'>;

/** Marks in a comment the phrases that may mean danger and the sentences that the model flagged, each under its kind of risk. */
export function riskMarks(flagged: readonly Flagged[], reasonsOf: ReasonsOf): MarksOf {
  const learnt = new Map(flagged.map((one) => [one.submission, one.learnt]));
  return (submission, { answer, text }) => [
    ...reasonsOf(text).map(({ kind, span }) => ({ theme: kind, span })),
    ...(learnt.get(submission) ?? [])
      .filter((sign) => sign.answer === answer)
      .map(({ kind, span }) => ({ theme: kind, span })),
  ];
}

/** Why a comment was flagged: each kind once by what found it, the surest sentence of each. */
export function riskSigns({ kinds, learnt }: Flagged): RiskSign[] {
  const chances = new Map<string, number>();
  for (const { kind, chance } of learnt) chances.set(kind, Math.max(chance, chances.get(kind) ?? 0));
  const byModel = [...chances].map(([kind, chance]): RiskSign => ({ kind, by: 'model', chance }));
  const byPhrases = kinds
    .filter((kind) => !chances.has(kind))
    .map((kind): RiskSign => ({ kind, by: 'phrases', chance: null }));
  return [...byModel.sort((a, b) => b.chance! - a.chance!), ...byPhrases];
}
