import type { AnswersFiguresFragment } from '../../../gql/graphql';

type Answers = Pick<AnswersFiguresFragment, 'base' | 'options'>;

/** Why a share is not told: its people are hidden, or they are told and too few for a percentage (as of working figures, which hide nothing). */
export type WhyNoShare = 'hidden' | 'too-few';

/** Of one answer; null where its share is told. */
export function whyNoShare({
  people,
  percent,
}: Pick<AnswersFiguresFragment['options'][number], 'people' | 'percent'>): WhyNoShare | null {
  if (percent !== null) return null;
  return people === null ? 'hidden' : 'too-few';
}

/** Of a scale without a net: hidden where anything is that it would be made of. */
export const whyNoNet = ({ base, options }: Answers): WhyNoShare =>
  base === null || options.some(({ side, people }) => side !== null && people === null)
    ? 'hidden'
    : 'too-few';

/** In a download: [c] is said of nothing but what is hidden. */
export const noShareInCsv = (why: WhyNoShare | null): '[c]' | null => (why === 'hidden' ? '[c]' : null);
