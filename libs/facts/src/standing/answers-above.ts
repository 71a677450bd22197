import type { AskedQuestions } from '../ask/results/asked-questions.js';
import { hideAbove, isLess } from './above.js';
import { heldBy } from './answer-cells.js';
import { optionValue } from './answer-table.js';
import type { Standing } from './stand.js';
import type { ReleasedTable } from './stored.js';

/** What is told of the larger sets of a table of answers; null where it is hidden, or there is no such set. */
export interface AnswerWholes {
  /** The kept table of answers without the cut; null of that table itself. */
  uncut: Pick<ReleasedTable, 'people'> | null;
  /** Everybody heard in an engagement, or of them one value of the cut. */
  heard: (engagement: string, value: string | null) => number | null;
}

/**
 * Hides each answer that is more than what is told of its question's base, of a ranked option's first three, of the same answer in all, or of everybody heard there: of the two one
 * stands from the edition before, and no number of people may be above its whole. Which they are follows from what is told alone, so
 * that it tells nothing else.
 * @param standing a table of answers of which figures of the edition before stand
 */
export function answersWithoutAbove(
  standing: Standing,
  questions: AskedQuestions,
  { uncut, heard }: AnswerWholes,
): Standing {
  const { layout, cells, people } = standing;
  const [options, values = [null]] = layout.values as [readonly string[], (readonly string[])?];
  const own = new Map(Array.from(cells, (cell, place) => [cell, people[place]!]));
  const bases = baseOf(questions, options);
  const isAbove = (figure: number, place: number): boolean => {
    const option = Math.floor(cells[place]! / values.length);
    const at = cells[place]! % values.length;
    const [value, base] = [values[at] ?? null, bases[option]!];
    const wholes = [
      ...base.places.map((row) => own.get(row * values.length + at)),
      value === null ? null : uncut?.people([options[option]!]),
      heard(base.engagement, value),
    ];
    return wholes.some((whole) => isLess(whole, figure));
  };
  return hideAbove(standing, isAbove);
}

interface BaseOf {
  engagement: string;
  /** Rows of the base, and of a ranked option's first three; none of the base itself, and of what stands beside it. */
  places: number[];
}

/** Of each row of a table of answers: what it is a part of. */
function baseOf(questions: AskedQuestions, options: readonly string[]): BaseOf[] {
  const rows = new Map(options.map((option, row) => [option, row]));
  const all = options.map((): BaseOf => ({ engagement: '', places: [] }));
  for (const [engagement, asked] of questions)
    for (const { key, options: own } of asked) {
      const base = own.find(({ role }) => role === 'base');
      for (const { code, role } of own) {
        const row = rows.get(optionValue(engagement, key, code));
        const isPart = role === 'option' || role === 'other';
        const wholes = isPart ? [base?.code, heldBy(code)] : [];
        const places = wholes.flatMap((each) =>
          each ? (rows.get(optionValue(engagement, key, each)) ?? []) : [],
        );
        if (row !== undefined) all[row] = { engagement, places };
      }
    }
  return all;
}
