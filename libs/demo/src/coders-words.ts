import type { CityPlan, Submission } from './generate/plan.js';
import { Random } from './random.js';

/** What two made-up coders said of one answer sheet. */
export interface CodersWord {
  source: string;
  externalId: string;
  first: string[];
  second: string[];
  /** It disagrees with what most say of its theme. */
  dissents: boolean;
}

/** How often a coder overlooks a theme, and how often one sees a theme that is not there. */
const CODERS = { first: { misses: 0.02, adds: 0.01 }, second: { misses: 0.08, adds: 0.05 } } as const;

/**
 * Two coders of the demonstration city, who mostly but not always agree with what the comments were made to say. They
 * do not exist. Same plan, same words.
 */
export function codersWords(plan: CityPlan): CodersWord[] {
  const random = new Random(plan.seed, 'coders');
  const written = plan.submissions.filter((submission) => submission.texts.length > 0 && !submission.spoilt);
  const themes = [...new Set(written.flatMap(themesOf))].sort();
  return written.map((submission) => {
    const meant = themesOf(submission);
    const word = ({ misses, adds }: { misses: number; adds: number }): string[] => {
      const seen = meant.filter(() => !random.chance(misses));
      if (random.chance(adds)) seen.push(random.pick(themes));
      return [...new Set(seen)].sort();
    };
    return {
      source: submission.engagement.source,
      externalId: submission.externalId,
      first: word(CODERS.first),
      second: word(CODERS.second),
      dissents: submission.texts.some(({ dissents }) => dissents === true),
    };
  });
}

const themesOf = (submission: Submission): string[] => [
  ...new Set(submission.texts.flatMap((text) => text.themes)),
];
