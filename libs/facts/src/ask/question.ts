import { type Dimension, FACT_DIMENSIONS, type FactDimension, isDimension } from '../dimensions.js';
import type { FigureFilter, FigureQuestion, FigureRefusalCode } from './figure-shapes.js';
import { type EditionGroup, isToldOfEngagements } from '../groups/declare.js';
import type { Report } from '../reports/contract.js';
import type { Vocabulary } from './vocabulary.js';

/** A question that can be answered: dimensions allowed, values known, filters sorted so that equal questions are equal. */
export interface Asked {
  report: Report;
  by: readonly Dimension[];
  filter: Filters;
}
export type Filters = Partial<Record<FactDimension, string[]>>;

export interface Refusal {
  ok: false;
  code: FigureRefusalCode;
  reason: string;
}
export const refuse = (code: FigureRefusalCode, reason: string): Refusal => ({ ok: false, code, reason });

const MOST_DIMENSIONS = 2;
/** More values of one dimension than this are a table of their own: cut by it instead. */
const MOST_VALUES = 500;

/** Checks what is asked against the report and the values that there are. */
export function checkQuestion(
  question: FigureQuestion,
  report: Report,
  vocabulary: Vocabulary,
): { ok: true; asked: Asked } | Refusal {
  const by = question.by && question.by.length > 0 ? question.by : [report.own[0]];
  const filter = withCommunities(withPlainThemes(question.filter ?? {}, vocabulary), vocabulary);
  const problem = dimensionProblem(by, report) ?? filterProblem(filter, report, vocabulary);
  if (problem) return problem;
  return { ok: true, asked: { report, by, filter: tidy(filter, by, vocabulary) } };
}

/** A theme may be named with its codebook (`safer-plymouth/litter`) or by its plain code. */
const withPlainThemes = (filter: FigureFilter, vocabulary: Vocabulary): FigureFilter =>
  filter.theme ? { ...filter, theme: filter.theme.map((code) => vocabulary.plainTheme(code)) } : filter;

/** Communities by the codes that the edition counts them by; one that is told under another code is none. */
const withCommunities = (filter: FigureFilter, vocabulary: Vocabulary): FigureFilter =>
  filter.community
    ? { ...filter, community: filter.community.map((code) => vocabulary.askedCommunity(code) ?? '') }
    : filter;

function dimensionProblem(by: readonly Dimension[], report: Report): Refusal | null {
  if (by.length > MOST_DIMENSIONS)
    return refuse('too-many-dimensions', `Figures are cut by at most ${MOST_DIMENSIONS} dimensions at once.`);
  for (const dimension of by)
    if (!isDimension(dimension) || !report.dimensions.includes(dimension))
      return refuse('unknown-dimension', `“${report.title}” can't be cut by ${String(dimension)}.`);
  // A person is in several communities at once, so two communities meet; of everything else there is one.
  if (by.length === 2 && by[0] === by[1] && by[0] !== 'community')
    return refuse('unknown-dimension', `Figures can't be cut twice by ${by[0]}.`);
  return null;
}

function filterProblem(filter: FigureFilter, report: Report, vocabulary: Vocabulary): Refusal | null {
  for (const [name, values] of Object.entries(filter)) {
    const dimension = name as FactDimension;
    if (!values || values.length === 0) continue;
    if (!FACT_DIMENSIONS.includes(dimension) || !report.dimensions.includes(dimension))
      return refuse('unknown-dimension', `“${report.title}” can't be filtered by ${name}.`);
    if (values.length > MOST_VALUES)
      return refuse('unknown-value', `At most ${MOST_VALUES} values of ${name} are asked for at once.`);
    const unknown = values.findIndex((value) => !vocabulary.has(dimension, value));
    // What was asked is not repeated: it may be anything, and of any length.
    if (unknown >= 0)
      return refuse('unknown-value', `There is no such ${name} in these figures (value ${unknown + 1}).`);
  }
  return null;
}

function tidy(filter: FigureFilter, by: readonly Dimension[], vocabulary: Vocabulary): Filters {
  const ofEngagements = by.includes('engagement') || (filter.engagement ?? []).length > 0;
  const tidied: Filters = {};
  for (const dimension of FACT_DIMENSIONS) {
    const values = filter[dimension];
    if (values && values.length > 0 && !isEverybody(dimension, values, vocabulary))
      tidied[dimension] = asGroup(
        dimension,
        [...new Set(values)].sort(),
        vocabulary
          .groups(dimension)
          .filter((group) => dimension !== 'quarter' || !ofEngagements || isToldOfEngagements(group)),
        vocabulary,
      );
  }
  return tidied;
}

/**
 * Do the values hold everybody there is? Then they are no filter: the answer is the whole itself, as exact as it is. Quarters come from the
 * facts and are not known here.
 */
function isEverybody(dimension: FactDimension, values: readonly string[], vocabulary: Vocabulary): boolean {
  if (dimension === 'quarter' || values.length < 2) return false;
  return vocabulary
    .values(dimension, [])
    .every((code) => values.some((each) => vocabulary.holds(dimension, each, code)));
}

/**
 * Values that together are a declared group are that group, counted as distinct people; what a ticked group holds need not be
 * ticked beside it.
 */
function asGroup(
  dimension: FactDimension,
  values: string[],
  groups: readonly EditionGroup[],
  vocabulary: Vocabulary,
): string[] {
  const ticked = new Set(values);
  const same = groups.find(
    (group) => group.values.length === values.length && group.values.every((value) => ticked.has(value)),
  );
  if (same) return [same.code];
  const chosen = groups.filter(({ code }) => ticked.has(code));
  const held = (value: string): boolean =>
    chosen.some(
      (group) =>
        group.code !== value &&
        (group.values.includes(value) ||
          (vocabulary.group(dimension, value)?.values.every((inner) => group.values.includes(inner)) ??
            false)),
    );
  return values.filter((value) => !held(value));
}
