import type { AnswersFiguresFragment } from '../../../gql/graphql';

interface Row {
  name: string;
  answers: Pick<AnswersFiguresFragment, 'rest' | 'within'>;
}

/** What must stand beside the percentages of several rows: what is too few to show, and how far out they may be. */
export function besidePercentages(rows: readonly Row[]): string[] {
  const rests = rows.flatMap(({ name, answers: { rest } }) => (rest === null ? [] : [`${name} ${rest}%`]));
  const notes = rests.length > 0 ? [`Other answers, too few to show, together: ${rests.join('; ')}.`] : [];
  const points = [...new Set(rows.flatMap(({ answers: { within } }) => within ?? []))].sort((a, b) => a - b);
  for (const out of points) {
    const names = rows.filter(({ answers: { within } }) => within === out).map(({ name }) => name);
    notes.push(`So few answered that a percentage may be ${out} points out: ${names.join('; ')}.`);
  }
  return notes;
}

/** The same in a download, beside how many answered. */
export const BESIDE_HEADS = ['Other answers too few to show (percent)', 'Percentages may be out by (points)'];
export const besideInCsv = ({ rest, within }: Row['answers']): (number | null)[] => [rest, within];
