import type { DraftTheme } from '#store';

/** Where a draft theme ended: itself, or the one that it was merged into. */
export function endOf<T extends Pick<DraftTheme, 'id' | 'state' | 'mergedInto'>>(
  theme: T,
  all: readonly T[],
): T {
  let at = theme;
  for (let steps = 0; at.state === 'merged' && steps <= all.length; steps++)
    at = all.find(({ id }) => id === at.mergedInto) ?? at;
  return at;
}
