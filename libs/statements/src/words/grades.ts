import type { Grade, Wanted } from '../grades/grade.js';

export const GRADE_NAMES: Readonly<Record<Grade, string>> = {
  ready: 'Ready',
  indicative: 'Indicative',
  learning: 'Still learning',
};

const GRADE_WORDS: Readonly<Record<Grade, string>> = {
  ready: 'The computer and people agree well enough that it may be quoted, ranked and compared by ward.',
  indicative:
    'The size is about right; small differences are not to be trusted. Say “about”, and do not rank it: its wards are not compared.',
  learning: 'Not checked enough, or too often wrong: not to be quoted, ranked or compared.',
};

/** What a grade means for whoever reads the figure. */
export const gradeWords = (grade: Grade): string => GRADE_WORDS[grade];

/** "12 more for Policing, of those that the coder gave it": what would lift a grade; null where no more codings would. */
export function wantedWords(theme: string, wanted: Wanted | null): string | null {
  if (!wanted || wanted.yes + wanted.others === 0) return null;
  const parts = [
    ...(wanted.yes > 0 ? [`${wanted.yes} that the coder gave it`] : []),
    ...(wanted.others > 0 ? [`${wanted.others} in which people find it`] : []),
  ];
  return `${wanted.yes + wanted.others} more for ${theme}: ${parts.join(' and ')}`;
}
