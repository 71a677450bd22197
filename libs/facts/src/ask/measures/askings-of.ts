import { countedOptions, type Measure } from '#domain';
import { gapWithin, percentRange, type Asking } from '#statements';
import type { MeasuredRow } from '#store';
import type { Counter } from '../counter.js';
import { releasedAnswers } from '../results/released-answers.js';
import type { MeasureAsking } from './measure-shapes.js';
import type { SignedSeries } from '../../groups/signed-series.js';
import { seriesOf } from './series-of.js';
import { shareToldOf } from './share-told.js';

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
  const whole = shareToldOf(question, codes, all);
  const women = shareToldOf(question, codes, bySex, 'female');
  const men = shareToldOf(question, codes, bySex, 'male');
  const { share } = whole;
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
    women: women.share,
    men: men.share,
    gap: gapWithin(women, men),
    reason: row.reason,
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
