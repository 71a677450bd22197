import type { Grade, Wanted } from '../grades/grade.js';
import type { WhyWithheld } from '../grades/tell.js';

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

/** "about 410" of what is only indicative, and "410" of everything else. @param number as it is written */
export const soMany = (number: string, indicative: boolean): string =>
  indicative ? `about ${number}` : number;

/** "12 more for Policing, of those that the coder gave it": what would lift a grade; null where no more codings would. */
export function wantedWords(theme: string, wanted: Wanted | null): string | null {
  if (!wanted || wanted.yes + wanted.others === 0) return null;
  const parts = [
    ...(wanted.yes > 0 ? [`${wanted.yes} that the coder gave it`] : []),
    ...(wanted.others > 0 ? [`${wanted.others} in which people find it`] : []),
  ];
  return `${wanted.yes + wanted.others} more for ${theme}: ${parts.join(' and ')}`;
}

const WITHHELD: Readonly<Record<WhyWithheld, string>> = {
  'still-learning':
    'Still learning: people have not checked enough of what the computer reads as this theme, or found it wrong too often, so no figure is told.',
  'city-only':
    'Indicative: this theme’s size is told for the whole city over the whole time alone, because small differences are not to be trusted.',
  'agency-not-checked':
    'No figure: too few of this agency’s own comments have been checked by people to say how often the computer is right about them.',
  'several-themes': 'No figure of several themes together: look at each by itself.',
  'to-be-re-coded':
    'To be re-coded: the codebook has changed, and people have not yet said again which comments are of this theme.',
};

/** Why a figure of a theme is not told, in a sentence. */
export const withheldWords = (why: WhyWithheld): string => WITHHELD[why];

/** How a corrected share was made. */
export const CORRECTED_METHOD =
  'Percent of released people, corrected by what people found in comments drawn at random; 95% range';
