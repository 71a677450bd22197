import { Z95 } from '../interval/normal.js';

export interface LeadingOption {
  label: string;
  /** Whole percent of those who answered; null where hidden. */
  percent: number | null;
}

/** Answers that stand clearly before all others, most first; empty where none does; null where a hidden one may stand before all. */
export type Leading = readonly { label: string; percent: number }[] | null;

/** Noise and rounding of two released counts. */
const RELEASED = 2 * (2 + 25 / 12);
/** More than these together are no answer that leads. */
const MOST_LEADING = 2;

/**
 * Which answers were given most (one, or two that are like each other), where that is more than chance: the last of them
 * differs from the next by over 1.96 standard errors. Of one choice two shares lean on each other, var(p1 - p2) = (p1 + p2 -
 * (p1 - p2)^2) / n; of several ticks they are taken as independent, which errs to silence. A hidden option is taken to be as
 * large as what the shown ones leave; of several ticks as everybody, for what nearly everybody ticked is hidden too.
 * @param base released people who answered
 */
export function leadingAnswers(options: readonly LeadingOption[], base: number, several: boolean): Leading {
  const shown = options
    .flatMap(({ label, percent }) => (percent === null ? [] : [{ label, percent }]))
    .sort((a, b) => b.percent - a.percent);
  if (shown.length === 0 || base <= 0) return [];
  const rest = several ? 100 : Math.max(0, 100 - shown.reduce((sum, { percent }) => sum + percent, 0));
  const hidden = options.length > shown.length ? rest : 0;
  for (let many = 1; many <= Math.min(MOST_LEADING, options.length - 1); many++) {
    const last = shown[many - 1];
    if (!last) return [];
    const next = Math.max(shown[many]?.percent ?? 0, hidden);
    if (isMore(last.percent / 100, next / 100, base, several)) return shown.slice(0, many);
  }
  return hidden > shown[0]!.percent ? null : [];
}

function isMore(first: number, second: number, base: number, several: boolean): boolean {
  const difference = first - second;
  const chance = several
    ? (first * (1 - first) + second * (1 - second)) / base
    : (first + second - difference ** 2) / base;
  return difference > Z95 * Math.sqrt(chance + RELEASED / base ** 2);
}
