import type { ClosedOption, GivenAnswer } from './closed-option.js';

/** So many different numbers are told one by one; more in bands. */
const MOST_NUMBERS = 11;

/**
 * Options of a question whose answers are numbers: one by one where there are few, otherwise round bands whose ends are
 * open, so that the lowest and the highest are never told.
 */
export function numberOptions(given: readonly GivenAnswer[]): ClosedOption[] {
  const groups = given
    .map(({ answer, people }) => ({ answer, people, value: Number(answer) }))
    .filter(({ value }) => Number.isFinite(value))
    .sort((a, b) => a.value - b.value);
  const values = [...new Set(groups.map(({ value }) => value))];
  if (values.length <= MOST_NUMBERS && values.every(Number.isInteger))
    return values.map((value) => ({
      code: `n${value}`.replace('-', 'minus-'),
      label: String(value),
      role: 'option',
      answers: groups.filter((group) => group.value === value).map(({ answer }) => answer),
    }));
  const edges = edgesOf(groups);
  const bandOf = (value: number): number => edges.filter((edge) => value >= edge).length;
  return Array.from({ length: edges.length + 1 }, (_, band) => ({
    code: `band-${band + 1}`,
    label: bandLabel(edges, band),
    role: 'option' as const,
    answers: groups.filter(({ value }) => bandOf(value) === band).map(({ answer }) => answer),
  }));
}

/** Round edges that part the middle nine tenths of the people into about six bands. */
function edgesOf(groups: readonly { value: number; people: number }[]): number[] {
  const all = groups.reduce((sum, { people }) => sum + people, 0);
  const quantile = (share: number): number => {
    let seen = 0;
    for (const { value, people } of groups) if ((seen += people) >= share * all) return value;
    return groups.at(-1)?.value ?? 0;
  };
  const [low, high] = [quantile(0.05), quantile(0.95)];
  const rough = Math.max((high - low) / 6, Number.MIN_VALUE);
  const power = 10 ** Math.floor(Math.log10(rough));
  const width = ([1, 2, 5, 10].find((step) => step * power >= rough) ?? 10) * power;
  const first = Math.ceil(low / width);
  const last = Math.max(first, Math.floor(high / width));
  return Array.from({ length: last - first + 1 }, (_, at) => Number(((first + at) * width).toPrecision(12)));
}

function bandLabel(edges: readonly number[], band: number): string {
  if (band === 0) return `under ${edges[0]}`;
  if (band === edges.length) return `${edges.at(-1)} or more`;
  return `${edges[band - 1]} to under ${edges[band]}`;
}
