import type { Chance } from './form.js';
import type { Cell, Several, Tool } from './tool.js';

const CLOSINGS: readonly ((label: string) => string)[] = [
  (label) => `${label} *`,
  (label) => `${label}  `,
  (label) => label.replace(' ', '\u00a0'),
  (label) => label.replace(' ', '  '),
  (label) => (label.endsWith('?') ? label : `${label}:`),
];

/** How a tool of which nobody knows writes its labels. */
export const decorate = (chance: Chance): ((label: string) => string) =>
  chance.is(0.3) ? chance.of(CLOSINGS) : (label) => label;

const TICKS: readonly (readonly [string, string])[] = [
  ['Yes', 'No'],
  ['Y', ''],
  ['1', '0'],
  ['1', ''],
  ['x', ''],
  ['X', ''],
  ['TRUE', 'FALSE'],
  ['Selected', 'Not selected'],
  ['✓', ''],
];
const BLANKS = ['N/A', '-', 'No answer', '(blank)', 'NULL', 'Not answered'];
const DATES: readonly Tool['dates'][] = [
  'iso',
  'iso-time',
  'british',
  'words',
  'zoned',
  'short',
  'dotted',
  'named',
];

/** A tool of nobody's knowledge, worn otherwise: its ticks, dates, word for blank and what stands above the labels. */
export function worn(tool: Tool, chance: Chance): Tool {
  if (tool.layout !== null) return tool;
  return {
    ...tool,
    several: chance.is(0.4) ? tickedOtherwise(tool.several, chance) : tool.several,
    blank: chance.is(0.25) ? chance.of(BLANKS) : tool.blank,
    dates: chance.is(0.5) ? chance.of(DATES) : tool.dates,
    ...(chance.is(0.2) ? { above: chance.of(ABOVE) } : {}),
  };
}

const ABOVE: readonly Cell[][][] = [
  [['Synthetic survey, all responses']],
  [['Synthetic consultation 2026'], ['Exported by the synthetic team'], ['']],
];

function tickedOtherwise(several: Several, chance: Chance): Several {
  if (several.way === 'cell') return several;
  // Options without a question can bear nothing but their own label.
  if (several.label('x', 'y', 0).join() === 'y') return several;
  const [on, off] = chance.of(TICKS);
  return { ...several, on: () => on, off };
}
