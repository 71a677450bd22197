import { questionsAsked } from '#demo';
import { suggestMeasure } from '#domain';
import { type Database, joinMeasured } from '#store';

/** Left for a person to confirm, so that the page of suggestions has something to show. */
const LEFT_OPEN = /^safer-plymouth-2024 (area-satisfaction|together)$/;

/** Joins the city's questions to measures where they are asked word for word, in the demonstration's own name. */
export async function joinQuestions(worker: Database): Promise<void> {
  const joined = questionsAsked().flatMap(({ agency, engagement, question, text, options }) => {
    const guess = suggestMeasure(text, options);
    if (guess?.alike !== 1 || LEFT_OPEN.test(`${engagement} ${question}`)) return [];
    const { measure, wording } = guess;
    const reason = 'Word for word the wording of the measure, with its answers (demonstration)';
    return [
      {
        agency,
        engagement,
        question,
        measure: measure.code,
        wording: wording.code,
        selection: 'open' as const,
        reason,
      },
    ];
  });
  await worker.transaction((tx) => joinMeasured(tx, joined, 'demonstration'));
}
