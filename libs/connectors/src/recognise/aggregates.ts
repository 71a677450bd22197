import { labelKey } from '../mapping/labels.js';
import type { ColumnProfile } from './profile.js';
import { isScaleStep } from '#domain';
import type { GridRow } from '../reading/grid.js';
import { characteristicNamed } from './characteristic-labels.js';
import { namesField } from './fields.js';
import { isDecimal, isInteger } from './shapes.js';
import { textOf } from './sheet.js';
import { ASKS } from './words.js';

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
  const numeric = filled.filter(({ profile }) => profile.share(isFigure) > 0.75);
  const others = filled.filter((column) => !numeric.includes(column));
  if (isCrossTable(filled, numeric)) return TOTALS;
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
    return TOTALS;
  return null;
}

const TOTALS =
  'This is a table of totals: each row counts the answers of many people and none is one person’s. The hub takes answers, not totals.';
const isFigure = (value: string): boolean => isDecimal(value) || /^-?[\d,]+(\.\d+)?\s?%?$/.test(value);
const SUMMED =
  /^((grand |sub-?)?totals?|base|answered|skipped|mean|average|net|all( respondents)?|no\.? of responses)\b/i;
/** A table of answers to one or a few questions is no longer. */
const MOST_LINES = 60;

type Filled = { profile: ColumnProfile; key: string };

/** Answers or questions down the side, figures in every other column: one row an answer, and how many gave it. */
function isCrossTable(filled: readonly Filled[], numeric: readonly Filled[]): boolean {
  const [side] = filled;
  if (!side || numeric.length < 2 || numeric.length !== filled.length - 1 || numeric.includes(side))
    return false;
  const lines = side.profile.values();
  if (!side.profile.unique || side.profile.rows > MOST_LINES || lines.length < 2) return false;
  const steps = lines.filter((line) => isScaleStep(line) || SUMMED.test(line));
  const asked = lines.filter((line) => ASKS.test(line.toLowerCase()));
  const told = numeric.some(({ key }) => FIGURES.test(key)) || lines.some((line) => SUMMED.test(line));
  const stepped = numeric.filter(({ key }) => isScaleStep(lastPart(key)));
  return (
    (told && steps.length >= 0.5 * lines.length) ||
    (asked.length >= 0.5 * lines.length && stepped.length >= 2)
  );
}

/** The summary that a survey tool writes, question under question: "Answer Choices | Responses". */
export function summaryReason(rows: Iterable<GridRow>): string | null {
  let seen = 0;
  for (const { cells } of rows) {
    if (++seen > 100) return null;
    const texts = cells.map(textOf);
    const choices = texts.some((text) => /^answer (choices?|options?)$/i.test(text));
    if (choices && texts.some((text) => /^response(s|( (percent(age)?|count|total)s?))$/i.test(text)))
      return TOTALS;
  }
  return null;
}

/**
 * Do people stand in the columns and questions in the rows?
 * @returns one sentence with what to do, or null
 */
export function turnedReason(labels: readonly string[], profiles: readonly ColumnProfile[]): string | null {
  const [first, ...others] = labels;
  if (first === undefined || others.length < 5) return null;
  const people = others.filter((label) =>
    /^(respondents?|person|people|participant|response|form|card|resident|family|household|caller|call|interview|tenant|carer|parent|patient|pupil|student|member|visitor|p|r|n|no\.?|#)?[ .:_-]*\d+$/i.test(
      label.trim(),
    ),
  );
  const asked = profiles[0]!.values();
  const questions = asked.filter(
    (text) =>
      ASKS.test(text.toLowerCase()) ||
      namesField(text.toLowerCase()) ||
      characteristicNamed(text.toLowerCase()) !== null,
  );
  if (people.length < 0.8 * others.length || asked.length < 2 || questions.length < 0.6 * asked.length)
    return null;
  return 'People stand in the columns and questions in the rows. Turn the sheet (copy it, and paste it transposed) and send it again.';
}

const lastPart = (key: string): string =>
  key
    .split(/ - |: /)
    .at(-1)!
    .trim();
