import { scaleOrder } from '#domain';
import { pairedParts, pairIn, placedList } from '../mapping/split-options.js';
import { answers, finding, type Finding } from './meaning.js';
import type { ColumnProfile } from './profile.js';
import { RANKS } from './ranking.js';

/** Lists as a program writes them: `["Parks","Roads"]`. */
export function jsonLists(profile: ColumnProfile): Finding | null {
  const options = new Map<string, number>();
  for (const [cell, count] of profile.counts) {
    const list = cell.startsWith('[') ? listOf(cell) : null;
    if (!list) return null;
    for (const item of list) options.set(item, (options.get(item) ?? 0) + count);
  }
  if (options.size === 0 || options.size > 100 || profile.overflow > 0) return null;
  const listed = [...options].sort((a, b) => b[1] - a[1]).map(([option]) => option);
  return finding(answers('multi-choice', { options: listed }), 0.92, 'The cells are lists of options.');
}

function listOf(cell: string): string[] | null {
  try {
    const list = JSON.parse(cell) as unknown;
    const isList =
      Array.isArray(list) && list.every((item) => typeof item === 'string' || typeof item === 'number');
    return isList ? list.map(String) : null;
  } catch {
    return null;
  }
}

/** An order in one cell: "Pool : 2, Gym : 1". Null where a cell is anything else. */
export function placedCell(words: string, { counts, filled, overflow }: ColumnProfile): Finding | null {
  const items = new Set<string>();
  for (const cell of counts.keys()) {
    const order = placedList(cell);
    if (!order) return null;
    for (const item of order) items.add(item);
  }
  const orders = RANKS.test(words) ? filled : counts.size;
  if (overflow > 0 || orders < FEWEST_ORDERS || items.size < 2 || items.size > 40) return null;
  return finding(
    answers('ranking', { options: [...items].sort() }),
    0.92,
    'Each cell gives its items a place each, from 1 on and none twice.',
  );
}
/** One order alone may be scores that happen to differ. */
const FEWEST_ORDERS = 3;

/** With a blank beside the mark: an address or a time is no item with its answer. */
const PARTED = /\s(?::|=|->|→)|(?::|=|->|→)\s/;

/** A matrix in one cell: "Street lighting : Good, Litter picking : Poor". */
export function pairedCell(profile: ColumnProfile, delimiter: string | null): Finding | null {
  const marks = [...new Set([delimiter ?? ', ', ', ', ';', '\n', ' | '])];
  for (const mark of marks) {
    const items = new Map<string, number>();
    const options = new Map<string, number>();
    let paired = 0;
    for (const [cell, count] of profile.counts) {
      const parts = pairedParts(cell, mark).map((part) => (PARTED.test(part) ? pairIn(part) : null) ?? []);
      if (parts.length < 2 || !parts.every((part) => part.length === 2 && part[0] && part[1])) continue;
      paired += count;
      for (const [item, option] of parts as [string, string][]) {
        items.set(item.trim(), (items.get(item.trim()) ?? 0) + count);
        options.set(option.trim(), (options.get(option.trim()) ?? 0) + count);
      }
    }
    if (paired < 0.8 * profile.remembered || items.size > 30 || options.size > 15) continue;
    if ([...items.values()].some((count) => count < 0.2 * paired)) continue;
    const answersFound = [...options.keys()];
    return finding(
      answers('matrix', {
        items: [...items.keys()],
        options: scaleOrder(answersFound) ?? answersFound,
        delimiter: mark,
      }),
      0.92,
      'Each cell names its items with an answer each.',
    );
  }
  return null;
}
