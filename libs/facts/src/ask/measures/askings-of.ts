import { countedOptions, type Measure } from '#domain';
import { gapWithin, percentRange, shareOf, type Asking } from '#statements';
import type { MeasuredRow } from '#store';
import type { Counter } from '../counter.js';
import { wholeOf } from '../results/answers-of.js';
import { type ReleasedAnswers, releasedAnswers } from '../results/released-answers.js';
import type { AskedQuestion } from '../results/asked-questions.js';
import type { MeasureAsking } from './measure-shapes.js';
import { seriesOf, type SignedSeries } from './series-of.js';

/** What the answers to one joined question come to: by the options that count, released one by one. */
export async function askingOf(
  counter: Counter,
  measure: Measure,
  row: MeasuredRow,
  series: readonly SignedSeries[],
): Promise<MeasureAsking | null> {
  const question = (await counter.questions()).get(row.engagement)?.find(({ key }) => key === row.question);
  const wording = measure.wordings.find(({ code }) => code === row.wording);
  if (!question || !wording) return null;
  const { vocabulary } = counter;
  const agency = vocabulary.homeOf(row.engagement)?.agency ?? row.engagement.split('/')[0] ?? '';
  const codes = countedOptions(wording, question.options);
  const [all, bySex] = await Promise.all([
    releasedAnswers(counter, row.engagement, null),
    releasedAnswers(counter, row.engagement, 'sex'),
  ]);
  const whole = counted(question, codes, all);
  const women = counted(question, codes, bySex, 'female');
  const men = counted(question, codes, bySex, 'male');
  const told = shareOf({ ...AS_ASKED, ...whole });
  const share = told === null ? null : Math.round(100 * told);
  const range = share === null || whole.answered === null ? null : percentRange(share, whole.answered);
  return {
    agency,
    agencyName: vocabulary.name('agency', agency),
    engagement: row.engagement,
    engagementTitle: vocabulary.name('engagement', row.engagement),
    question: row.question,
    text: question.text,
    wording: row.wording,
    selection: row.selection,
    method: row.method,
    population: vocabulary.isForEverybody(row.engagement) ? 'everybody' : row.communities.join(', '),
    asked: row.asked,
    series: seriesOf(series, row),
    base: whole.answered,
    share,
    low: range?.low ?? null,
    high: range?.high ?? null,
    women: percentOf(women),
    men: percentOf(men),
    gap: gapWithin(women, men),
    reason: row.reason,
  };
}

type Counts = Pick<Asking, 'counted' | 'answered'>;

const AS_ASKED: Asking = {
  agency: '',
  series: null,
  wording: '',
  selection: 'open',
  method: '',
  population: '',
  asked: null,
  counted: null,
  answered: null,
};

function percentOf(counts: Counts): number | null {
  const share = shareOf({ ...AS_ASKED, ...counts });
  return share === null ? null : Math.round(100 * share);
}

/** People of the options that count; null as soon as one of them is hidden. */
function counted(
  question: AskedQuestion,
  codes: readonly string[],
  from: ReleasedAnswers,
  value?: string,
): Counts {
  const { key, options } = question;
  if (value !== undefined && !from.values.includes(value)) return { counted: null, answered: null };
  const figures = options.map(({ code, role }) => ({ role, people: from.people(key, code, value) }));
  const base = figures.find(({ role }) => role === 'base')?.people ?? null;
  const parts = codes.map((code) => from.people(key, code, value));
  return {
    answered: wholeOf(question, { base, options: figures }),
    counted:
      parts.length === 0 || parts.some((part) => part === null)
        ? null
        : parts.reduce<number>((sum, part) => sum + part!, 0),
  };
}

/** The asking as the rules of comparison take it: shares of released people, by the percent that is told. */
export const asAsking = (asking: MeasureAsking): Asking => ({
  agency: asking.agency,
  series: asking.series,
  wording: asking.wording,
  selection: asking.selection,
  method: asking.method,
  population: asking.population,
  asked: asking.asked,
  counted: asking.share === null || asking.base === null ? null : (asking.share * asking.base) / 100,
  answered: asking.base,
});
