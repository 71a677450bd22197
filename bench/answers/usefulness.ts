import { percentages } from '#statements';
import { type Cut, CUTS, type MadeUpAnswers } from './made-up-answers.js';
import type { AnswerCell } from './published-answers.js';

/** Share of cells with people that are hidden, by cut; `none` is everybody. */
export type HiddenShares = Record<Cut | 'none', number>;

export function hiddenShares(cells: readonly AnswerCell[]): HiddenShares {
  const of = (cut: Cut | null): number => {
    const peopled = cells.filter(
      (cell) => cell.cut === cut && /^\d+$/.test(cell.code) && cell.question !== null && cell.people > 0,
    );
    return peopled.filter(({ released }) => released.hidden).length / Math.max(1, peopled.length);
  };
  return Object.fromEntries([['none', of(null)], ...CUTS.map((cut) => [cut, of(cut)])]) as HiddenShares;
}

/** Released bases, from and to before. */
export const BASES = [[50, 100], [100, 200], [200, 500], [500, Infinity]] as const; // prettier-ignore

/** Points that a shown percentage is out by, in order of size, for each range of released bases. */
export function errorsByBase({ options }: MadeUpAnswers, cells: readonly AnswerCell[]): number[][] {
  const found: number[][] = BASES.map(() => []);
  const groups = new Map<string, AnswerCell[]>();
  for (const cell of cells) {
    if (cell.question === null) continue;
    const name = `${cell.question}|${cell.cut ?? ''}|${cell.value}`;
    groups.set(name, [...(groups.get(name) ?? []), cell]);
  }
  for (const group of groups.values()) {
    const base = group.find(({ code }) => code === 'answered')!;
    if (base.released.hidden || base.people === 0) continue;
    const released = base.released.people;
    const range = BASES.findIndex(([from, to]) => released >= from && released < to);
    const chosen = group.filter(({ code }) => Number(code) < options[base.question!]!);
    const shares = percentages(
      chosen.map((cell) => ({
        code: cell.code,
        people: cell.released.hidden ? null : cell.released.people,
      })),
      released,
    );
    if (!shares || range < 0) continue;
    shares.options.forEach(({ percent }, at) => {
      if (percent !== null) found[range]!.push(Math.abs(percent - (100 * chosen[at]!.people) / base.people));
    });
  }
  return found.map((errors) => errors.sort((a, b) => a - b));
}
