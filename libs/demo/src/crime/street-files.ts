import { CRIME_KINDS, monthsBetween, smallAreasOf, type CrimeKind } from '#domain';
import { csv } from '../deliveries/csv.js';
import type { DemoDelivery } from '../deliveries/deliveries.js';
import { Random } from '../random.js';
import { BY_KIND, BY_MONTH, FIRST_MONTH, LAST_MONTH } from './figures.js';

/** Submissions of a city whose crimes are as many as were published; a smaller one has fewer in proportion. */
const WHOLE_CITY = 20_000;
/** A force's file holds its whole county: one row in so many lies elsewhere, and one in so many has no place. */
const ELSEWHERE = 60;
const NO_PLACE = 150;

/**
 * Street-level files of the demonstration's police, one a year. How many were recorded in a ward in a month is what was published; each
 * single record, its kind, street and point are made up, and bear the word synthetic.
 * @param size submissions of the city
 */
export function streetCrimeFiles(seed: number, size: number): DemoDelivery[] {
  const random = new Random(seed, 'street-crime');
  const months = monthsBetween(FIRST_MONTH, LAST_MONTH);
  const years = [...new Set(months.map((month) => month.slice(0, 4)))];
  return years.map((year) => {
    const rows = months.flatMap((month, at) =>
      month.startsWith(year) ? rowsOf(month, at, size, random) : [],
    );
    const file = { name: `${year}-synthetic-street.csv`, mediaType: 'text/csv', bytes: csv(HEADINGS, rows) };
    return { source: STREET_CRIME, file, rows: rows.length };
  });
}

/** Code of the source that pushes them. */
export const STREET_CRIME = 'police-street-crime';

const HEADINGS = [
  'Crime ID',
  'Month',
  'Reported by',
  'Falls within',
  'Longitude',
  'Latitude',
  'Location',
  'LSOA code',
  'LSOA name',
  'Crime type',
  'Last outcome category',
  'Context',
];
const FORCE = 'Devon and Cornwall Police (demonstration)';

type Row = (string | null)[];

function rowsOf(month: string, at: number, size: number, random: Random): Row[] {
  const rows = Object.entries(BY_MONTH).flatMap(([ward, counts]) => {
    const count = Math.round(((counts[at] ?? 0) * Math.min(size, WHOLE_CITY)) / WHOLE_CITY);
    const areas = smallAreasOf(ward);
    return Array.from({ length: count }, (_, n) =>
      rowOf(month, areas[n % areas.length] ?? '', kindFor(BY_KIND[ward] ?? [], random), `${ward}-${n}`),
    );
  });
  const beside = rows.flatMap((_, n): Row[] => [
    ...(n % ELSEWHERE === 0 ? [rowOf(month, 'E01099001', CRIME_KINDS[2]!, `elsewhere-${n}`)] : []),
    ...(n % NO_PLACE === 0 ? [rowOf(month, '', CRIME_KINDS[4]!, `no-place-${n}`)] : []),
  ]);
  return [...rows, ...beside];
}

function kindFor(shares: readonly number[], random: Random): CrimeKind {
  let left = random.int(shares.reduce((sum, share) => sum + share, 0));
  const found = CRIME_KINDS.find((_, at) => (left -= shares[at] ?? 0) < 0);
  return found ?? CRIME_KINDS.at(-1)!;
}

/** Incidents of anti-social behaviour bear no id, as the police publish them. */
const rowOf = (month: string, area: string, kind: CrimeKind, id: string): Row => [
  kind.code === 'anti-social-behaviour' ? '' : `synthetic-${month}-${id}`,
  month,
  FORCE,
  FORCE,
  '',
  '',
  area === '' ? 'No Location' : 'On or near Synthetic Street',
  area,
  '',
  kind.name,
  '',
  'Synthetic',
];
