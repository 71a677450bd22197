import type { FactDimension } from '../dimensions.js';
import { restName } from '../dimensions.js';
import type { Figure } from './figure-shapes.js';
import { mapInTurns, sortInTurns } from './turns.js';

/** Dimensions whose values have an order of their own: time, age, deprivation, the ladder of participation. */
const ORDINAL: readonly FactDimension[] = ['quarter', 'age-band', 'deprivation', 'participation'];

/**
 * Orders figures by what was released and by names, never by a hidden count: published ones first, then rows that say
 * "not known", then suppressed ones by name. Within these, a dimension with an order of its own keeps it; the others go
 * by most people first, or as listed.
 * @param figures in the order of their dimensions' values
 */
export async function orderFigures(
  figures: readonly Figure[],
  order: 'most-first' | 'as-listed',
): Promise<Figure[]> {
  // Worked out once a figure, not once a comparison: a table has thousands of them.
  const sortable = await mapInTurns(figures.entries(), ([place, figure]): Sortable => ({
    figure,
    place,
    group: group(figure),
    name: folded(nameOf(figure)),
  }));
  const sorted = await sortInTurns(sortable, (a, b) => {
    if (a.group !== b.group) return a.group - b.group;
    if (a.figure.hidden || b.figure.hidden) return compareNames(a, b);
    if (order === 'as-listed') return a.place - b.place;
    return (
      compareOrdinals(a.figure, b.figure) ||
      b.figure.people.value - a.figure.people.value ||
      compareNames(a, b)
    );
  });
  return sorted.map(({ figure }) => figure);
}

interface Sortable {
  figure: Figure;
  place: number;
  group: number;
  name: string;
}

function group(figure: Figure): number {
  if (figure.hidden) return 2;
  return figure.keys.some((key) => restName(key.code) !== null) ? 1 : 0;
}

function compareOrdinals(a: Figure, b: Figure): number {
  for (const [at, key] of a.keys.entries()) {
    const other = b.keys[at]?.code ?? '';
    if ((ORDINAL as readonly string[]).includes(key.dimension) && key.code !== other)
      return key.code < other ? -1 : 1;
  }
  return 0;
}

const compareNames = (a: Sortable, b: Sortable): number =>
  compare(a.name, b.name) || compare(folded(a.figure.id), folded(b.figure.id));

const nameOf = (figure: Figure): string => figure.keys.map((key) => key.name).join(', ');

/** By code unit after folding case: the same on every machine, whatever its locale. */
const folded = (text: string): string => text.toLowerCase();
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
