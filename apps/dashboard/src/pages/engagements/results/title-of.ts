import { plural } from '../../../figures/format';

/** How many questions are told with their answers, or else in people's own words alone; null where none was asked. */
export function titleOf(answered: number, inOwnWords: number): string | null {
  if (answered > 0) return plural(answered, 'question with its answers', 'questions with their answers');
  if (inOwnWords === 0) return null;
  return plural(
    inOwnWords,
    'question that people answered in their own words',
    'questions that people answered in their own words',
  );
}
