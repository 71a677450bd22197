import { labelKey } from '../mapping/labels.js';
import type { ColumnProfile } from './profile.js';
import { isScaleStep } from '#domain';
import { isDecimal, isInteger } from './shapes.js';

const FIGURES =
  /\btotals?\b|\bresponses?\b|\beligible\b|percentage|\bper ?cent\b|%|\brate\b|\bcount\b|\bnumber of\b|\bpositive\b|\bnegative\b|\bsum\b|\bbase\b|\bmean\b/;
const BODIES =
  /\b(trust|practice|provider|organisation|org|ics|icb|site|region|area|ward|local authority|la|council|force|code|name|month|quarter|period|year|division|department|team|service)\b/;

/**
 * Is this a table of counts about organisations, places or months rather than of people? Nearly every column that is no name
 * of a body holds figures, and their labels are totals, percentages or the steps of a scale.
 * @returns one sentence why, or null
 */
export function aggregatesReason(
  labels: readonly string[],
  profiles: readonly ColumnProfile[],
): string | null {
  const filled = profiles.flatMap((profile, at) =>
    profile.filled > 0 ? [{ profile, key: labelKey(labels[at]!) }] : [],
  );
  const numeric = filled.filter(({ profile }) => profile.share(isDecimal) > 0.75);
  const others = filled.filter((column) => !numeric.includes(column));
  if (numeric.length < 3 || filled.length < 4) return null;
  const figures = numeric.filter(({ key }) => FIGURES.test(key) || isScaleStep(lastPart(key)));
  const bodies = others.filter(({ key }) => BODIES.test(key));
  const counts = numeric.some(
    ({ profile }) => profile.share((value) => isInteger(value) && Number(value) > 1) > 0.3,
  );
  const text = others.some(({ profile }) => profile.meanLength > 60);
  if (!counts || text) return null;
  if (
    figures.length >= 3 &&
    figures.length >= 0.5 * numeric.length &&
    bodies.length >= 1 &&
    others.length <= 6
  )
    return 'This is a table of totals: each row counts the answers of many people and none is one person’s. The hub takes answers, not totals.';
  return null;
}

const lastPart = (key: string): string =>
  key
    .split(/ - |: /)
    .at(-1)!
    .trim();
