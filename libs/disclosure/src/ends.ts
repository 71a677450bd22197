import type { CountCell, DisclosurePolicy } from './contract.js';
import type { Figures } from './figures-of.js';

/** How far a figure lies above its count; below it where negative. */
const above = (people: number, figure: number): number => figure - people;

/**
 * The figure that is told of a count, so that no sum leaves one count possible. A figure lies at most `figures.end` from its count. Where a whole
 * lies so far one way and each of its parts as far the other, only one count of each is left: 2,365 and 2,335 told as 2,360 and 2,330,
 * of 4,700 told as 4,705. So of a cell and a set that holds it which lie at opposite ends, one is told as it is: the cell, or where
 * the larger set gives way to the cell, that. Whichever sum they are of, it is then no longer at its end; nothing is hidden,
 * and a figure that is nearer the truth stays within the bounds that everybody knows, so nobody can tell which it was.
 *
 * The same people must not be told as two figures, one of which was moved: of two such sets at an end the smaller is hidden.
 * @param figure what would be shown of the cell otherwise
 * @returns null where it is hidden
 */
export function toldAs(
  cell: CountCell,
  figure: number,
  policy: DisclosurePolicy,
  figures: Figures,
): number | null {
  const { people, larger = [], smaller = [] } = cell;
  const off = above(people, figure);
  if (!policy.guard?.ends || people === 0 || Math.abs(off) !== figures.end || people % policy.rounding !== 0)
    return figure;
  if (larger.some((whole) => whole.people === people) || smaller.some((part) => part.people === people))
    return null;
  const opposite =
    larger.some((whole) => above(whole.people, figures.ofSet(whole)) === -off) ||
    smaller.some(
      (part) => above(part.people, part.figure) === -off || (off < 0 && isFewest(part.people, policy)),
    );
  return opposite ? people : figure;
}

/**
 * Must a cell of the fewest people that are told be hidden, because a larger set lies as far above its figure as it can? Parts
 * that are told are known to be no smaller: three of five people within fifteen that are told as ten can only be five each. No other
 * figure of the cell would change that.
 * @param threshold of the cell
 */
export function atTheFewest(
  { people, larger = [] }: CountCell,
  threshold: number,
  { guard }: DisclosurePolicy,
  figures: Figures,
): boolean {
  return (
    guard?.ends === true &&
    people === threshold &&
    larger.some(
      (whole) => whole.people > people && above(whole.people, figures.ofSet(whole)) === -figures.end,
    )
  );
}

/** Of a part that is told it is not kept whether it holds rows of an NHS source. */
const isFewest = (people: number, { threshold, healthThreshold }: DisclosurePolicy): boolean =>
  people === threshold || people === healthThreshold;
