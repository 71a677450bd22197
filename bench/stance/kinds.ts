import { sayingByRules, sideByRules } from '#themes';
import type { StanceOptions } from './options.js';

/** Words of other files for the kinds that are learnt here. */
const STANCES: readonly [RegExp, string][] = [
  [/^(?:for|yes|agrees?|support|positive|in favour)$/i, 'for'],
  [/^(?:against|no|disagrees?|oppose|negative)$/i, 'against'],
  [/^(?:both|mixed)$/i, 'both'],
  [/^(?:neither|neutral|unclear|none|not clear)$/i, 'neither'],
];
const SAYINGS: readonly [RegExp, string][] = [
  [/^(?:proposal|suggestion|solution)$/i, 'proposal'],
  [/^(?:reason|why)$/i, 'reason'],
  [/^(?:neither|none|other)$/i, 'neither'],
];

/** The kind that a value of the file means. @throws Error for a value that means none */
export function kindOf(value: string, of: StanceOptions['of']): string {
  const words = of === 'stance' ? STANCES : SAYINGS;
  const found = words.find(([pattern]) => pattern.test(value.trim()));
  if (!found)
    throw new Error(`no ${of} is meant by "${value}"; known: ${words.map(([, kind]) => kind).join(', ')}`);
  return found[1];
}

/** The kind by rules; what says nothing is neither. */
export const kindByRules = (text: string, of: StanceOptions['of']): string =>
  (of === 'stance' ? sideByRules(text) : sayingByRules(text)) ?? 'neither';
