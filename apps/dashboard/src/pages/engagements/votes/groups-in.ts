import { count, listed } from '../../../figures/format';

/** How many groups of opinion there are; the size of those of fifty and more, as far as it is told. */
export function groupsIn(groups: readonly (number | null)[]): string {
  if (groups.length === 0) return 'They can’t be parted into groups of opinion.';
  const told = groups.flatMap((size) => (size === null ? [] : [`one of ${count(size)} people`]));
  const untold = groups.length - told.length;
  // A size is hidden beside almost as many voters too, however many they are.
  const rest = untold === 0 ? [] : [`${untold} whose size is not told (under 50, or hidden)`];
  return `By how they voted they fall into ${groups.length} groups: ${listed([...told, ...rest])}.`;
}
