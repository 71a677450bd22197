import type { Guard, LargerSet, ShownSet } from './contract.js';
import type { Figures } from './figures-of.js';

/**
 * Must a cell be hidden because of a larger set that it is part of?
 *
 * 1. Everybody of the larger set but 1 to `margin` people: the difference of the two figures would be a small count.
 * 2. Everybody of it, and the count or its figure is small: whoever is known to be in the larger set is known to have
 *    the cell's value.
 * 3. Its figure is not lower than the larger set's, though other people are in that: since clauses 1 and 2 say that a
 *    shown cell lacks more than `margin` of the larger set's people, two figures that touch would leave only one pair of
 *    counts possible (5 beside 5 can only be 5 of 10), and a chain of three even where two do not.
 *
 * Without the second clause the first backfires: a shown cell next to a shown larger set would say that the difference
 * is none or many, and where it can't be many, that it is none.
 * @param figure what would be shown of the cell
 * @param figures what would be shown of a larger set
 */
export function guarded(
  people: number,
  figure: number,
  larger: readonly LargerSet[],
  guard: Guard,
  figures: Figures,
): boolean {
  for (let at = 0; at < larger.length; at++) {
    const whole = larger[at] as LargerSet;
    const others = whole.people - people;
    if (others > 0 && others <= guard.margin) return true;
    if (people === 0) continue;
    if (others === 0 && Math.min(people, figure) < guard.equalUnder) return true;
    // Further apart than noise and rounding reach, the larger set's figure is the higher one.
    if (!guard.lower || others === 0 || others > figures.reach) continue;
    if (figure >= lowestTold(whole, guard, figures)) return true;
  }
  return false;
}

/** The figure of a larger set, or its count where it may be told as that (see `toldAs`). */
function lowestTold(whole: LargerSet, { ends }: Guard, figures: Figures): number {
  const figure = figures.ofSet(whole);
  return ends && figure - whole.people === figures.end ? whole.people : figure;
}

/**
 * Must a cell be hidden because of cells within it that are told before it? The same three reasons as `guarded`, seen from the
 * larger set: of the pair the one that gives way is hidden.
 */
export function givesWay(
  people: number,
  figure: number,
  smaller: readonly ShownSet[],
  guard: Guard,
  figures: Figures,
): boolean {
  for (let at = 0; at < smaller.length; at++) {
    const part = smaller[at] as ShownSet;
    const others = people - part.people;
    if (part.people === 0 || others > figures.reach) continue;
    if (others === 0 && Math.min(part.people, part.figure) < guard.equalUnder) return true;
    const touch = guard.lower && part.figure >= figure;
    if (others > 0 && (others <= guard.margin || touch)) return true;
  }
  return false;
}
