import type { DemographicField } from '../field.js';
import { readEquality } from './read.js';

/** How the answers of one column to one characteristic come out. `answered` = `coded` + `declined` + `uncoded`; blanks are none of them. */
export interface EqualityCount {
  answered: number;
  /** With a harmonised code, or known words kept as asked. */
  coded: number;
  /** Prefer not to say, and don't know. */
  declined: number;
  /** In no known wording: a person says what they mean. */
  uncoded: number;
  /** Answers in no known wording, most frequent first: the table answer -> code that is to be filled in. */
  unmatched: { answer: string; rows: number }[];
}

/** Above this share of the answers without a code a delivery waits for a person. */
export const MOST_UNCODED = 0.05;

/**
 * Counts a column's answers by what is known of their wording.
 * @param answers the cells, null for a blank
 * @param known what a mapping says of an answer: a code, null for a blank, undefined where it says nothing
 * @param on ISO date of the answers, for years of birth
 */
export function countEquality(
  characteristic: DemographicField,
  answers: Iterable<string | null>,
  known: (answer: string) => string | null | undefined = () => undefined,
  on: string | null = null,
): EqualityCount {
  const count: EqualityCount = { answered: 0, coded: 0, declined: 0, uncoded: 0, unmatched: [] };
  const without = new Map<string, number>();
  for (const answer of answers) {
    const mapped = answer === null ? null : known(answer);
    if (mapped === null) continue;
    const kind =
      mapped === undefined ? kindOf(readEquality(characteristic, answer, on).as) : kindOfCode(mapped);
    if (kind === null) continue;
    count.answered++;
    count[kind]++;
    if (kind === 'uncoded') without.set(answer!.trim(), (without.get(answer!.trim()) ?? 0) + 1);
  }
  count.unmatched = [...without]
    .map(([answer, rows]) => ({ answer, rows }))
    .sort((a, b) => b.rows - a.rows || (a.answer < b.answer ? -1 : 1));
  return count;
}

/** Whether so many answers have no code that a person must say what they mean. */
export const needsMatching = ({ answered, uncoded }: Pick<EqualityCount, 'answered' | 'uncoded'>): boolean =>
  uncoded > answered * MOST_UNCODED;

type Kind = 'coded' | 'declined' | 'uncoded' | null;

function kindOf(as: ReturnType<typeof readEquality>['as']): Kind {
  if (as === 'blank') return null;
  if (as === 'unmatched') return 'uncoded';
  return as === 'coded' || as === 'as-asked' ? 'coded' : 'declined';
}

function kindOfCode(code: string): Kind {
  if (code === 'blank') return null;
  if (code === 'unmapped') return 'uncoded';
  return code === 'prefer-not-to-say' || code === 'dont-know' ? 'declined' : 'coded';
}
