import { type EncodedRecord, type HeldPair, type LinkedCodes, asLinked, oneToOne } from './link-codes.js';

/** A key that more records than this share says nothing of a person. */
const LARGEST_BLOCK = 12;

/**
 * Links records by hashed match-keys: a pair that shares any key is held, the more strongly the more keys agree and the
 * rarer those that both could make disagree. Between two sources the matching is one to one.
 */
export function linkKeys(records: readonly EncodedRecord[]): LinkedCodes {
  const sorted = [...records].sort((x, y) => (x.id < y.id ? -1 : 1));
  const blocks = new Map<string, number[]>();
  sorted.forEach(({ keys = [] }, row) => {
    keys.forEach((key, number) => {
      if (key === '') return;
      const name = `${number}|${key}`;
      const block = blocks.get(name);
      if (block === undefined) blocks.set(name, [row]);
      else block.push(row);
    });
  });
  const held = new Map<number, HeldPair>();
  const sources = new Set(sorted.map((record) => record.source)).size;
  for (const block of blocks.values()) {
    if (block.length > LARGEST_BLOCK) continue;
    for (let i = 0; i < block.length; i++) {
      for (let j = i + 1; j < block.length; j++) {
        const [a, b] = [block[i]!, block[j]!];
        if (sources > 1 && sorted[a]!.source === sorted[b]!.source) continue;
        const name = a * sorted.length + b;
        if (!held.has(name)) held.set(name, { a, b, strength: agreement(sorted[a]!, sorted[b]!) });
      }
    }
  }
  return asLinked(sorted, oneToOne(sorted, [...held.values()]));
}

/** Keys that agree, less a little for each that both have and that differs. */
function agreement(a: EncodedRecord, b: EncodedRecord): number {
  let sum = 0;
  a.keys?.forEach((key, number) => {
    const other = b.keys?.[number] ?? '';
    if (key === '' || other === '') return;
    sum += key === other ? 1 : -0.01;
  });
  return sum;
}
