import type { Codebook } from '#domain';

import type { OwnStance } from './sides.js';

/** How a version of a codebook codes its answers, for whoever signs it. */
export interface OwnCodingResult {
  answers: number;
  /** Answers with no theme, with one, with two, with more. */
  none: number;
  one: number;
  two: number;
  more: number;
  themes: { theme: string; answers: number }[];
  /** Pairs that stand together in most, of the smaller theme. */
  together: { a: string; b: string; answers: number }[];
  /** Codings that it learned from, and micro F1 on those of them that it did not see. */
  codings: number;
  leftOut: number | null;
  /** Codings that it never learns from, and micro F1 on them. */
  checked: number;
  f1: number | null;
  /** Absent in results of before. */
  stance?: OwnStance;
}

/** What a version makes of the answers of the codebook's own agency, people's words included. */
export function resultOf(
  coded: readonly { themes: string[] }[],
  { themes }: Codebook,
): Omit<OwnCodingResult, 'codings' | 'leftOut' | 'checked' | 'f1' | 'stance'> {
  const withSo = (n: number): number => coded.filter((one) => one.themes.length === n).length;
  const has = (theme: string): number => coded.filter((one) => one.themes.includes(theme)).length;
  const codes = themes.map(({ code }) => code);
  const together = codes
    .flatMap((a, i) =>
      codes.slice(i + 1).map((b) => ({
        a,
        b,
        answers: coded.filter((one) => one.themes.includes(a) && one.themes.includes(b)).length,
      })),
    )
    .filter(({ answers }) => answers > 0)
    .sort((x, y) => y.answers - x.answers || (x.a < y.a ? -1 : 1))
    .slice(0, 5);
  const [none, one, two] = [withSo(0), withSo(1), withSo(2)];
  return {
    answers: coded.length,
    none,
    one,
    two,
    more: coded.length - none - one - two,
    themes: codes.map((theme) => ({ theme, answers: has(theme) })),
    together,
  };
}
