import type * as Themes from '#themes';
import type { CoderModel, FewSide, Side } from '#themes';
import type { AnswerWord } from '#store';

import type { OwnText } from './texts.js';

/** How many answers stand on each side. */
export type SideCounts = Record<Side, number>;

/** Where answers stand to what was asked, as far as a coder learnt it of people, for whoever signs it. */
export interface OwnStance {
  /** Codings with a side that it may learn from. */
  codings: number;
  /** So many make it learn. */
  needed: number;
  /** Cohen's kappa with people on those codings, each not seen, and its standard error; null where it has not learnt. */
  kappa: number | null;
  error: number | null;
  /** The same of counted words of praise and blame. */
  rulesKappa: number | null;
  /** Codings with a side that it never learns from, and kappa on them; null where it says nothing. */
  checked: number;
  checkedKappa: number | null;
  /** By theme, the empty code for all answers; empty where it is right too seldom to say. */
  themes: ({ theme: string } & SideCounts)[];
}

/** Sides to learn from: a side stands whatever became of the themes since. */
export function taughtSides(words: readonly AnswerWord[], texts: ReadonlyMap<number, OwnText>): FewSide[] {
  return words.flatMap(({ answer, purpose, side }) => {
    const text = texts.get(answer);
    return text && side && purpose === 'teach' ? [{ ...text, side }] : [];
  });
}

/**
 * What a model makes of sides.
 * @param coded themes and sides of the answers of the codebook's own agency; a person's word stands over the coder's
 * @param again what the model itself says of answers that people coded to check it
 */
export function stanceOf(
  { agreementOfKinds, FEWEST_OF_KINDS, sidesLearnt }: typeof Themes,
  model: CoderModel,
  words: readonly AnswerWord[],
  coded: readonly { answer: number; themes: readonly string[]; side: Side | null }[],
  again: readonly { answer: number; side: Side | null }[],
  themes: readonly string[],
): OwnStance {
  const learnt = sidesLearnt(model);
  const speaks = learnt !== null && learnt.linear !== null;
  const said = new Map(words.flatMap(({ answer, side }) => (side ? [[answer, side] as const] : [])));
  const checked = again.flatMap(({ answer, side }) => {
    const own = said.get(answer);
    return own ? [{ own, side: side ?? '' }] : [];
  });
  const standing = coded.map(({ answer, ...one }) => ({ ...one, side: said.get(answer) ?? one.side }));
  const agreed = agreementOfKinds(
    checked.map(({ own }) => own),
    checked.map(({ side }) => side),
  );
  return {
    codings: words.filter(({ purpose, side }) => purpose === 'teach' && side).length,
    needed: FEWEST_OF_KINDS,
    kappa: learnt?.leftOut.kappa ?? null,
    error: learnt?.leftOut.error ?? null,
    rulesKappa: learnt?.rules.kappa ?? null,
    checked: checked.length,
    checkedKappa: speaks && agreed ? agreed.kappa : null,
    themes: !speaks
      ? []
      : ['', ...themes].map((theme) => ({
          theme,
          ...countsOf(standing.filter((one) => theme === '' || one.themes.includes(theme))),
        })),
  };
}

function countsOf(answers: readonly { side: Side | null }[]): SideCounts {
  const of = (side: Side): number => answers.filter((one) => one.side === side).length;
  return { for: of('for'), against: of('against'), both: of('both'), neither: of('neither') };
}
