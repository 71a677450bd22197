import { suggestMeasure } from '#domain';
import { type Queryable, readWorkingMeasured } from '#store';
import { workingCounter } from '../counter.js';

/** A question of an own engagement that may ask a measure: a guess, until a person confirms it. */
export interface JoiningSuggestion {
  engagement: string;
  title: string;
  question: string;
  text: string;
  measure: string;
  measureName: string;
  wording: string;
  /** 0 to 1: how alike the words are. */
  alike: number;
}

/**
 * Closed questions of the session's own agencies that may ask a measure and are joined to none, the likeliest first.
 * @param tx a transaction of the workbench role that bears an analyst's session; empty for whoever is none
 */
export async function closedQuestionsToJoin(tx: Queryable): Promise<JoiningSuggestion[]> {
  const counter = await workingCounter(tx);
  if (!counter) return [];
  const joined = new Set(
    (await readWorkingMeasured(tx)).map(({ engagement, question }) => `${engagement}\u0000${question}`),
  );
  const all = [...(await counter.questions()).values()].flat();
  const found = all.flatMap(({ engagement, key, text, options }): JoiningSuggestion[] => {
    if (joined.has(`${engagement}\u0000${key}`)) return [];
    const labels = options.filter(({ role }) => role === 'option').map(({ label }) => label);
    const guess = suggestMeasure(text, labels);
    if (!guess) return [];
    return [
      {
        engagement,
        title: counter.vocabulary.name('engagement', engagement),
        question: key,
        text,
        measure: guess.measure.code,
        measureName: guess.measure.name,
        wording: guess.wording.code,
        alike: guess.alike,
      },
    ];
  });
  return found.sort((a, b) => b.alike - a.alike || (a.engagement < b.engagement ? -1 : 1));
}
