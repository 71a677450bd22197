import { ANSWER_CUTS, type Answers, askResults, listQuestions, type QuestionResult } from '#facts';
import type { Database } from '#store';

export interface AnswersLookedAt {
  /** Figures of options, alone and by each cut, that are told. */
  figures: number;
  /** Cuts of a question that are told. */
  cuts: number;
  /** Whatever is above its question's base, above the same answer in all, or above everybody heard: question, cut, option, number, whole. */
  above: string[];
}

/** Asks every closed question of an edition alone and by every cut, as anybody may, and looks at every number of people. */
export async function answersAbove(published: Database, edition: number): Promise<AnswersLookedAt> {
  const questions = (await listQuestions(published, { edition })) ?? [];
  const looked: AnswersLookedAt = { figures: 0, cuts: 0, above: [] };
  for (const engagement of new Set(questions.map((question) => question.engagement)))
    for (const by of [null, ...ANSWER_CUTS]) {
      const answer = await askResults(published, { engagement, edition, by }, { kind: 'public' });
      // Without areas there is nothing of them to ask.
      if (!answer.ok) continue;
      const { heard } = answer.results;
      for (const question of [...answer.results.questions, ...answer.results.themed]) {
        looked.cuts += question.cut.length > 0 ? 1 : 0;
        lookAt(looked, question, question.all, heard, `${engagement} ${question.key}`);
        for (const { code, answers } of question.cut)
          lookAt(looked, question, answers, heard, `${engagement} ${question.key} ${by} ${code}`);
      }
    }
  return looked;
}

function lookAt(
  looked: AnswersLookedAt,
  { all }: QuestionResult,
  answers: Answers,
  heard: number | null,
  where: string,
): void {
  const check = (
    code: string,
    people: number | null,
    wholes: readonly (number | null | undefined)[],
  ): void => {
    if (people === null) return;
    looked.figures += 1;
    for (const whole of wholes)
      if (typeof whole === 'number' && people > whole)
        looked.above.push(`${where} ${code}: ${people} people of ${whole}`);
  };
  check('answered', answers.base, [heard, all.base]);
  for (const { code, people, role } of answers.options) {
    const inAll = all.options.find((option) => option.code === code)?.people;
    const among = answers.options.find((option) => option.code === code.replace(/\/first$/, '/top3'));
    check(code, people, [
      heard,
      inAll,
      among?.people,
      ...(role === 'option' || role === 'other' ? [answers.base] : []),
    ]);
  }
}
