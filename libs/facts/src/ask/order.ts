import type { FactDimension } from '../dimensions.js';
import { restName } from '../dimensions.js';
import type { Figure } from './figure-shapes.js';

/** Dimensions whose values have an order of their own: time, age, deprivation, the ladder of participation. */
const ORDINAL: readonly FactDimension[] = ['quarter', 'age-band', 'deprivation', 'participation'];

/**
 * Orders figures by what was released and by names, never by a hidden count: published ones first, then rows that say
 * "not known", then suppressed ones by name. Within these, a dimension with an order of its own keeps it; the others go
 * by most people first, or as listed.
 * @param position place of each figure in the order of its dimensions' values
 */
export function orderFigures(
  figures: readonly Figure[],
  order: 'most-first' | 'as-listed',
  position: ReadonlyMap<Figure, number>,
): Figure[] {
  return [...figures].sort((a, b) => {
    const byGroup = group(a) - group(b);
    if (byGroup !== 0) return byGroup;
    if (a.hidden || b.hidden) return compareNames(a, b);
    const listed = (position.get(a) ?? 0) - (position.get(b) ?? 0);
    if (order === 'as-listed') return listed;
    return compareOrdinals(a, b) || b.people.value - a.people.value || compareNames(a, b);
  });
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

function compareNames(a: Figure, b: Figure): number {
  return compare(nameOf(a), nameOf(b)) || compare(a.id, b.id);
}

const nameOf = (figure: Figure): string => figure.keys.map((key) => key.name).join(', ');

/** By code unit after folding case: the same on every machine, whatever its locale. */
function compare(a: string, b: string): number {
  const [left, right] = [a.toLowerCase(), b.toLowerCase()];
  return left < right ? -1 : left > right ? 1 : 0;
}
