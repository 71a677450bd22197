import { createHash } from 'node:crypto';

/** An answer that may be quoted whole: nobody is named in it, and nobody may be in danger. */
export interface QuotableAnswer {
  answer: number;
  text: string;
  /** What a person said it is about. */
  themes: readonly string[];
  /** Its tone as the hub reads it; null: it could not be told. */
  tone: string | null;
  /** It disagrees with what most ask for on its theme. */
  dissents: boolean;
}

export interface ChosenQuote {
  answer: number;
  text: string;
  theme: string;
  /** `against`: it disagrees with what most ask for. */
  stance: 'with' | 'against';
}

const MOST = { with: 2, against: 1 } as const;
const ALL_IS_WELL = 'positive-feels-safe';

/**
 * Words that the made-up agencies let be quoted: of each theme two that ask for more and one that disagrees with them, what speaks of
 * little else first, each answer once. Praise disagrees with nobody, and is none of both. The same answers give the same choice, whatever
 * numbers they bear.
 */
export function chooseQuotes(answers: readonly QuotableAnswer[], themes: readonly string[]): ChosenQuote[] {
  const inOrder = answers
    .filter(({ text }) => text !== text.toUpperCase())
    .map((one) => ({ ...one, place: createHash('sha256').update(`quotes\n${one.text}`).digest('hex') }))
    .sort((a, b) => a.themes.length - b.themes.length || (a.place < b.place ? -1 : 1));
  const taken = new Set<string>();
  return themes.flatMap((theme) =>
    (['against', 'with'] as const).flatMap((stance) =>
      inOrder
        .filter((one) => one.themes.includes(theme) && stanceOf(one) === stance && !taken.has(one.text))
        .slice(0, MOST[stance])
        .map(({ answer, text }) => {
          taken.add(text);
          return { answer, text, theme, stance };
        }),
    ),
  );
}

const stanceOf = ({ themes, tone, dissents }: QuotableAnswer): ChosenQuote['stance'] | null => {
  if (dissents) return 'against';
  return tone === 'positive' || themes.includes(ALL_IS_WELL) ? null : 'with';
};
