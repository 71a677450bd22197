import { cellId, type CountCell, type LargerSet } from '#disclosure';
import type { AskedQuestion } from '../ask/results/asked-questions.js';

/** True counts of one engagement's answers: places of options alone, and each value of a cut. */
export interface AnswerCounts {
  /** Everybody heard in the engagement. */
  heard: CountCell | undefined;
  /** By place. */
  options: readonly CountCell[];
  /** Null where nothing is cut. */
  cut: {
    values: readonly string[];
    /** By value: everybody heard there. */
    heard: readonly CountCell[];
    /** By place and value. */
    options: readonly CountCell[];
  } | null;
}

/**
 * The cells of all closed questions of an engagement with their larger sets (rule D of the policy of answers): the option in
 * all, the base among its value, and everybody heard there. Keys are question, option code and value (the empty text uncut).
 */
export function answerCells(questions: readonly AskedQuestion[], counts: AnswerCounts): CountCell[] {
  const options = byKeys(counts.options);
  const whole = (place: string): Counted => options.get(cellId([place]));
  const { cut } = counts;
  if (!cut) return questions.flatMap((question) => ofQuestion(question, '', whole, [counts.heard]));
  const [cells, heard] = [byKeys(cut.options), byKeys(cut.heard)];
  return cut.values.flatMap((value) =>
    questions.flatMap((question) =>
      ofQuestion(
        question,
        value,
        (place) => cells.get(cellId([place, value])),
        [heard.get(cellId([value]))],
        whole,
      ),
    ),
  );
}

/** Code of the other row of a ranked option that holds everybody of this one; null where there is none. */
export const heldBy = (code: string): string | null =>
  code.endsWith('/first') ? code.replace(/first$/, 'top3') : null;

type Counted = CountCell | undefined;

const byKeys = (cells: readonly CountCell[]): Map<string, CountCell> =>
  new Map(cells.map((cell) => [cellId(cell.keys), cell]));

/**
 * @param at what was counted at a place, under the value
 * @param around larger sets of every cell of the question
 * @param whole what was counted at a place without the value
 */
function ofQuestion(
  { key, options }: AskedQuestion,
  value: string,
  at: (place: string) => Counted,
  around: readonly Counted[],
  whole?: (place: string) => Counted,
): CountCell[] {
  const base = options.find(({ role }) => role === 'base');
  const places = new Map(options.map(({ code, place }) => [code, place]));
  return options.map(({ code, role, place }) => {
    const larger = [...around];
    if (whole) larger.push(whole(String(place)));
    // Who did not know, or would not say, is not among those who answered.
    if (base && (role === 'option' || role === 'other')) larger.push(at(String(base.place)));
    // Whoever put it first is among those who put it among the first three.
    const among = places.get(heldBy(code) ?? '');
    if (among !== undefined) larger.push(at(String(among)));
    return cellOf([key, code, value], at(String(place)), larger);
  });
}

const NO_KEYS = { people: 0, submissions: 0, arguments: 0 };

const cellOf = (keys: string[], counted: Counted, larger: readonly Counted[]): CountCell => ({
  ...(counted ?? { submissions: 0, people: 0, arguments: 0, noiseKeys: NO_KEYS }),
  keys,
  larger: larger.map(asLarger),
});

/** Counted people as the set that a smaller one is weighed against; nobody where none were counted. */
export const asLarger = (counted: Counted): LargerSet => ({
  people: counted?.people ?? 0,
  noiseKey: counted?.noiseKeys?.people ?? 0,
});
