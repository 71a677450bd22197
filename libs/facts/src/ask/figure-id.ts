import { type Dimension, FACT_DIMENSIONS, type FactDimension, isDimension } from '../dimensions.js';
import type { FigureFilter } from './figure-shapes.js';
import type { Filters } from './question.js';

/**
 * A figure's id: report, keys after `/`, filters after `;`, e.g. `themes-by-community/theme=litter;ward=E05002078+E05002079`.
 * The total of a table has no keys. Codes are percent-encoded where they hold a sign of the id's own.
 */
export const writeFigureId = (report: string, keys: readonly KeyOfId[], filter: Filters): string =>
  figureIds(report, filter)(keys);

interface KeyOfId {
  dimension: Dimension;
  code: string;
}

/** Ids of the figures of one table: what they have in common is written once. */
export function figureIds(report: string, filter: Filters): (keys: readonly KeyOfId[]) => string {
  const filters = Object.entries(filter)
    .map(([dimension, values]) => `;${dimension}=${values.map(encode).join('+')}`)
    .join('');
  const written = new Map<string, string>();
  const writtenKey = ({ dimension, code }: KeyOfId): string => {
    const plain = `/${dimension}=${code}`;
    const known = written.get(plain) ?? `/${dimension}=${encode(code)}`;
    written.set(plain, known);
    return known;
  };
  return (keys) => report + keys.map(writtenKey).join('') + filters;
}

export interface FigureAddress {
  report: string;
  by: Dimension[];
  filter: FigureFilter;
}

/** What to ask to get the figure again; null for what is no figure's id. */
export function readFigureId(id: string): FigureAddress | null {
  const [path = '', ...filters] = id.split(';');
  const [report = '', ...keys] = path.split('/');
  const by: Dimension[] = [];
  const filter: Record<string, string[]> = {};
  for (const key of keys) {
    const dimension = key.slice(0, key.indexOf('='));
    if (!isDimension(dimension)) return null;
    by.push(dimension);
  }
  for (const part of filters) {
    const at = part.indexOf('=');
    const dimension = part.slice(0, at) as FactDimension;
    if (at < 0 || !FACT_DIMENSIONS.includes(dimension)) return null;
    const values = part
      .slice(at + 1)
      .split('+')
      .map(decode);
    if (values.some((value) => value === null)) return null;
    filter[dimension] = values as string[];
  }
  return report ? { report, by, filter } : null;
}

const encode = (code: string): string => encodeURIComponent(code).replaceAll('%3A', ':');

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
