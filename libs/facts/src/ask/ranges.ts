import { rangeOfPeople } from '#domain';
import type { Counter } from './counter.js';
import type { PublishedFigure } from './figure-shapes.js';

/** Models whose editions give each figure the whole hub's range in proportion. */
const IN_PROPORTION = ['person 1', 'person 2'];

export interface Counted {
  people: number;
  submissions: number;
}

/**
 * The range of people of each figure by the cell's own links, rounded outward, between 1 and the cell's submissions. Editions matched by
 * a model before the third keep the range they were published with: the whole's, in proportion.
 */
export function ranges({
  funnel,
  policy,
  versions,
}: Pick<Counter, 'funnel' | 'policy' | 'versions'>): (cell: Counted) => PublishedFigure['people'] {
  const step = policy.rounding;
  // The funnel's own numbers are rounded where figures are: outward by what that may have taken.
  const lost = step > 1 ? step / 2 : 0;
  const whole = { ...funnel, low: Math.max(0, funnel.peopleLow - lost), high: funnel.peopleHigh + lost };
  const down = (count: number): number => Math.floor(count / step) * step;
  const up = (count: number): number => Math.ceil(count / step) * step;
  const inProportion = IN_PROPORTION.includes(versions.linkageModel);
  return ({ people, submissions }) => {
    if (people === 0 || funnel.people === 0) return { value: people, low: people, high: people };
    if (inProportion) {
      const [low, high] = [(people * whole.low) / whole.people, (people * whole.high) / whole.people];
      return { value: people, low: Math.min(down(low), people), high: Math.max(up(high), people) };
    }
    const { low, high } = rangeOfPeople({ people, submissions }, whole);
    return {
      value: people,
      low: Math.max(1, Math.min(down(low), people)),
      high: Math.max(people, Math.min(up(high), submissions)),
    };
  };
}
