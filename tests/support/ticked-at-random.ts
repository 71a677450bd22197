import { askFigures, editionSays, type Figure, type FigureQuestion } from '#facts';
import type { Database } from '#store';
import { generator } from './generator.js';

const REPORTS = ['themes-by-community', 'engagement-overview', 'participation-and-reach'] as const;
/** What a reader may tick, in the order of the page. */
const TICKED = ['theme', 'ward', 'agency', 'quarter', 'engagement', 'community', 'age-band', 'sex'] as const;
type Ticked = (typeof TICKED)[number];

export interface TickedAtRandom {
  /** Filter sets that were asked, of which the public may not, or could not, be told. */
  sets: number;
  refused: number;
  figures: number;
  /** Figures of lists, of which a number of people is said. */
  lists: number;
  /** Whatever is called people and is above everybody, or above the whole that it is part of: filter, figure, number, whole. */
  above: string[];
}

/**
 * Asks the latest edition under filter sets drawn at random (one to three dimensions, one to six values or declared groups of each, cut by
 * another dimension or not), as anybody may, and looks at every number that is called people.
 */
export async function tickAtRandom(published: Database, sets: number, seed: number): Promise<TickedAtRandom> {
  const random = generator(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const values = await tickable(published);
  const everybody = (await ask(published, { report: REPORTS[0] }))?.total;
  if (!everybody || everybody.hidden) throw new Error('it is not told how many people there are');
  const told: TickedAtRandom = { sets: 0, refused: 0, figures: 0, lists: 0, above: [] };
  while (told.sets < sets) {
    const filter: Partial<Record<Ticked, string[]>> = {};
    for (let n = 1 + Math.floor(3 * random() ** 1.5); n > 0; n--) {
      const dimension = pick(TICKED);
      const many = 1 + Math.floor(6 * random() ** 2);
      filter[dimension] = [...new Set(Array.from({ length: many }, () => pick(values.get(dimension)!)))];
    }
    // No more than three are told at once.
    const alone = random() < 0.4 || Object.keys(filter).length > 2;
    const by = alone ? [] : [pick(TICKED.filter((each) => !(each in filter)))];
    told.sets += 1;
    const table = await ask(published, { report: pick(REPORTS), by, filter });
    if (!table) {
      told.refused += 1;
      continue;
    }
    const { total } = table;
    for (const figure of [total, ...table.figures]) {
      told.figures += 1;
      told.lists += figure.list ? 1 : 0;
      for (const [number, most] of [...numbersOf(figure, everybody), ...numbersOf(figure, total)])
        if (number > most)
          told.above.push(`${JSON.stringify(filter)} ${figure.id}: ${number} people of ${most}`);
    }
  }
  return told;
}

/** Every number of a figure that is called people, beside the most that it may be: a whole that it is part of. */
function numbersOf(figure: Figure, whole: Figure): [number: number, most: number][] {
  if (whole.hidden) return [];
  const { value, high } = whole.people;
  const bounds = [figure.list?.low, figure.list?.high].filter((bound) => typeof bound === 'number');
  const told = bounds.map((bound): [number, number] => [bound, value]);
  // The range that matching leaves open goes up to that of the whole.
  return figure.hidden ? told : [...told, [figure.people.value, value], [figure.people.high, high]];
}

/** Values and declared groups of each dimension. */
async function tickable(published: Database): Promise<Map<Ticked, string[]>> {
  const { groups } = (await editionSays(published))!;
  const all = new Map<Ticked, string[]>();
  for (const dimension of TICKED) {
    const table = await ask(published, { report: REPORTS[0], by: [dimension] });
    const own = table?.figures.flatMap(({ keys }) => keys.map(({ code }) => code)) ?? [];
    const grouped = groups.filter((group) => group.dimension === dimension).map(({ code }) => code);
    all.set(dimension, [...own, ...grouped]);
  }
  return all;
}

/** Null where it may not be told, or is too much at once. */
async function ask(published: Database, question: FigureQuestion) {
  const answer = await askFigures(published, question, { kind: 'public' });
  return answer.ok ? answer.table : null;
}
