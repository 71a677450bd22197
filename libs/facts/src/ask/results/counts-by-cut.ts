import type { CountCell } from '#disclosure';
import { WARD_AREAS } from '#domain';
import { type AnswerCut, AREA, OPTION } from '../../dimensions.js';
import type { AnswerCounts } from '../../standing/answer-cells.js';
import type { CountFilters, Counter } from '../counter.js';

/**
 * True counts of an engagement's answers by the values of a cut, for an analyst's working figures.
 * @param filters the engagement, and where one is asked about the answer that was chosen
 */
export async function countsByCut(
  counter: Counter,
  by: AnswerCut,
  filters: CountFilters,
): Promise<NonNullable<AnswerCounts['cut']>> {
  if (by === AREA) return countsByArea(counter, filters);
  const heard = await counter.count([by], filters);
  const found = heard.map(({ keys }) => keys[0] ?? '');
  counter.vocabulary.learn(by, found);
  const options = await counter.count([OPTION, by], filters);
  return { values: counter.vocabulary.values(by, []), heard, options };
}

/** Whoever moved between two wards of an area is one person of it, so an area is counted and never added up. */
async function countsByArea(
  counter: Counter,
  filters: CountFilters,
): Promise<NonNullable<AnswerCounts['cut']>> {
  const [heard, options]: [CountCell[], CountCell[]] = [[], []];
  for (const { code, wards } of WARD_AREAS) {
    const there = { ...filters, ward: [...wards] };
    const [all] = await counter.count([], there);
    if (all) heard.push({ ...all, keys: [code] });
    const chosen = await counter.count([OPTION], there);
    options.push(...chosen.map((cell) => ({ ...cell, keys: [...cell.keys, code] })));
  }
  return { values: WARD_AREAS.map(({ code }) => code), heard, options };
}

/** Name of a value of a cut; of an area as the edition declared it. */
export function cutValueName({ vocabulary }: Counter, by: AnswerCut, code: string): string {
  if (by !== AREA) return vocabulary.name(by, code);
  return vocabulary.group('ward', code)?.name ?? WARD_AREAS.find((area) => area.code === code)?.name ?? code;
}
