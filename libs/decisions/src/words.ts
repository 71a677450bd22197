import type { ShownState } from '#domain';

const STATES: Record<ShownState, string> = {
  planned: 'Planned',
  'under-way': 'Under way',
  done: 'Done',
  late: 'Late',
  'will-not-do': 'Will not do',
};

/** How something stands, as a page says it. */
export const stateInWords = (state: ShownState): string => STATES[state];
