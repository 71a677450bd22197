import { hiddenReason } from '#disclosure';
import { inSentence } from '#statements';
import type { Counter } from '../counter.js';
import type { Receipt, ReceiptStep } from '../figure-shapes.js';
import type { Freshness } from '../freshness.js';
import { addsUp, hubSteps } from '../receipt.js';
import type { AskedQuestion } from './asked-questions.js';
import { type Answers, isApart } from './result-shapes.js';

/** What every receipt of an engagement's questions begins with. */
export interface ReceiptOf {
  counter: Counter;
  sources: readonly Freshness[];
  /** Released people of everybody, and of those heard in the engagement; null where hidden. */
  everybody: number | null;
  heard: number | null;
  /** Only whoever chose this answer: what it is called, and how many of those heard there. */
  among: { label: string; people: number | null } | null;
}

/** From the records received to those who answered one question, by differences of released figures. */
export function receiptOf(question: AskedQuestion, all: Answers, of: ReceiptOf): Receipt {
  const { counter, sources, everybody, heard, among } = of;
  const { funnel, edition, policy, versions, vocabulary } = counter;
  const agencies = new Set(counter.sources.map(({ agency }) => agency)).size;
  const steps: ReceiptStep[] = [...hubSteps(funnel, { agencies, dataTo: edition?.dataTo ?? null })];
  const less = (name: string, count: number | null, note: string | null = null): void => {
    steps.push({ name, count, kind: 'less', note });
  };
  if (everybody !== null && everybody !== funnel.people)
    less('Rounding', funnel.people - everybody, 'people in figures are rounded');
  const elsewhere = everybody === null || heard === null ? null : everybody - heard;
  less(`Not heard in ${vocabulary.name('engagement', question.engagement)}`, elsewhere);
  steps.push({ name: 'Heard there', count: heard, kind: 'total', note: null });
  const there = among ? among.people : heard;
  if (among) {
    less('Gave another answer', heard === null || there === null ? null : heard - there);
    steps.push({ name: `Chose “${among.label}”`, count: there, kind: 'total', note: 'on the same sheet' });
  }
  const apart = all.options.filter(({ role }) => isApart(role));
  for (const { label, people } of apart) less(label, people, 'told apart, in no share');
  // Each figure is rounded by itself, so what is left is what is left of the rounded ones.
  const whole = [there, all.base, ...apart.map(({ people }) => people)].every((count) => count !== null);
  const rest = whole ? there! - all.base! - apart.reduce((sum, { people }) => sum + (people ?? 0), 0) : null;
  less('No answer to this question', rest, rest !== null && rest < 0 ? 'rounded; may differ by 5' : null);
  steps.push({
    name: 'Answered',
    count: all.base,
    kind: 'figure',
    note: 'whoever answered more than once counts with the latest answer',
  });
  const home = vocabulary.homeOf(question.engagement)?.agency;
  const counted = new Set(counter.sources.map(({ source }) => source));
  return {
    steps,
    addsUp: funnel.balanced !== false && addsUp(steps),
    filters: [],
    sources: sources.filter(({ source, agency }) => counted.has(source) && agency.code === home),
    versions,
    suppression: policy.guard
      ? `An option stands alone or beside one characteristic, never beside another question. A little is added or taken away, the same wherever these people are counted; then rounded to the nearest ${policy.rounding}. Hidden: ${inSentence(hiddenReason(policy))}`
      : 'Exact, because working figures are not published.',
  };
}
