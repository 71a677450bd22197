import { count, signed } from '../figures/format';

export interface Step {
  name: string;
  count: number | null;
  kind: string;
}

export interface FunnelBar {
  kind: 'total' | 'less';
  /** Share of the scale that is left after this step, 0 to 1. */
  left: number;
  /** Share that this step takes away. */
  gone: number;
}

/** What a step takes away with a minus, what rounding adds with a plus, a total as it is. */
export const stepWords = (kind: string, value: number): string =>
  kind === 'less' ? signed(-value, 0) : count(value);

/**
 * Bars of the funnel. The scale starts again at each total, so that a small figure at the end can still be seen;
 * a total itself is drawn on the scale before it. No bar where a count may not be told.
 */
export function funnelBars(steps: readonly Step[]): (FunnelBar | undefined)[] {
  let scale = 0;
  let left: number | null = 0;
  return steps.map((step): FunnelBar | undefined => {
    const less = step.kind === 'less';
    if (step.count === null) {
      left = null;
      return undefined;
    }
    if (!less) {
      const bar: FunnelBar = { kind: 'total', left: scale ? Math.min(1, step.count / scale) : 1, gone: 0 };
      scale = step.count;
      left = step.count;
      return bar;
    }
    if (left === null || !scale) return undefined;
    left = Math.max(0, left - step.count);
    return {
      kind: 'less',
      left: Math.min(1, left / scale),
      gone: Math.max(0, Math.min(1, step.count / scale)),
    };
  });
}
